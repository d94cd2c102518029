/**
 * What stands beside the text: menus, lists of links and boxes that an extractor kept because it took what holds both.
 * Only whole containers go, and only where their names or their links say what they are: ingredients, a table or a
 * glossary beside the text are part of the article.
 */
import { hasMark, MARKS, type Block, type Holder } from './blocks.ts';
import { sum } from './pieces.ts';

/** As much of the prose stands in what is called its container. */
const NEARLY_ALL = 0.75;
const LINKS = 0.4;
/** Two links are a source and a date as often as a list of links. */
const SEVERAL = 3;
const OTHER = MARKS.frame | MARKS.comments | MARKS.clutter | MARKS.aside;

/** The innermost element around nearly all of the prose. */
function containerOf(prose: readonly Block[]): Holder | null {
  const least = sum(prose) * NEARLY_ALL;
  const lengths = new Map<Holder, number>();
  for (const { holder, length } of prose) {
    for (let at = holder.parent; at; at = at.parent) lengths.set(at, (lengths.get(at) ?? 0) + length);
  }
  for (let at = prose[0]?.holder.parent ?? null; at; at = at.parent) {
    if ((lengths.get(at) ?? 0) >= least) return at;
  }
  return null;
}

/** The outermost element around a piece that does not hold the container too; null for what is within it. */
function groupOf({ holder }: Block, container: Holder, outer: ReadonlySet<Holder>): Holder | null {
  let group = holder;
  for (let at: Holder | null = holder; at; at = at.parent) {
    if (at === container) return null;
    if (outer.has(at)) break;
    group = at;
  }
  return group;
}

/**
 * @param kept the pieces taken for the article
 * @param prose those of them that are prose
 */
export function findBeside(kept: readonly Block[], prose: readonly Block[]): readonly Block[] {
  const container = containerOf(prose);
  if (!container) return [];
  const outer = new Set<Holder>();
  for (let at = container.parent; at; at = at.parent) outer.add(at);
  const groups = new Map<Holder, Block[]>();
  for (const block of kept) {
    const group = groupOf(block, container, outer);
    const inside = group && groups.get(group);
    if (inside) inside.push(block);
    else if (group) groups.set(group, [block]);
  }
  const isBeside = (group: Holder, inside: readonly Block[]): boolean => {
    if (inside.some((block) => hasMark(block, MARKS.figure))) return false;
    const linked = inside.reduce((all, block) => all + block.linked, 0);
    const isNamed = (group.marks & ~container.marks & OTHER) !== 0;
    return isNamed || (inside.length >= SEVERAL && linked > sum(inside) * LINKS);
  };
  return [...groups].flatMap(([group, inside]) => (isBeside(group, inside) ? inside : []));
}
