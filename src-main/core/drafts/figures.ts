/** One figure of a draft against the notebook. */
import type { CheckedFigure, CheckedQuotation } from '../../common/contract/drafts.ts';
import { sentenceAround, shareOf, tellingWords, type TellingWord } from '../../common/draft/contexts.ts';
import { compareFigures, findFigures, type Figure } from '../../common/draft/figures.ts';
import { anyOf, type FoundPassage, type Passages } from './passages.ts';

const LOOKED_AT = 8;
/** What of the words around a figure a passage shares to speak of the same thing. */
const LEAST_SHARE = 0.4;
const LEAST_WORDS = 2;

/** @param draft the whole text */
export async function checkFigure(draft: string, figure: Figure, passages: Passages): Promise<CheckedFigure> {
  const sentence = sentenceAround(draft, figure);
  const words = tellingWords(draft.slice(sentence.start, sentence.end), passages.frequencyOf);
  const any = anyOf(words.filter(({ term }) => passages.frequencyOf(term) > 0).map(({ term }) => term));
  const base = { text: figure.text, start: figure.start, end: figure.end };
  const exact = any === '' ? [] : await passages.find(`+text:${figure.term} ${any}`, LOOKED_AT);
  const found = pick(figure, words, exact, 'same', passages);
  if (found) return { ...base, ...found, verdict: 'found', differs: [] };
  const like = await passages.find(any, LOOKED_AT);
  const same = pick(figure, words, like, 'same', passages);
  if (same) return { ...base, ...same, verdict: 'found', differs: [] };
  const other = pick(figure, words, like, 'other', passages);
  if (!other) return { ...base, sourceId: null, place: null, verdict: 'not found', differs: [] };
  return {
    ...base,
    ...other,
    verdict: 'differs',
    differs: [{ start: figure.start, end: figure.end, was: other.was }],
  };
}

/**
 * A figure that is part of a quotation is judged with it: where the words stand, it does too. Null where the words do
 * not stand in the notebook, and the figure is to be looked for by itself.
 */
export function judgeQuoted(figure: Figure, quotation: CheckedQuotation): CheckedFigure | null {
  const { place, sourceId, differs } = quotation;
  if (place === null) return null;
  const { text, start, end } = figure;
  const changed = differs.filter((each) => each.start < end && each.end > start);
  const verdict = changed.length > 0 ? 'differs' : 'found';
  return { text, start, end, sourceId, place, verdict, differs: changed };
}

/** The figure in the passage that shares the most of the words. */
function pick(
  figure: Figure,
  words: readonly TellingWord[],
  found: readonly FoundPassage[],
  wanted: 'same' | 'other',
  passages: Passages,
) {
  let best: { readonly share: number; readonly passage: FoundPassage; readonly figure: Figure } | null = null;
  for (const passage of found) {
    const text = passage.text.slice(passage.start, passage.end);
    for (const each of findFigures(text, languageOf(text))) {
      if (compareFigures(figure, each) !== wanted) continue;
      const around = sentenceAround(text, each);
      const inSentence = shareOf(words, text.slice(around.start, around.end));
      const inPassage = shareOf(words, text);
      const { count, share } = wanted === 'other' ? inSentence : inPassage;
      if (share < LEAST_SHARE || count < Math.min(LEAST_WORDS, words.length)) continue;
      const near = share + inSentence.share;
      if (!best || near > best.share) best = { share: near, passage, figure: each };
    }
  }
  if (!best) return null;
  const { passage, figure: other } = best;
  const { sourceId } = passage;
  const place = passages.placeOf(passage, passage.start + other.start, passage.start + other.end);
  return { sourceId, place, was: other.text };
}

/** Only to tell what « billion » means. */
export function languageOf(text: string): 'fr' | 'en' | null {
  const count = (pattern: RegExp): number => text.slice(0, 4000).match(pattern)?.length ?? 0;
  const french = count(/(?<!\p{L})(?:le|la|les|des|une|et|que|dans|pour)(?!\p{L})/giu);
  const english = count(/(?<!\p{L})(?:the|of|and|to|in|that|for)(?!\p{L})/giu);
  return french === english ? null : french > english ? 'fr' : 'en';
}
