import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src-main/common/contract/commands.ts';
import type { ClaimId, ExcerptId } from '../../../src-main/common/contract/entities.ts';
import type { ClaimSort } from '../../../src-main/common/contract/ledger.ts';
import { LAST_VERDICTS } from '../../../src-main/core/storage/claim-rows.ts';
import { CLAIMS_OF, LEDGER_ROWS } from '../../../src-main/core/storage/known-ledger.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';
import { NotebookBuilder } from '../../support/notebook-builder.ts';

describe('rows of the ledger', () => {
  it('are filtered, sorted and cut, and counted over all pages', async () => {
    const app = openTestEngine();
    for (const [statement, tag] of [
      ['banana', 'fruit'],
      ['Apple', 'fruit'],
      ['carrot', 'root'],
    ] as const) {
      await app.run('claim.add', { statement, tags: [tag] });
    }
    const ask = async (input: Parameters<typeof app.run<'claim.summaries'>>[1]) => {
      const { total, claims } = await app.run('claim.summaries', input);
      return [total, claims.map(({ statement }) => statement)];
    };
    expect(await ask({})).toEqual([3, ['carrot', 'Apple', 'banana']]);
    expect(await ask({ sort: 'statement' })).toEqual([3, ['Apple', 'banana', 'carrot']]);
    expect(await ask({ sort: 'statement', descending: true, limit: 1 })).toEqual([3, ['carrot']]);
    expect(await ask({ sort: 'statement', limit: 1, offset: 1 })).toEqual([3, ['banana']]);
    expect(await ask({ tag: 'fruit', sort: 'created', descending: false })).toEqual([2, ['banana', 'Apple']]);
    expect(await ask({ text: 'APP' })).toEqual([1, ['Apple']]);
    expect(await ask({ status: 'verified' })).toEqual([0, []]);
  });

  it('carry no evidence', async () => {
    const app = openTestEngine();
    await app.run('claim.add', { statement: 'x' });
    const [row] = (await app.run('claim.summaries', {})).claims;
    expect(row).toMatchObject({ evidence: 0, sources: 0, origins: 0 });
    expect(row).not.toHaveProperty('history');
  });
});

async function highlight(app: TestEngine, name: string, quote: string): Promise<ExcerptId> {
  const { id } = await app.run('source.import', {
    bytes: bytesOf(`${name}\n${quote}.`),
    fileName: `${name}.txt`,
  });
  return (await app.run('excerpt.add', { source: id, quote })).excerpt.id;
}

/** Claims named by what is shaky about them, and one that is not. */
async function shaky(app: TestEngine): Promise<Record<string, ClaimId>> {
  const [a, b, c] = [
    await highlight(app, 'a', 'the first says so'),
    await highlight(app, 'b', 'the second says it'),
    await highlight(app, 'c', 'the third says so too'),
  ];
  const add = async (statement: string, evidence: Input<'claim.add'>['evidence'], tags: string[] = []) =>
    (await app.run('claim.add', { statement, evidence, tags })).claim.id;
  const wire = (excerpt: ExcerptId) => ({ excerpt, stance: 'supports' as const, origin: 'Nordet' });
  return {
    'one-origin': await add('one origin', [wire(a), { ...wire(b), origin: ' NORDET ' }], ['cost']),
    'one-source': await add('one source', [wire(a)], ['cost', 'port']),
    contradicted: await add('contradicted', [
      { excerpt: a, stance: 'supports' },
      { excerpt: b, stance: 'disputes' },
    ]),
    sound: await add('sound', [wire(a), { excerpt: c, stance: 'supports' }]),
    bare: await add('bare', [{ excerpt: a, stance: 'mentions' }]),
  };
}

describe('what is shaky', () => {
  it('is told of each claim, counted, and chosen by', async () => {
    const app = openTestEngine();
    const ids = await shaky(app);
    for (const doubt of ['one-origin', 'one-source', 'contradicted'] as const) {
      const { claims } = await app.run('claim.summaries', { doubt });
      expect(claims.map(({ id }) => id)).toEqual([ids[doubt]]);
    }
    const counts = await app.run('claim.counts', {});
    expect(counts).toMatchObject({
      total: 5,
      all: 5,
      doubts: { 'one-origin': 1, 'one-source': 1, contradicted: 1, changed: 0 },
      tags: [
        { tag: 'cost', count: 2 },
        { tag: 'port', count: 1 },
      ],
    });
    const [row] = (await app.run('claim.summaries', { claims: [ids['contradicted']!] })).claims;
    expect(row).toMatchObject({ supports: 1, disputes: 1, mentions: 0, sources: 2, origins: 2, evidence: 2 });
  });

  it('changes with passages that go to the trash and come back', async () => {
    const app = openTestEngine();
    const ids = await shaky(app);
    const of = async (id: ClaimId | undefined) =>
      (await app.run('claim.summaries', { claims: [id!] })).claims[0];
    expect(await of(ids['sound'])).toMatchObject({ sources: 2, origins: 2 });
    const { sources } = await app.run('source.list', {});
    await app.run('source.remove', { id: sources.find(({ title }) => title === 'c')!.id });
    expect(await of(ids['sound'])).toMatchObject({ sources: 1, origins: 1 });
    await app.run('history.undo', {});
    expect(await of(ids['sound'])).toMatchObject({ sources: 2, origins: 2 });
  });
});

describe('counts of choices', () => {
  it('apply all conditions but their own, and a tag counts for those above it', async () => {
    const app = openTestEngine();
    const ids = await shaky(app);
    await app.run('tag.add', { name: 'money' });
    await app.run('tag.move', { tag: 'cost', parent: 'money' });
    await app.run('claim.verify', { id: ids['one-origin']!, reason: 'Two agree.' });
    await app.run('claim.recheck', { id: ids['one-source']!, by: '2026-04-01' });
    await app.run('claim.supersede', { id: ids['bare']!, by: ids['sound']! });
    const counts = await app.run('claim.counts', { tag: 'money', status: 'verified', today: '2026-05-01' });
    expect(counts.total).toBe(1);
    expect(counts.all).toBe(2);
    expect(counts.statuses).toEqual({ unreviewed: 1, verified: 1, disputed: 0 });
    expect(counts.tags).toEqual([
      { tag: 'cost', count: 1 },
      { tag: 'money', count: 1 },
    ]);
    expect(await app.run('claim.counts', { today: '2026-05-01' })).toMatchObject({ due: 1, superseded: 1 });
    expect(await app.run('claim.counts', { today: '2026-03-31' })).toMatchObject({ due: 0 });
    const chosen = async (input: Input<'claim.summaries'>) =>
      (await app.run('claim.summaries', input)).claims.map(({ id }) => id);
    expect(await chosen({ superseded: true })).toEqual([ids['bare']]);
    expect(await chosen({ supersededBy: ids['sound']! })).toEqual([ids['bare']]);
    await app.run('claim.remove', { id: ids['sound']! });
    expect(await chosen({ superseded: true })).toEqual([]);
  });
});

describe('the order', () => {
  it('goes by documents, origins, the last activity and days, those without a day last either way', async () => {
    const app = openTestEngine();
    const ids = await shaky(app);
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    const by = async (sort: ClaimSort, descending?: boolean) => {
      const { ids: order } = await app.run('claim.summaries', { sort, descending, ids: true, limit: 1 });
      return order?.map((id) => names.get(id));
    };
    expect(await by('documents')).toEqual(['sound', 'contradicted', 'one-origin', 'one-source', 'bare']);
    expect((await by('origins'))?.slice(0, 2)).toEqual(['sound', 'contradicted']);
    await app.run('claim.verify', { id: ids['bare']!, reason: 'Said so.' });
    expect((await by('activity'))?.[0]).toBe('bare');
    await app.run('claim.recheck', { id: ids['one-source']!, by: '2026-04-01' });
    expect((await by('recheck'))?.[0]).toBe('one-source');
    expect((await by('recheck', true))?.[0]).toBe('one-source');
  });

  it('puts claims under their first tag, the largest group first and untagged ones last', async () => {
    const app = openTestEngine();
    for (const tags of [['port'], [], ['cost', 'port'], ['cost']]) {
      await app.run('claim.add', { statement: tags.join(' ') || 'none', tags });
    }
    const { groups, claims } = await app.run('claim.summaries', { grouped: true });
    expect(groups).toEqual([
      { tag: 'cost', count: 2 },
      { tag: 'port', count: 1 },
      { tag: null, count: 1 },
    ]);
    expect(claims.map(({ statement }) => statement)).toEqual(['cost', 'cost port', 'port', 'none']);
  });

  it('does not look at accents', async () => {
    const app = openTestEngine();
    for (const statement of ['Zone', 'Été', 'eau']) await app.run('claim.add', { statement });
    const { claims } = await app.run('claim.summaries', { sort: 'statement' });
    expect(claims.map(({ statement }) => statement)).toEqual(['eau', 'Été', 'Zone']);
  });
});

describe('the last verdict', () => {
  it('stands in its row with who gave it, and is the one of that day', async () => {
    const app = openTestEngine();
    const { id } = (await app.run('claim.add', { statement: 'x' })).claim;
    const first = (await app.run('claim.verify', { id, reason: 'Two agree.' })).claim.history[0]!;
    await app.run('setting.set', { key: 'author', value: 'Ada' });
    await app.run('claim.dispute', { id, reason: 'y'.repeat(5000) });
    const [now] = (await app.run('claim.summaries', {})).claims;
    expect(now?.verdict).toMatchObject({ status: 'disputed', by: 'Ada' });
    expect(now?.verdict?.reason.length).toBeLessThan(1000);
    const [then] = (await app.run('claim.summaries', { asOf: first.at })).claims;
    expect(then).toMatchObject({ status: 'verified', verdict: first });
  });
});

describe('origins', () => {
  it('are told in their most frequent spelling, the most frequent first', async () => {
    const app = openTestEngine();
    const ids = await shaky(app);
    expect((await app.run('claim.origins', {})).origins).toEqual(['Nordet']);
    await app.run('claim.remove', { id: ids['one-source']! });
    expect((await app.run('claim.origins', {})).origins).toHaveLength(1);
  });
});

describe('several claims', () => {
  it('are tagged, dated and removed in one step each, or not at all', async () => {
    const app = openTestEngine();
    const { one, two } = { one: await added(app, 'One.'), two: await added(app, 'Two.') };
    expect(await app.run('claims.tag', { ids: [one, two], tags: ['cost'] })).toEqual({ changed: 2 });
    expect(await app.run('claims.tag', { ids: [one, two], tags: ['cost'] })).toEqual({ changed: 0 });
    await app.run('claims.recheck', { ids: [one, two, one], by: '2026-04-01' });
    expect((await app.run('claim.due', { by: '2026-04-01' })).total).toBe(2);
    expect(await app.codeOf('claims.recheck', { ids: [one], by: '2026-02-30' })).toBe('invalid');
    expect(await app.codeOf('claims.remove', { ids: [one, 'no' as ClaimId] })).toBe('not-found');
    await app.run('claims.remove', { ids: [one, two] });
    expect((await app.run('claim.summaries', {})).total).toBe(0);
    expect((await app.run('history.next', {})).undo).toMatchObject({ subject: '× 2' });
    await app.run('history.undo', {});
    expect((await app.run('claim.summaries', {})).total).toBe(2);
    await app.run('history.undo', {});
    expect((await app.run('claim.due', { by: '2026-04-01' })).total).toBe(0);
  });
});

const added = async (app: TestEngine, statement: string): Promise<ClaimId> =>
  (await app.run('claim.add', { statement })).claim.id;

describe('the plans of its queries', () => {
  const planOf = (sql: string, values: readonly (string | number)[]): string => {
    const { notebook } = NotebookBuilder.temporary();
    return notebook.reader
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values)
      .map(({ detail }) => detail)
      .join('\n');
  };

  it.each(Object.entries({ ...LEDGER_ROWS.some, ...CLAIMS_OF }))(
    'read %s of some claims alone by an index',
    (_name, sql) => {
      expect(planOf(sql, ['["a"]'])).not.toMatch(
        /SCAN (?:claim|claim_tag|verdict|evidence|excerpt|source)\b/,
      );
    },
  );

  it('read the last verdicts of one page by the index of verdicts', () => {
    const plan = planOf(LAST_VERDICTS, [5, '["a"]']);
    expect(plan).not.toMatch(/SCAN (?:verdict|last)\b/);
    expect(plan).toMatch(/SEARCH last USING (?:COVERING )?INDEX verdict_claim/);
  });
});
