import { beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId, ExcerptId } from '../../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';

let app: TestEngine;
let claim: ClaimId;

const add = async (statement: string): Promise<ClaimId> =>
  (await app.run('claim.add', { statement })).claim.id;
const get = async (id: ClaimId, asOf?: string) => (await app.run('claim.get', { id, asOf })).claim;

beforeEach(async () => {
  app = openTestEngine();
  claim = await add('The plant costs 412 million.');
});

async function highlight(name: string, quote: string): Promise<ExcerptId> {
  const { id } = await app.run('source.import', {
    bytes: bytesOf(`${name}\n${quote}.`),
    fileName: `${name}.txt`,
  });
  return (await app.run('excerpt.add', { source: id, quote })).excerpt.id;
}

describe('by whom', () => {
  it('is kept with each verdict from when the name was given, and not before', async () => {
    await app.run('claim.verify', { id: claim, reason: 'Two agree.' });
    await app.run('setting.set', { key: 'author', value: '  Ada   Moss ' });
    await app.run('claim.dispute', { id: claim, reason: 'A third differs.' });
    expect((await get(claim)).history.map(({ by }) => by)).toEqual([undefined, 'Ada Moss']);
  });

  it.each([null, 7, '', '  ', ['x']])('is nobody where the setting is %j', async (value) => {
    await app.run('setting.set', { key: 'author', value });
    await app.run('claim.verify', { id: claim, reason: 'Two agree.' });
    expect((await get(claim)).history[0]).not.toHaveProperty('by');
  });
});

describe('as of', () => {
  it('an earlier moment, verdicts and evidence are those of then', async () => {
    const one = await highlight('one', 'the first says so');
    await app.run('claim.attach', { id: claim, excerpt: one, stance: 'supports' });
    const { claim: verified } = await app.run('claim.verify', { id: claim, reason: 'One says so.' });
    const then = verified.history[0]?.at ?? '';
    await app.run('claim.attach', {
      id: claim,
      excerpt: await highlight('two', 'the second differs'),
      stance: 'disputes',
    });
    await app.run('claim.detach', { id: claim, excerpt: one });
    await app.run('claim.dispute', { id: claim, reason: 'Another differs.' });
    const past = await get(claim, then);
    expect(past.status).toBe('verified');
    expect(past.history).toHaveLength(1);
    expect(past.evidence.map(({ stance }) => stance)).toEqual(['supports']);
    expect((await get(claim)).evidence.map(({ stance }) => stance)).toEqual(['disputes']);
    for (const name of ['claim.list', 'claim.summaries'] as const) {
      expect((await app.run(name, { asOf: then })).claims).toMatchObject([
        { status: 'verified', sources: 1 },
      ]);
      expect((await app.run(name, { asOf: then, status: 'disputed' })).claims).toEqual([]);
      expect((await app.run(name, { status: 'disputed' })).claims).toHaveLength(1);
    }
  });

  it('a day before it was written, a claim is not there', async () => {
    expect((await app.run('claim.list', { asOf: '2026-02-28' })).claims).toEqual([]);
    expect((await app.run('claim.list', { asOf: '2026-03-01' })).claims).toHaveLength(1);
    expect(await app.codeOf('claim.get', { id: claim, asOf: '2026-02-28' })).toBe('not-found');
  });

  it.each(['yesterday', '2026-02-30', '2026-13-01', ''])('%j is refused', async (asOf) => {
    expect(await app.codeOf('claim.list', { asOf })).toBe('invalid');
  });
});

describe('a day to look again', () => {
  it('lists a claim from that day on, the most overdue first, and undo takes it back', async () => {
    const other = await add('The port opens in May.');
    await app.run('claim.recheck', { id: claim, by: '2026-05-01' });
    await app.run('claim.recheck', { id: other, by: '2026-04-01' });
    const due = async (by: string) => (await app.run('claim.due', { by })).claims.map(({ id }) => id);
    expect(await due('2026-03-31')).toEqual([]);
    expect(await due('2026-04-01')).toEqual([other]);
    expect(await due('2026-05-01')).toEqual([other, claim]);
    await app.run('history.undo', {});
    expect(await due('2026-05-01')).toEqual([claim]);
    await app.run('claim.recheck', { id: claim, by: null });
    expect((await app.run('claim.due', {})).claims).toEqual([]);
  });

  it('is one of the calendar', async () => {
    expect(await app.codeOf('claim.recheck', { id: claim, by: '2026-02-30' })).toBe('invalid');
  });
});

describe('a claim that another took the place of', () => {
  it('names it, unless that is in the trash; undo takes it back', async () => {
    const newer = await add('The plant costs 430 million.');
    expect((await app.run('claim.supersede', { id: claim, by: newer })).claim.supersededBy).toBe(newer);
    await app.run('claim.remove', { id: newer });
    expect(await get(claim)).not.toHaveProperty('supersededBy');
    await app.run('history.undo', {});
    expect((await get(claim)).supersededBy).toBe(newer);
    await app.run('history.undo', {});
    expect(await get(claim)).not.toHaveProperty('supersededBy');
  });

  it('is never in a circle, however long, and the refusal has words', async () => {
    const [second, third] = [await add('Two.'), await add('Three.')];
    await app.run('claim.supersede', { id: claim, by: second });
    await app.run('claim.supersede', { id: second, by: third });
    for (const [id, by] of [
      [claim, claim],
      [second, claim],
      [third, claim],
    ] as const) {
      const answer = await app.client.call('claim.supersede', { id, by });
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'invalid', details: { what: 'supersededBy' } },
      });
      if (!answer.ok) expect(answer.error.message).toContain('circle');
    }
  });
});

describe('a search that is kept', () => {
  it('says what was asked and how much was found then; undo and trash take it away', async () => {
    await highlight('one', 'the first says so');
    const { search } = await app.run('diligence.add', {
      claim,
      query: 'denial',
      language: 'en',
      note: 'No denial.',
    });
    expect(search).toMatchObject({
      claimId: claim,
      query: 'denial',
      filters: { language: 'en' },
      hits: 0,
      note: 'No denial.',
    });
    expect((await app.run('diligence.add', { claim, query: 'first' })).search.hits).toBeGreaterThan(0);
    await app.run('history.undo', {});
    expect((await app.run('diligence.list', { claim })).searches).toEqual([search]);
    await app.run('diligence.remove', { id: search.id });
    expect((await app.run('diligence.list', { claim })).searches).toEqual([]);
    await app.run('history.undo', {});
    expect((await app.run('diligence.list', { claim })).searches).toHaveLength(1);
  });

  it('needs words and a claim', async () => {
    expect(await app.codeOf('diligence.add', { claim, query: ' ' })).toBe('invalid');
    expect(await app.codeOf('diligence.add', { claim: 'nobody' as ClaimId, query: 'x' })).toBe('not-found');
  });
});
