import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src-main/common/document/html.ts';
import { capture, captureFixture } from './capture.ts';

const markdown = (text: string) => capture(text, { as: 'markdown' });

const notes = await captureFixture('notes.md');
const html = renderHtml(notes.tree);

describe('capture of Markdown', () => {
  it('takes details from the front matter', () => {
    expect(notes).toMatchObject({
      kind: 'markdown',
      title: 'Water notes',
      byline: 'Ann Reader, Paul Writer',
      site: 'example.org',
      url: 'https://example.org/water',
      publishedAt: '2025-08-13',
      language: 'en',
      warnings: [],
    });
    expect(notes.text.startsWith('Ignored as a title')).toBe(true);
  });

  it('keeps references, tables and footnotes', () => {
    expect(html).toContain('<a href="https://example.org/report" rel="noopener noreferrer">the report</a>');
    expect(html).toContain('<span class="picture">a dam</span>');
    expect(html).toContain('<th>Year</th><th class="align-right">Volume</th>');
    expect(html).toContain('cubic metres<sup><a href="#note-1">1</a></sup>');
    expect(html).toContain('<aside id="note-1" class="footnote"><p>Measured in July.</p>');
  });

  it('takes the text of raw HTML and nothing that could run', () => {
    expect(html).toContain('<p>Raw <strong>block</strong></p>');
    expect(html).toContain('<p>An inline tag and a live one, and another.</p>');
    expect(html).not.toMatch(/alert|javascript|onclick/);
  });

  it('takes the first heading as the title where no front matter names one', async () => {
    expect((await markdown('Intro.\n\n## Second\n\n# First')).title).toBe('First');
  });

  it('keeps what only looks like front matter', async () => {
    const article = await markdown('---\nfoo: [\n---\ntext');
    expect(article.text).toContain('foo: [');
    expect(article.warnings.map(({ code }) => code)).toEqual(['front-matter-ignored']);
  });

  it('takes as text what would keep the parser busy for minutes', async () => {
    const article = await markdown(`${'['.repeat(10_000)}a${'](b)'.repeat(10_000)}`);
    expect(article.warnings.map(({ code }) => code)).toEqual(['markdown-as-text']);
  });

  it.each([
    ['quotations', '> '],
    ['lists', '- '],
    ['raw blocks', '<div>'],
  ])('survives 10,000 levels of %s', async (_, mark) => {
    expect((await markdown(`${mark.repeat(10_000)}deep\n\nafter`)).text).toMatch(/deep\s+after/);
  });
});
