/** What writing tools are told of a source. */
import { describe, expect, it } from 'vitest';
import { splitByline } from '../../../src-main/common/language/bylines.ts';
import { renderBibtex } from '../../../src-main/core/export/bibliography/bibtex.ts';
import { citekeys } from '../../../src-main/common/language/citekeys.ts';
import { renderCslJson } from '../../../src-main/core/export/bibliography/csl-json.ts';
import { renderRis } from '../../../src-main/core/export/bibliography/ris.ts';
import { exportData, exportSource, onlyText } from './data.ts';

describe('splitByline', () => {
  it.each([
    ['Jeff Pao', [{ family: 'Pao', given: 'Jeff' }]],
    [
      'Marie de la Tour et Jean-Paul Sartre',
      [
        { family: 'de la Tour', given: 'Marie' },
        { family: 'Sartre', given: 'Jean-Paul' },
      ],
    ],
    [
      'Ann Lee, Bob May and Cy Dow',
      [
        { family: 'Lee', given: 'Ann' },
        { family: 'May', given: 'Bob' },
        { family: 'Dow', given: 'Cy' },
      ],
    ],
    ['Pao, Jeff', [{ family: 'Pao', given: 'Jeff' }]],
    ['La rédaction avec AFP', [{ literal: 'La rédaction' }, { literal: 'AFP' }]],
    ['Reuters', [{ literal: 'Reuters' }]],
    ['', []],
    [null, []],
  ])('reads %j', (byline, authors) => {
    expect(splitByline(byline)).toEqual(authors);
  });

  it('gives up in linear time on a text that is no byline', () => {
    expect(splitByline(`${'a '.repeat(200_000)}, `.repeat(2)).length).toBeLessThanOrEqual(100);
  });
});

describe('citekeys', () => {
  const seed = (id: string, title: string, addedAt: string, byline: string | null = 'Jeff Pao') => ({
    ...{ id: exportSource({ id }).source.id, title, addedAt, byline },
    ...{ site: 'Asia Times', publishedAt: '2025-08-13' },
  });

  it('are made of the first author, the year and the first word that tells something', () => {
    const keys = citekeys([seed('a', 'Les puces de Huawei à l’épreuve', '2026-01-01')]);
    expect([...keys.values()]).toEqual(['pao2025puces']);
  });

  it('stay the same for the older of two that would be alike, in whatever order they come', () => {
    const [older, newer] = [seed('b', 'Chips one', '2026-01-01'), seed('a', 'Chips two', '2026-01-02')];
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const keys = citekeys(order);
      expect([keys.get('b'), keys.get('a')]).toEqual(['pao2025chips', 'pao2025chips-2']);
    }
  });

  it('fall back to the outlet, and to a word, for what has no Latin letters', () => {
    expect([...citekeys([seed('a', '芯片', '2026-01-01', null)]).values()]).toEqual(['asiatimes2025']);
  });
});

const HOSTILE = exportData({
  sources: [exportSource({ title: '50 % of {all} & "more"\n# \\end_1', tags: ['a, b', 'énergie'] })],
});

describe('BibTeX', () => {
  it('escapes what TeX would read, and keeps an entry on its lines', () => {
    const bib = onlyText(renderBibtex(HOSTILE));
    expect(bib).toContain(
      'title = {50 \\% of \\textbraceleft{}all\\textbraceright{} \\& "more" \\# \\textbackslash{}end\\_1},',
    );
    expect(bib).toContain('author = {Writer, A.},');
    expect(bib).toContain('date = {2025-10-14},');
    expect(bib).toContain('month = oct,');
    expect(bib).toContain('keywords = {a b, énergie}');
  });

  it('writes what would end an address in percent signs', () => {
    const data = exportData({ sources: [exportSource({ url: 'https://example.org/a{b}?c=1%20&d_e' })] });
    expect(onlyText(renderBibtex(data))).toContain('url = {https://example.org/a%7Bb%7D?c=1%20&d_e},');
  });
});

it('RIS has a line for each value, between TY and ER', () => {
  const lines = onlyText(renderRis(HOSTILE)).split('\r\n');
  expect(lines[0]).toBe('TY  - ELEC');
  expect(lines).toContain('TI  - 50 % of {all} & "more" # \\end_1');
  expect(lines).toContain('DA  - 2025/10/14/');
  expect(lines).toContain('AU  - Writer, A.');
  expect(lines.at(-2)).toBe('ER  - ');
  expect(lines.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
});

it('CSL-JSON has names and dates in parts', () => {
  expect(JSON.parse(onlyText(renderCslJson(HOSTILE)))).toMatchObject([
    {
      id: 'writer2025all',
      type: 'webpage',
      author: [{ family: 'Writer', given: 'A.' }],
      issued: { 'date-parts': [[2025, 10, 14]] },
      accessed: { 'date-parts': [[2026, 3, 1]] },
      'container-title': 'The Observer',
    },
  ]);
});
