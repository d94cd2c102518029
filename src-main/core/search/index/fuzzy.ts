/**
 * Misspellings by lunr's own automaton, run over sorted terms without making an automaton of the vocabulary. What it
 * may do is worked out once for each set of nodes that it may be in, so that a further term costs a look-up a sign.
 */
import type { Effort } from './effort.ts';
import { lunr, type LunrTokenSet } from '../analysis/lunr.ts';

/** The nodes in which lunr's automaton may be after what was read. */
export class FuzzyState {
  readonly isFinal: boolean;
  /** Signs below 128 are most of all there are: an array is several times as quick as a map. */
  readonly #ascii = new Array<FuzzyState | null | undefined>(128);
  readonly #others = new Map<number, FuzzyState | null>();

  constructor(
    readonly nodes: readonly LunrTokenSet[],
    /** All of one automaton, by their nodes. */
    readonly known: Map<string, FuzzyState>,
  ) {
    this.isFinal = nodes.some(({ final }) => final);
  }

  /** Null where nothing that goes on so is near. @param unit a UTF-16 code unit */
  step(unit: number): FuzzyState | null {
    let next = unit < 128 ? this.#ascii[unit] : this.#others.get(unit);
    if (next !== undefined) return next;
    next = this.#work(String.fromCharCode(unit));
    if (unit < 128) this.#ascii[unit] = next;
    else this.#others.set(unit, next);
    return next;
  }

  #work(sign: string): FuzzyState | null {
    const nodes = new Set<LunrTokenSet>();
    for (const { edges } of this.nodes) {
      for (const node of [edges[sign], edges['*']]) if (node) nodes.add(node);
    }
    if (nodes.size === 0) return null;
    const key = Array.from(nodes, ({ id }) => id)
      .sort((a, b) => a - b)
      .join(' ');
    let state = this.known.get(key);
    if (!state) this.known.set(key, (state = new FuzzyState([...nodes], this.known)));
    return state;
  }
}

export function startFuzzy(term: string, distance: number): FuzzyState {
  return new FuzzyState([lunr.TokenSet.fromFuzzyString(term, distance)], new Map());
}

export function matchesFuzzy(start: FuzzyState, term: string): boolean {
  let state: FuzzyState | null = start;
  for (let at = 0; state && at < term.length; at += 1) state = state.step(term.charCodeAt(at));
  return state?.isFinal ?? false;
}

/** Terms in the order of their UTF-8 bytes, side by side. */
export interface SortedTerms {
  readonly bytes: Uint8Array;
  /** One more than there are terms. */
  readonly offsets: Uint32Array;
  term(at: number): string;
  /** The first position from `from` on whose term does not begin with the first `length` bytes of that at `from`. */
  after(from: number, length: number): number;
}

/** Positions of the terms that match. What is known of a beginning is kept for the terms that share it. */
export function findFuzzy(start: FuzzyState, terms: SortedTerms, effort: Effort): number[] {
  const { bytes, offsets } = terms;
  const found: number[] = [];
  const states: FuzzyState[] = [start];
  let before = 0;
  let depth = 0;
  for (let at = 0; at + 1 < offsets.length && effort.look(1) === 1;) {
    const from = offsets[at] ?? 0;
    const length = (offsets[at + 1] ?? 0) - from;
    let shared = 0;
    while (shared < depth && shared < length && bytes[before + shared] === bytes[from + shared]) shared += 1;
    depth = shared;
    before = from;
    let state: FuzzyState | null = states[depth] ?? start;
    let unit = 0;
    while (depth < length) {
      unit = bytes[from + depth] ?? 0;
      if (unit >= 0x80) break;
      state = state.step(unit);
      if (!state) break;
      depth += 1;
      states[depth] = state;
    }
    if (state && depth < length) {
      // Beyond ASCII, bytes are no signs: such terms are few, and each is read as a string.
      if (matchesFuzzy(start, terms.term(at))) found.push(at);
      at += 1;
    } else if (!state) at = terms.after(at, depth + 1);
    else {
      if (state.isFinal) found.push(at);
      at += 1;
    }
  }
  return found;
}
