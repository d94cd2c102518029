/** A PDF's whole way to an article against pdf.js's own text extraction, in turns, each on the same bytes. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { extractPdf } from '../../../src-main/core/capture/pdf/pdf.ts';
import { writePdf, type PdfPage, type PdfText } from '../../support/pdf-writer.ts';

export interface PdfTimes {
  readonly pages: number;
  readonly bytes: number;
  /** Medians, in milliseconds. */
  readonly plain: number;
  readonly ours: number;
  /** `ours` divided by `plain`: 1.5 is the most that is promised. */
  readonly ratio: number;
  /** How often progress was told in one round. */
  readonly told: number;
}

const WORDS =
  'the of river council engineer reservoir decided whether emptied valley winter letter ministry asked silence floor waited morning because although measured'.split(
    ' ',
  );

/** A page of a book: header, number, two columns or one, indents, words parted at line ends, a footnote. */
function pageOf(page: number): PdfPage {
  let seed = page * 7919 + 1;
  const next = (below: number) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  const line = (words: number, at: number) =>
    `${Array.from({ length: words }, () => WORDS[next(WORDS.length)] ?? '').join(' ')}${at % 5 === 4 ? '.' : at % 7 === 3 ? ' reser-' : ''}`;
  const columns = page % 3 === 0 ? [72, 310] : [72];
  const texts: PdfText[] = [
    {
      text: page % 2 ? 'A History of Dams' : `Chapter ${Math.floor(page / 20)}`,
      x: page % 2 ? 72 : 400,
      y: 40,
      size: 9,
    },
    { text: String(page + 1), x: 295, y: 815, size: 9 },
    { text: `${page % 9} See the report of that year.`, x: 72, y: 780, size: 8 },
  ];
  for (const x of columns) {
    for (let at = 0; at < 48; at += 1) {
      texts.push({
        text: line(columns.length === 2 ? 6 : 12, at),
        x: at % 5 === 0 ? x + 12 : x,
        y: 80 + at * 14,
      });
    }
  }
  return { texts };
}

/** What anyone does with pdf.js who wants text. */
async function extractPlainly(bytes: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    length += items.map((item) => ('str' in item ? item.str : '')).join('').length;
    page.cleanup();
  }
  await task.destroy();
  return length;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Measures `bytes`, or a made-up book of so many pages, over so many rounds. */
export async function measurePdf(pages: number, rounds: number, bytes?: Uint8Array): Promise<PdfTimes> {
  const book = bytes ?? writePdf(Array.from({ length: pages }, (_, page) => pageOf(page)));
  let told = 0;
  // Loads pdf.js and warms both up: a first run would measure the compiler.
  const { pages: found } = await extractPdf(book, null, () => (told += 1));
  await extractPlainly(book);
  const plain: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    plain.push(await time(() => extractPlainly(book)));
    ours.push(await time(() => extractPdf(book, null)));
  }
  const [a, b] = [middle(plain), middle(ours)];
  return { pages: found.length, bytes: book.length, plain: a, ours: b, ratio: b / a, told };
}
