/** One figure of a draft against the notebook. */
import type { CheckedFigure, CheckedQuotation } from '../../common/contract/drafts.ts';
import {
  clauseAround,
  sentenceAround,
  shareOf,
  tellingWords,
  type TellingWord,
} from '../../common/draft/contexts.ts';
import type { Span } from '../../common/draft/spans.ts';
import { compareFigures, findFigures, type Figure } from '../../common/draft/figures.ts';
import { anyOf, type FoundPassage, type Passages } from './passages.ts';

const LOOKED_AT = 8;
/** What of the words around a figure a passage shares to speak of the same thing. */
const LEAST_SHARE = 0.4;
const LEAST_WORDS = 2;
/** A number that is seldom the same by chance asks for less. */
const LEAST_OF_PRECISE = 0.25;

/** The telling words around a figure of a draft. */
interface Around {
  readonly clause: readonly TellingWord[];
  readonly sentence: readonly TellingWord[];
}

function aroundOf(draft: string, figure: Figure, { frequencyOf }: Passages): Around {
  const sentence = sentenceAround(draft, figure);
  const clause = clauseAround(draft, sentence, figure);
  const wordsOf = ({ start, end }: Span): readonly TellingWord[] =>
    tellingWords(draft.slice(start, end), frequencyOf);
  const [whole, part] = [wordsOf(sentence), wordsOf(clause)];
  return { sentence: whole, clause: part.length >= LEAST_WORDS ? part : whole };
}

/** @param draft the whole text */
export async function checkFigure(draft: string, figure: Figure, passages: Passages): Promise<CheckedFigure> {
  const around = aroundOf(draft, figure, passages);
  const known = [...new Set([...around.clause, ...around.sentence].map(({ term }) => term))];
  const any = anyOf(known.filter((term) => passages.frequencyOf(term) > 0));
  const base = { text: figure.text, start: figure.start, end: figure.end };
  const exact = any === '' ? [] : await passages.find(`+text:${figure.term} ${any}`, LOOKED_AT);
  const found = pick({ figure, around, wanted: 'same' }, exact, passages);
  if (found) return { ...base, ...found.at, verdict: 'found', differs: [] };
  const like = await passages.find(any, LOOKED_AT);
  const same = pick({ figure, around, wanted: 'same' }, like, passages);
  if (same) return { ...base, ...same.at, verdict: 'found', differs: [] };
  const other = pick({ figure, around, wanted: 'other' }, like, passages);
  if (!other) return { ...base, sourceId: null, place: null, verdict: 'not found', differs: [] };
  const differs = [{ start: figure.start, end: figure.end, was: other.was }];
  return { ...base, ...other.at, verdict: 'differs', differs };
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

interface Wanted {
  readonly figure: Figure;
  readonly around: Around;
  readonly wanted: 'same' | 'other';
}

/** The figure in the passages whose words share the most. */
function pick({ figure, around, wanted }: Wanted, found: readonly FoundPassage[], passages: Passages) {
  let best: { readonly share: number; readonly passage: FoundPassage; readonly figure: Figure } | null = null;
  for (const passage of found) {
    const text = passage.text.slice(passage.start, passage.end);
    for (const each of findFigures(text, languageOf(text))) {
      if (compareFigures(figure, each) !== wanted) continue;
      const span = sentenceAround(text, each);
      const sentence = text.slice(span.start, span.end);
      const inSentence = shareOf(around.sentence, sentence).share;
      if (wanted === 'same' ? !speaksOf(figure, around, text) : !isAbout(around.clause, sentence)) continue;
      const near = inSentence + shareOf(around.clause, sentence).share;
      if (!best || near > best.share) best = { share: near, passage, figure: each };
    }
  }
  if (!best) return null;
  const { passage, figure: other } = best;
  const place = passages.placeOf(passage, passage.start + other.start, passage.start + other.end);
  return { at: { sourceId: passage.sourceId, place }, was: other.text };
}

/** Whether a passage that has the same number speaks of the same thing. */
function speaksOf(figure: Figure, { clause, sentence }: Around, text: string): boolean {
  if (isAbout(clause, text) || isAbout(sentence, text)) return true;
  return isPrecise(figure) && shareOf(clause, text).share >= LEAST_OF_PRECISE;
}

function isAbout(words: readonly TellingWord[], text: string): boolean {
  const { count, share } = shareOf(words, text);
  return share >= LEAST_SHARE && count >= Math.min(LEAST_WORDS, words.length);
}

/** Three digits that are not only noughts, and something that is counted. */
const isPrecise = ({ term, unit }: Figure): boolean =>
  unit !== '' && term.replace(/\D/g, '').replace(/^0+|0+$/g, '').length >= 3;

/** Only to tell what « billion » means. */
export function languageOf(text: string): 'fr' | 'en' | null {
  const count = (pattern: RegExp): number => text.slice(0, 4000).match(pattern)?.length ?? 0;
  const french = count(/(?<!\p{L})(?:le|la|les|des|une|et|que|dans|pour)(?!\p{L})/giu);
  const english = count(/(?<!\p{L})(?:the|of|and|to|in|that|for)(?!\p{L})/giu);
  return french === english ? null : french > english ? 'fr' : 'en';
}
