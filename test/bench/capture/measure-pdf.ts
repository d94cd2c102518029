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
  /** The same of processor time, which other work on the machine does not lengthen. */
  readonly cpuRatio: number;
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

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

async function time(work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

export interface PdfMeasure {
  readonly pages: number;
  readonly rounds: number;
  /** Measured instead of a made-up book of so many pages. */
  readonly bytes?: Uint8Array;
}

/** Both ways in turns, each first every other time: what else the machine does must not favour one. */
async function measureRounds(book: Uint8Array, rounds: number): Promise<{ plain: Cost[]; ours: Cost[] }> {
  const plain: Cost[] = [];
  const ours: Cost[] = [];
  const ways = [
    async () => plain.push(await time(() => extractPlainly(book))),
    async () => ours.push(await time(() => extractPdf(book, null))),
  ];
  for (let round = 0; round < rounds; round += 1) {
    for (const way of round % 2 === 0 ? ways : ways.toReversed()) await way();
  }
  return { plain, ours };
}

export async function measurePdf({ pages, rounds, bytes }: PdfMeasure): Promise<PdfTimes> {
  const book = bytes ?? writePdf(Array.from({ length: pages }, (_, page) => pageOf(page)));
  let told = 0;
  // Loads pdf.js and warms both up: a first run would measure the compiler.
  const { pages: found } = await extractPdf(book, null, () => (told += 1));
  await extractPlainly(book);
  const { plain, ours } = await measureRounds(book, rounds);
  const wall = [plain, ours].map((costs) => middle(costs.map((cost) => cost.wall)));
  const cpu = [plain, ours].map((costs) => middle(costs.map((cost) => cost.cpu)));
  const [a = 0, b = 0] = wall;
  const [c = 0, d = 0] = cpu;
  return { pages: found.length, bytes: book.length, plain: a, ours: b, ratio: b / a, cpuRatio: d / c, told };
}
