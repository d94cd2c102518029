import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderMarkdown } from '../../../src-main/core/export/markdown/markdown.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import {
  exportClaim,
  exportData,
  exportEvidence,
  exportNote,
  exportSource,
  type SourceSeed,
} from './data.ts';

const NASTY =
  '# Title\n\n<script>alert(1)</script> [x](javascript:y) *a* _b_ `c` ~~d~~ ![i](j) &amp; | 1. two';

function split(content: string): { front: unknown; body: string } {
  const [, front = '', ...rest] = content.split(/^---$/m);
  return { front: parse(front), body: rest.join('---') };
}

/** Without the pictures, which are no texts. */
function renderTexts(...[data, words]: Parameters<typeof renderMarkdown>) {
  return [...renderMarkdown(data, words)].flatMap((file) => ('content' in file ? [file] : []));
}

function typesOf(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(typesOf) : [])];
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function sourceFile(seed: SourceSeed, locale: 'en' | 'fr' = 'en'): string {
  const files = renderTexts(exportData({ sources: [exportSource(seed)] }), EXPORT_WORDS[locale]);
  return files.find(({ path }) => path !== 'index.md')?.content ?? '';
}

describe('a source in Markdown', () => {
  it('begins with its details, readable by any YAML parser', () => {
    const title = 'Cost: "412" # million\n--- \t{x}';
    const { front } = split(sourceFile({ title, tags: ['no', '1.0', 'coût: x'] }));
    expect(front).toEqual({
      citekey: 'writer2025cost',
      title,
      byline: 'A. Writer',
      site: 'The Observer',
      url: 'https://example.org/plant',
      published: '2025-10-14',
      captured: '2026-03-01T09:00:00.000Z',
      language: 'en',
      tags: ['no', '1.0', 'coût: x'],
      sha256: 'ab'.repeat(32),
      id: 'source-1',
    });
  });

  it('quotes each excerpt in order of place, with what its colour means, its tags and its note', () => {
    const { body } = split(
      sourceFile({
        excerpts: [
          { exact: 'will cost', color: 'pink', note: 'Who says?', tags: ['cost'] },
          { exact: '412 million', color: 'blue' },
        ],
      }),
    );
    const at = (words: string): string =>
      `[@writer2025plant] [^writer2025plant] · [Source](https://example.org/plant#:~:text=${words})`;
    expect(body).toContain(`> will cost\n\n**Doubt** · ${at('will%20cost')} · #cost\n\nWho says?\n\n`);
    expect(body).toContain(`> 412 million\n\n**Figure** · ${at('412%20million')}`);
    expect(body).toContain(
      'A. Writer, “The plant”, The Observer, 14 October 2025, https://example.org/plant',
    );
  });

  it('says in one footnote what the key of its quotations stands for, and in none where nothing is quoted', () => {
    const excerpts = [{ exact: 'will cost' }, { exact: '412 million' }];
    const tree = fromMarkdown(split(sourceFile({ excerpts })).body, {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    const types = typesOf(tree);
    expect(types.filter((type) => type === 'footnoteReference')).toHaveLength(2);
    const notes = tree.children.filter(({ type }) => type === 'footnoteDefinition');
    expect(notes.map(textOf)).toEqual([
      expect.stringMatching(/^A. Writer, “The plant”, The Observer, 14 October 2025, https:/),
    ]);
    expect(sourceFile({})).not.toContain('[^');
  });

  it('says itself in French where that is asked for', () => {
    expect(sourceFile({}, 'fr')).toContain('Rien n’est surligné ici.');
  });

  it('lets titles, quotations, notes and tags that look like Markdown or HTML come out as text', () => {
    const { body } = split(
      sourceFile({ title: NASTY, url: null, excerpts: [{ exact: 'will cost', note: NASTY, tags: [NASTY] }] }),
    );
    const tree = fromMarkdown(body);
    const types = new Set(typesOf(tree));
    for (const type of ['html', 'link', 'image', 'inlineCode', 'emphasis', 'list', 'code']) {
      expect(types).not.toContain(type);
    }
    expect(textOf(tree)).toContain('<script>alert(1)</script> [x](javascript:y) *a* _b_ `c`');
  });

  it('keeps the words of any note', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab #*_`<>[]()!&|~\\-+=1.>\n'), maxLength: 60 });
    fc.assert(
      fc.property(words, (note) => {
        const { body } = split(sourceFile({ excerpts: [{ exact: 'will cost', note }] }));
        const squeezed = (text: string): string => text.replace(/\s+/g, '');
        expect(squeezed(textOf(fromMarkdown(body)))).toContain(squeezed(note));
      }),
    );
  });
});

describe('claims in Markdown', () => {
  const source = exportSource({
    title: 'The “plant” (1)',
    excerpts: [{ exact: '412 million', color: 'blue' }],
  });
  const claim = exportClaim({
    evidence: [{ ...exportEvidence(source, 0), origin: 'Agency', note: 'as of *May*' }],
    history: [
      { at: '2026-03-01T10:00:00.000Z', status: 'verified', reason: 'Two papers.' },
      { at: '2026-03-02T10:00:00.000Z', status: 'unreviewed', reason: 'Doubts.' },
      { at: '2026-03-03T10:00:00.000Z', status: 'disputed', reason: 'The court says 468.' },
    ],
    sources: 2,
    origins: 1,
    tags: ['cost'],
  });
  const files = renderTexts(exportData({ sources: [source], claims: [claim] }), EXPORT_WORDS.en);
  const [index, article] = files;

  it('stand in the index and with their sources: verdict, reasons in order, evidence', () => {
    for (const { content } of [index, article].filter((file) => file !== undefined)) {
      expect(content).toContain('### The plant costs 412 million.');
      expect(content).toContain('**≠ Disputed** · 2\u00A0documents · 1\u00A0independent origin · #cost');
      expect(content.indexOf('Two papers.')).toBeLessThan(content.indexOf('The court says 468.'));
      expect(content).toContain('**○ Reopened**');
      expect(content).toContain('**Supports**: “412 million” (');
      expect(content).toContain('Origin: Agency');
      expect(content).toContain('as of \\*May\\*');
    }
  });

  it('link to the file of each source by a name that Markdown takes', () => {
    const links: string[] = [];
    const visit = (node: Nodes): void => {
      if (node.type === 'link') links.push(decodeURIComponent(node.url));
      if ('children' in node) node.children.forEach(visit);
    };
    visit(fromMarkdown(index?.content ?? ''));
    expect(new Set(links)).toEqual(new Set([article?.path]));
  });
});

describe('the index', () => {
  it('carries the notebook’s own notes as text', () => {
    const [index] = renderTexts(
      exportData({ notes: [exportNote('To ask', '<b>who</b> paid?')] }),
      EXPORT_WORDS.en,
    );
    expect(index?.content).toContain('### To ask\n\n\\<b>who\\</b> paid?');
  });

  it('says so where nothing was asked for', () => {
    const [index] = renderTexts(exportData(), EXPORT_WORDS.en);
    expect(index?.content).toContain('Nothing in this notebook matches');
  });

  it('is never overwritten by a source of that title', () => {
    const sources = [exportSource({ id: 'a', title: 'Index' }), exportSource({ id: 'b', title: 'INDEX' })];
    const paths = renderTexts(exportData({ sources }), EXPORT_WORDS.en).map(({ path }) => path);
    expect(paths).toEqual(['index.md', 'Index 2.md', 'INDEX 3.md']);
  });
});
