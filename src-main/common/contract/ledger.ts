/** What the ledger of claims answers beside claims themselves. */
import * as v from 'valibot';
import { COLLECTION_ID } from './collections.ts';
import {
  CLAIM_ID,
  EXCERPT_ID,
  HIT_KIND,
  SHORT_DATE,
  SOURCE_ID,
  STANCE,
  STATUS,
  VERSION_ID,
} from './entities.ts';

/** A day, as `2026-05-01`. */
export const DAY = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
/** A day (to its end, UTC) or a moment in ISO 8601. */
export const MOMENT = v.union([DAY, v.pipe(v.string(), v.isoTimestamp())]);

export const CLAIM_SORTS = ['created', 'updated', 'statement', 'status', 'recheck'] as const;
export type ClaimSort = (typeof CLAIM_SORTS)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A claim in a list: what its row shows, without its evidence and history. */
export const CLAIM_SUMMARY = v.object({
  id: CLAIM_ID,
  statement: v.string(),
  status: STATUS,
  tags: v.array(v.string()),
  /** Live passages, also those that only mention. */
  evidence: count,
  sources: count,
  origins: count,
  recheckBy: v.nullable(v.string()),
  supersededBy: v.nullable(CLAIM_ID),
  createdAt: v.string(),
  updatedAt: v.string(),
});
export type ClaimSummary = v.InferOutput<typeof CLAIM_SUMMARY>;

/** What a search was narrowed by when it was kept. */
export const KEPT_FILTERS = v.object({
  in: v.optional(v.array(HIT_KIND)),
  tag: v.optional(v.string()),
  status: v.optional(STATUS),
  collection: v.optional(COLLECTION_ID),
  language: v.optional(v.string()),
  site: v.optional(v.string()),
  from: v.optional(SHORT_DATE),
  to: v.optional(SHORT_DATE),
});
/** A search that the user keeps to show that it was made; `hits` is what it found then. */
export const KEPT_SEARCH = v.object({
  id: v.string(),
  claimId: CLAIM_ID,
  query: v.string(),
  filters: KEPT_FILTERS,
  hits: count,
  note: v.string(),
  at: v.string(),
});
export type KeptSearch = v.InferOutput<typeof KEPT_SEARCH>;

/**
 * One claim and one source in the matrix. `stance` is what its passages do together: both where some support and some
 * dispute; mentions only where all do.
 */
export const MATRIX_CELL = v.object({
  claim: CLAIM_ID,
  source: SOURCE_ID,
  stance: v.picklist([...['supports', 'disputes', 'mentions'], 'both'] as const),
  passages: count,
  /** As typed; empty for a passage that is its document's own. */
  origins: v.array(v.string()),
});
export type MatrixCell = v.InferOutput<typeof MATRIX_CELL>;

export const MATRIX_ROW = v.object({
  id: CLAIM_ID,
  statement: v.string(),
  status: STATUS,
  /** Independent origins on either side. */
  supports: count,
  disputes: count,
  /** `verified` where more origins support than dispute, `disputed` where fewer do, else `open`. */
  balance: v.picklist(['verified', 'disputed', 'open']),
  /** Sources without which the balance of the others would be another one. */
  flips: v.array(SOURCE_ID),
});
export type MatrixRow = v.InferOutput<typeof MATRIX_ROW>;

export const MATRIX_SOURCE = v.object({
  id: SOURCE_ID,
  title: v.string(),
  site: v.nullable(v.string()),
  claims: count,
});

const CHANGED_RANGE = v.object({ start: count, end: count });
/** A quotation that a newer version of its source changed or lost. */
export const CHANGED_QUOTATION = v.object({
  excerptId: EXCERPT_ID,
  change: v.picklist(['changed', 'vanished']),
  /** As it was quoted, in the version before. */
  before: v.object({ versionId: VERSION_ID, start: count, end: count, text: v.string() }),
  /** What is most like it now; null where nothing is. */
  after: v.nullable(v.object({ versionId: VERSION_ID, start: count, end: count, text: v.string() })),
  /** Words that differ: ranges of `before.text` and of `after.text`; either may be empty. */
  words: v.array(v.object({ before: CHANGED_RANGE, after: CHANGED_RANGE })),
  claims: v.array(v.object({ id: CLAIM_ID, statement: v.string(), status: STATUS, stance: STANCE })),
});
export type ChangedQuotation = v.InferOutput<typeof CHANGED_QUOTATION>;
