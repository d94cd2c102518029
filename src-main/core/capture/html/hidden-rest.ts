/** The rest of an article that a page holds but hides below its beginning, for subscribers or behind « read more ». */
import { hasMark, isCalled, linkShare, MARKS, type Block, type Holder } from './blocks.ts';
import { sum } from './pieces.ts';

const OTHER = MARKS.frame | MARKS.comments | MARKS.aside | MARKS.consent;
/** Names of what asks for money, and of what it is asked for. */
const GATE = /paywall|premium|subscri|locked|member|abonn/i;

function hiddenAround({ holder }: Block): Holder | null {
  let found: Holder | null = null;
  for (let at: Holder | null = holder; at && (at.marks & MARKS.hidden) !== 0; at = at.parent) found = at;
  return found;
}

const isGate = (holder: Holder) => isCalled(holder, GATE);

/** Those boxes that are related or newsletter, not the one that is the paywall itself. */
const isOther = ({ holder }: Block, box: Holder) =>
  (holder.marks & OTHER) !== 0 ||
  ((holder.marks & MARKS.clutter) !== 0 && !(isGate(box) && holder.box === box));

/**
 * Only what stands in the same element as most of the prose that is shown, and below its beginning.
 * @param prose the pieces taken for the article that are prose
 * @param isProse of a piece that was not taken
 * @param least characters of prose that are a text
 */
export function findHiddenRest(
  blocks: readonly Block[],
  prose: readonly Block[],
  isProse: (block: Block) => boolean,
  least: number,
): readonly Block[] {
  const [first] = prose;
  if (!first) return [];
  const groups = new Map<Holder, Block[]>();
  for (const block of blocks) {
    const box = block.id > first.id && hasMark(block, MARKS.hidden) ? hiddenAround(block) : null;
    if (!box || isOther(block, box) || linkShare(block) > 0.5) continue;
    const inside = groups.get(box);
    if (inside) inside.push(block);
    else groups.set(box, [block]);
  }
  if (groups.size === 0) return [];
  const shown = new Map<Holder, number>();
  for (const { holder, length } of prose) {
    for (let at = holder.parent; at; at = at.parent) shown.set(at, (shown.get(at) ?? 0) + length);
  }
  const half = sum(prose) / 2;
  // A paragraph that is hidden by itself stands in a box of its own: they count together.
  const beside = [...groups].filter(([{ parent }]) => parent !== null && (shown.get(parent) ?? 0) >= half);
  const found = beside.flatMap(([, inside]) => inside);
  const told = found.filter(isProse);
  return told.length > 1 && sum(told) >= least ? found : [];
}
