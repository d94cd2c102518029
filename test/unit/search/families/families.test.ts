/** Words of a family find each other, whichever is typed and whichever is written; strangers do not. */
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../../src-main/common/language/tokens.ts';
import { analyseWord, indexTerms } from '../../../../src-main/core/search/analysis/analysis.ts';
import { initialsOf } from '../../../../src-main/core/search/analysis/stem.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { UNSPACED, WRITINGS } from './writings.ts';

interface Family {
  readonly words: readonly string[];
  readonly strangers: readonly string[];
}

function read(text: string): Family[] {
  const words = (part = '') => part.split(' ').filter((word) => word !== '');
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('≠'))
    .map(([family, strangers]) => ({ words: words(family), strangers: words(strangers) }));
}

const FRENCH_FAMILIES = read(FRENCH);
const ENGLISH_FAMILIES = read(ENGLISH);

/** Whether a query of `typed` asks for each of its words by a term under which `written` is indexed. */
function finds(typed: string, written: string, language: string | null): boolean {
  const indexed = new Set(indexTerms(written, language));
  const tokens = tokenise(typed);
  return (
    tokens.length > 0 &&
    tokens.every(({ term }) => [term, ...analyseWord(term).both].some((each) => indexed.has(each)))
  );
}

/** `typed written` of every pair in the family that does not find, and of every stranger that does. */
function wrongPairs({ words, strangers }: Family, language: string): string[] {
  const lost = words.flatMap((typed) =>
    words
      .filter((written) => !finds(typed, written, language) || !finds(typed, written, null))
      .map((written) => `${typed} does not find ${written}`),
  );
  const joined = words.flatMap((word) =>
    strangers.flatMap((stranger) => [
      ...(finds(word, stranger, language) ? [`${word} finds ${stranger}`] : []),
      ...(finds(stranger, word, language) ? [`${stranger} finds ${word}`] : []),
    ]),
  );
  return [...lost, ...joined];
}

describe('a family of words', () => {
  it.each(FRENCH_FAMILIES.map((family) => [family.words[0], family] as const))(
    '%s (French)',
    (_name, family) => {
      expect(wrongPairs(family, 'fr')).toEqual([]);
    },
  );

  it.each(ENGLISH_FAMILIES.map((family) => [family.words[0], family] as const))(
    '%s (English)',
    (_name, family) => {
      expect(wrongPairs(family, 'en')).toEqual([]);
    },
  );

  it('is one of at least three hundred', () => {
    expect(FRENCH_FAMILIES.length + ENGLISH_FAMILIES.length).toBeGreaterThanOrEqual(300);
  });
});

describe('writings of the same', () => {
  it.each(WRITINGS)('%j, not %j', (same, others) => {
    const pairs = same.flatMap((typed) => same.map((written) => [typed, written] as const));
    expect(pairs.filter(([typed, written]) => !finds(typed, written, null))).toEqual([]);
    const strange = same.flatMap((word) => others.map((other) => [word, other] as const));
    expect(strange.filter(([word, other]) => finds(word, other, null) || finds(other, word, null))).toEqual(
      [],
    );
  });
});

describe('scripts without spaces', () => {
  it.each(UNSPACED)('%s is found in %s, %s is not', (typed, written, other) => {
    expect(finds(typed, written, null)).toBe(true);
    expect(finds(other, written, null)).toBe(false);
  });
});

it('begin with a letter that their stem tells', () => {
  const words = [...FRENCH_FAMILIES, ...ENGLISH_FAMILIES].flatMap((family) => family.words);
  for (const { term } of words.flatMap((word) => tokenise(word))) {
    for (const stem of analyseWord(term).both) expect(initialsOf(stem), stem).toContain(term.charAt(0));
  }
});
