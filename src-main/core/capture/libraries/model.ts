/** What a reader of a library makes of it, before it is checked, laid out as text and given to the notebook. */
import type { Color } from '../../../common/contract/entities.ts';
import type { LibraryHead, LibraryItem } from '../../ports.ts';
import type { LeftOutKind, LeftOutReason } from '../../../common/contract/libraries.ts';

export interface RawAnnotation {
  readonly key: string;
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly near?: number | null;
  /** Markdown. */
  readonly note?: string;
  readonly color?: Color;
  readonly tags?: readonly string[];
  readonly createdAt?: number | null;
}

export interface RawNote {
  readonly key: string;
  /** By default that of the item. */
  readonly title?: string | null;
  /** Markdown. */
  readonly body: string;
  readonly tags?: readonly string[];
  readonly createdAt?: number | null;
}

export interface RawItem {
  readonly key: string;
  /** As the library writes it. */
  readonly record: string;
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly site?: string | null;
  /** As written; one that is not of the web is left out. */
  readonly url?: string | null;
  readonly published?: string | null;
  readonly language?: string | null;
  readonly tags?: readonly string[];
  /** Plain text; empty lines part paragraphs. */
  readonly abstract?: string;
  readonly annotations?: readonly RawAnnotation[];
  readonly notes?: readonly RawNote[];
  readonly file?: { readonly bytes: Uint8Array; readonly fileName: string } | null;
}

/** Takes what a reader finds, thing by thing. */
export interface Shelf {
  add(item: RawItem): void;
  /** A note that belongs to no item. */
  addNote(note: RawNote): void;
  leave(what: LeftOutKind, reason: LeftOutReason, example?: string): void;
}

export interface LibraryText {
  readonly text: string;
  readonly fileName: string | null;
  /** ISO time of the import. */
  readonly now: string;
}

/** An item whose record is not packed yet for being stored. */
export type UnpackedItem = Omit<LibraryItem, 'record'> & { readonly record: Uint8Array };
export interface UnpackedLibrary extends Omit<LibraryHead, 'count'> {
  /** Each makes its item when it is asked: what there is to read in one takes ten times the room of what is known of it. */
  readonly items: readonly (() => UnpackedItem)[];
}
