/**
 * The contract: one table of commands. The typed client, the handler map and each transport's allow-list are
 * derived from it; a name that is not here cannot be called.
 *
 * `owner` says who answers. `engine` commands work on the open notebook; `workspace` commands choose which
 * notebook that is; `host` commands need the shell (dialogs, the system browser) and exist only where the
 * host names the capability.
 *
 * Families with many commands stand in files of their own.
 */
import * as v from 'valibot';
import {
  CARRIED,
  CHANGE,
  FILE_KIND,
  IMAGE_TYPE,
  NOTEBOOK_INFO,
  PROBLEM,
  REPEAT,
  SHORT_DATE,
  SOURCE,
  SOURCE_DETAIL,
  SOURCE_ID,
  STATUS,
  VERSION_ID,
  WARNING,
} from './entities.ts';
import { FACETS, HIT, HIT_KIND } from './hits.ts';
import { CHECKED_DRAFT } from './drafts.ts';
import { EXCERPT_COMMANDS } from './excerpt-commands.ts';
import { EXPORT_COMMANDS } from './export-commands.ts';
import { ROOT_SCHEMA } from '../document/tree.ts';
import { COLLECTION_COMMANDS, COLLECTION_ID } from './collections.ts';
import { CLAIM_COMMANDS } from './claim-commands.ts';
import { choosing, hosting, reading, writing } from './command-kinds.ts';
import type { ErrorValue } from './errors.ts';
import { IMPORTED_LIBRARY } from './libraries.ts';
import { NOTE_COMMANDS } from './notes.ts';
import { exactTag, TAG_COMMANDS } from './tag-commands.ts';

const text = v.string();
const tags = v.optional(v.array(text));
const none = v.object({});
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');

/** Details that the user gives or corrects; what is absent is left as it is, null empties it. */
const details = {
  title: v.optional(text),
  byline: v.optional(v.nullable(text)),
  site: v.optional(v.nullable(text)),
  url: v.optional(v.nullable(text)),
  publishedAt: v.optional(v.nullable(text)),
  modifiedAt: v.optional(v.nullable(text)),
  language: v.optional(v.nullable(text)),
  description: v.optional(v.nullable(text)),
};

const IMPORTED = v.object({
  /** The source's id, also for a new version and for a duplicate. */
  id: SOURCE_ID,
  versionId: VERSION_ID,
  title: text,
  language: v.nullable(text),
  words: v.number(),
  status: v.picklist(['added', 'version', 'duplicate']),
  duplicateOf: v.nullable(SOURCE_ID),
  /** Only of a new version. */
  carried: v.nullable(CARRIED),
  warnings: v.array(WARNING),
});

const SOURCE_ANSWER = v.object({ source: SOURCE });

/** `problem`: why the folder could not be read when it was looked at last. */
const WATCHED = v.nullable(
  v.object({
    folder: text,
    problem: v.nullable(v.custom<ErrorValue>((value) => typeof value === 'object' && value !== null)),
  }),
);

export const COMMANDS = {
  /** The open notebook: where it is and how much it holds. */
  'notebook.info': reading(none, NOTEBOOK_INFO),
  /** Integrity, foreign keys, anchors and index against the rows. `repair` rebuilds what is derived. */
  'notebook.check': reading(
    v.object({ repair: v.optional(v.boolean()) }),
    v.object({
      ok: v.boolean(),
      problems: v.array(PROBLEM),
      schemaVersion: v.number(),
      sqliteVersion: text,
    }),
  ),

  /**
   * Captures one file, page or pasted text. Errors: unreadable, too-large, unsupported (a library is `what: library`
   * with its format as `id`: it goes to `library.import`), invalid.
   */
  'source.import': writing(
    v.object({
      bytes,
      /** The file's own name (no folders), to tell its kind and to be remembered. */
      fileName: v.optional(v.nullable(text)),
      /** Overrides what name and bytes suggest. */
      as: v.optional(FILE_KIND),
      /** Pictures that lie in files beside a saved page, by the path that the page names them by. */
      files: v.optional(v.array(v.object({ path: text, bytes }))),
      ...details,
      tags,
    }),
    IMPORTED,
  ),
  /**
   * Takes over what another program holds, all or nothing: its items as sources, annotations as excerpts, notes and
   * tags. What came over before stays as it is here. Errors: unsupported where the bytes are no library, unreadable,
   * too-large.
   */
  'library.import': writing(
    v.object({
      bytes,
      fileName: v.optional(v.nullable(text)),
      /** For every source. */
      tags,
    }),
    IMPORTED_LIBRARY,
  ),
  /**
   * Captures what an address holds: the one request that leaves the machine, and only for this address (and, where
   * `images` says so, for the pictures that the article names). Errors: fetch-failed, and those of `source.import`.
   */
  'source.fetch': writing(
    v.object({
      url: text,
      images: v.optional(v.boolean()),
      /** Addresses of this machine and its network too. Not for a page: its host refuses it. */
      allowPrivate: v.optional(v.boolean()),
      as: v.optional(FILE_KIND),
      title: details.title,
      byline: details.byline,
      site: details.site,
      publishedAt: details.publishedAt,
      language: details.language,
      tags,
    }),
    IMPORTED,
  ),
  'source.list': reading(
    v.object({
      tag: v.optional(text),
      exactTag,
      language: v.optional(text),
      /** Those of it, in its order. Errors: not-found. */
      collection: v.optional(COLLECTION_ID),
      /** Sources in the trash instead of live ones. */
      trash: v.optional(v.boolean()),
    }),
    v.object({ sources: v.array(SOURCE) }),
  ),
  'source.get': reading(
    v.object({ id: SOURCE_ID, version: v.optional(VERSION_ID) }),
    v.object({ source: SOURCE_DETAIL }),
  ),
  /** What a page holds beside its article: the tree of all of it, made again from the bytes of the current version. Errors: unsupported. */
  'source.page': reading(v.object({ id: SOURCE_ID }), v.object({ tree: ROOT_SCHEMA, words: v.number() })),
  /**
   * Makes a new version from the stored bytes of the current one: the article again, the whole page, or a region:
   * blocks of the tree that `source.page` answers (both ends included), or what a CSS selector names. Highlights are
   * carried over. Copies that were taken out come back with the bytes: `warnings` tells what stands twice again.
   * Errors: not-found, unsupported (what is no page), invalid (region), unreadable.
   */
  'source.extract': writing(
    v.object({
      id: SOURCE_ID,
      how: v.union([
        v.picklist(['article', 'whole']),
        v.object({ selector: text }),
        v.object({ from: place, to: place }),
      ]),
    }),
    v.object({ source: SOURCE, warnings: v.array(WARNING) }),
  ),
  /** The original bytes of a version, unpacked. */
  'source.original': reading(
    v.object({ version: VERSION_ID }),
    v.object({ fileName: v.nullable(text), mediaType: text, bytes }),
  ),
  /** A picture that some version's article names; what it is, is told by its bytes. */
  'source.image': reading(v.object({ sha256: text }), v.object({ mediaType: IMAGE_TYPE, bytes })),
  /**
   * `translationOf` names the original, null none. `citekey` is kept as it is given, null makes it of the details again.
   * Errors: invalid where it would be its own original; invalid and duplicate of a citation key.
   */
  'source.edit': writing(
    v.object({
      id: SOURCE_ID,
      ...details,
      citekey: v.optional(v.nullable(text)),
      translationOf: v.optional(v.nullable(SOURCE_ID)),
      tags,
      untag: tags,
    }),
    SOURCE_ANSWER,
  ),
  /** By what writing tools cite it: the key that was given or kept, else the one that its details make (`suggested`). */
  'source.citekey': reading(
    v.object({ id: SOURCE_ID }),
    v.object({ citekey: text, isKept: v.boolean(), suggested: text }),
  ),
  /** Text that stands twice in the source's current version, in its order. */
  'source.repeats': reading(
    v.object({ id: SOURCE_ID }),
    v.object({ versionId: VERSION_ID, repeats: v.array(REPEAT) }),
  ),
  /**
   * Makes a version without the second copies. `ranges` are those of `source.repeats` (all of them where left out);
   * one that is no repeat of the current version is `invalid`. Errors: not-found where nothing stands twice.
   */
  'source.dedupe': writing(
    v.object({
      id: SOURCE_ID,
      ranges: v.optional(v.array(v.object({ start: v.number(), end: v.number() }))),
    }),
    v.object({ source: SOURCE, removed: v.number(), carried: CARRIED }),
  ),
  /** To the trash. */
  'source.remove': writing(v.object({ id: SOURCE_ID }), SOURCE_ANSWER),
  'source.restore': writing(v.object({ id: SOURCE_ID }), SOURCE_ANSWER),

  ...EXCERPT_COMMANDS,
  ...CLAIM_COMMANDS,

  /**
   * What a draft quotes and counts, against the notebook: `text` as it is (plain or Markdown), or a file of any kind that
   * can be imported. Offsets count in the `text` answered. Tells its progress; nothing is stored. Errors: invalid,
   * too-large, unreadable, unsupported, cancelled.
   */
  'draft.check': reading(
    v.object({
      text: v.optional(text),
      file: v.optional(v.object({ bytes, fileName: text })),
    }),
    CHECKED_DRAFT,
  ),

  ...NOTE_COMMANDS,
  ...COLLECTION_COMMANDS,

  ...TAG_COMMANDS,

  /** Never throws for a query: one that lunr rejects is searched as plain words, and `notice` says so. */
  'search.query': reading(
    v.object({
      query: text,
      in: v.optional(v.array(HIT_KIND)),
      tag: v.optional(text),
      exactTag,
      status: v.optional(STATUS),
      language: v.optional(text),
      /** Of the source, case and accents aside; claims and notes have none, nor a date. */
      site: v.optional(text),
      /**
       * Published in this year, month or day or later, or earlier: both ends count. A source that is only dated by its
       * year or month is found where one of its days would be; without a date it is not found.
       */
      from: v.optional(SHORT_DATE),
      to: v.optional(SHORT_DATE),
      /** Passages and excerpts of its sources; claims and notes are in none. Of one that is not there nothing is found. */
      collection: v.optional(COLLECTION_ID),
      /** Also counts the values to narrow the question by. */
      facets: v.optional(v.boolean()),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))),
      offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      explain: v.optional(v.boolean()),
      /** As typed: the last word also matches as a prefix. */
      typing: v.optional(v.boolean()),
    }),
    v.object({
      total: v.number(),
      tookMs: v.number(),
      notice: v.nullable(WARNING),
      hits: v.array(HIT),
      /** Only with `facets`. */
      facets: v.nullable(FACETS),
    }),
  ),

  ...EXPORT_COMMANDS,

  /** What `undo` and `redo` would do next; null where there is nothing. */
  'history.next': reading(none, v.object({ undo: v.nullable(CHANGE), redo: v.nullable(CHANGE) })),
  /** Errors: not-found where there is nothing to undo. */
  'history.undo': writing(none, v.object({ undone: CHANGE })),
  'history.redo': writing(none, v.object({ redone: CHANGE })),

  /** What was done so far can no longer be undone: a notebook that was made for the user begins here. */
  'history.settle': writing(none, none),

  'setting.all': reading(none, v.object({ settings: v.record(text, v.unknown()) })),
  /** Of the notebook, such as the meanings of the colours. Not part of undo. */
  'setting.set': writing(v.object({ key: text, value: v.unknown() }), none),

  /** Which notebook is open (null at first start), and which were before. */
  'workspace.state': choosing(
    none,
    v.object({
      notebook: v.nullable(NOTEBOOK_INFO),
      recent: v.array(v.object({ path: text, name: text, openedAt: text })),
      version: text,
      /** Why the notebook that was asked for, or was open last, could not be opened. */
      problem: v.nullable(v.custom<ErrorValue>((value) => typeof value === 'object' && value !== null)),
      /** The platform's data folder, offered as the place of a new notebook. */
      folder: text,
      watched: WATCHED,
    }),
  ),
  /** New files in `folder`, an absolute path, are captured while the notebook is open; null ends it. Remembered by this machine. */
  'workspace.watch': choosing(v.object({ folder: v.nullable(text) }), v.object({ watched: WATCHED })),
  'workspace.open': choosing(
    v.object({ path: text, create: v.optional(v.boolean()) }),
    v.object({ notebook: NOTEBOOK_INFO }),
  ),
  /**
   * Makes a notebook anew from an archive (`export.run`), where nothing is yet, and does not open it; counts what is not
   * in its trash. All of it or nothing: errors unreadable (`reason` begins with `archive-`), unsupported (a newer one),
   * too-large, target-exists, target-unwritable, disk-full, cancelled.
   */
  'workspace.restore': choosing(
    v.object({ archive: text, path: text }),
    v.object({ sources: v.number(), excerpts: v.number(), claims: v.number(), tags: v.number() }),
  ),
  /** Opens the sample notebook, made at its first use; what was changed in it stays. */
  'workspace.sample': choosing(
    v.object({ locale: v.picklist(['en', 'fr']) }),
    v.object({ notebook: NOTEBOOK_INFO }),
  ),
  /** Asks a running call to stop. Not an error where it has already ended. */
  'workspace.cancel': choosing(v.object({ call: text }), none),

  /** A native dialog; null where the user closed it. */
  'host.choose': hosting(
    v.object({
      purpose: v.picklist([
        'open-notebook',
        'create-notebook',
        'open-archive',
        'export-file',
        'export-folder',
        'watch-folder',
      ]),
      suggestion: v.optional(text),
    }),
    v.object({ path: v.nullable(text) }),
  ),
  /** Opens an http, https or mailto address in the system's browser. The page shows the address before it asks. */
  'host.openExternal': hosting(v.object({ url: text }), none),
  /** Another window of the app on the same notebook. `route` is the page's own word for a place, which it reads back: at most the ids of all sources to export. */
  'host.openWindow': hosting(v.object({ route: v.pipe(text, v.maxLength(100_000)) }), none),
} as const;

export type Commands = typeof COMMANDS;
export type CommandName = keyof Commands;
export type CommandKind = 'query' | 'mutation';

export type Input<Name extends CommandName> = v.InferInput<Commands[Name]['input']>;
/** The input after validation. */
export type Checked<Name extends CommandName> = v.InferOutput<Commands[Name]['input']>;
export type Output<Name extends CommandName> = v.InferOutput<Commands[Name]['output']>;

type NamesOf<Property extends string, Value> = {
  [Name in CommandName]: Commands[Name] extends Record<Property, Value> ? Name : never;
}[CommandName];

export type EngineCommand = NamesOf<'owner', 'engine'>;
export type WorkspaceCommand = NamesOf<'owner', 'workspace'>;
export type HostCommand = NamesOf<'owner', 'host'>;
export type MutationName = NamesOf<'kind', 'mutation'>;
export type EngineQueryName = Exclude<EngineCommand, MutationName>;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
