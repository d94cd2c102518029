/** The part of a hit's text to show: around the place where most of the query's words stand together. */
import type { Hit, Range } from '../../../common/contract/hits.ts';
import { tokeniseSome } from '../../../common/language/tokens.ts';
import { documentStems } from '../analysis/analysis.ts';
import type { CompiledQuery } from '../query/compile.ts';
import type { SearchDocument } from '../documents.ts';
import type { Field } from '../analysis/fields.ts';
import { findLiteral, type Literal } from './literal.ts';
import { initialsOf } from '../analysis/stem.ts';

/** In UTF-16 code units: about three lines. */
const LENGTH = 240;
/** How far a cut may move to fall between words. */
const SLACK = 24;

export type Snippet = Hit['snippet'];

/** A place in a text that the query asked for. `word` tells which word of the query, for counting different ones. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly word: number;
}

/** The first of equals is shown. Titles and tags stand beside the snippet anyway. */
const SHOWN: readonly Field[] = ['text', 'quotation', 'statement', 'note'];

export interface MarkedPhrase {
  readonly literal: Literal;
  readonly fields: readonly Field[];
}

/** What the snippets of one answer may read, in UTF-16 code units: texts of users have no length that is too long. */
const READING = 500_000;
/** Texts up to this length are read whole; of longer ones the first stretch that holds anything. */
const STRETCH = 16_384;

interface FieldText {
  readonly text: string;
  readonly field: Field;
  readonly language: string | null;
}

interface WordFinder {
  /** Which of the query's words an index term of a text is, if any. */
  find(term: string): number | undefined;
  /** Whether a word whose first unit this is may be one of them. */
  mayBegin(unit: number): boolean;
}

/** The snippets of one answer. */
export class Snippets {
  #left = READING;
  /** By field and language. A query of hundreds of terms is not looked through again for each hit. */
  readonly #finders = new Map<string, WordFinder | null>();

  constructor(
    readonly query: CompiledQuery,
    readonly phrases: readonly MarkedPhrase[],
  ) {}

  of({ texts, entry, title }: SearchDocument): Snippet {
    let best: { text: string; marks: readonly Mark[]; words: number } | null = null;
    for (const field of SHOWN) {
      const text = texts[field];
      if (text === undefined || text === '') continue;
      const marks = this.#findFirstMarks({ text, field, language: entry.language });
      const words = new Set(marks.map(({ word }) => word)).size;
      if (!best || words > best.words) best = { text, marks, words };
    }
    return best ? cutAround(best.text, best.marks) : { text: title, ranges: [] };
  }

  /** Where its title holds words of the query. */
  inTitle({ entry, title }: SearchDocument): Pick<Hit, 'titleRanges'> {
    const text = title.slice(0, STRETCH);
    const marks = this.#findMarks({ text, field: 'title', language: entry.language });
    return marks.length === 0 ? {} : { titleRanges: marks.map(({ start, end }): Range => [start, end]) };
  }

  #findFirstMarks(place: FieldText): Mark[] {
    const { text } = place;
    for (let start = 0; start < text.length && this.#left > 0;) {
      const end = stretchEnd(text, start);
      this.#left -= end - start;
      const marks = this.#findMarks({ ...place, text: text.slice(start, end) });
      if (marks.length > 0) {
        return marks.map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start }));
      }
      start = end;
    }
    return [];
  }

  #findMarks({ text, field, language }: FieldText): Mark[] {
    const marks: Mark[] = [];
    const finder = this.#finder(field, language);
    if (finder) {
      for (const { term, start, end } of tokeniseSome(text, finder.mayBegin)) {
        const word = finder.find(term);
        if (word !== undefined) marks.push({ start, end, word });
      }
    }
    this.phrases.forEach(({ literal, fields }, at) => {
      if (!fields.includes(field)) return;
      for (const [start, end] of findLiteral(text, literal)) marks.push({ start, end, word: -1 - at });
    });
    return mergeMarks(marks);
  }

  /** Null where nothing but phrases is looked for in the field. */
  #finder(field: Field, language: string | null): WordFinder | null {
    const key = `${field} ${language ?? ''}`;
    let finder = this.#finders.get(key);
    if (finder === undefined) this.#finders.set(key, (finder = wordFinder(this.query, field, language)));
    return finder;
  }
}

/** Between words, where there is a place between words. */
function stretchEnd(text: string, start: number): number {
  const end = start + STRETCH;
  if (end >= text.length) return text.length;
  const space = text.lastIndexOf(' ', end);
  return space > start ? space : end;
}

/** Few words are stemmed: only what begins as something wanted does. */
function wordFinder({ clauses }: CompiledQuery, field: Field, language: string | null): WordFinder | null {
  const wanted = new Map<string, number>();
  clauses.forEach(({ fields, presence, routes }, word) => {
    if (presence === 'prohibited' || !fields.includes(field)) return;
    for (const [term, route] of routes) if (route !== 'phrase' && !wanted.has(term)) wanted.set(term, word);
  });
  if (wanted.size === 0) return null;
  const initials = new Set([...wanted.keys()].flatMap(initialsOf));
  return {
    find(term) {
      const word = wanted.get(term);
      if (word !== undefined || !initials.has(term.charAt(0))) return word;
      const stem = documentStems(term, language).find((each) => wanted.has(each));
      return stem === undefined ? undefined : wanted.get(stem);
    },
    // Only letters of ASCII are sure to be folded to themselves.
    mayBegin: (unit) => unit >= 128 || initials.has(String.fromCharCode(unit).toLowerCase()),
  };
}

/** In order; what overlaps or touches is one. */
function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && mark.start < last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, mark.end) };
    else merged.push(mark);
  }
  return merged;
}

function cutAround(text: string, marks: readonly Mark[]): Snippet {
  const window = densestWindow(marks);
  const middle = window ? (window.start + window.end) / 2 : 0;
  const wanted = Math.round(Math.max(0, Math.min(middle - LENGTH / 2, text.length - LENGTH)));
  const start = wordStart(text, Math.min(wanted, window?.start ?? 0));
  const end = wordEnd(text, Math.max(start + LENGTH, Math.min(window?.end ?? 0, start + 2 * LENGTH)));
  return withEllipses(text, start, end, marks);
}

/** The run of marks within one snippet's length with the most different words, then the most marks. */
function densestWindow(marks: readonly Mark[]): { start: number; end: number } | null {
  let best: { start: number; end: number; value: number } | null = null;
  marks.forEach((first, from) => {
    const words = new Set<number>();
    let count = 0;
    let end = first.end;
    for (let at = from; at < marks.length; at += 1) {
      const mark = marks[at];
      if (!mark || (at > from && mark.end - first.start > LENGTH - SLACK)) break;
      words.add(mark.word);
      count += 1;
      end = mark.end;
    }
    const value = words.size * 1000 + count;
    if (!best || value > best.value) best = { start: first.start, end, value };
  });
  return best;
}

const SPACE = /\s/;

function wordStart(text: string, at: number): number {
  if (at <= SLACK) return 0;
  for (let place = at; place > at - SLACK; place -= 1) if (SPACE.test(text.charAt(place - 1))) return place;
  return beforePair(text, at);
}

function wordEnd(text: string, at: number): number {
  if (at + SLACK >= text.length) return text.length;
  for (let place = at; place < at + SLACK; place += 1) if (SPACE.test(text.charAt(place))) return place;
  return beforePair(text, at);
}

/** Not within a surrogate pair. */
function beforePair(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at;
}

function withEllipses(text: string, start: number, end: number, marks: readonly Mark[]): Snippet {
  const before = start > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  const shift = before.length - start;
  const ranges: Range[] = marks
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => [mark.start + shift, mark.end + shift]);
  return { text: before + text.slice(start, end) + after, ranges };
}
