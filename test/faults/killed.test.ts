/** What was acknowledged is there after the process was killed or told to quit in the middle of writing. */
import { describe, expect, it } from 'vitest';
import { openNotebook } from '../../src-main/core/storage/migrate.ts';
import { newestChange, readIndexState } from '../../src-main/core/storage/search-store.ts';
import { openTestEngine } from '../support/engine.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';
import { tempNotebook } from '../support/temp.ts';

/** Writes claims until the process is gone, and tells it to go after `count` answers. */
async function writeUntil(app: ServedApp, count: number, signal: NodeJS.Signals): Promise<string[]> {
  const acknowledged: string[] = [];
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let index = 0; index < 10_000; index++) {
      const statement = `Claim ${writer}-${index}`;
      try {
        const result = await app.client.call('claim.add', { statement, tags: ['written'] });
        if (!result.ok) return;
      } catch {
        // The connection broke in the middle of a call: that one was not acknowledged.
        return;
      }
      acknowledged.push(statement);
      if (acknowledged.length === count) app.process.kill(signal);
    }
  });
  await Promise.all(writers);
  return acknowledged;
}

function indexedUpTo(path: string): boolean {
  const notebook = openNotebook(path, { create: false, readOnly: true });
  try {
    return readIndexState(notebook.reader)?.seq === newestChange(notebook.reader);
  } finally {
    notebook.close();
  }
}

describe.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'a process ended by %s while it writes',
  (signal) => {
    it('has lost nothing that it acknowledged, and the notebook is sound', { timeout: 60_000 }, async () => {
      const path = tempNotebook();
      const app = await serveApp({ notebook: path });
      const acknowledged = await writeUntil(app, 60, signal);
      await app.stop(signal);
      expect(acknowledged.length).toBeGreaterThanOrEqual(60);

      const again = openTestEngine(path);
      const { claims } = await again.run('claim.list', {});
      const kept = new Set(claims.map(({ statement }) => statement));
      expect(acknowledged.filter((statement) => !kept.has(statement))).toEqual([]);
      // Each was one transaction: none is there without its tag or its row in the change log.
      expect(claims.every(({ tags }) => tags.includes('written'))).toBe(true);
      expect(await again.run('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
      // The index was written in the same transactions: it holds each of them, and nothing has to be added.
      expect(indexedUpTo(path)).toBe(true);
      expect((await again.run('search.query', { query: 'claim' })).total).toBe(claims.length);
    });
  },
);
