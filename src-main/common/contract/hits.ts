/** What a search answers with: hits, why they are hits, and what else could be chosen. */
import * as v from 'valibot';
import { SOURCE_ID, VERSION_ID } from './entities.ts';

const HIT_KINDS = ['passage', 'excerpt', 'claim', 'note'] as const;
export const HIT_KIND = v.picklist(HIT_KINDS);
export type HitKind = v.InferOutput<typeof HIT_KIND>;

export const RANGE = v.tuple([v.number(), v.number()]);
export type Range = v.InferOutput<typeof RANGE>;

/** One word of the query that a hit holds. `how` is the analysis step that joined them; `score` is lunr's share. */
export const MATCH = v.object({
  query: v.string(),
  term: v.string(),
  field: v.string(),
  how: v.picklist(['exact', 'fold', 'stem', 'prefix', 'fuzzy', 'phrase']),
  score: v.number(),
});
export type Match = v.InferOutput<typeof MATCH>;

export const HIT = v.object({
  kind: HIT_KIND,
  /** Of the excerpt, claim or note; of a passage `versionId#ordinal`. */
  id: v.string(),
  sourceId: v.nullable(SOURCE_ID),
  /** Where a passage or excerpt stands, to open the reader there. */
  versionId: v.nullable(VERSION_ID),
  start: v.nullable(v.number()),
  end: v.nullable(v.number()),
  title: v.string(),
  /** Of the words in `title` that matched; absent where none did. */
  titleRanges: v.optional(v.array(RANGE)),
  score: v.number(),
  /** `ranges` are UTF-16 offsets into `text` of the words that matched. */
  snippet: v.object({ text: v.string(), ranges: v.array(RANGE) }),
  /** Only with `explain`. */
  why: v.nullable(v.array(MATCH)),
});
export type Hit = v.InferOutput<typeof HIT>;

const FACET = v.array(v.object({ value: v.string(), count: v.number() }));

/**
 * The values that hits have, the most frequent first (years: the newest), values that no hit has left out. A count
 * says how many hits choosing that value would leave: all filters apply but the facet's own. A hit has one kind and at
 * most one of the others, but any number of tags; a source's tags are its passages' and excerpts' too. Of outlets and
 * tags there are the 200 most frequent, and the one that is asked for.
 */
export const FACETS = v.object({
  kind: FACET,
  language: FACET,
  site: FACET,
  /** Of publication, as four digits. */
  year: FACET,
  tag: FACET,
  status: FACET,
});
export type Facets = v.InferOutput<typeof FACETS>;
export type FacetName = keyof Facets;
