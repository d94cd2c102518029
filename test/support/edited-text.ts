/** Texts that were edited, with where each place of the text before went: what finding passages again is judged by. */
import type { Dice } from './dice.ts';

export interface EditedText {
  readonly before: string;
  readonly after: string;
  /** Where an offset of the text before is now; null where it was taken out. */
  where(offset: number): number | null;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const SYLLABLES = [
  'ra',
  'den',
  'mi',
  'to',
  'lu',
  'ber',
  'ex',
  'por',
  'té',
  'tion',
  'quan',
  'ti',
  'fi',
  'er',
  'so',
  'çal',
];
const LETTERS = 'aeioulnrst';

/** A stock of words of which few are frequent, as in any language. */
function createWords(dice: Dice): () => string {
  const stock = Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + dice.below(4) }, () => dice.pick(SYLLABLES)).join(''),
  );
  return () => stock[Math.floor(stock.length * dice.random() ** 3)] ?? 'la';
}

/** Paragraphs of some sentences, `length` units or a little more. */
export function writeText(dice: Dice, length: number): string[] {
  const word = createWords(dice);
  const sentence = (): string => {
    const words = Array.from({ length: 8 + dice.below(14) }, word);
    return `${words.join(' ').replace(/^./u, (first) => first.toUpperCase())}.`;
  };
  const paragraphs: string[] = [];
  for (let written = 0; written < length;) {
    const paragraph = Array.from({ length: 3 + dice.below(5) }, sentence).join(' ');
    paragraphs.push(paragraph);
    written += paragraph.length + 2;
  }
  return paragraphs;
}

/** The same words but for some that are others. */
export function nearlyRepeat(dice: Dice, text: string, share: number): string {
  return text.replace(/\p{L}+/gu, (word) =>
    dice.chance(share) ? dice.pick(SYLLABLES) + dice.pick(SYLLABLES) : word,
  );
}

/** Letters put in, taken out and replaced. */
export function editLetters(dice: Dice, text: string, share: number): EditedText {
  const parts: string[] = [];
  const places = new Int32Array(text.length + 1);
  let at = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    places[offset] = at;
    const kept = text.charAt(offset);
    const how = dice.chance(share) && kept !== '\n' ? dice.below(3) : -1;
    const now =
      how === 0
        ? ''
        : how === 1
          ? kept + dice.pick([...LETTERS])
          : how === 2
            ? dice.pick([...LETTERS])
            : kept;
    parts.push(now);
    at += now.length;
  }
  places[text.length] = at;
  return { before: text, after: parts.join(''), where: (offset) => places[offset] ?? null };
}

/** Pieces of a text in another order, some of them new: a piece that names no index of `before` is new. */
export function arrange(
  before: readonly string[],
  order: readonly (number | string)[],
  gap = '\n\n',
): EditedText {
  const starts: number[] = [];
  let length = 0;
  for (const piece of before) {
    starts.push(length);
    length += piece.length + gap.length;
  }
  const places = new Map<number, number>();
  let at = 0;
  const pieces = order.map((each) => {
    const piece = typeof each === 'number' ? (before[each] ?? '') : each;
    if (typeof each === 'number') places.set(each, at);
    at += piece.length + gap.length;
    return piece;
  });
  return {
    before: before.join(gap),
    after: pieces.join(gap),
    where(offset) {
      const piece = starts.findLastIndex((start) => start <= offset);
      const place = places.get(piece);
      return place === undefined ? null : place + offset - (starts[piece] ?? 0);
    },
  };
}

/** One after the other. */
export function thenEdited(first: EditedText, second: EditedText): EditedText {
  return {
    before: first.before,
    after: second.after,
    where(offset) {
      const between = first.where(offset);
      return between === null ? null : second.where(between);
    },
  };
}

/** Passages within one piece each: `count` of them, of some words. */
export function choosePassages(dice: Dice, text: string, count: number, gap = '\n\n'): Span[] {
  const spans: Span[] = [];
  while (spans.length < count) {
    const start = text.indexOf(' ', dice.below(text.length - 400)) + 1;
    const end = text.indexOf(' ', start + 40 + dice.below(180));
    if (start > 0 && end > start && !text.slice(start, end).includes(gap)) spans.push({ start, end });
  }
  return spans;
}
