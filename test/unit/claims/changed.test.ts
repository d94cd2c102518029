import { expect, it } from 'vitest';
import { compareWords } from '../../../src-main/common/draft/align.ts';
import { TO_REVIEW } from '../../../src-main/core/storage/anchors.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';
import { NotebookBuilder } from '../../support/notebook-builder.ts';

const FILLER = 'Nothing much happened in the town that week, and the paper said so at some length.';
const page = (...paragraphs: string[]): Uint8Array =>
  bytesOf(
    `<html><body><article><h1>Title</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
  );

it('lists quotations that a newer version changed or lost, the words, and the claims that rest on them', async () => {
  const app = openTestEngine();
  const same = 'The bridge was closed to all lorries in the spring.';
  const costs = 'The plant would cost 412 million and open before the end of the year.';
  const gone = 'Two engineers resigned over the missing safety report.';
  const url = 'https://example.org/plant';
  const { id: source } = await app.run('source.import', {
    bytes: page(FILLER, same, costs, gone),
    fileName: 'a.html',
    url,
  });
  const excerpts = [];
  for (const quote of [same, costs, gone])
    excerpts.push((await app.run('excerpt.add', { source, quote })).excerpt.id);
  const [, changed, lost] = excerpts;
  if (!changed || !lost) throw new Error('no excerpts');
  const evidence = [{ excerpt: changed, stance: 'supports' } as const];
  const { claim } = await app.run('claim.add', { statement: 'It costs 412 million.', evidence });
  const after = 'The plant would cost 430 million and open before the end of the year.';
  await app.run('source.import', { bytes: page(FILLER, FILLER, same, after), fileName: 'a.html', url });
  const { quotations } = await app.run('excerpt.changed', { source });
  expect(quotations.map(({ excerptId, change }) => [excerptId, change])).toEqual([
    [changed, 'changed'],
    [lost, 'vanished'],
  ]);
  const [first] = quotations;
  const words = first?.words.map((each) => [
    first.before.text.slice(each.before.start, each.before.end),
    first.after?.text.slice(each.after.start, each.after.end),
  ]);
  expect(words).toEqual([['412', '430']]);
  expect(first?.claims).toMatchObject([{ id: claim.id, stance: 'supports' }]);
  expect(await app.run('excerpt.changed', {})).toEqual({ quotations, left: 0 });
  const { items } = await app.run('excerpt.review', {});
  const before = new Map(items.map((item) => [item.excerpt.id, item.before]));
  expect([before.get(changed), before.get(lost)]).toEqual([costs, null]);
  const waiting = async () => (await app.run('notebook.info', {})).counts.toReview;
  expect(await waiting()).toBe(2);
  await app.run('excerpt.keep', { ids: [lost] });
  expect((await app.run('excerpt.changed', {})).quotations.map(({ isKept }) => isKept)).toEqual([
    false,
    true,
  ]);
  expect(await waiting()).toBe(1);
  await app.run('source.remove', { id: source });
  expect(await waiting()).toBe(0);
});

it.each([
  ['a b c', 'a b c', []],
  ['a b c', 'a c', [['b', '']]],
  ['a c', 'a b c', [['', 'b']]],
  [
    'a b c',
    'x b y',
    [
      ['a', 'x'],
      ['c', 'y'],
    ],
  ],
  ['', 'a b', [['', 'a b']]],
  ['a b', '', [['a b', '']]],
])('words of %j and %j differ by %j', (before, after, changes) => {
  const found = compareWords(before, after).map((each) => [
    before.slice(each.before.start, each.before.end),
    after.slice(each.after.start, each.after.end),
  ]);
  expect(found).toEqual(changes);
});

it('counts what waits without reading the highlights that stand', () => {
  const { notebook } = NotebookBuilder.temporary();
  const plan = notebook.reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${TO_REVIEW}`);
  expect(plan.map(({ detail }) => detail).join('\n')).toContain('excerpt_review');
});
