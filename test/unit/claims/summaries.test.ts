import { describe, expect, it } from 'vitest';
import { CLAIM_SORTS } from '../../../src-main/common/contract/ledger.ts';
import { countStatement, EVIDENCE_OF, summaryStatement } from '../../../src-main/core/storage/claim-rows.ts';
import { openTestEngine } from '../../support/engine.ts';
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

describe('the plans of its queries', () => {
  const planOf = (sql: string, values: readonly (string | number)[]): string => {
    const { notebook } = NotebookBuilder.temporary();
    return notebook.reader
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values)
      .map(({ detail }) => detail)
      .join('\n');
  };
  const plan = (make: typeof summaryStatement, query: Parameters<typeof summaryStatement>[1]): string => {
    const { sql, values } = make(NotebookBuilder.temporary().notebook.reader, query);
    return planOf(sql, values as readonly (string | number)[]);
  };

  it.each([
    [{ sort: 'created' }, 'claim_created'],
    [{ sort: 'updated' }, 'claim_updated'],
    [{ sort: 'created', status: 'disputed' }, 'claim_created'],
    [{ sort: 'recheck', dueBy: '2026-05-01' }, 'claim_recheck'],
  ] as const)('for %j go by the index %s', (query, index) => {
    expect(plan(summaryStatement, query)).toContain(index);
  });

  it.each([{ sort: 'created' }, { sort: 'updated' }, { sort: 'created', asOf: 5 }] as const)(
    'for %j sort nothing of the whole table',
    (query) => {
      const [choosing] = plan(summaryStatement, query).split('SCAN page');
      expect(choosing).not.toContain('TEMP B-TREE');
    },
  );

  it.each(CLAIM_SORTS)('by %s look a verdict up by its index, now and then', (sort) => {
    for (const asOf of [undefined, 5]) {
      const text = plan(summaryStatement, { sort, asOf });
      expect(text).toMatch(/SEARCH verdict USING (?:COVERING )?INDEX verdict_claim/);
      expect(text).not.toMatch(/SCAN (?:verdict|evidence|excerpt|source)\b/);
    }
  });

  it('count by an index', () => {
    expect(plan(countStatement, { status: 'verified' })).not.toMatch(/SCAN (?:verdict|evidence)\b/);
  });

  it('read the evidence of one page alone', () => {
    const text = planOf(EVIDENCE_OF, [5, '["a"]']);
    expect(text).not.toMatch(/SCAN (?:evidence|excerpt|source)\b/);
    expect(text).toContain('evidence USING');
  });
});
