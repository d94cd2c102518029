/** Keys by which writing tools call a source: `pao2025puces`. */
import type { Source } from '../../../common/contract/entities.ts';
import { foldText } from '../../../common/language/folding.ts';
import { splitByline } from './authors.ts';

type Keyed = Pick<Source, 'id' | 'title' | 'byline' | 'site' | 'publishedAt' | 'addedAt'>;

/** Words that begin titles and tell nothing of them. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'a an the of in on to for and is are how why what le la les l un une des de du d et en au aux a est sont comment pourquoi que quoi qui'.split(
    ' ',
  ),
);

/**
 * A key for each source, no two alike. It depends on what the source says of itself and, where two say the same, on
 * which was added first: leaving a source out of an export changes no other's key.
 * @param sources all of a notebook
 */
export function citekeys(sources: readonly Keyed[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const used = new Set<string>();
  const byAge = [...sources].sort((a, b) => compare(a.addedAt, b.addedAt) || compare(a.id, b.id));
  for (const source of byAge) {
    const base = baseKey(source);
    let key = base;
    for (let number = 2; used.has(key); number += 1) key = `${base}-${number}`;
    used.add(key);
    keys.set(source.id, key);
  }
  return keys;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function baseKey({ title, byline, site, publishedAt }: Keyed): string {
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
