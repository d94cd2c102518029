/**
 * Lines that stand again and again between pieces of prose: who wrote a post of a forum and since when they are a
 * member, a button below each item of a list. A refrain has no prose in between, and is kept.
 */
import { hasMark, linkShare, MARKS, nameOf, textOfBlock, type Block } from './blocks.ts';
import { isHeading, kindOf, tagOf } from './pieces.ts';

const LONGEST = 80;
const TIMES = 3;
/** What a forum calls the column beside a post. */
const POSTER =
  /(?:^|[\s_-])(?:post(?:er)?[_-]?(?:author|info|details|user|meta|date|sig(?:nature)?|profile)|user[_-]?(?:info|details|name|title|card|profile|sig(?:nature)?)|member[_-]?(?:info|title|since)|signature|sig|post-?count)(?:$|[\s_-])/i;

const namesOf = ({ holder }: Block) => `${nameOf(holder)} ${nameOf(holder.parent)}`;

function keyOf(block: Block): string | null {
  if (block.length > 2 * LONGEST || isHeading(block) || hasMark(block, MARKS.figure)) return null;
  if (POSTER.test(namesOf(block))) return `poster ${kindOf(block)}`;
  const isText = tagOf(block) === 'p' || tagOf(block) === 'li' || tagOf(block) === 'blockquote';
  if (block.length > LONGEST || (isText && linkShare(block) < 0.8)) return null;
  const text = textOfBlock(block);
  // The hours of a live report are part of it.
  return /\p{L}{2}/u.test(text) ? `${tagOf(block)} ${text.replace(/\d+/g, '0')}` : null;
}

/**
 * @param kept the pieces taken for the article
 * @param isProse of one of them
 */
export function findRepeats(kept: readonly Block[], isProse: (block: Block) => boolean): readonly Block[] {
  const found = new Map<string, { readonly blocks: Block[]; prose: number; times: number }>();
  let prose = 0;
  for (const block of kept) {
    const key = keyOf(block);
    // Asked only of what could be such a line: whether it is prose costs more.
    if (key === null || (!key.startsWith('poster') && isProse(block))) {
      if (isProse(block)) prose += 1;
      continue;
    }
    const same = found.get(key);
    if (!same) found.set(key, { blocks: [block], prose, times: 1 });
    else {
      same.blocks.push(block);
      if (prose > same.prose) same.times += 1;
      same.prose = prose;
    }
  }
  return [...found.values()].flatMap(({ blocks, times }) => (times >= TIMES ? blocks : []));
}
