/** How a source is cited in the language of an export, and where a passage of it stands on the web. */
import type { Evidence, Excerpt, Source } from '../../common/contract/entities.ts';
import { formatTextFragment } from '../../common/document/text-fragment.ts';
import { isSafeUrl } from '../../common/document/tree.ts';
import type { ExportData, ExportSource } from './model.ts';
import { sayDate, type ExportWords } from './words.ts';

interface CitationPart {
  readonly kind: 'author' | 'title' | 'site' | 'date' | 'page' | 'address' | 'accessed';
  readonly text: string;
}

type Cited = Pick<Source, 'title' | 'byline' | 'site' | 'publishedAt'> & { readonly url?: string | null };

/**
 * Author, “title”, outlet, date, page, address, date of access: what is unknown is left out.
 * @param capturedAt when it was captured; null where that is not known here
 */
function citationParts(
  source: Cited,
  capturedAt: string | null,
  page: string | null,
  words: ExportWords,
): readonly CitationPart[] {
  const url = source.url ?? null;
  const day = (date: string): string => sayDate(date, words.locale);
  const parts: readonly (readonly [CitationPart['kind'], string | null])[] = [
    ['author', source.byline],
    ['title', words.quote(oneLine(source.title))],
    ['site', source.site],
    ['date', source.publishedAt && day(source.publishedAt)],
    ['page', page && words.page(page)],
    ['address', url],
    // What was on paper or in a file was there to be read: only a page may change.
    ['accessed', url !== null && capturedAt !== null ? words.accessed(day(capturedAt)) : null],
  ];
  return parts.flatMap(([kind, text]) => (text === null || text === '' ? [] : [{ kind, text }]));
}

/** « Author, “Title”, Outlet, 14 October 2025, p. 3, address (accessed 1 March 2026) ». Plain text on one line. */
export function citeSource(
  source: Cited,
  capturedAt: string | null,
  page: string | null,
  words: ExportWords,
): string {
  const parts = citationParts(source, capturedAt, page, words);
  const accessed = parts.find(({ kind }) => kind === 'accessed');
  const named = parts.filter((part) => part !== accessed).map(({ text }) => oneLine(text));
  return `${named.join(', ')}${accessed ? ` (${accessed.text})` : ''}`;
}

/** The address that a browser follows to the passage itself, where it has words to look for; null for what is on no page. */
export function addressOf(
  excerpt: Pick<Excerpt, 'versionId' | 'anchor' | 'start' | 'end' | 'exact' | 'prefix' | 'suffix'>,
  { source, version, text }: Pick<ExportSource, 'source' | 'version' | 'text'>,
): string | null {
  const { url } = source;
  if (url === null || !isSafeUrl(url)) return null;
  if (excerpt.versionId !== version.id || excerpt.anchor === 'orphan') return url;
  if (text !== '') return formatTextFragment(url, text, excerpt) ?? url;
  // Texts are not read for every format. Said twice, so that what stands around it is named: it may stand elsewhere too.
  const { prefix, exact, suffix } = excerpt;
  const around = `${prefix}${exact}${suffix}\n${exact}`;
  const range = { start: prefix.length, end: prefix.length + exact.length };
  return formatTextFragment(url, around, range) ?? url;
}

export interface Citation {
  readonly citekey: string;
  readonly citation: string;
  /** Where the passage itself is read on the web: the address, with the words to look for. */
  readonly link: string | null;
}

export interface Citer {
  /** Of the whole of it. */
  source(entry: ExportSource): string;
  excerpt(excerpt: Excerpt, entry: ExportSource): Citation;
  /** Of what stands beside a claim; its source need not be in the export. */
  evidence(evidence: Evidence): Citation;
}

/** How each quotation of an export is cited. */
export function createCiter({ sources, keys }: ExportData, words: ExportWords): Citer {
  const bySource = new Map<string, ExportSource>(sources.map((entry) => [entry.source.id, entry]));
  const byExcerpt = new Map(
    sources.flatMap((entry) => entry.excerpts.map((excerpt) => [excerpt.id, excerpt] as const)),
  );
  const keyOf = (id: string): string => keys.get(id) ?? id;
  const citeIn = (entry: ExportSource, excerpt: Excerpt | null, page: string | null): Citation => {
    const { source, version } = entry;
    const url = source.url !== null && isSafeUrl(source.url) ? source.url : null;
    return {
      citekey: keyOf(source.id),
      citation: citeSource({ ...source, url }, version.capturedAt, page, words),
      link: excerpt ? addressOf(excerpt, entry) : url,
    };
  };
  return {
    source: (entry) => citeIn(entry, null, null).citation,
    excerpt: (excerpt, entry) => citeIn(entry, excerpt, excerpt.page),
    evidence({ excerptId, sourceId, source, quotation }) {
      const [entry, excerpt] = [bySource.get(sourceId), byExcerpt.get(excerptId)];
      if (entry) return citeIn(entry, excerpt ?? null, quotation.page);
      const citation = citeSource(source, null, quotation.page, words);
      return { citekey: keyOf(sourceId), citation, link: null };
    },
  };
}

/** Without line ends; spaces that hold words together stay. */
const oneLine = (text: string): string => text.replace(/[ \t\n\v\f\r\u2028\u2029]+/g, ' ').trim();
