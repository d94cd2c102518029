/** History is append-only by the schema: another SQLite client is refused too. */
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../support/engine.ts';

let app: TestEngine;
let foreign: Database.Database;

beforeEach(async () => {
  app = openTestEngine();
  const { claim } = await app.run('claim.add', { statement: 'The plant costs 412 million.' });
  await app.run('claim.verify', { id: claim.id, reason: 'Two documents agree.' });
  foreign = new Database(app.path);
  return () => foreign.close();
});

describe('another SQLite client', () => {
  it.each([
    ['changes a verdict', "UPDATE verdict SET status = 'disputed'"],
    ['changes a reason', "UPDATE verdict SET reason = 'because'"],
    ['says that another gave it', "UPDATE verdict SET author = 'Somebody'"],
    ['deletes a verdict', 'DELETE FROM verdict'],
    [
      'replaces a verdict',
      "INSERT OR REPLACE INTO verdict (seq, claim_id, status, reason, at) SELECT seq, claim_id, 'disputed', 'x', at FROM verdict",
    ],
    [
      'puts a verdict between others',
      "INSERT INTO verdict (seq, claim_id, status, reason, at) SELECT -1, claim_id, 'disputed', 'x', at FROM verdict",
    ],
    ['deletes the claim under it', 'DELETE FROM claim'],
    [
      'gives a verdict no reason',
      "INSERT INTO verdict (claim_id, status, reason, at) SELECT id, 'verified', ' ', 0 FROM claim",
    ],
    [
      'gives a verdict a nameless author',
      "INSERT INTO verdict (claim_id, status, reason, at, author) SELECT id, 'verified', 'x', 0, ' ' FROM claim",
    ],
    ['lets a claim supersede itself', 'UPDATE claim SET superseded_by = id'],
    ['changes a version', "UPDATE version SET text = 'x'"],
  ])('that %s is refused', async (_what, sql) => {
    foreign.pragma('foreign_keys = ON');
    if (sql.includes('version')) {
      await app.run('source.import', { bytes: new TextEncoder().encode('Title\nBody'), fileName: 'a.txt' });
    }
    const before = foreign.prepare('SELECT * FROM verdict').all();
    expect(() => foreign.exec(sql)).toThrow();
    expect(foreign.prepare('SELECT * FROM verdict').all()).toEqual(before);
  });
});
