/** PDF: the text layer, read page by page and put back into paragraphs. Pages that have none are named, and kept as pictures. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DossierError } from '../../../common/contract/errors.ts';
import type { Extracted, PageInTree } from '../details/details.ts';
import { orderRegions } from './columns.ts';
import { readPdfDetails } from './details.ts';
import { removeFurniture } from './furniture.ts';
import { withPdf } from './library.ts';
import { textOf, type PageText, type Region } from './model.ts';
import { buildParagraphs, measure } from './paragraphs.ts';
import { readPage } from './segments.ts';
import { writePageNames, writeTree, type MissingPage, type PdfTree } from './tree.ts';
import { Compounds } from './words.ts';

/** No book has more; the worker's clock bounds the rest. */
const MOST_PAGES = 5000;
/** A PDF may name a page by anything; what is cited is short. */
const LONGEST_LABEL = 20;

export interface ExtractedPdf extends Extracted {
  /** Every page of the file, in order, and where it begins. */
  readonly pages: readonly PageInTree[];
}

/** Called after each page: `done` of `total` pages are read. */
export type PdfProgress = (done: number, total: number) => void;

async function readLabels(document: PDFDocumentProxy): Promise<readonly string[]> {
  const labels = await document.getPageLabels().catch(() => null);
  return Array.from({ length: document.numPages }, (_, index) => {
    const label = labels?.[index]?.trim();
    return label ? label.slice(0, LONGEST_LABEL).toWellFormed() : String(index + 1);
  });
}

const EMPTY: PageText = { label: '', width: 0, height: 0, segments: [], turned: [] };

interface Pages {
  readonly pages: readonly PageText[];
  /** Indices of pages that could not be read: one broken page does not cost the others. */
  readonly failed: ReadonlySet<number>;
}

async function readPages(document: PDFDocumentProxy, progress?: PdfProgress): Promise<Pages> {
  const labels = await readLabels(document);
  const pages: PageText[] = [];
  const failed = new Set<number>();
  for (const [index, label] of labels.entries()) {
    const page = await document
      .getPage(index + 1)
      .then((proxy) => readPage(proxy, label))
      .catch(() => null);
    if (!page) failed.add(index);
    pages.push(page ?? { ...EMPTY, label });
    progress?.(index + 1, labels.length);
  }
  return { pages, failed };
}

function regionsOf(page: PageText): readonly Region[] {
  return [page.segments, ...page.turned].flatMap(orderRegions);
}

function learnCompounds(pages: readonly (readonly Region[])[]): Compounds {
  const compounds = new Compounds();
  for (const { lines } of pages.flat()) for (const line of lines) compounds.learn(textOf(line));
  return compounds;
}

/** Named one by one up to so many; the rest is counted. */
const MOST_NAMED = 20;

function nameMissing(
  code: 'pages-broken' | 'pages-without-text',
  pages: readonly MissingPage[],
): Extracted['warnings'] {
  if (pages.length === 0) return [];
  const named = pages.slice(0, MOST_NAMED).map(({ label }) => label);
  const details = { pages: named.join(', '), more: pages.length - named.length };
  return [{ code, message: `${code}: ${details.pages}`, details }];
}

const isEmpty = ({ segments, turned }: PageText) => segments.length + turned.length === 0;

/** All pages are pictures: they are kept to be read as such. */
function nameOnly(labels: readonly string[]): Content {
  return {
    ...writePageNames(labels),
    warnings: [{ code: 'scanned', message: 'The PDF holds pictures of pages and no text.' }],
    isWordless: true,
  };
}

interface Content extends PdfTree {
  readonly warnings: Extracted['warnings'];
  readonly isWordless: boolean;
}

function write({ pages, failed }: Pages): Content {
  const labels = pages.map(({ label }) => label);
  const stripped = removeFurniture(pages);
  const missing = labels
    .map((label, index) => ({ label, index }))
    .filter(({ index }) => isEmpty(stripped[index] ?? EMPTY));
  const broken = missing.filter(({ index }) => failed.has(index));
  const warnings = nameMissing('pages-broken', broken);
  if (missing.length === labels.length) {
    const { warnings: scanned, ...names } = nameOnly(labels);
    return { ...names, warnings: [...scanned, ...warnings] };
  }
  const regions = stripped.map(regionsOf);
  const measures = measure(regions);
  const paragraphs = buildParagraphs(regions, measures);
  const tree = writeTree(paragraphs, measures, learnCompounds(regions), labels, missing);
  const blank = missing.filter(({ index }) => !failed.has(index));
  const without = nameMissing('pages-without-text', blank);
  return { ...tree, warnings: [...warnings, ...without], isWordless: false };
}

async function extract(
  document: PDFDocumentProxy,
  fileName: string | null,
  progress?: PdfProgress,
): Promise<ExtractedPdf> {
  const { numPages } = document;
  if (numPages > MOST_PAGES)
    throw new DossierError('too-large', { fileName, pages: numPages, maxPages: MOST_PAGES });
  const read = await readPages(document, progress);
  if (read.failed.size === numPages)
    throw new DossierError('unreadable', { fileName, reason: 'broken', pages: numPages });
  const details = await readPdfDetails(document, read.pages[0]);
  return { ...write(read), details, extractor: 'pdf.js 6.5.438' };
}

/**
 * Reads a PDF's text. `progress` is told after every page.
 * @throws DossierError unreadable (reason encrypted or broken), too-large
 */
export function extractPdf(
  bytes: Uint8Array,
  fileName: string | null,
  progress?: PdfProgress,
): Promise<ExtractedPdf> {
  return withPdf(bytes, fileName, (document) => extract(document, fileName, progress));
}
