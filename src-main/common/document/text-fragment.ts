/**
 * An address of the original page that leads a browser to a passage (`#:~:text=`, the draft of the WICG). Browsers
 * look for whole words, never across blocks within one term, and take the first place; so words are completed, a
 * passage over blocks or of some length is named by its first and last words, and one that stands twice by what
 * stands beside it.
 */
import { occurrencesOf } from './occurrences.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units that are named whole; of longer passages only both ends are. */
const WHOLE = 240;
/** Words that name an end, and that stand for the context. */
const END_WORDS = 6;
const CONTEXT_WORDS = 4;
/** What a block, a cell or a forced line ends with. */
const BOUNDARY = /[\n\t]/;
const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** Words longer than this are none. */
const LONGEST_WORD = 64;

/** @returns null where the page has no web address, or nothing that can be looked for is in the range */
export function formatTextFragment(url: string | null, text: string, range: Range): string | null {
  const page = url !== null && URL.canParse(url) ? new URL(url) : null;
  if (!page || !/^https?:$/.test(page.protocol)) return null;
  const { start, end } = completeWords(text, range);
  const passage = text.slice(start, end);
  if (passage.trim() === '') return null;
  const terms = termsOf(passage).map(encodeTerm);
  const isRepeated = occursTwice(text, passage);
  const prefix = isRepeated ? wordsBefore(text, start) : '';
  const suffix = isRepeated ? wordsAfter(text, end) : '';
  const directive = [
    ...(prefix ? [`${encodeTerm(prefix)}-`] : []),
    ...terms,
    ...(suffix ? [`-${encodeTerm(suffix)}`] : []),
  ].join(',');
  const anchor = page.hash.replace(/:~:.*$/s, '');
  page.hash = '';
  return `${page.href}${anchor === '' ? '#' : anchor}:~:text=${directive}`;
}

/** One term, or the first and the last words of it. */
function termsOf(passage: string): readonly string[] {
  if (passage.length <= WHOLE && !BOUNDARY.test(passage)) return [passage];
  const blocks = passage.split(BOUNDARY).filter((block) => block.trim() !== '');
  const first = firstWords(blocks[0] ?? '', END_WORDS);
  const last = lastWords(blocks.at(-1) ?? '', END_WORDS);
  // One block of few, long words: both ends would be all of it, and overlap.
  return blocks.length === 1 && first.length + last.length >= passage.length ? [passage] : [first, last];
}

function completeWords(text: string, range: Range): Range {
  let { start, end } = range;
  while (/\s/.test(text[start] ?? '') && start < end) start += 1;
  while (/\s/.test(text[end - 1] ?? '') && end > start) end -= 1;
  const [first, last] = [start, end];
  const isInWord = (at: number): boolean => WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');
  while (isInWord(start) && first - start < LONGEST_WORD) start -= 1;
  while (isInWord(end) && end - last < LONGEST_WORD) end += 1;
  return { start, end };
}

function occursTwice(text: string, passage: string): boolean {
  let count = 0;
  for (const _at of occurrencesOf(text, passage)) if ((count += 1) > 1) return true;
  return false;
}

/** In the block where the passage begins, else in the one before. */
function wordsBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - CONTEXT_WORDS * LONGEST_WORD), start);
  const block = before.split(BOUNDARY).findLast((each) => each.trim() !== '');
  return lastWords(block ?? '', CONTEXT_WORDS);
}

function wordsAfter(text: string, end: number): string {
  const after = text.slice(end, end + CONTEXT_WORDS * LONGEST_WORD);
  const block = after.split(BOUNDARY).find((each) => each.trim() !== '');
  return firstWords(block ?? '', CONTEXT_WORDS);
}

const splitWords = (text: string): readonly string[] => text.split(/[ \t\n]+/).filter((word) => word !== '');
const firstWords = (text: string, count: number): string => splitWords(text).slice(0, count).join(' ');
const lastWords = (text: string, count: number): string => splitWords(text).slice(-count).join(' ');

/** Commas, dashes and ampersands part the terms, and are no part of one. */
function encodeTerm(term: string): string {
  return encodeURIComponent(
    term
      .replace(/[\t\n]+/g, ' ')
      .trim()
      .toWellFormed(),
  ).replaceAll('-', '%2D');
}
