/** Misspellings by lunr's own automaton, run over sorted terms without making an automaton of the vocabulary. */
import { lunr, type LunrTokenSet } from './lunr.ts';

/** The nodes in which the automaton may be after what was read. */
export type FuzzyState = readonly LunrTokenSet[];

export function startFuzzy(term: string, distance: number): FuzzyState {
  return [lunr.TokenSet.fromFuzzyString(term, distance)];
}

/** Empty where nothing that begins so is near. */
export function stepFuzzy(state: FuzzyState, sign: string): FuzzyState {
  const next: LunrTokenSet[] = [];
  for (const { edges } of state) {
    const same = edges[sign];
    const any = edges['*'];
    if (same && !next.includes(same)) next.push(same);
    if (any && !next.includes(any)) next.push(any);
  }
  return next;
}

export function endsFuzzy(state: FuzzyState): boolean {
  return state.some(({ final }) => final);
}

export function matchesFuzzy(start: FuzzyState, term: string): boolean {
  let state = start;
  for (let at = 0; at < term.length; at += 1) {
    state = stepFuzzy(state, term.charAt(at));
    if (state.length === 0) return false;
  }
  return endsFuzzy(state);
}

interface SortedTerms {
  readonly length: number;
  term(at: number): string;
  /** The first position from `from` on whose term does not begin with `prefix`. */
  after(prefix: string, from: number): number;
}

/** Positions of the terms that match. What is known of a prefix is kept for the terms that share it. */
export function findFuzzy(start: FuzzyState, terms: SortedTerms): number[] {
  const found: number[] = [];
  const states: FuzzyState[] = [start];
  let known = '';
  let at = 0;
  while (at < terms.length) {
    const term = terms.term(at);
    let depth = 0;
    while (depth < known.length && known.charCodeAt(depth) === term.charCodeAt(depth)) depth += 1;
    while (depth < term.length) {
      const next = stepFuzzy(states[depth] ?? [], term.charAt(depth));
      if (next.length === 0) break;
      depth += 1;
      states[depth] = next;
    }
    known = term.slice(0, depth);
    if (depth === term.length) {
      if (endsFuzzy(states[depth] ?? [])) found.push(at);
      at += 1;
    } else at = terms.after(term.slice(0, depth + 1), at);
  }
  return found;
}
