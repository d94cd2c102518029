/** Each quotation carries who said it, where, when, on which page, and the way back to it: format by format. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../../src-main/common/contract/export-formats.ts';
import { textOf } from '../../../src-main/core/export/deliver.ts';
import { FORMATS, type GatheredFormat } from '../../../src-main/core/export/formats.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import { exportClaim, exportData, exportEvidence, exportSource, onlyBytes } from './data.ts';

const seed = { id: '018f0000-0000-7000-8000-000000000001', title: 'The plant of Grand-Sel' };
const quote = { exact: '412 million euros', note: 'who says so?', page: '12' };
const source = exportSource({ ...seed, excerpts: [quote] });
const claim = exportClaim({ status: 'verified', evidence: [exportEvidence(source, 0)] });
const data = exportData({ sources: [source], claims: [claim] });
let printed = '';

/** All that a format writes, as text. */
async function write(format: GatheredFormat): Promise<string> {
  const tools = {
    originals: { take: () => null, leftOut: 0 },
    signal: new AbortController().signal,
    print(html: string) {
      printed = html;
      return Promise.resolve(new Uint8Array([1]));
    },
  };
  const files = [...(await FORMATS[format].render(data, EXPORT_WORDS.en, tools))];
  if (format === 'pdf') return printed;
  const texts = files.flatMap((file) => ('bytes' in file ? [] : [textOf(file)]));
  if (texts.length > 0) return texts.join('\n');
  const parts = Object.values(unzipSync(await onlyBytes(files)));
  return parts.map((part) => new TextDecoder().decode(part)).join('\n');
}

const plain = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('\\', '');

const LINK = /https:\/\/example\.org\/plant#:~:text=[^\s"')<>]*412%20million/;
const FIELDS: Readonly<Record<string, RegExp>> = {
  quotation: /412 million euros/,
  author: /A\. Writer/,
  outlet: /The Observer/,
  title: /The plant of Grand-Sel/,
  date: /14 October 2025|2025-10-14/,
  address: /https:\/\/example\.org\/plant/,
  accessed: /1 March 2026|2026-03-01/,
  page: /p\.\s12/,
  link: LINK,
};

const QUOTING: readonly GatheredFormat[] = [
  'markdown',
  'obsidian',
  'html',
  'pdf',
  'docx',
  'csv',
  'json-ld',
  'refi-qda',
  'evidence',
];
/** What has no quotations: a claim review names documents, bibliographies cite them. */
const OTHERS: readonly ExportFormat[] = ['claimreview', 'bibtex', 'csl-json', 'ris', 'archive'];

describe.each(QUOTING)('a quotation in %s', (format) => {
  it.each(Object.keys(FIELDS))('carries its %s', async (field) => {
    expect(plain(await write(format))).toMatch(FIELDS[field] ?? /^$/);
  });
});

it('is asked of every format that has quotations', () => {
  expect([...QUOTING, ...OTHERS].toSorted()).toEqual([...Object.keys(FORMATS), 'archive'].toSorted());
});
