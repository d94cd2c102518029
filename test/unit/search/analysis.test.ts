import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src-main/common/language/tokens.ts';
import { analyseWord, indexTerms } from '../../../src-main/core/search/analysis/analysis.ts';
import { guessLanguage, isStopWord } from '../../../src-main/core/search/analysis/stop-words.ts';
import {
  ENGLISH_FAMILIES,
  FRENCH_FAMILIES,
  pairs,
  STRANGERS_IN_ENGLISH,
  STRANGERS_IN_FRENCH,
} from './word-families.ts';

/** Whether a query of `typed` asks for any term under which `written` is indexed. */
function finds(typed: string, written: string, language: string | null): boolean {
  const indexed = new Set(indexTerms(written, language));
  return tokenise(typed).some(({ term }) => {
    const { both } = analyseWord(term);
    return [term, ...both].some((each) => indexed.has(each));
  });
}

describe('word families', () => {
  it.each(pairs(FRENCH_FAMILIES))('%s finds the French %s', (typed, written) => {
    expect(finds(typed, written, 'fr')).toBe(true);
    expect(finds(typed, written, null)).toBe(true);
  });

  it.each(pairs(ENGLISH_FAMILIES))('%s finds the English %s', (typed, written) => {
    expect(finds(typed, written, 'en')).toBe(true);
    expect(finds(typed, written, null)).toBe(true);
  });

  it.each(pairs(STRANGERS_IN_FRENCH))('%s does not find the French %s', (typed, written) => {
    expect(finds(typed, written, 'fr')).toBe(false);
  });

  it.each(pairs(STRANGERS_IN_ENGLISH))('%s does not find the English %s', (typed, written) => {
    expect(finds(typed, written, 'en')).toBe(false);
  });

  it('holds at least a hundred pairs', () => {
    expect(pairs(FRENCH_FAMILIES).length + pairs(ENGLISH_FAMILIES).length).toBeGreaterThan(160);
  });
});

describe('numbers and elisions', () => {
  it.each([
    ['46,7', '46.7'],
    ['46.7', '46,7'],
    ['300 000', '300,000'],
    ['300000', '300\u202f000'],
    ['300,000', '300 000'],
    ["l'exportation", 'l’exportation'],
    ['exportation', 'd’exportations'],
    ["jusqu'ici", 'ici'],
  ])('%s finds %s', (typed, written) => {
    expect(finds(typed, written, 'fr')).toBe(true);
  });

  it('gives numbers, codes and other scripts no stems', () => {
    for (const term of ['46.7', 'h20', '10x', '用户', 'москва']) expect(analyseWord(term).both).toEqual([]);
  });
});

describe('stop words', () => {
  it.each(['le', 'Les', 'de', 'the', 'AND', 'of', 'même', 'meme', 'à'])('%s is one', (word) => {
    expect(isStopWord(word)).toBe(true);
  });

  it.each(['or', 'but', 'AI', 'May', 'US', 'été', 'thé', 'pétrole', 'D', '12', 'constructor', '__proto__'])(
    '%s is none',
    (word) => {
      expect(isStopWord(word)).toBe(false);
    },
  );

  it('tell French from English, and neither from what has none', () => {
    const guess = (text: string) => guessLanguage(tokenise(text).map(({ term }) => term));
    expect(guess('Les sanctions ont coûté 300 000 emplois')).toBe('fr');
    expect(guess('The sanctions have cost 300,000 jobs')).toBe('en');
    expect(guess('Nvidia H20')).toBeNull();
  });
});
