import { beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId, ExcerptId } from '../../src-main/common/contract/entities.ts';
import { checkReason, checkStatement } from '../../src-main/core/claims/rules.ts';
import { countOrigins } from '../../src-main/core/storage/claims.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../support/engine.ts';

let app: TestEngine;
let excerpts: ExcerptId[];
let claim: ClaimId;

beforeEach(async () => {
  app = openTestEngine();
  excerpts = [];
  for (const [name, quote] of [
    ['a', 'the first says so'],
    ['b', 'the second says so too'],
    ['c', 'the third says otherwise'],
  ]) {
    const { id } = await app.run('source.import', {
      bytes: bytesOf(`Title ${name}\n${quote}.`),
      fileName: `${name}.txt`,
    });
    excerpts.push((await app.run('excerpt.add', { source: id, quote: quote ?? '' })).excerpt.id);
  }
  claim = (await app.run('claim.add', { statement: 'It is so.', tags: ['cost'] })).claim.id;
});

function excerptAt(index: number): ExcerptId {
  const id = excerpts[index];
  if (id === undefined) throw new Error(`no excerpt ${index}`);
  return id;
}

describe('a claim', () => {
  it('starts unreviewed, and each verdict with its reason is added to its history', async () => {
    await app.run('claim.verify', { id: claim, reason: 'Two agree.' });
    await app.run('claim.dispute', { id: claim, reason: 'A third differs.' });
    const { claim: now } = await app.run('claim.reopen', { id: claim, reason: 'Ask again.' });
    expect(now.status).toBe('unreviewed');
    expect(now.history.map(({ status, reason }) => [status, reason])).toEqual([
      ['verified', 'Two agree.'],
      ['disputed', 'A third differs.'],
      ['unreviewed', 'Ask again.'],
    ]);
  });

  it.each(['', '   ', '\n\t\u00A0'])('is not judged for the reason %j', async (reason) => {
    expect(await app.codeOf('claim.verify', { id: claim, reason })).toBe('invalid');
    expect((await app.run('claim.get', { id: claim })).claim.history).toEqual([]);
  });

  it.each(['', '  \n '])('is not made of the statement %j', async (statement) => {
    expect(await app.codeOf('claim.add', { statement })).toBe('invalid');
  });

  it('is not made of a megabyte', () => {
    expect(() => checkStatement('x'.repeat(1_000_000))).toThrow('too-large');
    expect(checkReason(' because ')).toBe('because');
  });

  it('counts documents and origins: one wire story is one origin', async () => {
    await app.run('claim.attach', { id: claim, excerpt: excerptAt(0), stance: 'supports', origin: 'Nordet' });
    await app.run('claim.attach', {
      id: claim,
      excerpt: excerptAt(1),
      stance: 'supports',
      origin: ' nordet ',
    });
    const { claim: now } = await app.run('claim.attach', {
      id: claim,
      excerpt: excerptAt(2),
      stance: 'disputes',
    });
    expect(now).toMatchObject({ sources: 3, origins: 2 });
  });

  it('refuses the same excerpt twice', async () => {
    await app.run('claim.attach', { id: claim, excerpt: excerptAt(0), stance: 'supports' });
    expect(await app.codeOf('claim.attach', { id: claim, excerpt: excerptAt(0), stance: 'disputes' })).toBe(
      'duplicate',
    );
  });

  it('takes an excerpt again after it was detached', async () => {
    await app.run('claim.attach', { id: claim, excerpt: excerptAt(0), stance: 'supports' });
    await app.run('claim.detach', { id: claim, excerpt: excerptAt(0) });
    const { claim: now } = await app.run('claim.attach', {
      id: claim,
      excerpt: excerptAt(0),
      stance: 'disputes',
    });
    expect(now.evidence.map(({ stance }) => stance)).toEqual(['disputes']);
  });

  it('does not show evidence whose source is in the trash, and shows it again when it is back', async () => {
    const { claim: with1 } = await app.run('claim.attach', {
      id: claim,
      excerpt: excerptAt(0),
      stance: 'supports',
    });
    const source = with1.evidence[0]?.sourceId;
    if (!source) throw new Error('no evidence');
    await app.run('source.remove', { id: source });
    expect((await app.run('claim.get', { id: claim })).claim.evidence).toEqual([]);
    await app.run('source.restore', { id: source });
    expect((await app.run('claim.get', { id: claim })).claim.evidence).toHaveLength(1);
  });

  it('is found by status and by tag, whatever the tag’s case', async () => {
    await app.run('claim.verify', { id: claim, reason: 'Yes.' });
    const found = async (query: object): Promise<number> =>
      (await app.run('claim.list', query)).claims.length;
    expect(await found({ status: 'verified' })).toBe(1);
    expect(await found({ status: 'disputed' })).toBe(0);
    expect(await found({ tag: 'COST' })).toBe(1);
    expect(await found({ tag: 'nothing' })).toBe(0);
  });

  it('that does not exist is named in the error', async () => {
    const result = await app.client.call('claim.verify', { id: 'nobody' as ClaimId, reason: 'x' });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'not-found', details: { what: 'claim', id: 'nobody' } },
    });
  });
});

describe('origins', () => {
  it('of passages that only mention do not count', () => {
    const evidence = [{ sourceId: 's', stance: 'mentions', origin: 'X' }] as unknown as Parameters<
      typeof countOrigins
    >[0];
    expect(countOrigins(evidence)).toEqual({ sources: 0, origins: 0 });
  });
});
