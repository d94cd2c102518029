/** What is asked and told of the codebook: where tags are used, which stand together, what was taken from a file. */
import * as v from 'valibot';
import { COLOR, EXCERPT_ID, SOURCE_ID, TAG, TAG_ID, TAG_OWNERS, VERSION_ID, WARNING } from './entities.ts';

/** How many levels a codebook may have: more is no order that anyone keeps in mind. */
export const DEEPEST_TAG = 10;
/** Tags of one file; and what a file of a codebook may weigh, in bytes. */
export const MOST_TAGS = 10_000;
export const LARGEST_CODEBOOK = 16_000_000;

export const CODEBOOK_FORMATS = ['csv', 'qdc'] as const;
export type CodebookFormat = (typeof CODEBOOK_FORMATS)[number];

/** One thing that carries a tag. */
export const TAG_USE = v.object({
  kind: v.picklist(TAG_OWNERS),
  /** Of the source, excerpt, claim or note. */
  id: v.string(),
  /** A title, quotation or statement, shortened. */
  label: v.string(),
  /** Of an excerpt: the title of its source. */
  beside: v.nullable(v.string()),
  /** Of sources and excerpts, to open the reader there. */
  sourceId: v.nullable(SOURCE_ID),
  /** Its tags of those asked about: the tag itself, or some below it. */
  tags: v.array(v.string()),
});
export type TagUse = v.InferOutput<typeof TAG_USE>;

/**
 * How often another tag stands with the one asked about. `excerpts`, `claims` and `notes` carry both; `overlapping` are
 * excerpts with the other tag alone that share text with an excerpt of this one; `sources` are those in which both
 * occur, on the source or on its excerpts.
 */
export const TOGETHER = v.object({
  excerpts: v.number(),
  overlapping: v.number(),
  sources: v.number(),
  claims: v.number(),
  notes: v.number(),
});
export type Together = v.InferOutput<typeof TOGETHER>;

export const OVERLAP = v.object({
  id: TAG_ID,
  name: v.string(),
  color: v.nullable(COLOR),
  ...TOGETHER.entries,
});
export type Overlap = v.InferOutput<typeof OVERLAP>;

/** An excerpt that carries both tags, or two that share text. Offsets are those of the text that they share. */
export const SHARED_PASSAGE = v.object({
  sourceId: SOURCE_ID,
  versionId: VERSION_ID,
  title: v.string(),
  start: v.number(),
  end: v.number(),
  exact: v.string(),
  excerpt: EXCERPT_ID,
  /** The excerpt of the other tag; null where one excerpt carries both. */
  other: v.nullable(EXCERPT_ID),
});
export type SharedPassage = v.InferOutput<typeof SHARED_PASSAGE>;

const counts = v.object({ sources: v.number(), excerpts: v.number(), claims: v.number(), notes: v.number() });

/** What merging one tag into another would do. */
export const MERGE_PLAN = v.object({
  from: TAG,
  into: TAG,
  /** Things that would carry the other tag and do not yet. */
  moves: counts,
  /** Things that carry both. */
  both: counts,
  children: v.array(v.string()),
  /** Other names that go with it, its own name first. */
  aliases: v.array(v.string()),
});
export type MergePlan = v.InferOutput<typeof MERGE_PLAN>;

export const IMPORTED_CODEBOOK = v.object({
  added: v.number(),
  /** Tags that were here and got something from the file. */
  changed: v.number(),
  unchanged: v.number(),
  warnings: v.array(WARNING),
});
export type ImportedCodebook = v.InferOutput<typeof IMPORTED_CODEBOOK>;
