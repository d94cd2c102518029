/** Checks and bounds what a reader found: nothing past here fails for what a library holds. */
import type { LeftOut, LibraryFormat } from '../../../common/contract/libraries.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import { cleanText } from '../../../common/document/line-builder.ts';
import type { LibraryAnnotation, LibraryNote } from '../../ports.ts';
import { cleanAddress } from '../details/addresses.ts';
import { tidy, tidyByline } from '../details/details.ts';
import { shortKey } from './keys.ts';
import { LeftOutList } from './left-out.ts';
import type { RawAnnotation, RawItem, RawNote, Shelf, UnpackedItem, UnpackedLibrary } from './model.ts';
import { layReference } from './reference.ts';

/** The largest libraries that people told of have some ten thousand items and some hundred thousand highlights. */
const MOST_ITEMS = 100_000;
const MOST_PARTS = 300_000;
/** Characters; a longer abstract or quotation is a whole book. */
const LONGEST_TEXT = 1_000_000;
const LONGEST_NOTE = 1_000_000;
const LONGEST_TAG = 200;
const MOST_TAGS = 200;
const CONTEXT = 200;
const LONGEST_TITLE = 120;

/** A note stands alone here: it names what it is about. */
function aboutLine(title: string, url: string | null): string {
  const name = title.replace(/[[\]\\]/g, '\\$&');
  return `— ${url === null ? name : `[${name}](<${url}>)`}`;
}

const hasWords = (words: string) => cleanText(words).trim() !== '';

export class BoundedShelf implements Shelf {
  readonly #items: (() => UnpackedItem)[] = [];
  readonly #notes: LibraryNote[] = [];
  readonly #leftOut = new LeftOutList();
  readonly #keys = new Set<string>();
  #parts = 0;

  constructor(
    readonly format: LibraryFormat,
    /** Of the records. */
    readonly mediaType: string,
    /** ISO time of the import. */
    readonly now: string,
  ) {}

  leave(...[what, reason, example]: Parameters<Shelf['leave']>): void {
    this.#leftOut.add(what, reason, example);
  }

  add(raw: RawItem): void {
    const name = tidy(raw.title) ?? raw.url ?? '';
    if (this.#items.length >= MOST_ITEMS) return this.leave('item', 'too-many', name);
    const key = shortKey(raw.key);
    // The same thing twice in one file is one thing.
    if (!this.#isNew('item', key)) return;
    const url = cleanAddress(raw.url);
    const annotations = (raw.annotations ?? []).flatMap((each) => this.#annotation(each));
    const title = tidy(raw.title) ?? url ?? tidy(annotations[0]?.quote.slice(0, 80)) ?? tidy(key) ?? '?';
    const notes = (raw.notes ?? []).flatMap((each) => this.#note({ title, ...each }, aboutLine(title, url)));
    const outline = {
      title,
      byline: tidyByline(raw.byline),
      site: tidy(raw.site) ?? (url === null ? null : new URL(url).hostname.replace(/^www\./, '')),
      url,
      published: raw.published ?? null,
      language: raw.language ?? null,
      abstract: this.#abstract(raw.abstract ?? '', title),
      quotes: annotations.map(({ quote }) => quote),
    };
    const record = raw.record === '' ? key : raw.record;
    const known = { key, file: raw.file ?? null, annotations, notes, tags: this.#tags(raw.tags ?? []) };
    this.#items.push(() => {
      const { article: reference, places } = layReference(outline, this.mediaType, this.now);
      return { ...known, record: new TextEncoder().encode(record), reference, places };
    });
  }

  addNote(raw: RawNote): void {
    const first = raw.body.trim().split('\n', 1)[0] ?? '';
    const title = tidy(raw.title) ?? tidy(first.replace(/^#+\s*/, '').slice(0, LONGEST_TITLE)) ?? '?';
    this.#notes.push(...this.#note({ ...raw, title }, null));
  }

  /** @throws DossierError unreadable where there is nothing at all to take */
  finish(fileName: string | null): UnpackedLibrary {
    const leftOut: readonly LeftOut[] = this.#leftOut.list();
    if (this.#items.length + this.#notes.length + leftOut.length === 0)
      throw new DossierError('unreadable', { fileName, reason: 'empty-library' });
    return { format: this.format, items: this.#items, notes: this.#notes, leftOut };
  }

  #isNew(part: string, key: string): boolean {
    const known = `${part} ${key}`;
    if (this.#keys.has(known)) return false;
    this.#keys.add(known);
    return true;
  }

  #abstract(words: string, title: string): string {
    if (words.length <= LONGEST_TEXT) return words;
    this.leave('text', 'too-long', title);
    return '';
  }

  #annotation(raw: RawAnnotation): LibraryAnnotation[] {
    const { quote, note = '' } = raw;
    if (!this.#fits('annotation', quote, note)) return [];
    if (!hasWords(quote)) {
      this.leave('annotation', 'empty', note);
      return [];
    }
    const key = shortKey(raw.key);
    if (!this.#isNew('annotation', key)) return [];
    this.#parts += 1;
    return [
      {
        key,
        quote: quote.toWellFormed(),
        prefix: (raw.prefix ?? '').slice(-CONTEXT).toWellFormed(),
        suffix: (raw.suffix ?? '').slice(0, CONTEXT).toWellFormed(),
        near: raw.near ?? null,
        note: note.trim().toWellFormed(),
        color: raw.color ?? 'yellow',
        tags: this.#tags(raw.tags ?? []),
        createdAt: raw.createdAt ?? null,
      },
    ];
  }

  #note(raw: RawNote, about: string | null): LibraryNote[] {
    const body = raw.body.trim().toWellFormed();
    if (body === '' || !this.#fits('note', '', body)) return [];
    const key = shortKey(raw.key);
    if (!this.#isNew('note', key)) return [];
    this.#parts += 1;
    return [
      {
        key,
        title: tidy(raw.title) ?? '?',
        body:
          about === null
            ? body
            : `${body}

${about}`,
        tags: this.#tags(raw.tags ?? []),
        createdAt: raw.createdAt ?? null,
      },
    ];
  }

  #fits(what: 'annotation' | 'note', quote: string, note: string): boolean {
    const isLong = quote.length > LONGEST_TEXT || note.length > LONGEST_NOTE;
    if (isLong) this.leave(what, 'too-long', quote || note);
    const isMuch = this.#parts >= MOST_PARTS;
    if (isMuch && !isLong) this.leave(what, 'too-many', quote || note);
    return !isLong && !isMuch;
  }

  #tags(raw: readonly string[]): string[] {
    const names = new Set<string>();
    for (const each of raw) {
      const name = each.normalize('NFC').replace(/^#+/, '').replace(/\s+/g, ' ').trim().toWellFormed();
      if (name === '') continue;
      if (name.length > LONGEST_TAG) this.leave('tag', 'too-long', name);
      else if (names.size >= MOST_TAGS) this.leave('tag', 'too-many', name);
      else names.add(name);
    }
    return [...names];
  }
}
