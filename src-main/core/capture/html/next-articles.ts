/** Pages that go on without end: the next articles, which a reader has scrolled to before the page was saved. */
import type { Block, Holder } from './blocks.ts';

function articleAround({ holder }: Block): Holder | null {
  for (let at: Holder | null = holder; at; at = at.parent) if (at.node.tagName === 'article') return at;
  return null;
}

function* around(holder: Holder): Generator<Holder> {
  for (let at: Holder | null = holder; at; at = at.parent) yield at;
}

/**
 * @param title the piece that is the title of the article
 * @returns the pieces of other articles below it that have a title of the same rank
 */
export function findNextArticles(blocks: readonly Block[], title: Block): readonly Block[] {
  const own = articleAround(title);
  if (!own) return [];
  const others = new Set<Holder>();
  const outer = new Set(around(own));
  for (const block of blocks) {
    if (block.id <= title.id || block.holder.node.tagName !== title.holder.node.tagName) continue;
    const other = articleAround(block);
    if (other && !outer.has(other)) others.add(other);
  }
  if (others.size === 0) return [];
  return blocks.filter((block) => [...around(block.holder)].some((holder) => others.has(holder)));
}
