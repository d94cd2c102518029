/** Boxes within a text that are called newsletter, related, read more, and hold no more than that. */
import { hasMark, isInsert, MARKS, type Block, type Holder } from './blocks.ts';
import { sum } from './pieces.ts';

/** In characters; what is longer is a text that is only called so, and so is a large part of the whole. */
const LONGEST = 400;
const PART = 1 / 8;

/** @param kept the pieces taken for the article */
export function findInserts(kept: readonly Block[]): readonly Block[] {
  const boxes = new Map<Holder, Block[]>();
  for (const block of kept) {
    const { box } = block.holder;
    if (!box || !isInsert(box)) continue;
    const inside = boxes.get(box);
    if (inside) inside.push(block);
    else boxes.set(box, [block]);
  }
  const most = Math.min(LONGEST, sum(kept) * PART);
  return [...boxes.values()].flatMap((inside) =>
    sum(inside) <= most && !inside.some((block) => hasMark(block, MARKS.figure)) ? inside : [],
  );
}
