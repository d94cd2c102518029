/** Which paragraphs are headings, and of what level: by their size first, by a font of their own second. */
import { textOf } from './model.ts';
import type { Measures, Paragraph } from './paragraphs.ts';

const LONGEST = 200;
const MOST_LINES = 4;
/** Against the size of the text. */
const LARGER = 1.12;
/** A font that sets more of a document than this is one of its texts, not of its headings. */
const RARE = 0.1;
const DEEPEST = 6;

const sizeOf = ({ lines }: Paragraph) => Math.round((lines[0]?.line.size ?? 0) * 2) / 2;
const wordsOf = ({ lines }: Paragraph) => lines.map(({ line }) => textOf(line)).join(' ');

/** Letters that each font sets, as a share of all. */
function sharesOf(paragraphs: readonly Paragraph[]): ReadonlyMap<string, number> {
  const letters = new Map<string, number>();
  let all = 0;
  for (const { line } of paragraphs.flatMap(({ lines }) => lines)) {
    const { length } = textOf(line);
    all += length;
    letters.set(line.font, (letters.get(line.font) ?? 0) + length);
  }
  return new Map([...letters].map(([font, count]) => [font, count / all]));
}

function isShort(paragraph: Paragraph): boolean {
  const text = wordsOf(paragraph);
  return paragraph.lines.length <= MOST_LINES && text.length <= LONGEST && /\p{L}{2}|^\p{L}/u.test(text);
}

function isLarge(paragraph: Paragraph, { size }: Measures): boolean {
  return paragraph.kind !== 'note' && isShort(paragraph) && sizeOf(paragraph) >= size * LARGER;
}

/** Of the text's size, but wholly in a font that is rare, alone, set off, and no sentence. */
function isMarked(paragraph: Paragraph, next: Paragraph | undefined, measures: Measures): boolean {
  const { font = '' } = paragraph.lines[0]?.line ?? {};
  const text = wordsOf(paragraph);
  return (
    (paragraph.kind === 'text' || /^\d/.test(text)) &&
    paragraph.kind !== 'note' &&
    paragraph.lines.length <= 2 &&
    text.length <= 120 &&
    paragraph.isSetOff &&
    sizeOf(paragraph) >= measures.size * 0.97 &&
    paragraph.lines.every(({ line }) => line.font === font) &&
    font !== measures.font &&
    next?.lines[0]?.line.font === measures.font &&
    /^[\p{Lu}\d\p{Lo}]/u.test(text) &&
    /\p{L}{2}/u.test(text) &&
    !/[.,;:!…]$/.test(text)
  );
}

/** The levels of a document's headings, 1 being the largest; other paragraphs are left out. */
export function findHeadings(
  paragraphs: readonly Paragraph[],
  measures: Measures,
): ReadonlyMap<Paragraph, number> {
  const large = paragraphs.filter((paragraph) => isLarge(paragraph, measures));
  // Where most of a document is large it is a poster or slides, and size tells nothing.
  const sizes = [...new Set(large.map(sizeOf))].toSorted((a, b) => b - a);
  const levels = new Map(
    large.map((paragraph) => [paragraph, Math.min(DEEPEST, sizes.indexOf(sizeOf(paragraph)) + 1)] as const),
  );
  const shares = sharesOf(paragraphs);
  for (const [at, paragraph] of paragraphs.entries()) {
    if (levels.has(paragraph) || !isMarked(paragraph, paragraphs[at + 1], measures)) continue;
    if ((shares.get(paragraph.lines[0]?.line.font ?? '') ?? 1) > RARE) continue;
    levels.set(paragraph, Math.min(DEEPEST, sizes.length + 1));
  }
  return levels;
}
