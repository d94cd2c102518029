/**
 * The notebook as one page that needs nothing but itself: no script, no other file, no network, and a policy
 * that says so. It opens from a folder, prints, and follows the reader's light or dark setting.
 */
import type { ExportData, ExportSource, RenderedPieces } from '../model.ts';
import { safeName } from '../file-names.ts';
import { renderClaims } from './claims.ts';
import { renderSource, sourcePieces } from './source.ts';
import { escapeHtml, langAttribute, proseHtml } from './text.ts';
import articleStyle from './article.css?raw';
import frameStyle from './page.css?raw';
import printStyle from './print.css?raw';
import { STATUS_MARKS, sayDate, type ExportWords } from '../words.ts';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function renderHtml(data: ExportData, words: ExportWords): RenderedPieces[] {
  function* sources(): Generator<string> {
    for (const entry of data.sources) {
      yield* sourcePieces(entry, data, words);
      yield '\n';
    }
  }
  const parts = { ...renderParts(data, words), sources: sources() };
  return [{ path: pagePath(data, words), pieces: composePage(data, words, parts) }];
}

export function pagePath(data: ExportData, words: ExportWords): string {
  return `${safeName(titleOf(data), words.untitled)}.html`;
}

function titleOf({ sources, notebook }: ExportData): string {
  const [only] = sources;
  return sources.length === 1 && only ? only.source.title : notebook;
}

/** What the page shows of the notebook, made when it is asked for. */
export interface PageParts {
  readonly claims: string;
  /** In the order of the data, whole or in pieces. */
  readonly sources: Iterable<string>;
  readonly notes: string;
}

export function renderParts(data: ExportData, words: ExportWords): PageParts {
  function* sources(): Generator<string> {
    for (const entry of data.sources) yield `${renderSource(entry, data, words)}\n`;
  }
  return { claims: renderClaims(data, words), sources: sources(), notes: renderNotes(data, words) };
}

export interface PageFrame {
  /** Content security policy; without it, one that allows the style and pictures within the page. */
  readonly policy?: string;
  /** After the page's own style. */
  readonly style?: string;
  /** HTML under the title, and after everything. */
  readonly front?: string;
  readonly end?: Iterable<string>;
}

/** All of the style that a page has: what a policy names by its hash. */
export const pageStyle = (more = ''): string =>
  `\n${[frameStyle, articleStyle, printStyle, more].map((style) => style.trim()).join('\n')}\n`;

export function* composePage(
  data: ExportData,
  words: ExportWords,
  parts: PageParts,
  frame: PageFrame = {},
): Generator<string> {
  yield pageHead(data, words, frame);
  yield `${pageFront(data, words, frame.front)}${parts.claims}\n`;
  yield* parts.sources;
  yield `${parts.notes}\n</main>\n`;
  yield* frame.end ?? [];
  yield PAGE_END;
}

const PAGE_END = '</body>\n</html>\n';
/** After the last part of a page that is printed. */
export const pageEnd = `</main>\n${PAGE_END}`;

/** Up to the body. */
export function pageHead(
  data: ExportData,
  words: ExportWords,
  { policy = POLICY, style: more }: Pick<PageFrame, 'policy' | 'style'>,
): string {
  return `<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(titleOf(data))}</title>
<style>${pageStyle(more)}</style>
</head>
`;
}

/** The body's beginning with all that stands before the first claim: it is open, and so is `main`. */
export function pageFront(data: ExportData, words: ExportWords, front = ''): string {
  return `<body>
${renderContents(data, words)}
<main>
<header class="front">
<h1>${escapeHtml(data.notebook)}</h1>
<p class="meta">${escapeHtml(words.exported(sayDate(data.at, words.locale)))}</p>
${isEmpty(data) ? `<p>${words.nothing}</p>` : ''}
${front}</header>
`;
}

function isEmpty({ sources, claims, notes }: ExportData): boolean {
  return sources.length + claims.length + notes.length === 0;
}

function renderContents(data: ExportData, words: ExportWords): string {
  if (isEmpty(data)) return '';
  const claims = data.claims.map(
    ({ id, status, statement }) =>
      `<li><a href="#c-${escapeHtml(id)}"><span class="mark ${escapeHtml(status)}" title="${words.statuses[status]}">${STATUS_MARKS[status]}</span> ${escapeHtml(statement)}</a></li>`,
  );
  const sources = data.sources.map(contentsLine);
  const notes = data.notes.map(
    ({ id, title }) => `<li><a href="#note-${escapeHtml(id)}">${escapeHtml(title)}</a></li>`,
  );
  return `<nav aria-label="${words.contents}">
<p class="nav-title">${words.contents}</p>
${listOf(words.claims, claims)}${listOf(words.sources, sources)}${listOf(words.notes, notes)}</nav>`;
}

function contentsLine({ source }: ExportSource): string {
  const title = `<span${langAttribute(source.language)}>${escapeHtml(source.title)}</span>`;
  return `<li><a href="#s-${escapeHtml(source.id)}">${title}</a></li>`;
}

function listOf(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<p class="nav-group">${title}</p>\n<ol>${items.join('')}</ol>\n`;
}

function renderNotes({ notes }: ExportData, words: ExportWords): string {
  if (notes.length === 0) return '';
  const rendered = notes.map(
    ({ id, title, body, tags }) => `<article class="own-note" id="note-${escapeHtml(id)}">
<h3>${escapeHtml(title)}</h3>
<p class="meta">${tags.map((tag) => `<span class="tag">#${escapeHtml(tag)}</span>`).join(' ')}</p>
${proseHtml(body)}
</article>`,
  );
  return `<section class="notes-own"><h2>${words.notes}</h2>\n${rendered.join('\n')}</section>`;
}
