/** What the ledger of claims answers beside claims themselves. */
import * as v from 'valibot';
import { COLLECTION_ID } from './collections.ts';
import {
  CLAIM_ID,
  EXCERPT_ID,
  SHORT_DATE,
  SOURCE_ID,
  STANCE,
  STATUS,
  VERDICT,
  VERSION_ID,
} from './entities.ts';
import { HIT_KIND } from './hits.ts';
import { exactTag } from './tag-commands.ts';

/** A day, as `2026-05-01`. */
export const DAY = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
/** A day (to its end, UTC) or a moment in ISO 8601. */
export const MOMENT = v.union([DAY, v.pipe(v.string(), v.isoTimestamp())]);

/** `activity` is the last edit or verdict; `documents` and `origins` count what supports or disputes. */
export const CLAIM_SORTS = [
  'created',
  'updated',
  'statement',
  'status',
  'recheck',
  'activity',
  'documents',
  'origins',
] as const;
export type ClaimSort = (typeof CLAIM_SORTS)[number];

/**
 * What can be shaky about a claim, whatever its status says: several documents of one origin, a single document, passages on both
 * sides, and a quotation that is not where it was.
 */
export const DOUBTS = ['one-origin', 'one-source', 'contradicted', 'changed'] as const;
export type Doubt = (typeof DOUBTS)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A claim in a list: what its row shows, without its evidence and history. */
export const CLAIM_SUMMARY = v.object({
  id: CLAIM_ID,
  statement: v.string(),
  status: STATUS,
  tags: v.array(v.string()),
  /** Live passages, also those that only mention. */
  evidence: count,
  supports: count,
  disputes: count,
  mentions: count,
  sources: count,
  origins: count,
  /** A quotation is not where it was, or nowhere. */
  changed: v.boolean(),
  /** The last one. */
  verdict: v.nullable(VERDICT),
  recheckBy: v.nullable(v.string()),
  supersededBy: v.nullable(CLAIM_ID),
  createdAt: v.string(),
  updatedAt: v.string(),
});
export type ClaimSummary = v.InferOutput<typeof CLAIM_SUMMARY>;

/** Which claims of the ledger are meant; what is absent narrows nothing. */
export const CLAIM_FILTER = v.object({
  status: v.optional(STATUS),
  tag: v.optional(v.string()),
  exactTag,
  /** In the statement, whatever its case and accents. */
  text: v.optional(v.string()),
  dueBy: v.optional(DAY),
  doubt: v.optional(v.picklist(DOUBTS)),
  /** Whether another claim took its place. */
  superseded: v.optional(v.boolean()),
  /** Those whose place that claim took. */
  supersededBy: v.optional(CLAIM_ID),
  /** Of these alone. */
  claims: v.optional(v.array(CLAIM_ID)),
  asOf: v.optional(MOMENT),
});

/** How many claims each further choice would leave, all others standing: its own is not applied. */
export const CLAIM_COUNTS = v.object({
  total: count,
  all: count,
  statuses: v.object({ unreviewed: count, verified: count, disputed: count }),
  due: count,
  superseded: count,
  doubts: v.object({ 'one-origin': count, 'one-source': count, contradicted: count, changed: count }),
  /** Of their tags and those above them, the most frequent first; with `exactTag` their own alone. */
  tags: v.array(v.object({ tag: v.string(), count })),
});
export type ClaimCounts = v.InferOutput<typeof CLAIM_COUNTS>;

/** Claims under their first tag (null: none), so that each stands once; the largest first. */
export const CLAIM_GROUP = v.object({ tag: v.nullable(v.string()), count });
export type ClaimGroup = v.InferOutput<typeof CLAIM_GROUP>;

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
  /** As typed; empty for a passage that is its document's own, unless others of the claim name that as theirs. */
  origins: v.array(v.string()),
  /** A source before it says the same of the claim for each of its origins: it is counted there. */
  isRepeat: v.boolean(),
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
  /** Origins that several sources carry, without which it would be another one. */
  flippingOrigins: v.array(v.object({ origin: v.string(), sources: count })),
  /** Documents that support or dispute, and their distinct origins. */
  sources: count,
  origins: count,
});
export type MatrixRow = v.InferOutput<typeof MATRIX_ROW>;

/** Sources of one origin stand together, the origin itself first. */
export const MATRIX_SOURCE = v.object({
  id: SOURCE_ID,
  title: v.string(),
  site: v.nullable(v.string()),
  claims: count,
  /** Whose words it mostly has: who said first what it says, as typed; empty where those are its own. */
  origin: v.string(),
  /** It is that origin itself: what others repeat from it. */
  isOrigin: v.boolean(),
});
export type MatrixSource = v.InferOutput<typeof MATRIX_SOURCE>;

const CHANGED_RANGE = v.object({ start: count, end: count });
/** A quotation that a newer version of its source changed or lost. */
export const CHANGED_QUOTATION = v.object({
  excerptId: EXCERPT_ID,
  sourceId: SOURCE_ID,
  change: v.picklist(['changed', 'vanished']),
  /** The user has seen that it has no place, and left it so. */
  isKept: v.boolean(),
  /** As it was quoted, in the version before. */
  before: v.object({ versionId: VERSION_ID, start: count, end: count, text: v.string() }),
  /** What is most like it now; null where nothing is. */
  after: v.nullable(v.object({ versionId: VERSION_ID, start: count, end: count, text: v.string() })),
  /** Words that differ: ranges of `before.text` and of `after.text`; either may be empty. */
  words: v.array(v.object({ before: CHANGED_RANGE, after: CHANGED_RANGE })),
  claims: v.array(v.object({ id: CLAIM_ID, statement: v.string(), status: STATUS, stance: STANCE })),
});
export type ChangedQuotation = v.InferOutput<typeof CHANGED_QUOTATION>;
