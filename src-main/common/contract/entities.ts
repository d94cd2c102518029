/**
 * The things a notebook holds, as they cross the boundary. Schemas come first and types are inferred from
 * them. Offsets are UTF-16 code units of a version's canonical text. Times are ISO 8601 in UTC; a published
 * date may be shortened to a day, month or year. Ids are UUIDv7.
 */
import * as v from 'valibot';
import { IMAGE_EXTENSIONS, type ImageType } from '../document/image-facts.ts';
import { ROOT_SCHEMA } from '../document/tree.ts';

export const COLORS = ['yellow', 'blue', 'green', 'pink', 'violet'] as const;
export const STANCES = ['supports', 'disputes', 'mentions'] as const;
export const STATUSES = ['unreviewed', 'verified', 'disputed'] as const;
export const ANCHORS = ['exact', 'moved', 'orphan'] as const;
/** What a file can be read as. */
export const FILE_KINDS = ['html', 'text', 'markdown', 'mhtml', 'epub', 'docx', 'pdf'] as const;
/** A `reference` has no text of its own yet: what a library says of it, and what was quoted from it. */
export const SOURCE_KINDS = [...FILE_KINDS, 'reference'] as const;
const IMAGE_TYPES = Object.keys(IMAGE_EXTENSIONS) as ImageType[];
/** Details of a source that remember where they came from. */
export const DETAIL_NAMES = [
  'title',
  'byline',
  'site',
  'url',
  'publishedAt',
  'modifiedAt',
  'language',
  'description',
] as const;
/** `file`: the file's name or what is embedded in it; `text`: the words of the article; `user`: given or corrected. */
export const DETAIL_ORIGINS = [
  'json-ld',
  'open-graph',
  'meta',
  'microdata',
  'text',
  'file',
  'address',
  'user',
] as const;
/** What can carry tags. */
export const TAG_OWNERS = ['source', 'excerpt', 'claim', 'note'] as const;
export type TagOwner = (typeof TAG_OWNERS)[number];

export const COLOR = v.picklist(COLORS);
export const STANCE = v.picklist(STANCES);
export const STATUS = v.picklist(STATUSES);
export const ANCHOR = v.picklist(ANCHORS);
export const FILE_KIND = v.picklist(FILE_KINDS);
export const SOURCE_KIND = v.picklist(SOURCE_KINDS);
/** The kinds of pictures that are kept. */
export const IMAGE_TYPE = v.picklist(IMAGE_TYPES);

export type Color = v.InferOutput<typeof COLOR>;
export type Stance = v.InferOutput<typeof STANCE>;
export type Status = v.InferOutput<typeof STATUS>;
export type Anchor = v.InferOutput<typeof ANCHOR>;
export type FileKind = v.InferOutput<typeof FILE_KIND>;
export type SourceKind = v.InferOutput<typeof SOURCE_KIND>;
export type DetailName = (typeof DETAIL_NAMES)[number];
export type DetailOrigin = (typeof DETAIL_ORIGINS)[number];

/** Any string is taken as an id on the way in: an unknown one answers `not-found`, which names it, not `invalid`. */
const id = <const Name extends string>(name: Name) => v.pipe(v.string(), v.brand(name));

export const SOURCE_ID = id('SourceId');
export const VERSION_ID = id('VersionId');
export const EXCERPT_ID = id('ExcerptId');
export const CLAIM_ID = id('ClaimId');
export const NOTE_ID = id('NoteId');
export const TAG_ID = id('TagId');

export type SourceId = v.InferOutput<typeof SOURCE_ID>;
export type VersionId = v.InferOutput<typeof VERSION_ID>;
export type ExcerptId = v.InferOutput<typeof EXCERPT_ID>;
export type ClaimId = v.InferOutput<typeof CLAIM_ID>;
export type NoteId = v.InferOutput<typeof NOTE_ID>;
export type TagId = v.InferOutput<typeof TAG_ID>;

const nullableText = v.nullable(v.string());
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A year, month or day. */
export const SHORT_DATE = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/),
);

export function isShortDate(value: string): boolean {
  return v.is(SHORT_DATE, value);
}

/**
 * Something the user should know although the work was done. `code` is stable; `message` is English; `details` is what
 * a sentence in the user's language needs.
 */
export const WARNING = v.object({
  code: v.string(),
  message: v.string(),
  details: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
export type Warning = v.InferOutput<typeof WARNING>;

/** What a check found: `fault` with its `details` is what `message` says in English. */
export const PROBLEM = v.object({
  code: v.string(),
  fault: v.string(),
  details: v.record(v.string(), v.union([v.string(), v.number()])),
  message: v.string(),
  repaired: v.boolean(),
});

/** A detail that is not named here was not said where it came from: it is older than that is remembered. */
export const ORIGINS = v.partial(
  v.object({
    title: v.picklist(DETAIL_ORIGINS),
    byline: v.picklist(DETAIL_ORIGINS),
    site: v.picklist(DETAIL_ORIGINS),
    url: v.picklist(DETAIL_ORIGINS),
    publishedAt: v.picklist(DETAIL_ORIGINS),
    modifiedAt: v.picklist(DETAIL_ORIGINS),
    language: v.picklist(DETAIL_ORIGINS),
    description: v.picklist(DETAIL_ORIGINS),
  }),
);
export type DetailOrigins = Readonly<v.InferOutput<typeof ORIGINS>>;

export const SOURCE = v.object({
  id: SOURCE_ID,
  kind: SOURCE_KIND,
  title: v.string(),
  byline: nullableText,
  /** The outlet. */
  site: nullableText,
  url: nullableText,
  publishedAt: nullableText,
  /** When the outlet last changed it, as it says itself. */
  modifiedAt: nullableText,
  description: nullableText,
  origins: ORIGINS,
  addedAt: v.string(),
  /** ISO 639-1, or null where it could not be told. */
  language: nullableText,
  words: v.number(),
  tags: v.array(v.string()),
  /** How many live excerpts it has. */
  excerpts: v.number(),
  /** How many of them a newer version moved or lost and nobody has looked at; left out where there is none. */
  unsettled: v.optional(v.object({ moved: v.number(), orphan: v.number() })),
  /** How many live claims rest on its excerpts. */
  claims: v.number(),
  versionId: VERSION_ID,
  deletedAt: nullableText,
});
export type Source = v.InferOutput<typeof SOURCE>;

export const VERSION = v.object({
  id: VERSION_ID,
  capturedAt: v.string(),
  sha256: v.string(),
  fileName: nullableText,
  mediaType: v.string(),
  /** Name and version of what made the text of the bytes. */
  extractor: v.string(),
  words: v.number(),
  /** Words that the whole page shows; null where there is no more than was taken. */
  pageWords: v.nullable(v.number()),
  /** Size of the original bytes. */
  bytes: v.number(),
});
export type Version = v.InferOutput<typeof VERSION>;

/** Another source, named where it is spoken of. */
export const LINKED = v.object({ id: SOURCE_ID, title: v.string(), language: nullableText });
export type Linked = v.InferOutput<typeof LINKED>;
/**
 * A live source whose text is nearly the same, seen from the one asked about: the same with changes, a part of it
 * (`contains`) or what it is a part of (`within`). `similarity` is the part of the words of both together that stands
 * in both; `share` is what is told to people: of the contained text where there is one, else `similarity`.
 */
export const NEAR = v.object({
  id: SOURCE_ID,
  similarity: v.number(),
  kind: v.picklist(['same', 'contains', 'within']),
  share: v.number(),
});
export type Near = v.InferOutput<typeof NEAR>;

/** Text that stands twice in one version. `second` may be taken out; the words of `first` stay. */
export const REPEAT = v.object({
  /** `quote`: a part of a longer paragraph, set apart. */
  kind: v.picklist(['copy', 'quote']),
  first: v.object({ start: offset, end: offset }),
  second: v.object({ start: offset, end: offset }),
  /** Of `second`. */
  words: v.number(),
  similarity: v.number(),
});
export type Repeat = v.InferOutput<typeof REPEAT>;

/** What became of highlights that a new version took over. */
export const CARRIED = v.object({ exact: v.number(), moved: v.number(), orphan: v.number() });
export type Carried = v.InferOutput<typeof CARRIED>;

/** A source with the text and tree of one of its versions. */
export const SOURCE_DETAIL = v.object({
  ...SOURCE.entries,
  versions: v.array(VERSION),
  /** Canonical text of the version asked for: what all offsets count in. */
  text: v.string(),
  tree: ROOT_SCHEMA,
  /** Where the pages of a paged original begin in `text`; null where it has none. */
  pages: v.nullable(v.array(v.object({ label: v.string(), start: offset }))),
  /** Of the source's current version; the most similar first. */
  near: v.array(NEAR),
  /** The part of this text that stands in it twice, where that is worth a word: 0 to 1. */
  repeated: v.number(),
  /** The source that this one is a translation of, and those that are translations of this one; none from the trash. */
  translationOf: v.nullable(LINKED),
  translations: v.array(LINKED),
});
export type SourceDetail = v.InferOutput<typeof SOURCE_DETAIL>;

export const EXCERPT = v.object({
  id: EXCERPT_ID,
  sourceId: SOURCE_ID,
  versionId: VERSION_ID,
  start: offset,
  end: offset,
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  anchor: ANCHOR,
  /** The page of a paged original that it stands on, as cited (« 12 », « xii–3 »). */
  page: nullableText,
  color: COLOR,
  /** Markdown; empty where there is none. */
  note: v.string(),
  tags: v.array(v.string()),
  /** Live claims that this excerpt is evidence of. */
  claims: v.array(v.object({ id: CLAIM_ID, statement: v.string(), status: STATUS, stance: STANCE })),
  createdAt: v.string(),
  updatedAt: v.string(),
});
export type Excerpt = v.InferOutput<typeof EXCERPT>;

/** A stretch of a version's text with what stands beside it, to be read. */
export const PLACE = v.object({
  versionId: VERSION_ID,
  capturedAt: v.string(),
  start: offset,
  end: offset,
  before: v.string(),
  exact: v.string(),
  after: v.string(),
});
export type Place = v.InferOutput<typeof PLACE>;

/** A place in the current version where a highlight may stand now. */
export const CANDIDATE = v.object({
  ...PLACE.entries,
  /** Of its words and of what stands beside them: 0 to 1. */
  score: v.number(),
  /** How much its words are those highlighted: 1 where they are the same. */
  likeness: v.number(),
  /** The highlight was moved here and waits for its confirmation. */
  isChosen: v.boolean(),
  /** The same words stood here before, too, beside those that were highlighted. */
  isOther: v.boolean(),
});
export type Candidate = v.InferOutput<typeof CANDIDATE>;

/** How a source's highlights stand; `kept` are the orphans that the user leaves so. */
export const METER = v.object({
  sourceId: SOURCE_ID,
  exact: v.number(),
  moved: v.number(),
  orphan: v.number(),
  kept: v.number(),
});
export type Meter = v.InferOutput<typeof METER>;

/** A text that a note had: since when, and until when. */
export const PAST_NOTE = v.object({ note: v.string(), from: v.string(), until: v.string() });
export type PastNote = v.InferOutput<typeof PAST_NOTE>;

export const EVIDENCE = v.object({
  excerptId: EXCERPT_ID,
  sourceId: SOURCE_ID,
  stance: STANCE,
  /** Who first said it; empty counts as the document itself. */
  origin: v.string(),
  note: v.string(),
  /** When it was attached to the claim. */
  addedAt: v.optional(v.string()),
  /** The quotation in its context and where it stands, so that a card needs no second question. */
  quotation: v.object({
    exact: v.string(),
    prefix: v.string(),
    suffix: v.string(),
    color: COLOR,
    anchor: ANCHOR,
    page: nullableText,
  }),
  source: v.object({
    title: v.string(),
    site: nullableText,
    byline: nullableText,
    publishedAt: nullableText,
    language: nullableText,
  }),
});
export type Evidence = v.InferOutput<typeof EVIDENCE>;

export const VERDICT = v.object({
  at: v.string(),
  status: STATUS,
  reason: v.string(),
  /** By whom, where the notebook knew (setting `author`). */
  by: v.optional(v.string()),
});
export type Verdict = v.InferOutput<typeof VERDICT>;

export const CLAIM = v.object({
  id: CLAIM_ID,
  statement: v.string(),
  note: v.string(),
  status: STATUS,
  tags: v.array(v.string()),
  evidence: v.array(EVIDENCE),
  /** Documents that support or dispute. */
  sources: v.number(),
  /** Distinct origins among those; an empty one is its own document, unless others name that as theirs. */
  origins: v.number(),
  /** Verdicts only, oldest first; reopening is `unreviewed`. */
  history: v.array(VERDICT),
  /** A day to look at it again. */
  recheckBy: v.optional(v.string()),
  /** The live claim that took its place. */
  supersededBy: v.optional(CLAIM_ID),
  createdAt: v.string(),
  updatedAt: v.string(),
});
export type Claim = v.InferOutput<typeof CLAIM>;

export const NOTE = v.object({
  id: NOTE_ID,
  title: v.string(),
  /** Markdown. */
  body: v.string(),
  tags: v.array(v.string()),
  createdAt: v.string(),
  updatedAt: v.string(),
});
export type Note = v.InferOutput<typeof NOTE>;

export const TAG = v.object({
  id: TAG_ID,
  name: v.string(),
  /** The name of the tag above it: names are unique. */
  parent: nullableText,
  meaning: v.string(),
  color: v.nullable(COLOR),
  /** Other names: typed anywhere, they stand for this tag. */
  aliases: v.array(v.string()),
  /** Live sources, excerpts, claims and notes that carry it. */
  count: v.number(),
  counts: v.object({ source: v.number(), excerpt: v.number(), claim: v.number(), note: v.number() }),
  /** Those that carry it or a tag below it, each once. */
  within: v.number(),
});
export type Tag = v.InferOutput<typeof TAG>;

export const NOTEBOOK_INFO = v.object({
  path: v.string(),
  name: v.string(),
  readOnly: v.boolean(),
  schemaVersion: v.number(),
  sqliteVersion: v.string(),
  counts: v.object({
    sources: v.number(),
    passages: v.number(),
    excerpts: v.number(),
    claims: v.number(),
    notes: v.number(),
    tags: v.number(),
    trash: v.number(),
    /** Highlights that a newer version moved or lost, and that wait for somebody to look. */
    toReview: v.number(),
  }),
});
export type NotebookInfo = v.InferOutput<typeof NOTEBOOK_INFO>;

/** One step of the change log, as undo, redo and notices show it. `subject` names the thing, shortened. */
export const CHANGE = v.object({ command: v.string(), subject: v.string(), summary: v.string() });
export type Change = v.InferOutput<typeof CHANGE>;
