import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../src-main/common/document/pages.ts';
import { describeWarning } from '../../../src-main/common/messages/warnings.ts';
import { parseCapture } from '../../../src-main/core/capture/parse.ts';
import { extractPdf } from '../../../src-main/core/capture/pdf/pdf.ts';
import { setLines, writePdf, type PdfPage } from '../../support/pdf-writer.ts';

const LINES = [
  'The council of the valley met on Tuesday to hear what the engineers had',
  'found at the dam, and to decide whether the reservoir should be emptied.',
  'Most of those who had come lived below it, and knew the river very well.',
];
const NOTHING: PdfPage = { texts: [] };
const written = (lines = LINES): PdfPage => ({ texts: setLines(lines, { x: 72, y: 120 }) });

const parse = (pages: readonly PdfPage[], labels?: string) =>
  parseCapture({
    bytes: writePdf(pages, labels === undefined ? {} : { labels }),
    fileName: 'a.pdf',
    now: '2026-03-01T09:00:00.000Z',
  });

describe('a PDF that was scanned', () => {
  it('is kept, its pages named by what is printed on them', async () => {
    const article = await parse([NOTHING, NOTHING, NOTHING], '0 << /S /r >> 2 << /S /D >>');
    expect(article.text).toBe('Page i\n\nPage ii\n\nPage 1');
    expect(article.pages).toEqual([
      { label: 'i', start: 0 },
      { label: 'ii', start: 8 },
      { label: '1', start: 17 },
    ]);
    expect(article.tree.children.map(({ type }) => type)).toEqual(['heading', 'heading', 'heading']);
  });

  it('says so, and counts no words and guesses no language from the names of its pages', async () => {
    const article = await parse(Array.from({ length: 60 }, () => NOTHING));
    expect(article.warnings.map(({ code }) => code)).toEqual(['scanned']);
    expect(article).toMatchObject({ words: 0, language: null, passages: [{ start: 0, end: 6 }] });
  });
});

describe('a PDF of which some pages have no text', () => {
  it('names them where they would be read, and in a warning', async () => {
    const article = await parse([written(), NOTHING, written(['Then it rained for days.']), NOTHING]);
    expect(article.text).toBe(`${LINES.join(' ')}\n\n[Page 2]\n\nThen it rained for days.\n\n[Page 4]`);
    const [warning, ...others] = article.warnings;
    expect(others).toEqual([]);
    expect(warning && describeWarning(warning, 'en')).toContain('Pages without text: p.\u00a02, 4.');
    expect(warning && describeWarning(warning, 'fr')).toContain('Pages sans texte\u00a0: p.\u00a02, 4.');
  });

  it('has every page begin no later than the next one, also amid a paragraph', async () => {
    const { text, pages } = await parse([
      written([...LINES.slice(0, 2), 'and knew the river'.padEnd(70, ' and the valley')]),
      NOTHING,
      written(['very well from the floods.']),
    ]);
    const starts = pages?.map(({ start }) => start) ?? [];
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(pages && pagesOf(pages, text.indexOf('very'), text.indexOf('very') + 4)).toBe('3');
  });

  it('counts those that are more than a sentence can name', async () => {
    const article = await parse([written(), ...Array.from({ length: 30 }, () => NOTHING)]);
    const [warning] = article.warnings;
    expect(warning && describeWarning(warning, 'en')).toContain('20, 21 and 10 more.');
  });
});

it('tells after every page how far it is', async () => {
  const told: string[] = [];
  await extractPdf(writePdf([written(), NOTHING, written()]), null, (done, total) => {
    told.push(`${done} of ${total}`);
  });
  expect(told).toEqual(['1 of 3', '2 of 3', '3 of 3']);
});
