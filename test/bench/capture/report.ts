/** What was measured of capture, what is asked for, and both in words. */
import type { ArticleReport } from './article.ts';
import type { BulkReport } from './bulk.ts';
import type { ExtractionReport, Figures } from './extraction.ts';
import type { PdfTimes } from './measure-pdf.ts';
import type { WindowReport } from './window.ts';

export interface CaptureReport {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  /** How fast this machine was during this very run: see ../search/calibration.ts. */
  readonly calibrationMs: number;
  readonly rounds: number;
  readonly extraction: ExtractionReport | null;
  readonly bulk: BulkReport | null;
  /** The same for pages of some kilobytes, which are sooner parsed than stored. */
  readonly small: BulkReport | null;
  /** Null also where there is no browser. */
  readonly window: WindowReport | null;
  readonly article: ArticleReport | null;
  readonly pdf: PdfTimes | null;
}

export interface Target {
  readonly name: string;
  readonly value: number;
  readonly asked: string;
  readonly holds: boolean;
}

const atMost = (name: string, value: number | null | undefined, most: number): Target[] =>
  value === null || value === undefined
    ? []
    : [{ name, value, asked: `at most ${most}`, holds: value <= most }];

const atLeast = (name: string, value: number | null | undefined, least: number): Target[] =>
  value === null || value === undefined
    ? []
    : [{ name, value, asked: `at least ${least}`, holds: value >= least }];

export function judge({ extraction, bulk, window, article, pdf }: CaptureReport): readonly Target[] {
  const { title, byline, language, f1 } = extraction?.ours ?? {};
  const plain = extraction?.readability.f1 ?? 0;
  const isOwn = plain > 0.999;
  return [
    ...atLeast('title right, of pages', title, 0.98),
    ...atLeast('byline right, of pages', byline, 0.98),
    ...atLeast('language right, of pages', language, 0.98),
    ...atLeast('words of the article, F1', f1, 0.99),
    // Where the answers are Readability's own there is nothing to be better at.
    ...atLeast('the same, less Readability’s', isOwn ? null : f1 && f1 - plain, 0),
    ...atMost('pages at once, times Readability on linkedom alone', bulk?.ratio, 2),
    ...atMost('pages at once, memory in MB', bulk?.peakMb, 600),
    ...atMost('pages at once, longest gap between frames of the window in ms', window?.longestMs, 200),
    ...atMost('one long article, times Readability on linkedom alone', article?.ratio, 2),
    ...atMost('500 pages of PDF, times pdf.js’s own text', pdf?.ratio, 1.5),
  ];
}

const round = (value: number): string => String(Number(value.toPrecision(3)));
const share = (value: number | null): string => (value === null ? '–' : value.toFixed(4));

function row(name: string, figures: Figures): string {
  const { f1, precision, recall, title, byline, language } = figures;
  return `| ${[name, ...[f1, precision, recall, title, byline, language].map(share)].join(' | ')} |`;
}

/** Made pages have the size and the furniture of saved ones: see saved-pages.ts. */
function describeBulk({ pages, bytes, ours, readability, isIndexed, peakMb }: BulkReport): string {
  const times = ({ elapsedMs, cpuMs }: BulkReport['ours']) =>
    `${round(elapsedMs / 1000)} s (${round(cpuMs / 1000)} s of processor time)`;
  const memory = peakMb === null ? '' : `, ${round(peakMb)} MB`;
  return `${pages} pages of ${round(bytes / pages / 1000)} KB on average: ${times(ours)}${memory}, Readability on linkedom alone ${times(readability)}; ${isIndexed ? 'all' : 'not all'} indexed when it ended.`;
}

export function writeReport(report: CaptureReport): string {
  const { machine, extraction, bulk, small, window, article, pdf, calibrationMs, rounds } = report;
  const lines = [
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; medians of ${rounds} rounds; calibration ${round(calibrationMs)} ms.`,
    '',
    '| target | measured | asked | holds |',
    '|---|---|---|---|',
    ...judge(report).map(
      ({ name, value, asked, holds }) =>
        `| ${name} | ${round(value)} | ${asked} | ${holds ? 'yes' : '**no**'} |`,
    ),
  ];
  if (extraction) {
    lines.push(
      '',
      `Extraction, ${extraction.pages} pages:`,
      '',
      '| | F1 | precision | recall | title | byline | language |',
      '|---|---|---|---|---|---|---|',
      row('Dossier', extraction.ours),
      row('Readability', extraction.readability),
    );
    for (const [rule, f1] of Object.entries(extraction.without ?? {}))
      lines.push(`- without ${rule}: ${share(f1)}`);
  }
  if (bulk) lines.push('', describeBulk(bulk));
  if (small)
    lines.push(
      '',
      `Small pages, for which nothing is asked: ${describeBulk(small)} Ratio ${round(small.ratio)}.`,
    );
  if (window)
    lines.push(
      '',
      `${window.pages} pages through the window: ${round(window.elapsedMs / 1000)} s; gaps between its frames: longest ${round(window.longestMs)} ms, 99 of 100 below ${round(window.p99Ms)} ms (longest while idle ${round(window.idleLongestMs)} ms). Before the page is told of the files Chromium holds it up for ${round(window.handingMs)} ms, and an empty page with the same files for ${round(window.emptyPageMs)} ms.`,
    );
  if (article)
    lines.push(
      '',
      `A page of ${round(article.bytes / 1e6)} MB: ${round(article.oursMs)} ms, Readability on linkedom alone ${round(article.parseMs)} ms.`,
    );
  if (pdf)
    lines.push(
      '',
      `A PDF of ${pdf.pages} pages: ${round(pdf.ours)} ms, pdf.js’s own text ${round(pdf.plain)} ms.`,
    );
  return `${lines.join('\n')}\n`;
}
