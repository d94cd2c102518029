/** What is wrong with a query that could not be read, found in its text: the engine says only that it could not. */
import { foldText } from '../../../src-main/common/language/folding.ts';
import { catalogs, type Messages } from '../../messages/index.ts';

export interface Mistake {
  readonly kind: keyof Messages['search']['mistakes'];
  /** The part of the query that is meant. */
  readonly part: string;
}

const FIELD_NAMES: ReadonlySet<string> = new Set(
  Object.values(catalogs).flatMap(({ search }) => Object.values(search.fieldNames).map(foldText)),
);

const PHRASES = /"[^"]*"|“[^”]*”|«[^»]*»/g;
/** Where a quotation may begin: elsewhere the sign stands for inches, or nothing. */
const OPEN_QUOTE = /(?:^|[\s(+:-])(["“«][^"”»]*)$/u;

/** As much of a query as the engine reads: what may be pasted is longer than can be looked through again and again. */
const MOST = 1000;

/**
 * The first mistake that has a sentence of its own, or null.
 * @param rejected the engine took the query as plain words; an open quotation is no reason for it to do so
 */
export function findMistake(query: string, rejected: boolean): Mistake | null {
  const read = query.slice(0, MOST);
  const open = OPEN_QUOTE.exec(read.replace(PHRASES, ' '))?.[1];
  if (open !== undefined) return { kind: 'openQuote', part: open.slice(1).trim() };
  if (!rejected) return null;
  for (const word of read.replace(PHRASES, 'x').split(/\s+/)) {
    const mistake = findInWord(word);
    if (mistake) return mistake;
  }
  return null;
}

function findInWord(word: string): Mistake | null {
  const name = /^[+-]?([^:]*):/.exec(word)?.[1];
  if (name !== undefined && !FIELD_NAMES.has(foldText(name))) return { kind: 'unknownField', part: name };
  if (/:$/.test(word)) return { kind: 'emptyField', part: word.replace(/^[+-]/, '') };
  if (/^[+-]+$|^[+-]{2}|:[+-]/.test(word)) return { kind: 'loneSign', part: word };
  if (/~(?!\d+(?:\^|$))/.test(word)) return { kind: 'noDistance', part: word };
  if (/\^(?!\d+(?:~|$))/.test(word)) return { kind: 'noBoost', part: word };
  return null;
}
