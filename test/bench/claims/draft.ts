/** A draft of 5,000 words with 60 quotations: a third as they stand, a third with a word changed, a third of nowhere. */
import { seededRandom, syntheticArticle } from '../../../src-main/worker/synthetic.ts';

const QUOTATIONS = 60;
const QUOTED_WORDS = 18;
const WORDS_BETWEEN = 62;

export function makeDraft(texts: readonly string[]): string {
  const random = seededRandom(7);
  const wordsOf = (text: string, count: number): string[] => {
    const words = text.split(/\s+/).map((word) => word.replace('.', ''));
    const from = Math.floor(random() * Math.max(1, words.length - count));
    return words.slice(from, from + count);
  };
  const strangers = syntheticArticle(9_999_999, 200);
  const paragraphs = Array.from({ length: QUOTATIONS }, (_, at) => {
    const text = texts[Math.floor(random() * texts.length)] ?? '';
    const quoted = wordsOf(at % 3 === 2 ? strangers : text, QUOTED_WORDS);
    if (at % 3 === 1) quoted[9] = 'autrement';
    const between = wordsOf(strangers, WORDS_BETWEEN).join(' ');
    return `${between} : « ${quoted.join(' ')} ». Il en compte ${at + 3} %.`;
  });
  return paragraphs.join('\n\n');
}
