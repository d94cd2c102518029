/** Tables and linked data: what programs read. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../../src-main/common/csv-cells.ts';
import { renderClaimReviews } from '../../../src-main/core/export/linked-data/claim-review.ts';
import { renderWebAnnotations } from '../../../src-main/core/export/linked-data/web-annotation.ts';
import { renderCsv } from '../../../src-main/core/export/tables/csv.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import { exportClaim, exportData, exportSource, onlyText } from './data.ts';

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@x',
  '\tx',
  '\rx',
  "'=1",
  "''+",
  "'plain",
  'a"b',
  'a;b',
  'é\r\nü',
  ' x ',
  '＝1+1',
  '＠SUM(A1)',
  '\n=1',
];

describe('CSV', () => {
  it.each(HOSTILE)('neutralises %j for spreadsheets, and reads it back equal', (note) => {
    const data = exportData({ sources: [exportSource({ excerpts: [{ note }] })] });
    const file = renderCsv(data, EXPORT_WORDS.en).find(({ path }) => path === 'highlights.csv');
    const [row] = parse<Record<string, string>>(onlyText(file ? [file] : []), { bom: true, columns: true });
    expect(row?.['note']).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
    expect(readCell(row?.['note'] ?? '')).toBe(note);
  });

  it('has a header and the same number of cells in every row of every table', () => {
    const data = exportData({ sources: [exportSource({ excerpts: [{}] })], claims: [exportClaim({})] });
    for (const file of renderCsv(data, EXPORT_WORDS.en)) {
      const rows = parse(onlyText([file]), { bom: true });
      expect(rows.length, file.path).toBeGreaterThan(0);
      expect(new Set(rows.map(({ length }) => length)).size, file.path).toBe(1);
    }
  });
});

describe('Web Annotation', () => {
  it('names the quotation and its place, with note and tags as bodies', () => {
    const data = exportData({
      sources: [exportSource({ excerpts: [{ exact: '412 million', note: 'Really?', tags: ['cost'] }] })],
    });
    const { total, first } = JSON.parse(onlyText(renderWebAnnotations(data, EXPORT_WORDS.en)));
    expect(total).toBe(1);
    expect(first.items).toMatchObject([
      {
        type: 'Annotation',
        motivation: 'commenting',
        body: [
          { purpose: 'commenting', value: 'Really?' },
          { purpose: 'tagging', value: 'cost' },
        ],
        target: {
          source: 'https://example.org/plant',
          selector: [
            { type: 'TextQuoteSelector', exact: '412 million' },
            { type: 'TextPositionSelector', start: 20, end: 31 },
          ],
        },
      },
    ]);
  });

  it('cannot end a script of a page that holds it', () => {
    const data = exportData({ sources: [exportSource({ excerpts: [{ note: '</script><!-- x' }] })] });
    const text = onlyText(renderWebAnnotations(data, EXPORT_WORDS.en));
    expect(text).not.toContain('<');
    expect(JSON.parse(text).first.items[0].body[0].value).toBe('</script><!-- x');
  });
});

describe('ClaimReview', () => {
  const at = '2026-02-03T10:00:00.000Z';
  const verified = exportClaim({
    status: 'verified',
    statement: 'The plant costs 412 million.',
    history: [{ at, status: 'verified', reason: 'The council’s minutes.' }],
  });

  it('has a rating, the day of the verdict and what is reviewed, and leaves out what nobody judged', () => {
    const data = exportData({ claims: [verified, exportClaim({ status: 'unreviewed' })] });
    expect(JSON.parse(onlyText(renderClaimReviews(data, EXPORT_WORDS.fr)))).toMatchObject([
      {
        '@type': 'ClaimReview',
        datePublished: '2026-02-03',
        claimReviewed: 'The plant costs 412 million.',
        reviewRating: { '@type': 'Rating', ratingValue: 5, bestRating: 5, alternateName: 'Vérifiée' },
        itemReviewed: { '@type': 'Claim' },
      },
    ]);
  });
});
