/** Exports: what is carried, as what, and where to; and the templates that the user writes for them. */
import * as v from 'valibot';
import { COLLECTION_ID, SAVED_SEARCH_ID } from './collections.ts';
import { reading, writing } from './command-kinds.ts';
import { CLAIM_ID, SOURCE_ID, STATUS, WARNING } from './entities.ts';
import { EXPORT_FORMATS } from './export-formats.ts';

const text = v.string();
const none = v.object({});
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');

/** What is carried: everything, or what all of these leave of it. Errors: not-found for what is not in the notebook. */
const scope = {
  sources: v.optional(v.array(SOURCE_ID)),
  /** Its sources. */
  collection: v.optional(COLLECTION_ID),
  tag: v.optional(text),
  status: v.optional(STATUS),
  /** With the passages that they rest on. */
  claims: v.optional(v.array(CLAIM_ID)),
  /** What it finds now: passages stand for their sources. */
  saved: v.optional(SAVED_SEARCH_ID),
};

const shape = {
  format: v.picklist(EXPORT_FORMATS),
  /** The language of the words that the export itself says. */
  locale: v.optional(v.picklist(['en', 'fr'])),
  /**
   * Liquid, for Markdown and HTML: what is written instead. Errors: invalid with `what: template`, `reason`, `line` and
   * `column`; unsupported for the other formats.
   */
  template: v.optional(text),
};

export const EXPORT_COUNTS = v.object({ sources: count, excerpts: count, claims: count, notes: count });
export type ExportCounts = v.InferOutput<typeof EXPORT_COUNTS>;

/** What templates are written for. */
export const TEMPLATE_FORMATS = ['markdown', 'html'] as const;
export const TEMPLATE_FORMAT = v.picklist(TEMPLATE_FORMATS);
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

export const TEMPLATE_ID = v.pipe(v.string(), v.brand('TemplateId'));
export type TemplateId = v.InferOutput<typeof TEMPLATE_ID>;

export const TEMPLATE = v.object({
  id: TEMPLATE_ID,
  name: text,
  format: TEMPLATE_FORMAT,
  body: text,
  updatedAt: text,
});
export type Template = v.InferOutput<typeof TEMPLATE>;

/** Those that come with the app, to begin from. */
export const BUILT_IN_TEMPLATES = ['notes', 'briefing', 'page'] as const;
export type BuiltInTemplate = (typeof BUILT_IN_TEMPLATES)[number];

const TEMPLATE_ANSWER = v.object({ template: TEMPLATE });

export const EXPORT_COMMANDS = {
  /**
   * Annotated notes. With `out` the files are written below it (each whole or not at all) and contents are left
   * out; without, contents come back and nothing is written. The citation keys of what was carried are then kept.
   * Errors: target-exists, target-unwritable, disk-full, cancelled.
   */
  'export.run': reading(
    v.object({ ...scope, ...shape, out: v.optional(text), force: v.optional(v.boolean()) }),
    v.object({
      files: v.array(
        v.object({
          path: text,
          bytes: v.number(),
          sha256: text,
          /** Null where the file was written, or is no text. */
          content: v.nullable(text),
          /** Of a picture; null where the file was written, or is a text. */
          data: v.nullable(bytes),
        }),
      ),
      warnings: v.array(WARNING),
    }),
  ),
  /** How much a scope holds. */
  'export.count': reading(v.object(scope), v.object({ counts: EXPORT_COUNTS })),
  /**
   * What an export looks like: of a large one its beginning only (`shown` of the `counts`), so that it is quick; of an
   * archive its contents. `file` chooses the one whose text comes along.
   */
  'export.preview': reading(
    v.object({ ...scope, ...shape, file: v.optional(text) }),
    v.object({
      counts: EXPORT_COUNTS,
      /** How much of that the files below hold. */
      shown: EXPORT_COUNTS,
      files: v.array(
        v.object({
          path: text,
          /** Null where only the export itself tells. */
          bytes: v.nullable(count),
          /** Things in it, where it is told of by their number (of an archive). */
          things: v.nullable(count),
        }),
      ),
      /** Null where the file is no text. `isCut`: it goes on. */
      text: v.nullable(v.object({ path: text, content: text, isCut: v.boolean() })),
      warnings: v.array(WARNING),
    }),
  ),

  /** By name; `builtIn` are those to begin from, in the language asked for where they have words of their own. */
  'template.list': reading(
    none,
    v.object({
      templates: v.array(TEMPLATE),
      builtIn: v.array(
        v.object({ name: v.picklist(BUILT_IN_TEMPLATES), format: TEMPLATE_FORMAT, body: text }),
      ),
    }),
  ),
  /** Errors: duplicate where a template is called so; too-large. One with a fault is kept: it is work in progress. */
  'template.add': writing(v.object({ name: text, format: TEMPLATE_FORMAT, body: text }), TEMPLATE_ANSWER),
  'template.edit': writing(
    v.object({ id: TEMPLATE_ID, name: v.optional(text), body: v.optional(text) }),
    TEMPLATE_ANSWER,
  ),
  'template.remove': writing(v.object({ id: TEMPLATE_ID }), v.object({ id: TEMPLATE_ID })),
} as const;
