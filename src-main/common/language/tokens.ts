/** Words and numbers of a text with their places: what search indexes and what a query is made of. */
import { trimElision } from './elision.ts';
import { foldText } from './folding.ts';
import { normaliseNumber } from './numbers.ts';
import {
  endOf,
  HAS_ACCENT,
  HAS_APOSTROPHE,
  HAS_CAPITAL,
  hasFlag,
  isApostrophe,
  isSeparator,
  plainWordAt,
} from './plain-words.ts';

export interface Token {
  /** Folded (case, accents, ligatures), numbers in one form; at most 64 units. */
  readonly term: string;
  /** UTF-16 offsets of what the term stands for, without elided words. */
  readonly start: number;
  readonly end: number;
}

/** One endless term would make wildcard queries run for seconds. */
const LONGEST_TERM = 64;

/**
 * Every repetition is bounded: an open one runs out of stack on a run of some megabytes without a space, and
 * looks at the same digits again and again. What is longer goes on in the next token.
 */
const RUN = '{1,4096}';

const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ーｰﾞﾟ]`;
const LETTER = String.raw`[[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]--${UNSPACED}]`;
const GROUPED = String.raw`\d{1,3}(?:[ \u00a0\u202f\u2009\u2007'’]\d{3}){1,10}(?!\d)(?:[.,]\d{1,64})?`;
const TIMES = String.raw`(?:[x×](?!${LETTER}))?`;

/** Order matters: a grouped or decimal number before the word that its first digits would be. */
const PATTERN = [
  `(?<unspaced>${UNSPACED}${RUN})`,
  String.raw`(?<number>(?:${GROUPED}|\d{1,64}(?:[.,]\d{1,64}){1,16}|\d{1,64}(?=×))${TIMES})`,
  String.raw`(?<acronym>\p{L}(?:\.\p{L}){1,16}(?!${LETTER})\.?)`,
  `(?<word>${LETTER}${RUN}(?:['’ʼ＇]${LETTER}${RUN}){0,8})`,
].join('|');
const TOKEN = new RegExp(PATTERN, 'gv');
/** The same, but only right where `lastIndex` is. */
const TOKEN_HERE = new RegExp(PATTERN, 'yv');

const SEGMENTS = new Intl.Segmenter('zh', { granularity: 'word' });
/** Where a number ends and « x » for times begins. */
const FACTOR = /[x×]$/;

function cut(term: string): string {
  if (term.length <= LONGEST_TERM) return term;
  const short = term.slice(0, LONGEST_TERM);
  return short.isWellFormed() ? short : short.slice(0, -1);
}

function numberTerm(written: string): string {
  const factor = FACTOR.test(written);
  return normaliseNumber(factor ? written.slice(0, -1) : written) + (factor ? 'x' : '');
}

function* segmentTokens(run: string, start: number): Generator<Token> {
  for (const { segment, index, isWordLike } of SEGMENTS.segment(run)) {
    const from = start + index;
    if (isWordLike) yield { term: cut(foldText(segment)), start: from, end: from + segment.length };
  }
}

function wordToken(word: string, at: number): Token {
  const core = trimElision(word);
  const term = cut(foldText(word.slice(core.start, core.end)).replace(/['’ʼ＇]/g, ''));
  return { term, start: at + core.start, end: at + core.end };
}

function* tokensOf(match: RegExpExecArray): Generator<Token> {
  const { unspaced, number, acronym, word } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  if (word) yield wordToken(word, start);
  else if (number) yield { term: cut(numberTerm(number)), start, end };
  else if (acronym) yield { term: cut(foldText(acronym).replaceAll('.', '')), start, end };
  else if (unspaced) yield* segmentTokens(unspaced, start);
}

/** Accented words are few and come again: folding them is most of what a text would cost. */
const MEMO_SIZE = 50_000;
const folded = new Map<string, string>();

function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= MEMO_SIZE) folded.clear();
  const term = termOfWord(word);
  folded.set(word, term);
  return term;
}

/** @param found as plainWordAt gives it */
function plainToken(text: string, start: number, found: number): Token {
  const end = endOf(found);
  const word = text.slice(start, end);
  if (hasFlag(found, HAS_APOSTROPHE)) return wordToken(word, start);
  if (hasFlag(found, HAS_ACCENT)) return { term: foldWord(word), start, end };
  return { term: cut(hasFlag(found, HAS_CAPITAL) ? word.toLowerCase() : word), start, end };
}

/** What stands in a text: words that need no pattern to be told, and matches of the pattern, in order. */
interface Walker {
  /** @param found as plainWordAt gives it */
  plain(start: number, found: number): void;
  match(match: RegExpExecArray): void;
}

function walk(text: string, walker: Walker): void {
  for (let at = 0; at < text.length;) {
    if (isSeparator(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const word = plainWordAt(text, at);
    if (word > 0) {
      walker.plain(at, word);
      at = endOf(word);
      continue;
    }
    TOKEN_HERE.lastIndex = at;
    const match = TOKEN_HERE.exec(text);
    if (match) walker.match(match);
    if (match) at += match[0].length;
    else at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
}

/**
 * The tokens of a text in order. One token each: `46,7` and `46.7` (46.7), `300 000` with any space (300000), `10x`,
 * `H20`, `U.S.` (us). Split: elisions (`l’exportation` is exportation), hyphens (`porte-parole` is two), and
 * scripts without spaces, by dictionary.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const push = (token: Token): void => {
    if (token.term !== '') tokens.push(token);
  };
  walk(text, {
    plain(start, found) {
      push(plainToken(text, start, found));
    },
    match(match) {
      for (const token of tokensOf(match)) push(token);
    },
  });
  return tokens;
}

/**
 * The tokens that begin as is wanted, and some that do not: what surely begins otherwise is passed over without being
 * read. @param mayBegin takes the first unit of what is written
 */
export function tokeniseSome(text: string, mayBegin: (unit: number) => boolean): readonly Token[] {
  const tokens: Token[] = [];
  walk(text, {
    plain(start, found) {
      if (!beginsSo(text, start, found, mayBegin)) return;
      const token = plainToken(text, start, found);
      if (token.term !== '') tokens.push(token);
    },
    match(match) {
      for (const token of tokensOf(match)) if (token.term !== '') tokens.push(token);
    },
  });
  return tokens;
}

/** Elided words end at an apostrophe: what is left may begin after any. */
function beginsSo(text: string, start: number, found: number, mayBegin: (unit: number) => boolean): boolean {
  if (mayBegin(text.charCodeAt(start))) return true;
  if (!hasFlag(found, HAS_APOSTROPHE)) return false;
  for (let at = start + 1; at < endOf(found); at += 1) {
    if (isApostrophe(text.charCodeAt(at - 1)) && mayBegin(text.charCodeAt(at))) return true;
  }
  return false;
}

export interface WordVisitor {
  /** Where a word stands; `termOfWord` gives its term. */
  word(start: number, end: number): void;
  /** The term of what is no plain word, such as a number. */
  term(term: string): void;
}

/** What `tokenise` finds, without folding the same words again and again: that is left to who remembers them. */
export function visitWords(text: string, visitor: WordVisitor): void {
  walk(text, {
    plain(start, found) {
      visitor.word(start, endOf(found));
    },
    match(match) {
      for (const { term } of tokensOf(match)) visitor.term(term);
    },
  });
}

/** Empty where nothing of it is indexed. @param word as it is written where `visitWords` says */
export function termOfWord(word: string): string {
  return wordToken(word, 0).term;
}

/** What `tokenise` must equal; ten times as slow. */
export function tokeniseByPattern(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    for (const token of tokensOf(match)) if (token.term !== '') tokens.push(token);
  }
  return tokens;
}

/** Scripts without spaces are counted by dictionary up to here, and by the average word so far from here on. */
const COUNTED_UNSPACED = 50_000;

/** How many words a reader would count: tokens without folding, which is most of their cost. */
export function countWords(text: string): number {
  let words = 0;
  let segmented = 0;
  let characters = 0;
  for (const match of text.matchAll(TOKEN)) {
    const run = match.groups?.['unspaced'];
    if (run === undefined) words += 1;
    else {
      if (characters < COUNTED_UNSPACED) segmented += countSegments(run);
      else segmented += (run.length * segmented) / characters;
      characters += run.length;
    }
  }
  return words + Math.round(segmented);
}

function countSegments(run: string): number {
  let words = 0;
  for (const { isWordLike } of SEGMENTS.segment(run)) if (isWordLike) words += 1;
  return words;
}
