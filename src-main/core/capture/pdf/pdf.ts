/** PDF: the text layer, read page by page and put back into paragraphs. What has none is told, not guessed. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DossierError } from '../../../common/contract/errors.ts';
import type { Extracted } from '../details/details.ts';
import { orderRegions } from './columns.ts';
import { readPdfDetails } from './details.ts';
import { removeFurniture } from './furniture.ts';
import { withPdf } from './library.ts';
import { textOf, type PageText, type Region } from './model.ts';
import { buildParagraphs, measure } from './paragraphs.ts';
import { readPage } from './segments.ts';
import { writeTree, type PageStart } from './tree.ts';
import { Compounds } from './words.ts';

/** No book has more; the worker's clock bounds the rest. */
const MOST_PAGES = 5000;
/** A PDF may name a page by anything; what is cited is short. */
const LONGEST_LABEL = 20;

export interface ExtractedPdf extends Extracted {
  /** Every page of the file, in order, and where it begins. */
  readonly pages: readonly PageStart[];
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

interface Pages {
  readonly pages: readonly PageText[];
  /** Labels of pages that could not be read: one broken page does not cost the others. */
  readonly failed: readonly string[];
}

async function readPages(document: PDFDocumentProxy, progress?: PdfProgress): Promise<Pages> {
  const labels = await readLabels(document);
  const pages: PageText[] = [];
  const failed: string[] = [];
  for (const [index, label] of labels.entries()) {
    const page = await document
      .getPage(index + 1)
      .then((proxy) => readPage(proxy, label))
      .catch(() => null);
    if (!page) failed.push(label);
    pages.push(page ?? { label, width: 0, height: 0, segments: [], turned: [] });
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

function warningsOf(failed: readonly string[], empty: number): Extracted['warnings'] {
  const warnings: { code: string; message: string }[] = [];
  if (failed.length > 0) {
    const message = `Pages that could not be read: ${failed.slice(0, 20).join(', ')}.`;
    warnings.push({ code: 'pages-broken', message });
  }
  if (empty > 0) warnings.push({ code: 'pages-without-text', message: `Pages without text: ${empty}.` });
  return warnings;
}

async function extract(
  document: PDFDocumentProxy,
  fileName: string | null,
  progress?: PdfProgress,
): Promise<ExtractedPdf> {
  const { numPages } = document;
  if (numPages > MOST_PAGES)
    throw new DossierError('too-large', { fileName, pages: numPages, maxPages: MOST_PAGES });
  const { pages, failed } = await readPages(document, progress);
  const empty = pages.filter(({ segments, turned }) => segments.length + turned.length === 0).length;
  if (empty === numPages) {
    const reason = failed.length > 0 ? 'broken' : 'scanned';
    throw new DossierError('unreadable', { fileName, reason, pages: numPages });
  }
  const details = await readPdfDetails(document, pages[0]);
  const regions = removeFurniture(pages).map(regionsOf);
  const measures = measure(regions);
  const paragraphs = buildParagraphs(regions, measures);
  const labels = pages.map(({ label }) => label);
  const { tree, pages: starts } = writeTree(paragraphs, measures, learnCompounds(regions), labels);
  const warnings = warningsOf(failed, empty - failed.length);
  return { tree, details, warnings, extractor: 'pdf.js 6.5.438', pages: starts };
}

/**
 * Reads a PDF's text. `progress` is told after every page.
 * @throws DossierError unreadable (reason encrypted, broken, or scanned: no text on any page), too-large
 */
export function extractPdf(
  bytes: Uint8Array,
  fileName: string | null,
  progress?: PdfProgress,
): Promise<ExtractedPdf> {
  return withPdf(bytes, fileName, (document) => extract(document, fileName, progress));
}
