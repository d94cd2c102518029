/** Small questions about pieces of a page and the elements around them. */
import { nameOf, type Block } from './blocks.ts';

export const tagOf = ({ holder }: Block) => holder.node.tagName;
export const isHeading = (block: Block) => /^h[1-6]$/.test(tagOf(block));
export const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
export const sum = (blocks: Iterable<Block>) => {
  let length = 0;
  for (const block of blocks) length += block.length;
  return length;
};

export const isRoom = (element: Element | null) =>
  element !== null && /^(?:div|section|article|main|body)$/.test(element.localName);

/** Without words or pictures. */
export const isEmpty = (element: Element) =>
  (element.textContent ?? '').trim() === '' && !element.querySelector('img, code, picture');

/** What a piece stands in, by name: bodies of one article are of one kind. */
export function kindOf({ holder }: Block): string {
  return `${holder.node.tagName} ${holder.parent?.node.tagName} ${nameOf(holder.parent)}`;
}

export function hasNamedParent({ holder }: Block): boolean {
  return holder.parent?.node.attrs.some(({ name }) => name === 'class') ?? false;
}
