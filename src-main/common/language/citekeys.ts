/** Keys by which writing tools call a source: `pao2025puces`. */
import { splitByline } from './bylines.ts';
import { foldText } from './folding.ts';

export interface Keyed {
  readonly id: string;
  readonly title: string;
  readonly byline: string | null;
  readonly site: string | null;
  readonly publishedAt: string | null;
  readonly addedAt: string | number;
  /** Given by the user, or kept since it was handed out; null or absent where the details make it. */
  readonly citekey?: string | null;
}

/** Words that begin titles and tell nothing of them. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'a an the of in on to for and is are how why what le la les l un une des de du d et en au aux a est sont comment pourquoi que quoi qui'.split(
    ' ',
  ),
);

/**
 * What pandoc, BibTeX and biber all take for a key: letters and digits of ASCII, `_`, and single signs between them.
 * Pandoc ends a key at a second sign in a row; the others take no comma, quote, brace, `%`, `#` or `~`.
 */
const VALID = /^[A-Za-z0-9_]+(?:[:./+-][A-Za-z0-9_]+)*$/;
const MAX_LENGTH = 100;

export function isCitekey(key: string): boolean {
  return key.length <= MAX_LENGTH && VALID.test(key);
}

/** BibTeX takes two keys that only differ by case for one. */
export const sameKey = (key: string): string => key.toLowerCase();

/**
 * A key for each source, no two alike. One that is kept is the source's for good; of two with the same one the source
 * that was added first has it. Others depend on what the source says of itself and, where two say the same, on which was
 * added first: leaving a source out of an export changes no other's key.
 * @param sources all of a notebook, those in its trash too: what comes back finds its key
 */
export function citekeys(sources: readonly Keyed[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const used = new Set<string>();
  /** The number to try next: of thousands with one key none tries those of all before. */
  const numbers = new Map<string, number>();
  const byAge = sources.toSorted((a, b) => compare(a.addedAt, b.addedAt) || compare(a.id, b.id));
  const [kept, others] = [byAge.filter(isKept), byAge.filter((source) => !isKept(source))];
  for (const source of [...kept, ...others]) {
    const base = isKept(source) ? source.citekey : suggestCitekey(source);
    let key = base;
    let number = numbers.get(sameKey(base)) ?? 2;
    for (; used.has(sameKey(key)); number += 1) key = `${base}-${number}`;
    numbers.set(sameKey(base), number);
    used.add(sameKey(key));
    keys.set(source.id, key);
  }
  return keys;
}

function isKept(source: Keyed): source is Keyed & { readonly citekey: string } {
  return typeof source.citekey === 'string' && isCitekey(source.citekey);
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a source's details make, whatever others are called. */
export function suggestCitekey({ title, byline, site, publishedAt }: Omit<Keyed, 'id' | 'addedAt'>): string {
  const [first] = splitByline(byline);
  const name = first ? ('family' in first ? first.family : first.literal) : (site ?? '');
  const word = wordsOf(title).find((each) => !EMPTY_WORDS.has(each) && /[a-z]{2}/.test(each)) ?? '';
  const key = wordsOf(name).join('').slice(0, 24) + (publishedAt?.slice(0, 4) ?? '') + word.slice(0, 24);
  return key === '' ? 'source' : key;
}

/** Letters of Latin without accents, and digits: all that every tool takes in a key. */
function wordsOf(text: string): string[] {
  return foldText(text.slice(0, 400))
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
}
