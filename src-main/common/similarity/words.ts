/** The words of a text as numbers: what texts are compared by. Folded, so that case, accents and types do not matter. */
import { tokenise } from '../language/tokens.ts';

export interface Words {
  readonly count: number;
  /** A 32-bit hash of each folded word. */
  readonly terms: Uint32Array;
  /** UTF-16 offsets of each word. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Characters that are read of an endless text, more than any book has: what is compared is its beginning. */
const LONGEST_TEXT = 8_000_000;
/** Tokens are objects: a text of tens of megabytes is taken in pieces of so many characters. */
const PIECE = 1 << 15;

class NumberList {
  #items = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length] = value;
    this.length += 1;
  }

  toArray(): Uint32Array {
    return this.#items.slice(0, this.length);
  }
}

/** Linear in the text, and of bounded memory beside the answer. */
export function readWords(whole: string): Words {
  const text = whole.slice(0, LONGEST_TEXT);
  const terms = new NumberList();
  const starts = new NumberList();
  const ends = new NumberList();
  for (let from = 0; from < text.length;) {
    const to = cutAfterSpace(text, from, from + PIECE);
    for (const { term, start, end } of tokenise(text.slice(from, to))) {
      terms.push(hashTerm(term));
      starts.push(from + start);
      ends.push(from + end);
    }
    from = to;
  }
  return { count: terms.length, terms: terms.toArray(), starts: starts.toArray(), ends: ends.toArray() };
}

/** Where a piece ends: after the last line, else the last space in its second half, else anywhere. */
function cutAfterSpace(text: string, from: number, to: number): number {
  if (to >= text.length) return text.length;
  const least = from + PIECE / 2;
  const line = text.lastIndexOf('\n', to - 1);
  if (line >= least) return line + 1;
  const space = text.lastIndexOf(' ', to - 1);
  return space >= least ? space + 1 : to;
}

/** FNV-1a over code units, with the bits mixed: terms differ in few of them. */
function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return mixBits(hash);
}

/** The end of MurmurHash3: each bit of the input changes half of those of the output. */
export function mixBits(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
