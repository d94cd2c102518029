/** For each shingle of a text: where the same one stood before. */
import { SHINGLE } from './shingles.ts';

/** No shingle before is the same. */
export const NONE = -1;

/**
 * Follows what was found as far as it goes, so that a copy is linked to one place and not to wherever each phrase of
 * it stood first. Linear.
 * @returns for each shingle the place of an equal one that ends before it, or `NONE`
 */
export function linkEarlier(hashes: Uint32Array): Int32Array {
  const links = new Int32Array(hashes.length).fill(NONE);
  const first = new Map<number, number>();
  hashes.forEach((hash, at) => {
    const known = first.get(hash);
    if (known === undefined) {
      first.set(hash, at);
      return;
    }
    const before = links[at - 1] ?? NONE;
    const next = before === NONE ? NONE : before + 1;
    if (next !== NONE && hashes[next] === hash && next + SHINGLE <= at) links[at] = next;
    else if (known + SHINGLE <= at) links[at] = known;
  });
  return links;
}

/** The same for what stands later: the last place of each shingle. */
export function linkLater(hashes: Uint32Array): Int32Array {
  const last = hashes.length - 1;
  const mirrored = linkEarlier(hashes.toReversed());
  return mirrored.map((_, at) => {
    const link = mirrored[last - at] ?? NONE;
    return link === NONE ? NONE : last - link;
  });
}
