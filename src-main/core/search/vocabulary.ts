/** The terms of an index, and the terms that a wildcard or a misspelt word stands for, within bounds. */

export interface Vocabulary {
  has(term: string): boolean;
  /** In how many documents and fields it occurs. */
  frequency(term: string): number;
  startingWith(prefix: string): Iterable<string>;
  /** All terms, sorted. */
  all(): Iterable<string>;
  /** Terms within `distance` edits (insertion, deletion, substitution, transposition). */
  near(term: string, distance: number): Iterable<string>;
}

/** More variants than that are no answer to anything, and each costs time. */
export const MAX_EXPANSIONS = 512;

export interface Expansion {
  readonly terms: readonly string[];
  /** There were more: the most frequent were taken. */
  readonly cut: boolean;
}

/** Terms that `pattern` matches, where `*` stands for any run of units, also for none. */
export function expandWildcard(vocabulary: Vocabulary, pattern: string): Expansion {
  const star = pattern.indexOf('*');
  const prefix = pattern.slice(0, star);
  const rest = pattern.slice(star);
  const candidates = prefix === '' ? vocabulary.all() : vocabulary.startingWith(prefix);
  if (rest === '*') return limit(vocabulary, candidates);
  const parts = rest.split('*').slice(1);
  const last = parts.pop() ?? '';
  return limit(vocabulary, candidates, (term) => matchesParts(term, prefix.length, parts, last));
}

export function expandFuzzy(vocabulary: Vocabulary, term: string, distance: number): Expansion {
  return limit(vocabulary, vocabulary.near(term, distance));
}

/** Takes each part at its first place: linear, where a general matcher goes back and forth for ever. */
function matchesParts(term: string, from: number, parts: readonly string[], last: string): boolean {
  let at = from;
  for (const part of parts) {
    const found = term.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return term.length - last.length >= at && term.endsWith(last);
}

function limit(
  vocabulary: Vocabulary,
  candidates: Iterable<string>,
  matches: (term: string) => boolean = () => true,
): Expansion {
  const terms: string[] = [];
  for (const term of candidates) if (matches(term)) terms.push(term);
  if (terms.length <= MAX_EXPANSIONS) return { terms, cut: false };
  const counted = terms.map((term) => ({ term, count: vocabulary.frequency(term) }));
  counted.sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1));
  return { terms: counted.slice(0, MAX_EXPANSIONS).map(({ term }) => term), cut: true };
}
