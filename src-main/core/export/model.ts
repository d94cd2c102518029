/** What an export is made of: everything gathered and chosen, before any format is thought of. */
import type { Claim, Color, Excerpt, Note, Source, Version } from '../../common/contract/entities.ts';
import type { TagTree } from '../storage/tag-tree.ts';
import type { StoredImage } from '../storage/images.ts';
import type { Root } from '../../common/document/tree.ts';
import type { PrintOptions } from '../ports.ts';

export interface ExportSource {
  readonly source: Source;
  /** The version that stands for the source. */
  readonly version: Version;
  /** Read anew whenever it is asked for: ask once, and hold it no longer than needed. Empty where the format reads none. */
  readonly text: string;
  /** As `text`; empty where the format reads no texts and there is no picture in it. */
  readonly tree: Root;
  /** In order of place; those of an earlier version are among them. */
  readonly excerpts: readonly Excerpt[];
}

export interface ExportData {
  readonly notebook: string;
  /** ISO time of the export. */
  readonly at: string;
  /** The user's own names of the colours; what is absent has the language's own. */
  readonly colorNames: Partial<Readonly<Record<Color, string>>>;
  readonly sources: readonly ExportSource[];
  /** Keys for citing, by the id of the source; of all sources of the notebook. */
  readonly keys: ReadonlyMap<string, string>;
  readonly claims: readonly Claim[];
  readonly notes: readonly Note[];
  /** All tags of the notebook, as they stand below each other. */
  readonly tags: TagTree;
  /** Whose notes they are, if the notebook was told. */
  readonly author: string | null;
  readonly images: ExportImages;
}

export interface ExportImages {
  /** Null for one that is missing, or too much for one export. */
  take(sha256: string): StoredImage | null;
  /** Counts one that the format cannot carry. */
  refuse(sha256: string): void;
  readonly leftOut: number;
}

/** Original bytes that go along with an export, until they are too many for one. */
export interface ExportOriginals {
  /** Null for what is missing, damaged or too much. */
  take(sha256: string): Uint8Array | null;
  readonly leftOut: number;
}

/** What a format may use while it makes its files. */
export interface ExportTools {
  readonly originals: ExportOriginals;
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal;
  /** A page as PDF. @throws DossierError print-failed, cancelled */
  print(html: string, options?: PrintOptions): Promise<Uint8Array>;
}

export interface Scope {
  readonly sources?: readonly string[] | undefined;
  readonly collection?: string | undefined;
  readonly tag?: string | undefined;
  readonly status?: Claim['status'] | undefined;
  readonly claims?: readonly string[] | undefined;
  /** What a saved search finds. */
  readonly found?: Found | undefined;
}

/** Ids, by kind. */
export interface Found {
  readonly sources: ReadonlySet<string>;
  readonly excerpts: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

/** A finished text file, its path relative to the target. */
export interface RenderedText {
  readonly path: string;
  readonly content: string;
}

/** A text file that is made while it is written, so that it is never held whole. Its pieces are asked for once. */
export interface RenderedPieces {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/** A file that is no text, such as a picture; what is packed is made while it is written. */
export interface RenderedBytes {
  readonly path: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

export type Rendered = RenderedText | RenderedPieces | RenderedBytes;

/** Files, one made after the other is written. */
export type RenderedFiles = Iterable<Rendered>;
