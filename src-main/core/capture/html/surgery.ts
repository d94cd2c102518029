/** Pieces put into and taken out of what an extractor made of a page, at the place that they have in the page. */
import { STAMP, type Block } from './blocks.ts';
import { rebuild } from './dom.ts';
import { isEmpty, isRoom, plain } from './pieces.ts';

/** Shorter words stand on a page more than once by chance. */
const TELLING = 40;
const INLINE = /^(?:p|a|abbr|b|bdi|br|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr)$/;

export class Surgery {
  readonly #removed = new Set<Block>();
  readonly #elements: ReadonlySet<Element>;

  /**
   * @param content what the extractor made; it is changed
   * @param kept the elements in it of pieces of the page, by number
   */
  constructor(
    readonly content: Element,
    readonly blocks: readonly Block[],
    readonly kept: ReadonlyMap<number, Element>,
  ) {
    this.#elements = new Set(kept.values());
  }

  /** With all that is within them, and what is empty without them: looked at once when all are gone, not for each. */
  remove(blocks: Iterable<Block>): void {
    const around = new Set<Element>();
    for (const block of blocks) {
      this.#removed.add(block);
      const element = this.kept.get(block.id);
      if (element?.parentElement) around.add(element.parentElement);
      element?.remove();
    }
    for (const parent of around) {
      if (parent === this.content || !isEmpty(parent)) continue;
      const outer = parent.parentElement;
      parent.remove();
      if (!outer) continue;
      // Looked at last, and again where it was before: what else is in it may go too.
      around.delete(outer);
      around.add(outer);
    }
  }

  /** The words that stand directly in it; the pieces within it stay. */
  removeWords(block: Block): void {
    for (const node of [...(this.kept.get(block.id)?.childNodes ?? [])]) {
      if (node.nodeType === 3 || (node.nodeType === 1 && this.#isWords(node as Element))) node.remove();
    }
  }

  /** Inline, and neither a piece of its own nor around one; an extractor makes paragraphs without a number. */
  #isWords(element: Element): boolean {
    if (!INLINE.test(element.localName) || this.#elements.has(element)) return false;
    return [...element.querySelectorAll(`[${STAMP}], p`)].every((inner) => !this.#elements.has(inner));
  }

  /**
   * Not twice: what an extractor took apart cannot always be told by its number.
   * @param blocks in the order of the page
   */
  insert(blocks: readonly Block[]): void {
    const words = blocks.length === 0 ? '' : plain(this.content.textContent ?? '');
    let next = 0;
    for (const block of blocks) {
      const own = plain(block.parts.join(''));
      if (own.length >= TELLING && words.includes(own)) continue;
      next = this.#nextKept(Math.max(next, block.id + 1));
      this.#insert(block, this.kept.get(next));
    }
  }

  #insert(block: Block, before: Element | undefined): void {
    const piece = rebuild(block, this.content.ownerDocument);
    const next = before ? this.#inRoom(before) : null;
    if (next) next.before(...piece.childNodes);
    else (this.content.firstElementChild ?? this.content).append(...piece.childNodes);
  }

  /** From this number on; there may be none. */
  #nextKept(from: number): number {
    for (let at = from; at < this.blocks.length; at += 1) {
      const block = this.blocks[at];
      if (!block || this.#removed.has(block)) continue;
      const element = this.kept.get(at);
      if (element && this.content.contains(element)) return at;
    }
    return this.blocks.length;
  }

  /** It, or what it stands in, where a block can stand before it. */
  #inRoom(element: Element): Element | null {
    let at = element;
    while (!isRoom(at.parentElement)) {
      if (!at.parentElement || at === this.content) return null;
      at = at.parentElement;
    }
    return at === this.content ? null : at;
  }
}
