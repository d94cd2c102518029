/** Kindle's `My Clippings.txt`: everything that was ever marked on a device, in the order in which it was marked. */
import type { LibraryText, RawAnnotation, RawNote, Shelf } from './model.ts';
import { readLabel, type Label } from './kindle-labels.ts';
import { append } from './group.ts';
import { hashKey } from './keys.ts';

interface Clipping extends Label {
  readonly title: string;
  readonly words: string;
  readonly raw: string;
}

/** What stands in place of the text once a book's limit is reached. */
const LIMIT = /^<[^>]*(?:clipping limit|limite)[^>]*>$/i;
/** Characters of the two lines above a clipping. */
const LONGEST_HEAD = 4000;
/** Highlights that overlap: how far back one is looked for among those of a book, in order of place. */
const OVERLAPS = 20;

export function readKindle({ text }: LibraryText, shelf: Shelf): void {
  const clippings = text
    .replaceAll('\ufeff', '')
    .split(/^=+[ \t]*\r?$/m)
    .flatMap((block) => readClipping(block, shelf));
  for (const [title, group] of Map.groupBy(clippings, (clipping) => clipping.title))
    addBook(title, group, shelf);
}

function readClipping(block: string, shelf: Shelf): Clipping[] {
  const raw = block.trim();
  if (raw === '') return [];
  const [title = '', label = '', ...rest] = raw.split(/\r?\n/);
  if (title.length + label.length > LONGEST_HEAD) {
    shelf.leave('annotation', 'broken', title);
    return [];
  }
  if (!/^-\s/.test(label)) {
    shelf.leave('annotation', 'broken', title);
    return [];
  }
  return [{ title: title.trim(), ...readLabel(label), words: rest.join('\n').trim(), raw }];
}

function addBook(heading: string, clippings: readonly Clipping[], shelf: Shelf): void {
  const { title, author } = readHeading(heading);
  const taken = clippings.filter((clipping) => isTaken(clipping, heading, shelf));
  const highlights = withoutReplaced(
    taken.filter(({ kind }) => kind !== 'note'),
    shelf,
  );
  const notes = taken.filter(({ kind }) => kind === 'note');
  const noteOf = new Map<Clipping, string[]>();
  const alone: RawNote[] = [];
  const find = finder(highlights);
  for (const note of withoutEdited(notes, shelf)) {
    const highlight = find(note);
    if (highlight) append(noteOf, highlight, note.words);
    else
      alone.push({ key: hashKey(heading, 'note', note.words), body: note.words, createdAt: note.createdAt });
  }
  const annotations: RawAnnotation[] = highlights.map((highlight) => ({
    // Its place too: the same words may be marked twice.
    key: hashKey(heading, String(highlight.start), highlight.words),
    quote: highlight.words,
    note: (noteOf.get(highlight) ?? []).join('\n\n'),
    createdAt: highlight.createdAt,
  }));
  if (annotations.length + alone.length === 0) return;
  shelf.add({
    key: hashKey(heading),
    record: `${taken.map(({ raw }) => raw).join('\n==========\n')}\n==========\n`,
    title,
    byline: author,
    site: 'Kindle',
    annotations,
    notes: alone,
  });
}

/** `Title (Author)`; titles may have brackets of their own, authors hardly. */
function readHeading(heading: string): { title: string; author: string | null } {
  const match = /^(.+?)\s*\(([^()]{1,200}(?:\([^()]{0,100}\)[^()]{0,100})?)\)$/.exec(heading);
  if (!match) return { title: heading, author: null };
  const [, title = heading, written = ''] = match;
  // `Surname, Name;Surname, Name`
  const names = written.split(';').map((name) => {
    const [last = '', first] = name.split(',').map((part) => part.trim());
    return first && !/\d/.test(first) && name.split(',').length === 2 ? `${first} ${last}` : name.trim();
  });
  return { title, author: names.join(', ') };
}

function isTaken({ kind, words }: Clipping, heading: string, shelf: Shelf): boolean {
  if (kind === 'bookmark') shelf.leave('bookmark', 'place-mark', heading);
  else if (words.length < LONGEST_HEAD && LIMIT.test(words))
    shelf.leave('annotation', 'clipping-limit', heading);
  else if (words === '') shelf.leave('annotation', 'empty', heading);
  else return true;
  return false;
}

const byPlace = (a: Clipping, b: Clipping) => (a.start ?? 0) - (b.start ?? 0);

function overlaps(a: Clipping, b: Clipping): boolean {
  if (a.start === null || b.start === null || a.isPage !== b.isPage) return false;
  return a.start <= (b.end ?? b.start) && b.start <= (a.end ?? a.start);
}

function lastTwin(kept: readonly Clipping[], clipping: Clipping): number {
  for (let at = kept.length - 1; at >= Math.max(0, kept.length - OVERLAPS); at -= 1) {
    const other = kept[at];
    if (!other || !overlaps(other, clipping)) continue;
    if (other.words.includes(clipping.words) || clipping.words.includes(other.words)) return at;
  }
  return -1;
}

/** A highlight that was changed on the device stands there once for each change: the longest says all of it. */
function withoutReplaced(highlights: readonly Clipping[], shelf: Shelf): Clipping[] {
  const sorted = highlights.toSorted(byPlace);
  const kept: Clipping[] = [];
  for (const clipping of sorted) {
    const twin = lastTwin(kept, clipping);
    const other = kept[twin];
    if (!other) {
      kept.push(clipping);
      continue;
    }
    if (clipping.words.length > other.words.length) kept[twin] = clipping;
    if (clipping.words !== other.words)
      shelf.leave(
        'annotation',
        'replaced',
        clipping.words.length > other.words.length ? other.words : clipping.words,
      );
  }
  // One that was changed took the place in the list, but not on the page, of what it was before.
  return kept.toSorted(byPlace);
}

/** A note that was written on stands there once for each time: of those at one place, what a longer one says is left out. */
function withoutEdited(notes: readonly Clipping[], shelf: Shelf): Clipping[] {
  const places = Map.groupBy(notes, ({ isPage, start }) => `${isPage} ${start}`);
  return [...places.values()].flatMap((group) => {
    // At no place, they have nothing to do with each other.
    const kept = new Map(group.map((each) => [each.words, each] as const));
    const [first] = group;
    if (first?.start === null || kept.size > OVERLAPS) return [...kept.values()];
    for (const words of [...kept.keys()]) {
      if (![...kept.keys()].some((other) => other !== words && other.includes(words))) continue;
      kept.delete(words);
      shelf.leave('note', 'replaced', words);
    }
    return [...kept.values()];
  });
}

/**
 * The highlight that a note hangs on: it ends where the note stands, or holds that place.
 * @param highlights in the order of their places
 */
function finder(highlights: readonly Clipping[]): (note: Clipping) => Clipping | undefined {
  const byEnd = new Map(highlights.map((each) => [`${each.isPage} ${each.end}`, each] as const));
  return (note) => {
    if (note.start === null) return undefined;
    const there = byEnd.get(`${note.isPage} ${note.start}`);
    if (there) return there;
    const after = firstAfter(highlights, note.start);
    return highlights.slice(Math.max(0, after - OVERLAPS), after).findLast((each) => overlaps(each, note));
  };
}

/** Where in their order those begin that start after a place: a book may have a hundred thousand. */
function firstAfter(highlights: readonly Clipping[], place: number): number {
  let [low, high] = [0, highlights.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((highlights[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
