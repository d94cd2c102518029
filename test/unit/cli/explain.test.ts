/** `search --explain` as text and as JSON, in both languages. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTICLE } from './article.ts';
import { createHarness } from './harness.ts';

async function withSource(locale: string) {
  const harness = createHarness({ env: { LANG: `${locale}.UTF-8` } });
  writeFileSync(join(harness.cwd, 'plant.txt'), ARTICLE);
  await harness.json('import', 'plant.txt');
  return harness;
}

/** « query → term (field, how) +share », as one locale writes it. */
const LINE = /^ {4}(.+) → (.+) \((\w+), (\w+)\) \+(\d+[.,]\d{3})$/;

describe('an explanation', () => {
  it.each([
    ['en_GB', '.'],
    ['fr_FR', ','],
  ])('prints each step and its share, which add up (%s)', async (locale, point) => {
    const { run, json } = await withSource(locale);
    const query = ['détente', 'exportations', '46.7', 'prx~1', 'milli*'];
    const { out } = await run('search', ...query, '--explain', '--limit', '1');
    const lines = out.split('\n').flatMap((line) => {
      const [, asked, term, field, how, share = ''] = LINE.exec(line) ?? [];
      return asked === undefined ? [] : [{ step: `${asked} ${term} ${field} ${how}`, share }];
    });
    expect(lines.map(({ step }) => step).toSorted()).toEqual([
      '46.7 46,7 text fold',
      'détente détente text exact',
      'exportations exportation text stem',
      'milli* millions text prefix',
      'prx prix text fuzzy',
    ]);
    expect(lines.every(({ share }) => share.includes(point))).toBe(true);
    const [hit] = (await json('search', ...query, '--explain', '--limit', '1')).hits;
    const shares = hit.why.map(({ score }: { score: number }) => score);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(shares)).toBeCloseTo(hit.score, 9);
    // As text each share is rounded.
    const printed = lines.map(({ share }) => Number(share.replace(',', '.')));
    expect(Math.abs(sum(printed) - hit.score)).toBeLessThan(0.0005 * printed.length);
  });
});

describe('numbers', () => {
  it.each(['en_GB', 'fr_FR'])('are found in both notations (%s)', async (locale) => {
    const { json } = await withSource(locale);
    for (const query of ['46,7', '46.7']) {
      const { hits } = await json('search', query);
      expect(hits).toHaveLength(1);
      expect(hits[0].snippet.text).toContain('46,7');
    }
  });
});

describe('common words', () => {
  it.each([
    ['en_GB', 'the'],
    ['fr_FR', 'de la'],
  ])('alone are a query all the same (%s: %s)', async (locale, query) => {
    const { json } = await withSource(locale);
    await json('claim', 'add', 'The price de la centrale.');
    expect((await json('search', query)).total).toBeGreaterThan(0);
  });
});
