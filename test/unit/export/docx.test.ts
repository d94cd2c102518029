import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../../src-main/common/contract/entities.ts';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import type { Block, Inline, Root } from '../../../src-main/common/document/tree.ts';
import { renderDocx } from '../../../src-main/core/export/docx/docx.ts';
import { FIRST_COMMENT } from '../../../src-main/core/export/docx/notes.ts';
import type { ExportData } from '../../../src-main/core/export/model.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import { makePng } from '../../support/images.ts';
import { convertWithOffice, soffice } from '../../support/outside-programs.ts';
import { tempFolder } from '../../support/temp.ts';
import {
  exportClaim,
  exportData,
  exportEvidence,
  exportNote,
  exportSource,
  onlyBytes,
  paragraphs,
} from './data.ts';
import { expectSound, openPackage } from './docx-parts.ts';

const signal = new AbortController().signal;

function render(seed: Partial<ExportData>, locale: 'en' | 'fr' = 'en'): Promise<Uint8Array> {
  return onlyBytes(renderDocx(exportData(seed), EXPORT_WORDS[locale], { signal }));
}

async function open(seed: Partial<ExportData>, locale: 'en' | 'fr' = 'en') {
  const opened = openPackage(await render(seed, locale));
  expectSound(opened);
  return { ...opened, text: opened.part('word/document.xml') };
}

const text = (value: string): Inline => ({ type: 'text', value });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

const RICH: Root = {
  type: 'root',
  children: [
    { type: 'heading', depth: 2, children: [text('Costs')] },
    paragraph(
      text('The plant will cost '),
      { type: 'strong', children: [text('412 million')] },
      text(' euros'),
      { type: 'footnoteReference', identifier: 'a', label: '1' },
      text(', says '),
      { type: 'link', url: 'https://example.org/a?b=1&c="2"', children: [text('the council')] },
      text('.'),
    ),
    {
      type: 'list',
      ordered: true,
      start: 3,
      children: [
        { type: 'listItem', children: [paragraph(text('first point'))] },
        {
          type: 'listItem',
          children: [
            paragraph(text('second point')),
            {
              type: 'list',
              ordered: false,
              start: null,
              children: [{ type: 'listItem', children: [paragraph(text('below it'))] }],
            },
          ],
        },
      ],
    },
    {
      type: 'table',
      align: ['left', 'right'],
      children: [
        {
          type: 'tableRow',
          children: [
            { type: 'tableCell', header: true, children: [text('Year')] },
            { type: 'tableCell', header: true, children: [text('Cost')] },
          ],
        },
        { type: 'tableRow', children: [{ type: 'tableCell', header: false, children: [text('2027')] }] },
      ],
    },
    { type: 'code', lang: null, value: 'one\n\ttwo' },
    {
      type: 'footnoteDefinition',
      identifier: 'a',
      label: '1',
      children: [paragraph(text('From the budget of 2025.'))],
    },
  ],
};

describe('a document', () => {
  it('holds headings, lists, tables, links and footnotes as what they are', async () => {
    const { text: document, part } = await open({ sources: [exportSource({ tree: RICH })] });
    const styles = document.all('w:pStyle').map(({ attributes }) => attributes['w:val']);
    expect(styles).toEqual(expect.arrayContaining(['Title', 'Heading1', 'Heading3', 'CodeBlock']));
    expect(document.all('w:numPr')).toHaveLength(3);
    expect(document.one('w:tbl').all('w:tc')).toHaveLength(4);
    expect(part('word/numbering.xml').one('w:startOverride').attributes['w:val']).toBe('3');
    const targets = part('word/_rels/document.xml.rels')
      .all('Relationship')
      .map(({ attributes }) => attributes['Target']);
    expect(targets).toContain('https://example.org/a?b=1&c=%222%22');
    expect(document.text).not.toContain('From the budget');
    expect(part('word/footnotes.xml').text).toContain('From the budget of 2025.');
    expect(part('word/footnotes.xml').text).toContain('“The plant”, The Observer, 14 October 2025');
  });

  it('shades highlights in place, with notes as comments around exactly their words', async () => {
    const source = exportSource({
      tree: paragraphs('one two three four'),
      excerpts: [
        { exact: 'two three', note: 'Who says?\n\nAsk.', tags: ['cost'], color: 'blue' },
        { exact: 'three four', start: 8, color: 'green', note: 'over it' },
        { exact: 'one', color: 'pink' },
      ],
    });
    const { text: document, part } = await open({ sources: [source], author: 'Ada Quill' });
    const [first] = part('word/comments.xml').all('w:comment');
    expect(first?.attributes).toMatchObject({
      'w:author': 'Ada Quill',
      'w:initials': 'AQ',
      'w:date': '2026-03-01T09:00:00Z',
    });
    expect(first?.text).toBe('Figure · #cost · Original pageWho says?Ask.');
    expect(wordsInComment(document, 0)).toBe('two three');
    expect(wordsInComment(document, 1)).toBe('three four');
    const fills = document
      .all('w:r')
      .map((run) => [run.text, run.all('w:shd')[0]?.attributes['w:fill']] as const)
      .filter(([, fill]) => fill !== undefined);
    expect(fills.slice(-4)).toEqual([
      ['one', 'FADADF'],
      ['two ', 'D2E5F9'],
      ['three', 'D3EAD9'],
      [' four', 'D3EAD9'],
    ]);
  });

  it('keeps a highlighted note in the text, where a comment can stand', async () => {
    const all = layoutText(RICH).text;
    const source = exportSource({
      tree: RICH,
      excerpts: [{ exact: 'budget', start: all.indexOf('budget'), note: 'which?' }],
    });
    const { text: document, part } = await open({ sources: [source] });
    expect(document.text).toContain('1 From the budget of 2025.');
    expect(part('word/footnotes.xml').text).not.toContain('budget');
  });

  it('carries claims with their reasons, and names the source of each quotation in a footnote', async () => {
    const source = exportSource({ excerpts: [{ exact: '412 million', page: '12' }] });
    const claim = exportClaim({
      evidence: [{ ...exportEvidence(source, 0), origin: 'the council' }],
      history: [{ at: '2026-03-02T10:00:00.000Z', status: 'disputed', reason: 'The contract says more.' }],
    });
    const data = { sources: [source], claims: [claim], notes: [exportNote('To do', 'Call.')] };
    const { text: document, part } = await open(data, 'fr');
    for (const words of ['The plant costs 412 million.', 'The contract says more.', 'Contestée', 'Call.'])
      expect(document.text).toContain(words);
    expect(part('word/footnotes.xml').text).toContain(
      'A. Writer, «\u00a0The plant\u00a0», The Observer, 14 octobre 2025, p.\u00a012, https://example.org/plant (consulté le 1er mars 2026)',
    );
  });

  it('drops what XML cannot hold, and takes no markup for its own', async () => {
    const nasty = `<w:p/>&amp;\u0000\u000b\ud800]]>"'\ufffe`;
    const source = exportSource({
      title: nasty,
      url: 'javascript:alert(1)',
      tree: paragraphs(`a ${nasty} b`),
      excerpts: [{ note: nasty, tags: [nasty] }],
    });
    const { text: document } = await open({ sources: [source], notebook: nasty, author: nasty });
    expect(document.text).toContain(`a <w:p/>&amp;]]>"' b`);
    expect(document.all('w:hyperlink')).toHaveLength(0);
  });

  it('names highlights of an earlier version, and those that are nowhere', async () => {
    const source = exportSource({
      excerpts: [
        { exact: 'gone words', start: 5000, note: 'lost' },
        { exact: 'older words', start: 0, versionId: 'other' as Excerpt['versionId'], note: 'old' },
      ],
    });
    const { text: document, part } = await open({ sources: [source] });
    expect(document.text).toContain('Highlights of an earlier version');
    expect(document.text).toContain('gone words');
    expect(document.text).toContain('older words');
    expect(part('word/comments.xml').all('w:comment')).toHaveLength(2);
  });

  it('takes pictures along that word processors show, and counts the others', async () => {
    const refused: string[] = [];
    const tree: Root = {
      type: 'root',
      children: [
        paragraph(
          { type: 'image', alt: 'A plan', blob: 'png' },
          { type: 'image', alt: 'Drawn', blob: 'svg' },
        ),
      ],
    };
    const images: ExportData['images'] = {
      take: (sha256) =>
        sha256 === 'png'
          ? { mediaType: 'image/png', bytes: makePng({ width: 40, height: 30 }) }
          : { mediaType: 'image/svg+xml', bytes: new Uint8Array(3) },
      refuse: (sha256) => void refused.push(sha256),
      leftOut: 0,
    };
    const { names, text: document } = await open({ sources: [exportSource({ tree })], images });
    expect(names).toContain('word/media/1.png');
    expect(document.one('wp:extent').attributes).toEqual({ cx: '381000', cy: '285750' });
    expect(document.text).toContain('[Picture – Drawn]');
    expect(refused).toEqual(['svg']);
  });

  it('stays one that opens where a table has more columns than word processors take, and nesting no end', async () => {
    let nested: Block = paragraph(text('deep down'));
    for (let level = 0; level < 3000; level += 1) nested = { type: 'blockquote', children: [nested] };
    const cells = Array.from({ length: 80 }, (_, at) => ({
      type: 'tableCell' as const,
      header: false,
      children: [text(`c${at}`)],
    }));
    const tree: Root = {
      type: 'root',
      children: [{ type: 'table', align: [], children: [{ type: 'tableRow', children: cells }] }, nested],
    };
    const { text: document } = await open({ sources: [exportSource({ tree })] });
    expect(document.all('w:tbl')).toHaveLength(0);
    expect(document.text).toContain('c79');
    expect(document.text).toContain('deep down');
  });

  it('ends where nobody wants it any more', async () => {
    const stopped = AbortSignal.abort();
    const data = exportData({ sources: [exportSource()] });
    await expect(onlyBytes(renderDocx(data, EXPORT_WORDS.en, { signal: stopped }))).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('marks whatever is highlighted, however highlights lie over each other', async () => {
    const range = fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 40 }));
    await fc.assert(
      fc.asyncProperty(fc.array(range, { maxLength: 8 }), async (ranges) => {
        const { text: all } = layoutText(RICH);
        const excerpts = ranges
          .map(([start, length]) => ({ exact: all.slice(start, start + length), start, note: 'n' }))
          // One that lies between two paragraphs has no words to stand at.
          .filter(({ exact }) => exact.trim() !== '')
          .toSorted((a, b) => a.start - b.start);
        const source = exportSource({ tree: RICH, excerpts });
        const { text: document } = await open({ sources: [source] });
        // Comments are numbered as their highlights begin.
        for (const [at, { exact }] of source.excerpts.entries())
          expect(squeeze(wordsInComment(document, at))).toBe(squeeze(exact));
      }),
      { numRuns: 40 },
    );
  });
});

const squeeze = (words: string): string => words.replace(/\s+/g, '');

type Opened = Awaited<ReturnType<typeof open>>['text'];

/** What stands between the two marks of the comment that was made so many-th. */
function wordsInComment(document: Opened, at: number): string {
  const id = String(FIRST_COMMENT + at);
  let inside = false;
  let words = '';
  for (const { name, attributes, text: own } of document.all()) {
    if (name.startsWith('w:commentRange') && attributes['w:id'] === id) inside = name.endsWith('Start');
    else if (inside && name === 'w:t') words += own;
  }
  return words;
}

describe.skipIf(soffice === null)('LibreOffice', () => {
  it('opens the document, with its footnotes and comments', { timeout: 120_000 }, async () => {
    const file = join(tempFolder(), 'notes.docx');
    const source = exportSource({
      tree: RICH,
      excerpts: [{ exact: '412 million', start: layoutText(RICH).text.indexOf('412'), note: 'who says so?' }],
    });
    writeFileSync(file, await render({ sources: [source] }));
    const plain = convertWithOffice(soffice ?? '', file, 'txt:Text').toString('utf8');
    expect(plain).toContain('The plant will cost 412 million euros');
    const flat = convertWithOffice(soffice ?? '', file, 'fodt').toString('utf8');
    // Each note with its own words: one that reads another's was taken for a comment of its number.
    expect(flat.match(/From the budget of 2025\./g)).toHaveLength(1);
    expect(flat.match(/accessed 1 March 2026/g)).toHaveLength(1);
    expect(flat).toContain('who says so?');
    expect(flat).toMatch(/<office:annotation /);
    expect(flat).toMatch(/<text:note [^>]*note-class="footnote"/);
  });
});
