/** Pages that go on without end: the next articles, which a reader has scrolled to before the page was saved. */
import { nameOf, type Block, type Holder } from './blocks.ts';

function articleAround({ holder }: Block): Holder | null {
  for (let at: Holder | null = holder; at; at = at.parent) if (at.node.tagName === 'article') return at;
  return null;
}

function* around(holder: Holder): Generator<Holder> {
  for (let at: Holder | null = holder; at; at = at.parent) yield at;
}

/** Elements beside those around the title that are called the same as they are. */
function twinOf({ holder }: Block, outer: ReadonlyMap<Holder, Holder>): Holder | null {
  for (const at of around(holder)) {
    const own = at.parent ? outer.get(at.parent) : undefined;
    if (!own) continue;
    const isTwin = own !== at && own.node.tagName === at.node.tagName && nameOf(at) !== '';
    return isTwin && nameOf(own) === nameOf(at) ? at : null;
  }
  return null;
}

/**
 * @param title the piece that is the title of the article
 * @returns the pieces of other articles below it that have a title of the same rank
 */
export function findNextArticles(blocks: readonly Block[], title: Block): readonly Block[] {
  const own = articleAround(title);
  const outer = new Map<Holder, Holder>();
  for (const at of around(title.holder)) if (at.parent) outer.set(at.parent, at);
  const inside = new Set(own ? around(own) : []);
  const others = new Set<Holder>();
  for (const block of blocks) {
    if (block.id <= title.id || block.holder.node.tagName !== title.holder.node.tagName) continue;
    const article = own ? articleAround(block) : null;
    const other = article && !inside.has(article) ? article : twinOf(block, outer);
    if (other) others.add(other);
  }
  if (others.size === 0) return [];
  return blocks.filter((block) => [...around(block.holder)].some((holder) => others.has(holder)));
}
