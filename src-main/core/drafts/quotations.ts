/** One quotation of a draft against the notebook. */
import type { CheckedQuotation } from '../../common/contract/drafts.ts';
import { alignWords, type Alignment } from '../../common/draft/align.ts';
import {
  rareTerms,
  sentenceAround,
  shareOf,
  tellingWords,
  type TellingWord,
} from '../../common/draft/contexts.ts';
import { readQuotation, type Reading } from '../../common/draft/pieces.ts';
import type { DraftQuotation } from '../../common/draft/quotations.ts';
import { findSpeaker } from '../../common/draft/speakers.ts';
import { readWords } from '../../common/draft/words.ts';
import type { Match } from './match.ts';
import { allOf, anyOf, type FoundPassage, type Passages } from './passages.ts';
import { whoElseSaid } from './who-said.ts';

/** Passages looked at closely. */
const LOOKED_AT = 8;
/** Units read beside a passage: a quotation may begin in it and end in the next. */
const BESIDE = 1500;
const MOST_WORDS = 1600;
/** Below this share, or this run of the same words, what is alike is chance. */
const LEAST_SHARE = 0.55;
const LEAST_RUN = 3;
/** Where the passage speaks of the same: in this order, in any, and how much of the draft's own words it shares. */
const LEAST_HERE = 0.35;
const LEAST_ANY_ORDER = 0.7;
const LEAST_CONTEXT = 0.5;
const LEAST_BESIDE = 2;
/** Words by which the passage is asked for. */
const ASKED = 6;

/** @param draft the whole text, as `plainDraft` gives it */
export async function checkQuotation(
  draft: string,
  quotation: DraftQuotation,
  passages: Passages,
): Promise<CheckedQuotation> {
  const readings = readQuotation(quotation.text);
  const incises = (readings[1]?.incises ?? []).map(({ start, end }) => quotation.text.slice(start, end));
  const speaker = findSpeaker(draft, quotation.outer, incises);
  const matches = await findMatches({ readings, beside: besideOf(draft, quotation, passages) }, passages);
  const same = matches.filter(({ alignment }) => alignment.differences.length === 0);
  const base = { text: quotation.text, start: quotation.start, end: quotation.end, speaker };
  const [best] = same.length > 0 ? same : matches;
  if (!best) return { ...base, verdict: 'not found', sourceId: null, place: null, differs: [], said: null };
  if (same.length === 0)
    return { ...base, ...placeOf(best, quotation.start, passages), verdict: 'altered', said: null };
  if (speaker === null)
    return { ...base, ...placeOf(best, quotation.start, passages), verdict: 'exact', said: null };
  // Where several sources have the words, one that has them of this speaker is enough.
  let said: string | null = null;
  for (const match of same) {
    const other = whoElseSaid(passages.reader, match, speaker);
    if (other === null)
      return { ...base, ...placeOf(match, quotation.start, passages), verdict: 'exact', said: null };
    said ??= other;
  }
  return { ...base, ...placeOf(best, quotation.start, passages), verdict: 'other speaker', said };
}

async function findMatches(asked: Asked, passages: Passages): Promise<readonly Match[]> {
  const { readings, beside } = asked;
  const rare = rareTerms(readings.at(-1)?.text ?? '', passages.frequencyOf);
  const first = judge(asked, await passages.find(allOf(rare.slice(0, ASKED)), LOOKED_AT));
  if (first.some(({ alignment }) => alignment.differences.length === 0)) return first;
  const second = judge(asked, await passages.find(anyOf(rare), LOOKED_AT));
  const both = [...first, ...second].toSorted(byLikeness);
  if (both.length > 0 || beside.length === 0) return both;
  // Few words, and changed ones: what the sentence speaks of tells where to look.
  const known = beside.map(({ term }) => term).filter((term) => passages.frequencyOf(term) > 0);
  return judge(asked, await passages.find(anyOf([...rare, ...known]), LOOKED_AT));
}

interface Asked {
  readonly readings: readonly Reading[];
  /** The telling words of the sentence that the quotation stands in, without its own. */
  readonly beside: readonly TellingWord[];
}

function besideOf(draft: string, { start, end, outer }: DraftQuotation, passages: Passages) {
  const sentence = sentenceAround(draft, { start, end });
  const words = `${draft.slice(sentence.start, outer.start)} ${draft.slice(outer.end, sentence.end)}`;
  return tellingWords(words, passages.frequencyOf);
}

function judge({ readings, beside }: Asked, found: readonly FoundPassage[]): Match[] {
  return found
    .flatMap((passage) => {
      const tried = readings.flatMap((reading) => {
        const alignment = layOn(reading, passage);
        return alignment ? [{ passage, alignment, reading }] : [];
      });
      const best = tried.toSorted(byLikeness)[0];
      return best && (isLike(best) || isAlteredHere(best, beside)) ? [best] : [];
    })
    .toSorted(byLikeness);
}

function isLike({ alignment: { share, run, differences }, reading }: Match): boolean {
  return (
    differences.length === 0 || (share >= LEAST_SHARE && run >= Math.min(LEAST_RUN, reading.words.length - 1))
  );
}

/** What is alike in a passage that speaks of what the draft's sentence speaks of. */
function isAlteredHere(
  { passage, alignment: { share, anyOrder } }: Match,
  beside: readonly TellingWord[],
): boolean {
  if (share < LEAST_HERE || Math.max(share, anyOrder) < LEAST_ANY_ORDER) return false;
  const context = shareOf(beside, passage.text.slice(passage.start, passage.end));
  return context.count >= LEAST_BESIDE && context.share >= LEAST_CONTEXT;
}

const byLikeness = (one: Match, other: Match): number =>
  Number(other.alignment.differences.length === 0) - Number(one.alignment.differences.length === 0) ||
  other.alignment.share - one.alignment.share;

function layOn(reading: Reading, { text, start, end }: FoundPassage): Alignment | null {
  const from = Math.max(0, start - BESIDE);
  const window = text.slice(from, end + BESIDE);
  const source = readWords(window, MOST_WORDS);
  const alignment = alignWords({ quoted: reading.words, source, gaps: reading.gaps }, window);
  return alignment && { ...alignment, start: from + alignment.start, end: from + alignment.end };
}

function placeOf({ passage, alignment }: Match, at: number, passages: Passages) {
  const { start, end, differences } = alignment;
  return {
    sourceId: passage.sourceId,
    place: passages.placeOf(passage, start, end),
    differs: differences.map((each) => ({ ...each, start: at + each.start, end: at + each.end })),
  };
}
