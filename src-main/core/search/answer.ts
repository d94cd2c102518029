/** One query from its text to its page of hits. */
import type { Hit, SourceId, VersionId, Warning } from '../../common/contract/entities.ts';
import type { SearchInput, SearchOutput } from '../ports.ts';
import { compileQuery, type CompiledQuery } from './compile.ts';
import type { Documents, Entry, SearchDocument } from './documents.ts';
import { explainHit } from './explain.ts';
import { makeFilter } from './filters.ts';
import { containsLiteral, toLiteral, type Literal } from './literal.ts';
import { NOTICE_CUT, NOTICE_PLAIN, parseQuery } from './parse.ts';
import type { Phrase } from './query-text.ts';
import type { Scored, SearchIndex } from './search-index.ts';
import { makeSnippet } from './snippet.ts';

const DEFAULT_LIMIT = 20;
const SMALL_PAGE = 100;

type Answer = Omit<SearchOutput, 'tookMs'>;

export function answerQuery(index: SearchIndex, documents: Documents, input: SearchInput): Answer {
  if (input.query.trim() === '') return { total: 0, notice: null, hits: [] };
  const parsed = parseQuery(input.query, input.typing ?? false);
  const query = compileQuery(parsed, index.vocabulary);
  const phrases = query.phrases.map((phrase) => ({ ...phrase, literal: toLiteral(phrase.typed) }));
  const matches = findMatches(index, documents, { input, query, phrases });
  const offset = input.offset ?? 0;
  const page = orderPage(matches, offset, offset + (input.limit ?? DEFAULT_LIMIT));
  const hits = page.flatMap(({ entry, score }) => {
    const document = documents.load(entry);
    return document
      ? [toHit({ document, score, index, query, phrases, explain: input.explain ?? false })]
      : [];
  });
  return { total: matches.length, notice: noticeOf(parsed.plain, query.cut), hits };
}

/** Both may hold; that words were read differently matters more than that there is more to find. */
function noticeOf(plain: boolean, cut: boolean): Warning | null {
  if (plain) return NOTICE_PLAIN;
  return cut ? NOTICE_CUT : null;
}

type CheckedPhrase = Phrase & { readonly literal: Literal };

interface Search {
  readonly input: SearchInput;
  readonly query: CompiledQuery;
  readonly phrases: readonly CheckedPhrase[];
}

/** All of them, for the total is exact. Texts are read last, of those that are left. */
function findMatches(index: SearchIndex, documents: Documents, search: Search): readonly Scored[] {
  const passes = makeFilter(documents.reader, search.input);
  const found = index.search(search.query.clauses).filter(({ entry }) => passes(entry));
  if (search.phrases.length === 0) return found;
  return found.filter(({ entry }) => holdsPhrases(documents.load(entry), search.phrases));
}

function holdsPhrases(document: SearchDocument | null, phrases: readonly CheckedPhrase[]): boolean {
  if (!document) return false;
  return phrases.every(({ literal, fields, presence }) => {
    const holds = fields.some((field) => containsLiteral(document.texts[field] ?? '', literal));
    return holds === (presence === 'required');
  });
}

/** The best of `matches` from the one position to the other: by falling score, equal scores by id. */
function orderPage(matches: readonly Scored[], from: number, to: number): readonly Scored[] {
  const compare = (a: Scored, b: Scored) => b.score - a.score || compareIds(a.entry, b.entry);
  if (to > SMALL_PAGE) return matches.toSorted(compare).slice(from, to);
  // A page is small and matches are many: keeping the best so far in order is much cheaper than sorting all.
  const best: Scored[] = [];
  for (const match of matches) {
    const last = best[to - 1];
    if (last && compare(last, match) <= 0) continue;
    let at = Math.min(best.length, to - 1);
    while (at > 0 && compare(best[at - 1] ?? match, match) > 0) at -= 1;
    best.splice(at, 0, match);
    if (best.length > to) best.pop();
  }
  return best.slice(from, to);
}

function compareIds(a: Entry, b: Entry): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

interface HitParts {
  readonly document: SearchDocument;
  readonly score: number;
  readonly index: SearchIndex;
  readonly query: CompiledQuery;
  readonly phrases: readonly CheckedPhrase[];
  readonly explain: boolean;
}

function toHit({ document, score, index, query, phrases, explain }: HitParts): Hit {
  const { entry, title } = document;
  return {
    kind: entry.kind,
    id: entry.id,
    sourceId: entry.sourceId as SourceId | null,
    versionId: entry.versionId as VersionId | null,
    start: entry.start,
    end: entry.end,
    title,
    score,
    snippet: makeSnippet(
      document,
      query,
      phrases.filter(({ presence }) => presence === 'required'),
    ),
    why: explain ? explainHit(document, query, index.shares(query.clauses, entry)) : null,
  };
}
