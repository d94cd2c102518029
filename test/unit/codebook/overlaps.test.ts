import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';

let app: TestEngine;
let source: SourceId;

const TEXT = 'Title\nAlpha beta gamma delta epsilon zeta eta theta.';

beforeEach(async () => {
  app = openTestEngine();
  source = (await app.run('source.import', { bytes: bytesOf(TEXT), fileName: 'a.txt', tags: ['press'] })).id;
});

async function mark(quote: string, ...tags: string[]): Promise<string> {
  return (await app.run('excerpt.add', { source, quote, tags })).excerpt.id;
}

describe('the overlaps of a tag', () => {
  it('tell the same excerpt, excerpts that share text, the same source, claim and note apart', async () => {
    await mark('Alpha beta', 'a', 'b');
    await mark('gamma delta', 'a');
    await mark('delta epsilon', 'c');
    await mark('zeta', 'd');
    await app.run('claim.add', { statement: 'S', tags: ['a', 'e'] });
    await app.run('note.add', { title: 'N', body: '', tags: ['a', 'e'] });
    const { overlaps } = await app.run('tag.overlaps', { tag: 'a' });
    const none = { excerpts: 0, overlapping: 0, sources: 0, claims: 0, notes: 0 };
    expect(overlaps.map(({ id: _id, color: _color, ...row }) => row)).toEqual([
      { ...none, name: 'b', excerpts: 1, sources: 1 },
      { ...none, name: 'c', overlapping: 1, sources: 1 },
      { ...none, name: 'e', claims: 1, notes: 1 },
      { ...none, name: 'd', sources: 1 },
      { ...none, name: 'press', sources: 1 },
    ]);
  });

  it('count what is below a tag for it, and leave out those above and below', async () => {
    await mark('Alpha beta', 'a', 'b');
    await app.run('tag.add', { name: 'top' });
    await app.run('tag.move', { tag: 'b', parent: 'top' });
    const names = async (tag: string) =>
      (await app.run('tag.overlaps', { tag })).overlaps.map(({ name, excerpts }) => [name, excerpts]);
    expect(await names('a')).toEqual([
      ['b', 1],
      ['top', 1],
      ['press', 0],
    ]);
    expect(await names('top')).toEqual([
      ['a', 1],
      ['press', 0],
    ]);
  });

  it('of two tags list the passages that they share, and only those', async () => {
    const both = await mark('Alpha beta', 'a', 'b');
    const first = await mark('gamma delta epsilon', 'a');
    const second = await mark('epsilon zeta', 'b');
    await mark('theta', 'b');
    const { shared } = await app.run('tag.overlaps', { tag: 'a', other: 'b' });
    expect(shared).toMatchObject({
      excerpts: 1,
      overlapping: 1,
      sources: 1,
      both: [{ id: source, title: 'Title' }],
    });
    expect(shared?.passages.map(({ excerpt, other, exact }) => ({ excerpt, other, exact }))).toEqual([
      { excerpt: both, other: null, exact: 'Alpha beta' },
      { excerpt: first, other: second, exact: 'epsilon' },
    ]);
    const text = (await app.run('source.get', { id: source })).source.text;
    for (const { start, end, exact } of shared?.passages ?? []) expect(text.slice(start, end)).toBe(exact);
  });

  it('forget what is in the trash', async () => {
    const excerpt = (await app.run('excerpt.add', { source, quote: 'zeta', tags: ['a', 'b'] })).excerpt.id;
    await app.run('excerpt.remove', { id: excerpt });
    expect((await app.run('tag.overlaps', { tag: 'a' })).overlaps).toEqual([]);
  });

  it('are found by a search for both', async () => {
    const both = await mark('Alpha beta', 'a', 'b');
    await mark('gamma', 'a');
    const { hits } = await app.run('search.query', { query: '+tag:a +tag:b' });
    expect(hits.map(({ id }) => id)).toEqual([both]);
  });
});

describe('the uses of a tag', () => {
  it('go on where the last page ended', async () => {
    for (const word of ['Alpha', 'beta', 'gamma']) await mark(word, 'press');
    const all = await app.run('tag.uses', { tag: 'press' });
    expect(all.uses.map(({ kind, label }) => [kind, label])).toEqual([
      ['source', 'Title'],
      ['excerpt', 'gamma'],
      ['excerpt', 'beta'],
      ['excerpt', 'Alpha'],
    ]);
    const pages = await Promise.all(
      [0, 1, 2, 3, 4].map((offset) => app.run('tag.uses', { tag: 'press', limit: 1, offset })),
    );
    expect(pages.flatMap(({ uses }) => uses)).toEqual(all.uses);
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4, 4, 4]);
  });
});
