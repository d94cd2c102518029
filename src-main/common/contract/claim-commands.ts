/** The commands of claims: evidence, verdicts, the ledger and what was searched in vain. */
import * as v from 'valibot';
import { reading, writing } from './command-kinds.ts';
import { COLLECTION_ID } from './collections.ts';
import { CLAIM, CLAIM_ID, EXCERPT_ID, SOURCE_ID, STANCE, STATUS } from './entities.ts';
import {
  CLAIM_COUNTS,
  CLAIM_FILTER,
  CLAIM_GROUP,
  CLAIM_SORTS,
  CLAIM_SUMMARY,
  DAY,
  KEPT_FILTERS,
  KEPT_SEARCH,
  MATRIX_CELL,
  MATRIX_ROW,
  MATRIX_SOURCE,
  MOMENT,
} from './ledger.ts';
import { exactTag } from './tag-commands.ts';

const text = v.string();
const tags = v.optional(v.array(text));
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const page = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const CLAIM_VERDICT = v.object({ id: CLAIM_ID, reason: text });
const CLAIM_IDS = v.array(CLAIM_ID);
/** How many were changed: those that already were so are not counted. */
const CHANGED = v.object({ changed: place });
const CLAIM_ANSWER = v.object({ claim: CLAIM });

export const CLAIM_COMMANDS = {
  'claim.add': writing(
    v.object({
      statement: text,
      note: v.optional(text),
      tags,
      evidence: v.optional(
        v.array(
          v.object({
            excerpt: EXCERPT_ID,
            stance: STANCE,
            origin: v.optional(text),
            note: v.optional(text),
          }),
        ),
      ),
    }),
    CLAIM_ANSWER,
  ),
  /** `asOf`: with the verdicts and evidence of then. Errors: not-found, also where it was written later. */
  'claim.get': reading(v.object({ id: CLAIM_ID, asOf: v.optional(MOMENT) }), CLAIM_ANSWER),
  'claim.list': reading(
    v.object({
      status: v.optional(STATUS),
      tag: v.optional(text),
      exactTag,
      asOf: v.optional(MOMENT),
      limit: v.optional(place),
      offset: v.optional(place),
    }),
    v.object({ claims: v.array(CLAIM) }),
  ),
  /**
   * Rows of the ledger, without evidence and history; `total` counts those of all pages (100 rows each, unless said). With `ids`
   * the ids of all pages too, in order; with `grouped` claims stand under their first tag, and `groups` says how many of each.
   */
  'claim.summaries': reading(
    v.object({
      ...CLAIM_FILTER.entries,
      sort: v.optional(v.picklist(CLAIM_SORTS)),
      descending: v.optional(v.boolean()),
      limit: v.optional(page),
      offset: v.optional(place),
      ids: v.optional(v.boolean()),
      grouped: v.optional(v.boolean()),
    }),
    v.object({
      total: v.number(),
      claims: v.array(CLAIM_SUMMARY),
      ids: v.optional(v.array(CLAIM_ID)),
      groups: v.optional(v.array(CLAIM_GROUP)),
    }),
  ),
  /** How many claims each further choice would leave. `today` (UTC, unless said) decides what is due. */
  'claim.counts': reading(v.object({ ...CLAIM_FILTER.entries, today: v.optional(DAY) }), CLAIM_COUNTS),
  /** Origins that were named, the most frequent spelling of each first, 500 at most. */
  'claim.origins': reading(v.object({}), v.object({ origins: v.array(text) })),
  /** Claims to be looked at again on a day or before (today, UTC, unless said), the most overdue first. */
  'claim.due': reading(
    v.object({ by: v.optional(DAY), limit: v.optional(page), offset: v.optional(place) }),
    v.object({ by: text, total: v.number(), claims: v.array(CLAIM_SUMMARY) }),
  ),
  /**
   * Claims × sources, the 500 newest claims at most (`left` more were not shown) and the 500 sources with most of them
   * (`sourcesLeft`): what each source does to each claim, how its independent origins weigh, and without which source that
   * would be another verdict. `sources` and `collection` choose columns, and unless `claims` does the claims that those
   * bear on; what weighs is all evidence of a claim, shown or not. With `csv`, as a table too. Errors: not-found.
   */
  'claim.matrix': reading(
    v.object({
      claims: v.optional(v.array(CLAIM_ID)),
      sources: v.optional(v.array(SOURCE_ID)),
      collection: v.optional(COLLECTION_ID),
      status: v.optional(STATUS),
      tag: v.optional(text),
      exactTag,
      csv: v.optional(v.boolean()),
    }),
    v.object({
      claims: v.array(MATRIX_ROW),
      sources: v.array(MATRIX_SOURCE),
      cells: v.array(MATRIX_CELL),
      left: v.number(),
      sourcesLeft: v.number(),
      csv: v.nullable(text),
    }),
  ),
  /** Of several claims at once, one step of undo. Errors: not-found, and then nothing is changed. */
  'claims.tag': writing(v.object({ ids: CLAIM_IDS, tags, untag: tags }), CHANGED),
  'claims.recheck': writing(v.object({ ids: CLAIM_IDS, by: v.nullable(DAY) }), CHANGED),
  'claims.remove': writing(v.object({ ids: CLAIM_IDS }), CHANGED),
  /** A day to look at it again; null for none. Errors: invalid (date). */
  'claim.recheck': writing(v.object({ id: CLAIM_ID, by: v.nullable(DAY) }), CLAIM_ANSWER),
  /** Another claim takes its place; null for none. Errors: invalid (supersededBy) where that would be a circle. */
  'claim.supersede': writing(v.object({ id: CLAIM_ID, by: v.nullable(CLAIM_ID) }), CLAIM_ANSWER),
  /** Searches now and keeps with the claim what was asked and how much was found. Errors: not-found, invalid (query). */
  'diligence.add': writing(
    v.object({ claim: CLAIM_ID, query: text, note: v.optional(text), ...KEPT_FILTERS.entries }),
    v.object({ search: KEPT_SEARCH }),
  ),
  'diligence.list': reading(v.object({ claim: CLAIM_ID }), v.object({ searches: v.array(KEPT_SEARCH) })),
  'diligence.remove': writing(v.object({ id: text }), v.object({ id: text })),
  'claim.edit': writing(
    v.object({
      id: CLAIM_ID,
      statement: v.optional(text),
      note: v.optional(text),
      tags,
      untag: tags,
    }),
    CLAIM_ANSWER,
  ),
  'claim.remove': writing(v.object({ id: CLAIM_ID }), v.object({ id: CLAIM_ID })),
  /** Errors: duplicate where the excerpt is already evidence of this claim. */
  'claim.attach': writing(
    v.object({
      id: CLAIM_ID,
      excerpt: EXCERPT_ID,
      stance: STANCE,
      origin: v.optional(text),
      note: v.optional(text),
    }),
    CLAIM_ANSWER,
  ),
  'claim.reassess': writing(
    v.object({
      id: CLAIM_ID,
      excerpt: EXCERPT_ID,
      stance: v.optional(STANCE),
      origin: v.optional(text),
      note: v.optional(text),
    }),
    CLAIM_ANSWER,
  ),
  'claim.detach': writing(v.object({ id: CLAIM_ID, excerpt: EXCERPT_ID }), CLAIM_ANSWER),
  'claim.verify': writing(CLAIM_VERDICT, CLAIM_ANSWER),
  'claim.dispute': writing(CLAIM_VERDICT, CLAIM_ANSWER),
  'claim.reopen': writing(CLAIM_VERDICT, CLAIM_ANSWER),
};
