/** What an extractor took with the text above its first paragraph and below its last. */
import { hasMark, linkShare, MARKS, textOfBlock, type Block, type Holder } from './blocks.ts';
import { endsArticle, isHeadLine, isWrittenLine } from './clutter.ts';
import { isHeading, plain, sum, tagOf } from './pieces.ts';

/** A sign-up, a few links, a line about the author; what is longer is a text. */
const BOX = 1200;
/** A longer piece holds more than the title. */
const TITLE = 400;

/** With or without the name of the site. */
const isTitle = (text: string, title: string, tag: string) =>
  text.length >= (tag === 'h1' ? 8 : 20) && (title.startsWith(text) || title.endsWith(text));

/**
 * The title, which the article has beside its text, the line of author and date, which the details have, and buttons.
 * @param kept the pieces taken for the article
 * @param title of the page, plain
 */
export function findHead(
  kept: readonly Block[],
  title: string,
  isProse: (block: Block) => boolean,
): readonly Block[] {
  const head: Block[] = [];
  let paragraphs = 0;
  for (const block of kept) {
    if (paragraphs === 0 && block.length < TITLE && isTitle(plain(textOfBlock(block)), title, tagOf(block))) {
      head.push(block);
      continue;
    }
    // Between the lead and the text only a line of several things is certainly one of author and date.
    const isLine = paragraphs === 0 ? isHeadLine(block.parts) : isWrittenLine(block.parts);
    const isText = !isHeading(block) && !hasMark(block, MARKS.figure);
    if (isLine && isText) head.push(block);
    else if (isProse(block)) paragraphs += 1;
    if (paragraphs > 1) break;
  }
  return head;
}

/**
 * Links elsewhere, sign-ups, and the headings above them.
 * @param kept the pieces taken for the article
 * @param mixed those that hold other pieces
 */
export function findTail(kept: readonly Block[], mixed: ReadonlySet<Block>): readonly Block[] {
  const boxes = new Map<Holder, number>();
  for (const { holder, length } of kept) {
    if (holder.box) boxes.set(holder.box, (boxes.get(holder.box) ?? 0) + length);
  }
  // A name that says clutter around most of the text says nothing.
  const most = Math.min(BOX, sum(kept) / 5);
  const isBoxed = ({ holder }: Block) => holder.box !== null && (boxes.get(holder.box) ?? 0) < most;
  const tail: Block[] = [];
  const headings: Block[] = [];
  for (const block of kept.toReversed()) {
    if (hasMark(block, MARKS.figure) || mixed.has(block)) break;
    if (isHeading(block)) headings.push(block);
    else if (leadsElsewhere(block) || isBoxed(block)) tail.push(block, ...headings.splice(0));
    else break;
  }
  // A heading just above what is cut was its heading; several in a row say that something else is going on.
  if (tail.length > 0 && headings.length === 1) tail.push(...headings);
  return sum(tail) > sum(kept) / 4 ? [] : tail;
}

const leadsElsewhere = (block: Block) => linkShare(block) > 0.8 || endsArticle(textOfBlock(block));
