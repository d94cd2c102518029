import { describe, expect, it } from 'vitest';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import { renderHtml } from '../../../src-main/common/document/html.ts';
import { capture, captureFixture } from './capture.ts';

const article = await captureFixture('article.html');
const html = renderHtml(article.tree);

describe('capture of HTML', () => {
  it('takes title, authors, outlet, address, date and language from what the page says of itself', () => {
    expect(article).toMatchObject({
      kind: 'html',
      mediaType: 'text/html',
      charset: 'utf-8',
      title: 'Le barrage de la Vesle sera vidé',
      byline: 'Anne Lemaire, Paul Girard',
      site: 'La Gazette de l’Essai',
      url: 'https://example.org/eau/barrage?id=7',
      publishedAt: '2025-08-13T08:30:00.000Z',
      language: 'fr',
      warnings: [],
    });
  });

  it('keeps headings, lists, tables, quotations, captions, indices and definitions', () => {
    expect(html).toContain('<h2>Ce que disent les chiffres</h2>');
    expect(html).toContain('300\u00a0000\u00a0m<sup>3</sup>');
    expect(html).toContain('H<sub>2</sub>SO<sub>4</sub>');
    expect(html).toContain('<figure><table><tr><th>Année</th><th>Volume</th></tr>');
    expect(html).toContain('<td>Mesure suspendue</td><td></td>');
    expect(html).toContain('<figcaption>Volumes mesurés</figcaption>');
    expect(html).toContain('<blockquote><p>Nous n’avons pas été entendus, a regretté le maire.</p>');
    expect(html).toContain('<span class="picture">La digue vue du pont</span>');
    expect(html).toContain('<figcaption>La digue, en juillet.</figcaption>');
    expect(html).toContain('<li><p><strong>Étiage</strong></p>');
  });

  it('leaves out what surrounds the article and what could run', () => {
    expect(article.text).not.toMatch(/Accueil|Mentions|alert|never/);
    expect(html).not.toMatch(/javascript|onclick|<script/);
    expect(article.text).toContain('turbidité');
  });

  it('makes a footnote of a raised link to a note, without the arrow back', () => {
    expect(html).toContain('riveraines<sup><a href="#note-note-1">1</a></sup>. Les travaux');
    expect(html).toContain('class="footnote"><p>Vote du 13 août, par onze voix contre sept.</p>');
    expect(article.text).not.toContain('↩');
    expect(article.text).toContain('riveraines. Les travaux');
  });

  it('resolves links and takes tracking from them', () => {
    expect(html).toContain('href="https://example.org/rapport.pdf#p3"');
  });

  it('gives the canonical text of its tree, words and passages', () => {
    expect(layoutText(article.tree).text).toBe(article.text);
    expect(article.words).toBeGreaterThan(130);
    expect(article.passages.at(-1)?.end).toBe(article.text.length);
  });

  it('prefers the address that it was told', async () => {
    expect((await captureFixture('article.html', { url: 'https://example.org/other?gclid=1' })).url).toBe(
      'https://example.org/other',
    );
  });

  it('keeps the sides of table columns where the page still says them', async () => {
    const tree = await capture(
      '| a | b |\n|--|-:|\n\n<table><tr><td>c</td><td align="right">d</td></tr></table>',
      {
        as: 'markdown',
      },
    );
    expect(renderHtml(tree.tree)).toContain('<td>c</td><td class="align-right">d</td>');
  });

  it('takes a fragment whole, and a page without any text not at all', async () => {
    expect((await capture('<p>One</p><p>Two', { as: 'html' })).text).toBe('One\n\nTwo');
  });

  it.each([
    ['div', '<div>'],
    ['inline', '<b><i>'],
    ['table', '<table><tr><td>'],
    ['list', '<ul><li>'],
    ['quotation', '<blockquote>'],
  ])('survives 10,000 levels of %s', async (_, tags) => {
    expect((await capture(`${tags.repeat(10_000)}deep`, { as: 'html' })).text).toBe('deep');
  });
});
