/** What the engine needs from its host. Everything that differs between machines and tests comes in here. */
import type { Output, Checked } from '../common/contract/commands.ts';
import type { Color, DetailOrigins, FileKind, SourceKind, Warning } from '../common/contract/entities.ts';
import type { TemplateFormat } from '../common/contract/export-commands.ts';
import type { LeftOut, LibraryFormat } from '../common/contract/libraries.ts';
import type { PageStart } from '../common/document/pages.ts';
import type { ImageType } from '../common/document/image-facts.ts';
import type { Root } from '../common/document/tree.ts';
import type { Fingerprint } from '../common/similarity/fingerprint.ts';

/** Milliseconds since 1970 UTC. */
export interface Clock {
  now(): number;
}

/** UUIDv7: sortable by time, so that rows made together lie together. */
export interface Ids {
  next(): string;
}

export type LogLevel = 'info' | 'warning' | 'error';

export interface Log {
  write(level: LogLevel, event: string, details?: Readonly<Record<string, unknown>>): void;
}

/** Bytes as they were captured, and what is known of them before they are read. */
export interface CaptureInput {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  readonly as?: FileKind | undefined;
  readonly url?: string | null | undefined;
  /** The encoding that whoever sent the bytes names. */
  readonly charset?: string | null | undefined;
  /** Pictures that are not in the file, by the address that it names them by; an empty one could not be had. */
  readonly resources?: ReadonlyMap<string, Uint8Array> | undefined;
  /** ISO time of the capture: « yesterday » in a page counts from it. */
  readonly now: string;
  /** What of a page is taken; the article, unless the user wants otherwise. Other formats are always whole. */
  readonly how?: PageShare | PageRange | undefined;
}

/** What of a page is taken: its article, all of it, or the element that a CSS selector names. */
export type PageShare = 'article' | 'whole' | { readonly selector: string };
/** Blocks of the whole page's tree, from one to another, both included. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** What the parser's worker is asked. */
export type CaptureQuestion =
  | { readonly read: 'article' | 'library'; readonly input: CaptureInput }
  /** Of the library that was asked for last. */
  | { readonly read: 'items' };

export interface ParsedArticle {
  readonly kind: SourceKind;
  readonly mediaType: string;
  readonly charset: string;
  readonly title: string;
  readonly byline: string | null;
  readonly site: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly description: string | null;
  readonly language: string | null;
  /** Where each of these came from. */
  readonly origins: DetailOrigins;
  readonly tree: Root;
  /** Canonical text of `tree`. */
  readonly text: string;
  readonly words: number;
  readonly passages: readonly { readonly start: number; readonly end: number }[];
  /** Null where the original has no pages. */
  readonly pages: readonly PageStart[] | null;
  readonly fingerprint: Fingerprint;
  readonly warnings: readonly Warning[];
  /** Name and version of what made the tree, kept with the version. */
  readonly extractor: string;
  /** Words that the page shows, of which this is a part; null where nothing else was there. */
  readonly pageWords: number | null;
  /** Pictures that the tree names. */
  readonly images: readonly CapturedImage[];
  /** Addresses on the web of pictures that the article names and the file does not hold. */
  readonly missingImages: readonly string[];
}

export interface CapturedImage {
  readonly sha256: string;
  /** By which it can be found again when the bytes are read anew; null for one that lies in them. */
  readonly address: string | null;
  readonly mediaType: ImageType;
  readonly bytes: Uint8Array;
}

/** A highlight as another program kept it. Keys are the library's own identities, or made of what is stable there. */
export interface LibraryAnnotation {
  readonly key: string;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where the other program saw it: a hint, since it counted in a text of its own. */
  readonly near: number | null;
  /** Markdown. */
  readonly note: string;
  readonly color: Color;
  readonly tags: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number | null;
}

export interface LibraryNote {
  readonly key: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly tags: readonly string[];
  readonly createdAt: number | null;
}

/** Bytes as they are stored: once by their SHA-256, compressed where that makes them smaller. */
export interface PackedBlob {
  readonly sha256: string;
  /** Unpacked. */
  readonly size: number;
  readonly encoding: 'identity' | 'deflate';
  readonly bytes: Uint8Array;
}

export interface LibraryItem {
  readonly key: string;
  /** What the library says of it, in the library's own words: kept as the original. */
  readonly record: PackedBlob;
  /** The file that the library brings with it, not read yet. */
  readonly file: { readonly bytes: Uint8Array; readonly fileName: string } | null;
  /** What is known without the file, as something to read: abstract, quotations, address. */
  readonly reference: ParsedArticle;
  /** Where in the reference each annotation stands. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  readonly annotations: readonly LibraryAnnotation[];
  readonly notes: readonly LibraryNote[];
  readonly tags: readonly string[];
}

export interface LibraryHead {
  readonly format: LibraryFormat;
  /** Items that it has. */
  readonly count: number;
  /** That belong to no item. */
  readonly notes: readonly LibraryNote[];
  readonly leftOut: readonly LeftOut[];
}

/** A library that is read bit by bit: all of its items at once would be hundreds of megabytes. */
export interface OpenLibrary extends LibraryHead {
  /** As many as are written at once; none after the last. @throws DossierError too-large, cancelled */
  next(): Promise<readonly LibraryItem[]>;
  /** To be called in the end, whatever happened. */
  close(): Promise<void>;
}

/** Parses untrusted bytes; in the app a worker that can be killed. */
export interface Parser {
  /** @throws DossierError unreadable, too-large, unsupported, cancelled */
  parse(input: CaptureInput, signal: AbortSignal, progress?: Progress): Promise<ParsedArticle>;
  /** @throws DossierError as `parse`; unsupported where the bytes are no library */
  openLibrary(input: CaptureInput, signal: AbortSignal): Promise<OpenLibrary>;
  close(): Promise<void>;
}

export type SearchInput = Checked<'search.query'>;
export type SearchOutput = Output<'search.query'>;

/** Answers queries over one notebook file, seeing every change committed before the query. */
export interface Searcher {
  query(input: SearchInput, signal: AbortSignal): Promise<SearchOutput>;
  /** How rare words are: for each term, as `tokenise` gives it, in how many documents and fields it stands; 0 for none. */
  frequencies(terms: readonly string[], signal: AbortSignal): Promise<readonly number[]>;
  /** Drops and rebuilds what is derived. */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

export type Progress = (done: number, total: number) => void;

/** Files that the user asked to be written. */
export interface Files {
  /**
   * Writes each file whole under its final name or not at all (temporary name, fsync, rename). `out` is the
   * file itself where `layout` is `file`, else the folder that `files` are relative to.
   * Files are asked for one after another, so that none but the one that is being written has to be held.
   * @throws DossierError target-exists (unless `force`), target-unwritable, disk-full; what `files` throw, and nothing is written
   */
  write(target: WriteTarget, files: OutputFiles): Promise<void>;
}

export interface WriteTarget {
  readonly out: string;
  readonly layout: 'file' | 'folder';
  readonly force: boolean;
}

export type OutputFiles = Iterable<OutputFile> | AsyncIterable<OutputFile>;

export interface OutputFile {
  /** Relative, with forward slashes; already safe as a name on every platform. */
  readonly path: string;
  /** As they come, where they are too many to be held. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

/** A file that is read here and there, however long it is. */
export interface ByteSource {
  readonly size: number;
  /** @throws DossierError unreadable where the file ends before */
  read(offset: number, length: number): Uint8Array;
}

/** What a template may cost. */
export interface TemplateLimits {
  /** UTF-16 units of the template. */
  readonly parsed: number;
  /** What its lists and texts may come to, as the library of its language counts. */
  readonly allocated: number;
  /** UTF-16 units that may be written. */
  readonly output: number;
  readonly milliseconds: number;
}

/** In plain values: it is answered in another thread. */
export interface TemplateQuestion {
  readonly format: TemplateFormat;
  readonly body: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly limits: TemplateLimits;
}

export interface TemplatePart {
  /** Which of the sources it is of; null for all. */
  readonly source: number | null;
  readonly content: string;
}

/** Writes by a template of anyone's; in the app a thread that can be ended. */
export interface Templater {
  /** @throws DossierError invalid (`what: template`, with its line), too-large, cancelled */
  render(question: TemplateQuestion, signal: AbortSignal): Promise<readonly TemplatePart[]>;
  close(): Promise<void>;
}

export interface FetchRequest {
  /** http or https. */
  readonly url: string;
  /** The user's own network too, where the address itself lies in it; never by a way from outside. */
  readonly allowPrivate: boolean;
  /** What the request says it accepts. */
  readonly accept: string;
  /** Media types that are taken, in lower case; the empty one stands for an answer that names none. */
  readonly types: readonly string[];
  /** Of the body, packed and unpacked. */
  readonly maxBytes: number;
  /** Where less time is left than the port itself gives. */
  readonly totalMs?: number;
}

export interface Fetched {
  readonly bytes: Uint8Array;
  /** After redirects. */
  readonly url: string;
  /** In lower case, without parameters; empty where the answer names none. */
  readonly mediaType: string;
  /** As the answer names it. */
  readonly charset: string | null;
  readonly fileName: string | null;
  /** It came out of the user's own network. */
  readonly isPrivate: boolean;
}

/** The one way to another machine: an address that the user asked for. */
export interface Fetcher {
  /** @throws DossierError fetch-failed, too-large, cancelled */
  fetch(request: FetchRequest, signal: AbortSignal): Promise<Fetched>;
}

/** Makes pages for paper. */
export interface Printer {
  /**
   * @param html a whole page that needs nothing but itself
   * @returns the bytes of a PDF, laid out by the page's own style for print
   * @throws DossierError print-failed where there is no program to do it, or it did not; cancelled
   */
  print(html: string, signal: AbortSignal, options?: PrintOptions): Promise<Uint8Array>;
}

export interface PrintOptions {
  /** Other pages follow in the same PDF: tags and an outline of this one alone would be lost. */
  readonly isPart?: boolean;
}

export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly parser: Parser;
  readonly files: Files;
  readonly templater: Templater;
  readonly fetcher: Fetcher;
  readonly printer: Printer;
  /**
   * Called once per opened notebook.
   * @param isTended whether an index that is missing is made meanwhile
   */
  openSearcher(path: string, isTended: boolean): Searcher;
}
