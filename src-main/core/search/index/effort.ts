/**
 * What one query may spend on the words that stand for many terms. Counted, not timed: the same query is cut at the
 * same place on every machine.
 */

/** Terms that are looked at; each takes about a tenth of a microsecond. */
const LOOKS = 1_000_000;
/** Terms that are taken: more are no answer to anything. Of one word, half of them. */
const TERMS = 1024;
export const MAX_EXPANSIONS = 512;
/** Postings of these terms. */
const POSTINGS = 500_000;
/** Signs of misspelt words, each as often as the square of its distance: lunr's automaton grows so. */
const FUZZY_SIGNS = 400;

/** A word's part of it. */
export interface Effort {
  readonly terms: number;
  readonly postings: number;
  /** How many terms may still be looked at. */
  readonly looks: number;
  /** Something was refused: the answer is cut. */
  readonly isSpent: boolean;
  /** @returns how many of `wanted` terms may be looked at */
  look(wanted: number): number;
  /** @returns whether an automaton may be made of `term` */
  spell(term: string, distance: number): boolean;
}

/** One for each of `words` words, which share what there is. */
export function shareEffort(words: number): () => Effort {
  let signs = FUZZY_SIGNS;
  return () => {
    let looks = Math.floor(LOOKS / words);
    let isSpent = false;
    return {
      terms: Math.min(MAX_EXPANSIONS, Math.ceil(TERMS / words)),
      postings: Math.floor(POSTINGS / words),
      get looks() {
        return looks;
      },
      get isSpent() {
        return isSpent;
      },
      look(wanted) {
        const given = Math.min(wanted, looks);
        looks -= given;
        isSpent ||= given < wanted;
        return given;
      },
      spell(term, distance) {
        const cost = term.length * distance * distance;
        isSpent ||= cost > signs;
        if (cost > signs) return false;
        signs -= cost;
        return true;
      },
    };
  };
}
