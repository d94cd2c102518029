/** One quotation of a draft against the notebook. */
import type { CheckedQuotation } from '../../common/contract/drafts.ts';
import { alignWords, type Alignment } from '../../common/draft/align.ts';
import { tellingWords } from '../../common/draft/contexts.ts';
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
  const matches = await findMatches(quotation.text, readings, passages);
  const same = matches.filter(({ alignment }) => alignment.differences.length === 0);
  const base = { text: quotation.text, start: quotation.start, end: quotation.end, speaker };
  const [best] = same.length > 0 ? same : matches;
  if (!best) return { ...base, verdict: 'not found', sourceId: null, place: null, differs: [], said: null };
  if (same.length === 0)
    return { ...base, ...placeOf(best, quotation.start), verdict: 'altered', said: null };
  if (speaker === null) return { ...base, ...placeOf(best, quotation.start), verdict: 'exact', said: null };
  // Where several sources have the words, one that has them of this speaker is enough.
  let said: string | null = null;
  for (const match of same) {
    const other = whoElseSaid(passages.reader, match, speaker);
    if (other === null) return { ...base, ...placeOf(match, quotation.start), verdict: 'exact', said: null };
    said ??= other;
  }
  return { ...base, ...placeOf(best, quotation.start), verdict: 'other speaker', said };
}

async function findMatches(
  text: string,
  readings: readonly Reading[],
  passages: Passages,
): Promise<readonly Match[]> {
  const own = ownWords(text, readings);
  const telling = tellingWords(own);
  const words = telling.length >= 3 ? telling : tellingWords(own, 2);
  // Few or common words stand in too many passages: then the words themselves are asked for.
  const strict =
    telling.length >= 5
      ? allOf(words.slice(0, ASKED))
      : phraseOf(readings.at(-1)?.words.map(({ key }) => key) ?? []);
  const first = judge(readings, await passages.find(strict, LOOKED_AT));
  if (first.some(({ alignment }) => alignment.differences.length === 0)) return first;
  const second = judge(readings, await passages.find(anyOf(words), LOOKED_AT));
  return [...first, ...second].toSorted(byLikeness);
}

/** Without what the draft itself set in between. */
function ownWords(text: string, readings: readonly Reading[]): string {
  const { words, incises } = readings.at(-1) ?? { words: [], incises: [] };
  return incises.length === 0 ? text : words.map(({ start, end }) => text.slice(start, end)).join(' ');
}

const phraseOf = (keys: readonly string[]): string =>
  keys.length === 0 ? '' : allOf([...new Set(keys)].filter((key) => key.length > 1).slice(0, 12));

function judge(readings: readonly Reading[], found: readonly FoundPassage[]): Match[] {
  return found
    .flatMap((passage) => {
      const tried = readings.flatMap((reading) => {
        const alignment = layOn(reading, passage);
        return alignment ? [{ passage, alignment, reading }] : [];
      });
      const best = tried.toSorted(byLikeness)[0];
      return best && isLike(best) ? [best] : [];
    })
    .toSorted(byLikeness);
}

function isLike({ alignment: { share, run, differences }, reading }: Match): boolean {
  return (
    differences.length === 0 || (share >= LEAST_SHARE && run >= Math.min(LEAST_RUN, reading.words.length - 1))
  );
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

function placeOf({ passage, alignment }: Match, at: number) {
  const { sourceId, versionId, title } = passage;
  const { start, end, differences } = alignment;
  return {
    sourceId,
    place: { versionId, start, end, title },
    differs: differences.map((each) => ({ ...each, start: at + each.start, end: at + each.end })),
  };
}
