/** Which documents of a part are gone: a bit each, so that removing one is one bit, whatever the size of the index. */

export type Tombstones = Uint8Array;

export function noTombstones(size: number): Tombstones {
  return new Uint8Array((size + 7) >>> 3);
}

export function isGone(tombstones: Tombstones, document: number): boolean {
  return (((tombstones[document >>> 3] ?? 0) >>> (document & 7)) & 1) === 1;
}

/**
 * A notebook may come from anyone: of what no document can be nothing is looked at, or it would never end.
 * @returns how many of the documents were live until now
 */
export function bury(tombstones: Tombstones, first: number, count: number): number {
  const end = Math.min(first + count, 8 * tombstones.length);
  let buried = 0;
  for (let document = Math.max(first, 0); document < end; document += 1) {
    if (isGone(tombstones, document)) continue;
    tombstones[document >>> 3] = (tombstones[document >>> 3] ?? 0) | (1 << (document & 7));
    buried += 1;
  }
  return buried;
}

/** Mostly there are few: eight that are live are passed over at once. */
export function visitGone(tombstones: Tombstones, size: number, visit: (document: number) => void): void {
  for (let byte = 0; 8 * byte < size; byte += 1) {
    if (tombstones[byte] === 0) continue;
    const end = Math.min(8 * byte + 8, size);
    for (let document = 8 * byte; document < end; document += 1)
      if (isGone(tombstones, document)) visit(document);
  }
}

export function countGone(tombstones: Tombstones, size: number): number {
  let gone = 0;
  visitGone(tombstones, size, () => (gone += 1));
  return gone;
}
