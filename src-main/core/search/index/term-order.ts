/** Puts terms in the order of their UTF-8 bytes, which is that of a segment, in steps. */

/** Terms that are sorted between two looks at the clock: about a millisecond's worth. */
const AT_ONCE = 1024;

/** Yields null between bounded steps. Takes each term once. */
export function* sortTerms(terms: readonly string[], depth = 0): Generator<null, readonly string[]> {
  if (terms.length <= AT_ONCE) {
    yield null;
    return sortFew(terms);
  }
  const bins = Map.groupBy(terms, (term) => keyAt(term, depth));
  const sorted: (readonly string[])[] = [];
  for (const key of [...bins.keys()].sort((a, b) => a - b)) {
    const bin = bins.get(key) ?? [];
    sorted.push(key === END ? bin : yield* sortTerms(bin, depth + 1));
  }
  return sorted.flat();
}

/** A term that ends here stands before those that go on. */
const END = -1;
const SURROGATES = 0xd800;
const SURROGATES_END = 0xdfff;

/** The unit at a place; surrogates stand for characters that come after all others, as their bytes do. */
function keyAt(term: string, at: number): number {
  if (at >= term.length) return END;
  const unit = term.charCodeAt(at);
  return unit >= SURROGATES && unit <= SURROGATES_END ? unit + 0x10000 : unit;
}

/** From the surrogates on, UTF-16 units have another order than UTF-8 bytes. */
const SURROGATE_OR_AFTER = /[\ud800-\uffff]/;

function sortFew(terms: readonly string[]): readonly string[] {
  if (!terms.some((term) => SURROGATE_OR_AFTER.test(term))) return terms.toSorted();
  return terms.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
