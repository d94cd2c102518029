/** The commands of the codebook. In all but the first a tag is given by its name, one of its aliases, or its id. */
import * as v from 'valibot';
import {
  CODEBOOK_FORMATS,
  IMPORTED_CODEBOOK,
  MERGE_PLAN,
  OVERLAP,
  SHARED_PASSAGE,
  TAG_USE,
  TOGETHER,
} from './codebook.ts';
import { reading, writing } from './command-kinds.ts';
import { COLOR, SOURCE_ID, TAG, TAG_OWNERS, WARNING } from './entities.ts';

const text = v.string();
const none = v.object({});
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');
const TAG_ANSWER = v.object({ tag: TAG });

/** The tag alone: without it, the tags below it count too, wherever things are chosen by a tag. */
export const exactTag = v.optional(v.boolean());

export const TAG_COMMANDS = {
  'tag.list': reading(none, v.object({ tags: v.array(TAG) })),
  /** Meaning and colour of a tag; a tag that is not there yet is made. */
  'tag.describe': writing(
    v.object({ name: text, meaning: v.optional(text), color: v.optional(v.nullable(COLOR)) }),
    TAG_ANSWER,
  ),
  /** Errors: duplicate, invalid, too-large. */
  'tag.add': writing(
    v.object({
      name: text,
      parent: v.optional(v.nullable(text)),
      meaning: v.optional(text),
      color: v.optional(v.nullable(COLOR)),
      aliases: v.optional(v.array(text)),
    }),
    TAG_ANSWER,
  ),
  /** `aliases` are all that it is to have. Errors: duplicate where one is the name or alias of another tag. */
  'tag.edit': writing(
    v.object({
      tag: text,
      meaning: v.optional(text),
      color: v.optional(v.nullable(COLOR)),
      aliases: v.optional(v.array(text)),
    }),
    TAG_ANSWER,
  ),
  /** Errors: duplicate where another tag is called so: it can be merged. `keep`: the old name becomes an alias. */
  'tag.rename': writing(v.object({ tag: text, name: text, keep: v.optional(v.boolean()) }), TAG_ANSWER),
  /** Below another tag, or to the top (null). Errors: invalid (circle), too-large (depth). */
  'tag.move': writing(v.object({ tag: text, parent: v.nullable(text) }), TAG_ANSWER),
  /** All that carries `tag`, its children and its names go to `into`; its name becomes an alias. */
  'tag.merge': writing(v.object({ tag: text, into: text }), TAG_ANSWER),
  /** What `tag.merge` would do. */
  'tag.compare': reading(v.object({ tag: text, into: text }), MERGE_PLAN),
  /** Its children go to its parent, or with it where `below`. Its taggings come back when this is undone. */
  'tag.remove': writing(
    v.object({ tag: text, below: v.optional(v.boolean()) }),
    v.object({ id: text, removed: v.array(text) }),
  ),
  /** What carries the tag or one below it: sources, excerpts, claims, notes, each kind by the newest first. */
  'tag.uses': reading(
    v.object({
      tag: text,
      exactTag,
      kind: v.optional(v.picklist(TAG_OWNERS)),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))),
      offset: v.optional(place),
    }),
    v.object({ total: v.number(), uses: v.array(TAG_USE) }),
  ),
  /**
   * Which tags stand together with this one, those with the most common passages first; tags above and below it are
   * left out. With `other`, how often these two do, and the passages that they share (200 at most).
   */
  'tag.overlaps': reading(
    v.object({ tag: text, other: v.optional(text), limit: v.optional(place) }),
    v.object({
      tag: text,
      overlaps: v.array(OVERLAP),
      /** Only with `other`. */
      shared: v.nullable(
        v.object({
          ...TOGETHER.entries,
          passages: v.array(SHARED_PASSAGE),
          /** Sources in which both occur. */
          both: v.array(v.object({ id: SOURCE_ID, title: text })),
        }),
      ),
    }),
  ),
  /** The codebook as CSV or as a REFI-QDA codebook; written to `out` where it is given. Errors as of `export.run`. */
  'tag.export': reading(
    v.object({
      format: v.picklist(CODEBOOK_FORMATS),
      out: v.optional(text),
      force: v.optional(v.boolean()),
    }),
    v.object({ path: text, bytes: v.number(), content: v.nullable(text), warnings: v.array(WARNING) }),
  ),
  /**
   * Takes a codebook over, all or nothing: tags that are not here are made, those that are get what they lack; with
   * `update` the file's words replace what is here. The same file again changes nothing. Errors: unreadable, too-large.
   */
  'tag.import': writing(
    v.object({ bytes, fileName: v.optional(v.nullable(text)), update: v.optional(v.boolean()) }),
    IMPORTED_CODEBOOK,
  ),
} as const;
