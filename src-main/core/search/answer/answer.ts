/** One query from its text to its page of hits. */
import type { SourceId, VersionId, Warning } from '../../../common/contract/entities.ts';
import type { Hit } from '../../../common/contract/hits.ts';
import type { SearchInput, SearchOutput } from '../../ports.ts';
import { compileQuery, type CompiledQuery } from '../query/compile.ts';
import type { Documents, Entry, SearchDocument } from '../documents.ts';
import { explainHit } from './explain.ts';
import { NO_FACETS, Tally } from './facets.ts';
import type { Facts } from './facts.ts';
import { Filters } from './filters.ts';
import { containsLiteral, toLiteral, type Literal } from './literal.ts';
import { NOTICE_CUT, NOTICE_PLAIN, parseQuery } from '../query/parse.ts';
import type { Phrase } from '../query/query-text.ts';
import type { Scored, SearchIndex } from '../index/search-index.ts';
import { Sieve } from './sieve.ts';
import { Snippets } from './snippet.ts';

const DEFAULT_LIMIT = 20;

type Answer = Omit<SearchOutput, 'tookMs'>;

export interface Asked {
  readonly index: SearchIndex;
  readonly documents: Documents;
  readonly facts: Facts;
}

export function answerQuery({ index, documents, facts }: Asked, input: SearchInput): Answer {
  const wantsFacets = input.facets ?? false;
  if (input.query.trim() === '') {
    return { total: 0, notice: null, hits: [], facets: wantsFacets ? NO_FACETS : null };
  }
  const parsed = parseQuery(input.query, input.typing ?? false);
  const query = compileQuery(parsed, index.vocabulary);
  const phrases = query.phrases.map((phrase) => ({ ...phrase, literal: toLiteral(phrase.typed) }));
  const filters = new Filters(input, facts);
  const holds = phrases.length === 0 ? null : (entry: Entry) => holdsPhrases(documents.load(entry), phrases);
  const tally = wantsFacets ? new Tally(facts) : null;
  const sieve = filters.asksNothing && !holds && !tally ? null : new Sieve({ facts, filters, holds, tally });
  const offset = input.offset ?? 0;
  const { total, page } = index.search(query.clauses, {
    accepts: sieve && ((part) => sieve.enter(part)),
    from: offset,
    to: offset + (input.limit ?? DEFAULT_LIMIT),
  });
  const snippets = new Snippets(
    query,
    phrases.filter(({ presence }) => presence === 'required'),
  );
  const hits = (index.isPartial ? onceEach(page) : page).flatMap((scored) => {
    const document = documents.loadAlone(scored.entry);
    return document ? [toHit({ document, scored, query, snippets, explain: input.explain ?? false })] : [];
  });
  const notice = noticeOf({ plain: parsed.plain, partial: index.isPartial, cut: query.cut });
  return { total, notice, hits, facets: sieve?.facets() ?? null };
}

/** Two processes that make an index at once write the same documents, until one of them is done. */
function onceEach(page: readonly Scored[]): readonly Scored[] {
  return [...new Map(page.map((scored) => [scored.entry.id, scored])).values()];
}

const NOTICE_PARTIAL: Warning = {
  code: 'index-partial',
  message: 'The search index is being made; only a part of the notebook was searched so far.',
};

/** All may hold; that words were read differently matters more than that there is more to find. */
function noticeOf(of: { readonly plain: boolean; readonly partial: boolean; readonly cut: boolean }) {
  if (of.plain) return NOTICE_PLAIN;
  if (of.partial) return NOTICE_PARTIAL;
  return of.cut ? NOTICE_CUT : null;
}

type CheckedPhrase = Phrase & { readonly literal: Literal };

function holdsPhrases(document: SearchDocument | null, phrases: readonly CheckedPhrase[]): boolean {
  if (!document) return false;
  return phrases.every(({ literal, fields, presence }) => {
    const holds = fields.some((field) => containsLiteral(document.texts[field] ?? '', literal));
    return holds === (presence === 'required');
  });
}

interface HitParts {
  readonly document: SearchDocument;
  readonly scored: Scored;
  readonly query: CompiledQuery;
  readonly snippets: Snippets;
  readonly explain: boolean;
}

function toHit({ document, scored, query, snippets, explain }: HitParts): Hit {
  const { entry, title } = document;
  return {
    kind: entry.kind,
    id: entry.id,
    sourceId: entry.sourceId as SourceId | null,
    versionId: entry.versionId as VersionId | null,
    start: entry.start,
    end: entry.end,
    title,
    ...snippets.inTitle(document),
    score: scored.score,
    snippet: snippets.of(document),
    why: explain ? explainHit(document, query, scored.shares()) : null,
  };
}
