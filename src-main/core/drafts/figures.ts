/** One figure of a draft against the notebook. */
import type { CheckedFigure } from '../../common/contract/drafts.ts';
import { sentenceAround, shareOf, tellingWords } from '../../common/draft/contexts.ts';
import { compareFigures, findFigures, type Figure } from '../../common/draft/figures.ts';
import { anyOf, type FoundPassage, type Passages } from './passages.ts';

const LOOKED_AT = 8;
/** What of the words around a figure a passage shares to speak of the same thing. */
const LEAST_SHARE = 0.4;
const LEAST_WORDS = 2;

/** @param draft the whole text */
export async function checkFigure(draft: string, figure: Figure, passages: Passages): Promise<CheckedFigure> {
  const sentence = sentenceAround(draft, figure);
  const words = tellingWords(draft.slice(sentence.start, sentence.end));
  const base = { text: figure.text, start: figure.start, end: figure.end };
  const exact =
    words.length === 0 ? [] : await passages.find(`+text:${figure.term} ${anyOf(words)}`, LOOKED_AT);
  const found = pick(figure, words, exact, 'same');
  if (found) return { ...base, ...found, verdict: 'found', differs: [] };
  const like = await passages.find(anyOf(words), LOOKED_AT);
  const same = pick(figure, words, like, 'same');
  if (same) return { ...base, ...same, verdict: 'found', differs: [] };
  const other = pick(figure, words, like, 'other');
  if (!other) return { ...base, sourceId: null, place: null, verdict: 'not found', differs: [] };
  return {
    ...base,
    ...other,
    verdict: 'differs',
    differs: [{ start: figure.start, end: figure.end, was: other.was }],
  };
}

/** The figure in the passage that shares the most of the words. */
function pick(
  figure: Figure,
  words: readonly string[],
  found: readonly FoundPassage[],
  wanted: 'same' | 'other',
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
  const { passage } = best;
  const { sourceId, versionId, title } = passage;
  const place = {
    versionId,
    start: passage.start + best.figure.start,
    end: passage.start + best.figure.end,
    title,
  };
  return { sourceId, place, was: best.figure.text };
}

/** Only to tell what « billion » means. */
export function languageOf(text: string): 'fr' | 'en' | null {
  const count = (pattern: RegExp): number => text.slice(0, 4000).match(pattern)?.length ?? 0;
  const french = count(/(?<!\p{L})(?:le|la|les|des|une|et|que|dans|pour)(?!\p{L})/giu);
  const english = count(/(?<!\p{L})(?:the|of|and|to|in|that|for)(?!\p{L})/giu);
  return french === english ? null : french > english ? 'fr' : 'en';
}
