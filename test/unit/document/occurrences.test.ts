import { expect, it } from 'vitest';
import { occurrencesOf } from '../../../src-main/common/document/occurrences.ts';
import { findQuotation } from '../../../src-main/common/document/quote-match.ts';

it('finds overlapping places, and none of nothing', () => {
  expect([...occurrencesOf('ababa', 'aba')]).toEqual([0, 2]);
  expect([...occurrencesOf('abc', '')]).toEqual([]);
  expect([...occurrencesOf('abc', 'd')]).toEqual([]);
});

it('finds the same places the other way, which a text that repeats itself takes', { timeout: 5_000 }, () => {
  // Long enough to pass the budget: every period and half a period at the end.
  const period = `${'a'.repeat(300)}b${'a'.repeat(299)}`;
  const text = `${period.repeat(2_000)}aab${period.repeat(500)}`;
  const needle = period.repeat(200);
  const expected: number[] = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) expected.push(at);
  expect(expected.length).toBeGreaterThan(1_000);
  expect([...occurrencesOf(text, needle)]).toEqual(expected);
});

it('looks for a long quotation in a text of one letter in no time', { timeout: 5_000 }, () => {
  const found = findQuotation('a'.repeat(1_000_000), { quote: 'a'.repeat(100_000), near: 500_000 });
  expect(found).toMatchObject({ kind: 'found', start: 500_000 });
});
