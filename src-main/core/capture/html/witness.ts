/** The text of the article as the page gives it to search engines: an independent witness of what belongs to it. */

/** Less says little: many pages give their first sentence there. */
const SHORTEST = 400;
const LONGEST = 1_000_000;
const WORD = /[\p{L}\p{N}]+/gu;
/** Words in a row that are compared; four are rarely the same by chance. */
const ROW = 4;

export interface Witness {
  /** In characters. */
  readonly length: number;
  /** How much of a piece of text is in it, from 0 to 1. */
  shareOf(text: string): number;
}

function* rowsOf(text: string): Generator<string> {
  const words = text.toLowerCase().match(WORD) ?? [];
  if (words.length > 0 && words.length < ROW) yield words.join(' ');
  for (let at = 0; at + ROW <= words.length; at += 1) yield words.slice(at, at + ROW).join(' ');
}

/** Null where it is too short to say anything. */
export function readWitness(body: string): Witness | null {
  const text = body.slice(0, LONGEST).replace(/<[^<>]{0,400}>/g, ' ');
  if (text.length < SHORTEST) return null;
  const rows = new Set(rowsOf(text));
  return {
    length: text.length,
    shareOf(piece) {
      let all = 0;
      let common = 0;
      for (const row of rowsOf(piece)) {
        all += 1;
        if (rows.has(row)) common += 1;
      }
      return all === 0 ? 0 : common / all;
    },
  };
}
