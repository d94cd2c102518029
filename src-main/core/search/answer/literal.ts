/**
 * Quoted words, looked for as they stand: case, accents, spaces, the forms of quotes and apostrophes and the two
 * notations of numbers make no difference, and a phrase begins and ends where words do.
 */
import type { Range } from '../../../common/contract/hits.ts';
import { foldText, foldWithOffsets } from '../../../common/language/folding.ts';
import { tokenise } from '../../../common/language/tokens.ts';
import { latinPattern, type LatinPattern } from './latin-pattern.ts';

const APOSTROPHES = /[’‘ʼ＇]/g;
const QUOTES = /[“”«»„]/g;
const DIGIT = /\p{N}/u;
const WORD = /[\p{L}\p{N}]/u;
/** Written without spaces, so that words have no edges to look at. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

export interface Literal {
  readonly form: string;
  readonly hasNumber: boolean;
  /** Null where the text has to be folded: numbers are no matter of single characters. */
  readonly pattern: LatinPattern | null;
}

export function toLiteral(phrase: string): Literal {
  const hasNumber = DIGIT.test(phrase);
  const form = foldSpaces(foldNumbers(phrase.trim(), hasNumber)).trim();
  return { form, hasNumber, pattern: hasNumber ? null : latinPattern(form, foldSpaces) };
}

export function containsLiteral(text: string, literal: Literal): boolean {
  const { form, hasNumber, pattern } = literal;
  if (form === '') return false;
  // Not `test`, which would go on where it found the last one.
  if (pattern?.decisive.test(text)) return pattern.phrase !== null && text.search(pattern.phrase) >= 0;
  return firstPlace(foldSpaces(foldNumbers(text, hasNumber)), form, 0) >= 0;
}

/** Where the phrase stands, in UTF-16 offsets of `text`. */
export function findLiteral(text: string, literal: Literal): Range[] {
  const { form, pattern } = literal;
  if (form === '') return [];
  if (!pattern?.decisive.test(text)) return findFolded(text, literal);
  if (!pattern.phrase) return [];
  return [...text.matchAll(pattern.phrase)].map(({ 0: { length }, index }) => [index, index + length]);
}

function findFolded(text: string, { form, hasNumber }: Literal): Range[] {
  const folded = foldWithPlaces(text, hasNumber);
  const found: Range[] = [];
  for (let at = firstPlace(folded.text, form, 0); at >= 0;) {
    const end = at + form.length;
    found.push([folded.starts[at] ?? 0, folded.ends[end - 1] ?? text.length]);
    at = firstPlace(folded.text, form, end);
  }
  return found;
}

function firstPlace(text: string, form: string, from: number): number {
  for (let at = text.indexOf(form, from); at >= 0; at = text.indexOf(form, at + 1)) {
    if (isEdge(text, at) && isEdge(text, at + form.length)) return at;
  }
  return -1;
}

function isEdge(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return !(WORD.test(before) && WORD.test(after)) || UNSPACED.test(before) || UNSPACED.test(after);
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return ' ';
  const code = text.codePointAt(at - 2);
  return code !== undefined && code > 0xffff ? String.fromCodePoint(code) : text.charAt(at - 1);
}

/** Runs and odd kinds of space only: replacing each plain space by itself was most of the cost. */
const ODD_SPACE = /\s{2,}|[^\S ]/g;

function foldSpaces(text: string): string {
  return foldText(text).replace(APOSTROPHES, "'").replace(QUOTES, '"').replace(ODD_SPACE, ' ');
}

/** Costs a tokeniser's run, so it is left out where the phrase has no number. */
function foldNumbers(text: string, wanted: boolean): string {
  if (!wanted) return text;
  return pieces(text)
    .map(({ text: piece }) => piece)
    .join('');
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A number in its normal form: its units have no places of their own. */
  readonly whole: boolean;
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const { term, start, end } of tokenise(text)) {
    if (!/^\d/.test(term) || start < at) continue;
    found.push({ text: text.slice(at, start), start: at, end: start, whole: false });
    found.push({ text: term, start, end, whole: true });
    at = end;
  }
  found.push({ text: text.slice(at), start: at, end: text.length, whole: false });
  return found;
}

interface Places {
  readonly text: string;
  /** Of each unit of `text`: the range of the original that it came from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function foldWithPlaces(text: string, hasNumber: boolean): Places {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (unit: string, start: number, end: number): void => {
    const space = /\s/.test(unit);
    if (space && units.at(-1) === ' ') {
      ends[ends.length - 1] = end;
      return;
    }
    units.push(space ? ' ' : foldSpaces(unit));
    starts.push(start);
    ends.push(end);
  };
  const all = hasNumber ? pieces(text) : [{ text, start: 0, end: text.length, whole: false }];
  for (const piece of all) {
    const folded = foldWithOffsets(piece.text);
    for (let at = 0; at < folded.text.length; at += 1) {
      const unit = folded.text.charAt(at);
      if (piece.whole) push(unit, piece.start, piece.end);
      else push(unit, piece.start + (folded.offsets[at] ?? 0), piece.start + endOf(folded.offsets, at));
    }
  }
  return { text: units.join(''), starts, ends };
}

/** Several units may come from one character (« œ »): its end is where the next character begins. */
function endOf(offsets: Uint32Array, at: number): number {
  const start = offsets[at];
  let next = at + 1;
  while (next < offsets.length - 1 && offsets[next] === start) next += 1;
  return offsets[next] ?? 0;
}
