/** Exports read back by readers that are not ours; W3C annotations by Dossier itself, which has one of its own. */
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../../src-main/common/csv-cells.ts';
import { COLORS } from '../../../src-main/common/contract/entities.ts';
import { renderBibtex } from '../../../src-main/core/export/bibliography/bibtex.ts';
import { renderCslJson } from '../../../src-main/core/export/bibliography/csl-json.ts';
import { renderRis } from '../../../src-main/core/export/bibliography/ris.ts';
import { renderMarkdown } from '../../../src-main/core/export/markdown/markdown.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';
import { readBibliography, readMarkdown } from '../../support/independent-readers.ts';
import { exportClaim, exportData, exportEvidence, exportSource, onlyText } from './data.ts';

const TITLES = [
  'The plant will cost 412 million euros',
  'L’usine coûtera 412 millions d’euros, dit le conseil',
  '50 % of {all} & "more" #1 \\end_1 ~ $x$ ^',
  '東京の港 — порт מחיר',
];

const data = exportData({
  sources: TITLES.map((title, at) => exportSource({ id: `source-${at}`, title, tags: ['coût', 'port'] })),
});

/** Without what makes no difference to a reader of references. */
const plain = (title: string): string => title.replace(/\s+/g, ' ');

describe.each([
  ['BibTeX', () => onlyText(renderBibtex(data)), true],
  ['CSL-JSON', () => onlyText(renderCslJson(data)), true],
  // The reader takes no date of access from a page.
  ['RIS', () => onlyText(renderRis(data)), false],
] as const)('%s, read by citation.js', (_name, render, withAccess) => {
  it('has every source with its key, title, author, dates, address and tags', () => {
    const items = readBibliography(render());
    expect(items.map(({ id }) => id)).toEqual([...data.keys.values()]);
    expect(items.map(({ title }) => plain(title))).toEqual(TITLES);
    for (const item of items) {
      expect(item).toMatchObject({
        type: 'webpage',
        author: [{ family: 'Writer', given: 'A.' }],
        issued: { 'date-parts': [[2025, 10, 14]] },
        URL: 'https://example.org/plant',
      });
      expect(item.keyword?.split(/,\s*/)).toEqual(['coût', 'port']);
      if (withAccess) expect(item.accessed).toEqual({ 'date-parts': [[2026, 3, 1]] });
    }
  });
});

describe('Markdown, read by the reference implementation of CommonMark', () => {
  const HOSTILE = [
    '# not a heading',
    '- not a list',
    '1. nor this',
    '> no quotation',
    '<b onclick=x>bold</b> <!-- c --> <?php ?>',
    '[a](javascript:x) ![i](y) <https://e.org> https://e.org',
    '*em* __strong__ `code` ~~gone~~ \\* &amp; &#42;',
    '***\n---\n===',
    '    indented\n\ttab',
    '| a | b |\n|---|---|',
    '[^1]: note',
  ];

  it.each(HOSTILE)('keeps %j as words, wherever they stand', (words) => {
    const entry = exportSource({
      title: words,
      tags: [words],
      excerpts: [{ exact: words, start: 0, note: words, tags: [words] }],
    });
    const claims = [exportClaim({ statement: words, note: words, evidence: [exportEvidence(entry, 0)] })];
    const calm = exportSource({ title: 'Calm', excerpts: [{ exact: 'calm', start: 0, note: 'calm' }] });
    expect(calm.excerpts).toHaveLength(1);
    for (const file of renderMarkdown(exportData({ sources: [entry], claims }), EXPORT_WORDS.en)) {
      if (!('content' in file)) continue;
      const body = file.content.replace(/^---\n[^]*?\n---\n/, '');
      const read = readMarkdown(body);
      expect(read.html, file.path).toEqual([]);
      expect(read.links.filter((link) => /^javascript:/i.test(link))).toEqual([]);
      const shown = plain(words).trim();
      expect(read.headings.map(plain), file.path).toContain(shown);
    }
  });

  it('has each quotation whole', () => {
    const exact = 'The plant will cost 412 million euros.\n\nIt *opens* in 2027.';
    const entry = exportSource({ excerpts: [{ exact, start: 0 }] });
    const [, file] = renderMarkdown(exportData({ sources: [entry] }), EXPORT_WORDS.fr);
    const text = file && 'content' in file ? file.content : '';
    const { quotations } = readMarkdown(text.replace(/^---\n[^]*?\n---\n/, ''));
    expect(quotations).toEqual(['The plant will cost 412 million euros.It *opens* in 2027.']);
  });
});

describe('CSV, read by csv-parse', () => {
  it('joins highlights, evidence and sources by their ids, each with how it is cited', async () => {
    const { run } = openTestEngine();
    const text = 'The plant\n\nIt will cost 412 million euros.';
    const url = 'https://example.org/plant';
    const { id } = await run('source.import', { bytes: bytesOf(text), fileName: 'p.txt', url });
    const { excerpt } = await run('excerpt.add', { source: id, quote: '412 million euros', note: '=1+1' });
    const evidence = [{ excerpt: excerpt.id, stance: 'supports' as const }];
    await run('claim.add', { statement: '+412', evidence });
    const { files } = await run('export.run', { format: 'csv' });
    const rows = (path: string) =>
      parse<Record<string, string>>(files.find((file) => file.path === path)?.content ?? '', {
        bom: true,
        columns: true,
      });
    const [source] = rows('sources.csv');
    const [highlight] = rows('highlights.csv');
    const [basis] = rows('evidence.csv');
    expect(highlight).toMatchObject({ source: source?.['id'], citekey: source?.['citekey'] });
    expect(basis).toMatchObject({ source: source?.['id'], highlight: highlight?.['id'] });
    expect(readCell(highlight?.['note'] ?? '')).toBe('=1+1');
    expect(highlight?.['citation']).toContain('“The plant”');
    expect(highlight?.['link']).toBe(`${url}#:~:text=412%20million%20euros`);
    expect(basis?.['citation']).toBe(highlight?.['citation']);
  });
});

describe('W3C annotations', () => {
  it('come back with quotation, note, tags and colour', async () => {
    const { run } = openTestEngine();
    const words = COLORS.map((color) => `Some words that are marked ${color} in this text.`);
    const url = 'https://example.org/colours';
    const { id } = await run('source.import', {
      bytes: bytesOf(`Colours\n\n${words.join('\n\n')}`),
      fileName: 'c.txt',
      url,
    });
    for (const color of COLORS) {
      const note = `About ${color}, with <b>signs</b> & *stars*`;
      await run('excerpt.add', { source: id, quote: `marked ${color}`, color, note, tags: [color, 'all'] });
    }
    const told = async (app: ReturnType<typeof openTestEngine>) =>
      (await app.run('excerpt.list', {})).excerpts
        .map(({ exact, color, note, tags }) => ({ exact, color, note, tags: tags.toSorted() }))
        .toSorted((one, other) => one.exact.localeCompare(other.exact));
    const { files } = await run('export.run', { format: 'json-ld' });
    const other = openTestEngine();
    const bytes = bytesOf(files[0]?.content ?? '');
    await other.run('library.import', { bytes, fileName: 'annotations.jsonld' });
    expect(await told(other)).toEqual(await told({ run } as ReturnType<typeof openTestEngine>));
    expect((await other.run('source.list', {})).sources[0]).toMatchObject({ title: 'Colours', url });
  });
});

describe('an archive', () => {
  it('carries templates, citation keys and what of them lies in the trash', async () => {
    const { run } = openTestEngine();
    const { id } = await run('source.import', {
      bytes: bytesOf('The plant\n\nIt opens.'),
      fileName: 'p.txt',
    });
    await run('source.edit', { id, citekey: 'council2025plant' });
    await run('template.add', { name: 'Mine', format: 'markdown', body: '# {{ notebook }}\n"é"' });
    const gone = (await run('template.add', { name: 'Gone', format: 'html', body: '<p>' })).template.id;
    await run('template.remove', { id: gone });
    const { files } = await run('export.run', { format: 'archive' });
    const entries = unzipSync(files[0]?.data ?? new Uint8Array());
    const linesOf = (table: string) =>
      new TextDecoder()
        .decode(entries[`data/${table}-0001.jsonl`])
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(linesOf('template').map(({ name, body }) => [name, body])).toEqual([
      ['Mine', '# {{ notebook }}\n"é"'],
      ['Gone', '<p>'],
    ]);
    expect(linesOf('source')[0]).toMatchObject({ citekey: 'council2025plant' });
  });
});
