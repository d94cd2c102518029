/** Each format's files, and what it cannot carry. */
import type { Warning } from '../../common/contract/entities.ts';
import type { ExportFormat } from '../../common/contract/export-formats.ts';
import { renderBibtex } from './bibliography/bibtex.ts';
import { renderCslJson } from './bibliography/csl-json.ts';
import { renderRis } from './bibliography/ris.ts';
import { renderDocx } from './docx/docx.ts';
import { renderEvidence } from './evidence/evidence.ts';
import { renderHtml } from './html/html.ts';
import { renderClaimReviews } from './linked-data/claim-review.ts';
import { renderWebAnnotations } from './linked-data/web-annotation.ts';
import { renderMarkdown } from './markdown/markdown.ts';
import type { ExportData, ExportOriginals, ExportTools, RenderedFiles } from './model.ts';
import { renderObsidian } from './obsidian/obsidian.ts';
import { renderPdf } from './pdf/pdf.ts';
import { qdaLosses, renderRefiQda } from './refi-qda/refi-qda.ts';
import { renderCsv } from './tables/csv.ts';
import type { ExportWords } from './words.ts';

interface Format {
  readonly render: (
    data: ExportData,
    words: ExportWords,
    tools: ExportTools,
  ) => RenderedFiles | Promise<RenderedFiles>;
  /** Highlights and details are all it needs, and pictures. */
  readonly needsNoTexts?: true;
  /** The ending of a file that is shown, before it is made, as the page of the same content. */
  readonly page?: 'pdf' | 'docx';
  /** Asked when all is rendered. */
  readonly leavesOut?: (data: ExportData, originals: ExportOriginals) => Warning[];
}

const bibliography = { leavesOut: onlySources, needsNoTexts: true } as const;

/** What is made of what was gathered. An archive is everything, whatever was asked for. */
export type GatheredFormat = Exclude<ExportFormat, 'archive'>;

export const FORMATS: Readonly<Record<GatheredFormat, Format>> = {
  markdown: { render: renderMarkdown, needsNoTexts: true },
  obsidian: { render: renderObsidian, needsNoTexts: true },
  html: { render: renderHtml },
  pdf: { render: renderPdf, page: 'pdf' },
  docx: { render: renderDocx, page: 'docx' },
  csv: { render: renderCsv },
  'json-ld': { render: renderWebAnnotations, leavesOut: onlyHighlights },
  claimreview: { render: renderClaimReviews, leavesOut: withoutVerdict, needsNoTexts: true },
  bibtex: { render: renderBibtex, ...bibliography },
  'csl-json': { render: renderCslJson, ...bibliography },
  ris: { render: renderRis, ...bibliography },
  'refi-qda': { render: renderRefiQda, leavesOut: qdaLosses },
  evidence: {
    render: (data, words, { originals }) => renderEvidence(data, words, originals),
    leavesOut: withoutOriginals,
  },
};

/** A template may ask for anything. */
export function needsTexts({
  format,
  template,
}: {
  readonly format: ExportFormat;
  readonly template?: string | undefined;
}): boolean {
  return format === 'archive' || template !== undefined || !FORMATS[format].needsNoTexts;
}

/** Claims that nobody has judged: each is named, up to as many as can be read. */
function withoutVerdict({ claims }: ExportData): Warning[] {
  const left = claims.filter(({ status }) => status === 'unreviewed');
  return [
    ...left.slice(0, MOST_NAMED).map(({ id, statement }) => ({
      code: 'claim-without-verdict',
      message: `Left out, since it has no verdict: ${statement}`,
      details: { id, statement },
    })),
    ...leftOut('claims', left.length - MOST_NAMED),
  ];
}

const MOST_NAMED = 50;

function onlySources({ sources, claims, notes }: ExportData): Warning[] {
  const highlights = sources.reduce((sum, { excerpts }) => sum + excerpts.length, 0);
  return [
    ...leftOut('highlights', highlights),
    ...leftOut('claims', claims.length),
    ...leftOut('notes', notes.length),
  ];
}

function onlyHighlights({ claims, notes }: ExportData): Warning[] {
  return [...leftOut('claims', claims.length), ...leftOut('notes', notes.length)];
}

function withoutOriginals(_data: ExportData, originals: ExportOriginals): Warning[] {
  return leftOut('originals', originals.leftOut);
}

function leftOut(what: string, count: number): Warning[] {
  if (count <= 0) return [];
  const message = `This format does not carry ${what}; left out: ${count}.`;
  return [{ code: 'export-left-out', message, details: { what, count } }];
}
