/** What of a page an extractor kept, by the numbers of its pieces. */
import { STAMP, textOfBlock, type Block } from './blocks.ts';
import { plain, tagOf } from './pieces.ts';

/** The elements within `content`, which the extractor made of the page that `blocks` are of. */
export function findKept(blocks: readonly Block[], content: Element): ReadonlyMap<number, Element> {
  const kept = new Map<number, Element>();
  for (const element of content.querySelectorAll(`[${STAMP}]`)) {
    const id = Number(element.getAttribute(STAMP));
    if (blocks[id]) kept.set(id, element);
  }
  findUnstamped(blocks, content, kept);
  return kept;
}

/** The extractor makes new paragraphs of divisions that hold only words: those are told by their words. */
function findUnstamped(blocks: readonly Block[], content: Element, kept: Map<number, Element>): void {
  const paragraphs = new Map<string, Element[]>();
  for (const element of content.querySelectorAll(`p:not([${STAMP}])`)) {
    const key = plain(element.textContent ?? '');
    const same = paragraphs.get(key);
    if (same) same.push(element);
    else if (key !== '') paragraphs.set(key, [element]);
  }
  for (const same of paragraphs.values()) same.reverse();
  if (paragraphs.size === 0) return;
  for (const block of blocks) {
    if (tagOf(block) === 'p' || kept.has(block.id)) continue;
    const element = paragraphs.get(plain(textOfBlock(block)))?.pop();
    if (element) kept.set(block.id, element);
  }
}
