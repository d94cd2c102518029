/** Libraries of other programs: what can be read, and what is said of what was not. */
import * as v from 'valibot';
import { SOURCE_ID, VERSION_ID, WARNING } from './entities.ts';
import type { ErrorValue } from './errors.ts';

export const LIBRARY_FORMATS = [
  'zotero-rdf',
  'zotero-json',
  'csl-json',
  'hypothesis',
  'web-annotation',
  'readwise',
  'pocket',
  'instapaper',
  'omnivore',
  'kindle',
  'bookmarks',
] as const;
export type LibraryFormat = (typeof LIBRARY_FORMATS)[number];

/** What kind of thing did not come over. */
export const LEFT_OUT_KINDS = [
  'item',
  'annotation',
  'note',
  'tag',
  'text',
  'attachment',
  'bookmark',
  'selector',
] as const;
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number];

export const LEFT_OUT_REASONS = [
  /** There is nothing in it to take. */
  'empty',
  /** It is not put together as this format is, or names nothing that it belongs to. */
  'broken',
  /** An address that is none of the web (`javascript:`, `place:`, `file:`). */
  'address',
  /** A place in a page that no quotation tells (a region, a path, a time in a recording). */
  'no-quotation',
  /** The device says that it did not keep the text. */
  'clipping-limit',
  /** A place that was marked, without any text. */
  'place-mark',
  /** A longer one of the same place came over instead. */
  'replaced',
  /** The library names a file that it does not hold. */
  'file-elsewhere',
  /** Its file could not be read as an article; its details came over. */
  'unreadable',
  /** The notebook has a text of its own from that address, which stays. */
  'text-here',
  /** It came over before and lies in the trash. */
  'in-trash',
  /** It came over before, was changed here, and the library has something else. */
  'edited-here',
  'too-long',
  'too-many',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export const LEFT_OUT = v.object({
  what: v.picklist(LEFT_OUT_KINDS),
  reason: v.picklist(LEFT_OUT_REASONS),
  count: v.number(),
  /** The first few by name, shortened. */
  examples: v.array(v.string()),
});
export type LeftOut = v.InferOutput<typeof LEFT_OUT>;

export const IMPORTED_LIBRARY = v.object({
  format: v.picklist(LIBRARY_FORMATS),
  /** One for each thing in the library that is a source, in its order. */
  sources: v.array(
    v.object({
      id: SOURCE_ID,
      versionId: VERSION_ID,
      title: v.string(),
      language: v.nullable(v.string()),
      words: v.number(),
      /** `duplicate`: the notebook had it, from elsewhere; `unchanged`: from this library, and nothing was added to its text. */
      status: v.picklist(['added', 'version', 'duplicate', 'unchanged']),
      duplicateOf: v.nullable(SOURCE_ID),
      warnings: v.array(WARNING),
    }),
  ),
  /** What was new in this import. `orphans` of the excerpts were not found in the text that the notebook has. */
  added: v.object({
    sources: v.number(),
    excerpts: v.number(),
    orphans: v.number(),
    notes: v.number(),
    tags: v.number(),
  }),
  leftOut: v.array(LEFT_OUT),
});
export type ImportedLibrary = v.InferOutput<typeof IMPORTED_LIBRARY>;

/** Which library a file is that `source.import` refused to take as one article; null for any other error. */
export function libraryOf({ code, details }: Pick<ErrorValue, 'code' | 'details'>): LibraryFormat | null {
  if (code !== 'unsupported' || details['what'] !== 'library') return null;
  return LIBRARY_FORMATS.find((format) => format === details['id']) ?? null;
}
