/** One source in the page: its head, its text with the margin beside it, and what no longer has a place in it. */
import type { Excerpt } from '../../../common/contract/entities.ts';
import { isSafeUrl } from '../../../common/document/tree.ts';
import { renderArticle } from './article.ts';
import { addressOf, citeSource } from '../citation.ts';
import { citationHtml } from './citation.ts';
import { escapeHtml, directionAttribute, langAttribute, proseHtml } from './text.ts';
import type { ExportData, ExportSource } from '../model.ts';
import { STATUS_MARKS, sayDate, type ExportWords } from '../words.ts';

export function* sourcePieces(entry: ExportSource, data: ExportData, words: ExportWords): Generator<string> {
  const { source, version, tree, excerpts } = entry;
  const here = excerpts.filter(({ versionId }) => versionId === version.id);
  const earlier = excerpts.filter(({ versionId }) => versionId !== version.id);
  const numbers: ReadonlyMap<string, number> = new Map(
    here.filter(isAnnotated).map(({ id }, at) => [id, at + 1]),
  );
  const margin = (begun: readonly Excerpt[]): string => {
    const notes = begun
      .filter(isAnnotated)
      .map((excerpt) => marginNote(excerpt, numbers, { entry, data, words }));
    return notes.length === 0 ? '' : `<aside class="margin">${notes.join('')}</aside>`;
  };
  const article = renderArticle(tree, {
    id: source.id,
    excerpts: here,
    numbers,
    cite: (excerpt) => citationOf(excerpt, entry, words),
    margin,
    picture: words.picture,
    images: data.images,
  });
  const direction = directionAttribute(tree);
  yield `<article class="source" id="s-${escapeHtml(source.id)}">
<header${langAttribute(source.language)}${direction}>
<p class="kicker">${kicker(entry, words)}</p>
<h2>${escapeHtml(source.title)}</h2>
<p class="meta cited">${reference(entry, words)}</p>
${foot(entry, words)}
</header>
<div class="text"${langAttribute(source.language)}${direction}>
`;
  yield* article;
  yield `
</div>
${renderEarlier(earlier, { entry, data, words })}
</article>`;
}

export function renderSource(entry: ExportSource, data: ExportData, words: ExportWords): string {
  return [...sourcePieces(entry, data, words)].join('');
}

/** Of one quotation, with its page. */
function citationOf({ page }: Excerpt, { source, version }: ExportSource, words: ExportWords): string {
  return citeSource(source, version.capturedAt, page, words);
}

function isAnnotated({ note, tags, claims }: Excerpt): boolean {
  return note.trim() !== '' || tags.length > 0 || claims.length > 0;
}

/** As the whole of it is cited. */
function reference({ source, version }: ExportSource, words: ExportWords): string {
  const url = source.url !== null && isSafeUrl(source.url) ? source.url : null;
  return `${citationHtml(citeSource({ ...source, url }, version.capturedAt, null, words), url)}.`;
}

function kicker({ source }: ExportSource, words: ExportWords): string {
  const site = source.site === null ? [] : [`<b>${escapeHtml(source.site)}</b>`];
  const others = [
    source.byline,
    source.publishedAt === null ? null : sayDate(source.publishedAt, words.locale),
  ];
  return [...site, ...others.filter((part) => part !== null).map(escapeHtml)].join(' · ');
}

/** What the reference does not say: tags, the bytes, and when they were captured where no address was asked. */
function foot({ source, version }: ExportSource, words: ExportWords): string {
  const tags = source.tags.map((tag) => `<span class="tag">#${escapeHtml(tag)}</span>`);
  const captured = source.url === null ? [words.captured(sayDate(version.capturedAt, words.locale))] : [];
  const hash = `<span class="hash" title="SHA-256">${escapeHtml(version.sha256.slice(0, 12))}</span>`;
  return `<p class="meta" lang="${words.locale}">${[...tags, ...captured, hash].join(' · ')}</p>`;
}

interface Around {
  readonly entry: ExportSource;
  readonly data: ExportData;
  readonly words: ExportWords;
}

function marginNote(excerpt: Excerpt, numbers: ReadonlyMap<string, number>, around: Around): string {
  const { words } = around;
  const id = escapeHtml(excerpt.id);
  const number = numbers.get(excerpt.id) ?? '';
  return `<div class="note ${escapeHtml(excerpt.color)}" id="n-${id}" lang="${words.locale}"><p class="head"><a class="ref" href="#x-${id}" aria-label="${number} – ${words.backToText}">${number}</a> ${noteHead(excerpt, around)}</p>${noteBody(excerpt, words)}</div>`;
}

function noteHead(excerpt: Excerpt, { entry, data, words }: Around): string {
  const meaning = escapeHtml(data.colorNames[excerpt.color] ?? words.colors[excerpt.color]);
  const tags = excerpt.tags.map((tag) => ` <span class="tag">#${escapeHtml(tag)}</span>`).join('');
  const page =
    excerpt.page === null ? '' : ` <span class="page">${escapeHtml(words.page(excerpt.page))}</span>`;
  const address = addressOf(excerpt, entry);
  const link =
    address === null
      ? ''
      : ` <a class="at" href="${escapeHtml(address)}" rel="noreferrer noopener" aria-label="${escapeHtml(words.address)}">↗</a>`;
  return `<b>${meaning}</b>${page}${tags}${link}`;
}

function noteBody(excerpt: Excerpt, words: ExportWords): string {
  const claims = excerpt.claims.map(
    ({ id, statement, status, stance }) =>
      `<p class="rests"><span class="mark ${escapeHtml(status)}">${STATUS_MARKS[status]} ${words.statuses[status]}</span> · ${words.stances[stance]}<br><a href="#c-${escapeHtml(id)}">${escapeHtml(statement)}</a></p>`,
  );
  return proseHtml(excerpt.note) + claims.join('');
}

function renderEarlier(excerpts: readonly Excerpt[], around: Around): string {
  const { words } = around;
  if (excerpts.length === 0) return '';
  const items = excerpts.map(
    (excerpt) =>
      `<li id="x-${escapeHtml(excerpt.id)}"><blockquote>${proseHtml(excerpt.exact)}</blockquote><div class="note ${escapeHtml(excerpt.color)}"><p class="head">${noteHead(excerpt, around)}</p>${noteBody(excerpt, words)}</div></li>`,
  );
  return `<section class="earlier"><h3>${words.earlier}</h3><ol>${items.join('')}</ol></section>`;
}
