/** The commands of highlights, and of those that a newer version moved. */
import * as v from 'valibot';
import { reading, writing } from './command-kinds.ts';
import {
  ANCHOR,
  CANDIDATE,
  COLOR,
  EXCERPT,
  EXCERPT_ID,
  METER,
  PLACE,
  PAST_NOTE,
  SOURCE_ID,
  VERSION_ID,
  WARNING,
} from './entities.ts';
import { CHANGED_QUOTATION } from './ledger.ts';
import { exactTag } from './tag-commands.ts';

const text = v.string();
const tags = v.optional(v.array(text));
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const excerptIds = v.pipe(v.array(EXCERPT_ID), v.minLength(1), v.maxLength(10_000));
const EXCERPT_ANSWER = v.object({ excerpt: EXCERPT });

export const EXCERPT_COMMANDS = {
  /**
   * Highlights a passage, by quotation or by range. A range whose text is not `quote` is looked for as a
   * quotation instead. One of a version that was replaced meanwhile is carried to the current one, and a warning says
   * so. Errors: quotation-not-found, quotation-ambiguous (with the number of places), version-replaced.
   */
  'excerpt.add': writing(
    v.object({
      source: SOURCE_ID,
      version: v.optional(VERSION_ID),
      quote: text,
      prefix: v.optional(text),
      suffix: v.optional(text),
      /** UTF-16 offsets into the version's canonical text. */
      range: v.optional(v.object({ start: v.number(), end: v.number() })),
      color: v.optional(COLOR),
      note: v.optional(text),
      tags,
    }),
    v.object({ excerpt: EXCERPT, warnings: v.array(WARNING) }),
  ),
  'excerpt.list': reading(
    v.object({
      source: v.optional(SOURCE_ID),
      tag: v.optional(text),
      exactTag,
      color: v.optional(COLOR),
      anchor: v.optional(ANCHOR),
    }),
    v.object({ excerpts: v.array(EXCERPT) }),
  ),
  /** Errors: not-found, also for one in the trash. */
  'excerpt.get': reading(v.object({ id: EXCERPT_ID }), EXCERPT_ANSWER),
  /** Its note as it was before, each text once, the newest first: when it was written, and when replaced. */
  'excerpt.history': reading(v.object({ id: EXCERPT_ID }), v.object({ notes: v.array(PAST_NOTE) })),
  /**
   * `range` moves its ends within the version it stands in; what is quoted and what stands beside it is read from the
   * text. Errors: invalid (range, where nothing or only white space is in it; version, where `version` is another one).
   */
  'excerpt.edit': writing(
    v.object({
      id: EXCERPT_ID,
      /** The version that `range` counts in. */
      version: v.optional(VERSION_ID),
      range: v.optional(v.object({ start: place, end: place })),
      note: v.optional(text),
      color: v.optional(COLOR),
      tags,
      untag: tags,
    }),
    EXCERPT_ANSWER,
  ),
  'excerpt.remove': writing(v.object({ id: EXCERPT_ID }), v.object({ id: EXCERPT_ID })),
  /**
   * Highlights that a newer version moved or has no place for, and how all of a source stand. `before` is what a moved one
   * quoted where it stood, where those are not its words now.
   */
  'excerpt.review': reading(
    v.object({ source: v.optional(SOURCE_ID) }),
    v.object({
      items: v.array(v.object({ excerpt: EXCERPT, isKept: v.boolean(), before: v.nullable(text) })),
      meters: v.array(METER),
    }),
  ),
  /**
   * Where a highlight stood when it was made or last confirmed (null where that is not known), and where it may stand
   * in the current version, the best first.
   */
  'excerpt.candidates': reading(
    v.object({ id: EXCERPT_ID }),
    v.object({ excerpt: EXCERPT, stood: v.nullable(PLACE), candidates: v.array(CANDIDATE) }),
  ),
  /**
   * Quotations whose words the newest version changed or lost, the words that differ, and the claims that rest on them; of
   * the whole notebook where no source is named. Of the highlights that moved or have no place the first 500 are compared;
   * `left` more were not.
   */
  'excerpt.changed': reading(
    v.object({ source: v.optional(SOURCE_ID) }),
    v.object({ quotations: v.array(CHANGED_QUOTATION), left: v.number() }),
  ),
  /** Moved highlights stand where they are. Errors: invalid for an orphan, which has no place to confirm. */
  'excerpt.confirm': writing(v.object({ ids: excerptIds }), v.object({ excerpts: v.array(EXCERPT) })),
  /**
   * A highlight stands at this place of the source's current version. Errors: invalid (range), version-replaced where
   * `version` is not the current one.
   */
  'excerpt.anchor': writing(
    v.object({ id: EXCERPT_ID, version: VERSION_ID, start: place, end: place }),
    EXCERPT_ANSWER,
  ),
  /**
   * Highlights that no place is right for: orphans are left so, and moved ones go back to where they stood. They are
   * looked for again in each later version. Errors: invalid for one that stands, or stood nowhere else.
   */
  'excerpt.keep': writing(v.object({ ids: excerptIds }), v.object({ excerpts: v.array(EXCERPT) })),
};
