/** At rest, what was written is in the file itself. */
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { NotebookBuilder } from '../support/notebook-builder.ts';

/** Pages of the log that are not in the file yet. */
function pagesLeft(path: string): number {
  const database = new Database(path);
  const [found] = database.pragma('wal_checkpoint(NOOP)') as [{ log: number; checkpointed: number }];
  database.close();
  return found.log - found.checkpointed;
}

it('moves what was written into the file, also what a reader needed until now', () => {
  const builder = NotebookBuilder.temporary();
  const { notebook, path } = builder;
  builder.claim('Le cormoran vole.');
  expect(pagesLeft(path)).toBeGreaterThan(0);
  notebook.settle();
  expect(pagesLeft(path)).toBe(0);

  const reader = new Database(path, { readonly: true });
  onTestFinished(() => {
    reader.close();
  });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM claim').get();
  builder.claim('Le pélican pêche.');
  notebook.settle();
  expect(pagesLeft(path)).toBeGreaterThan(0);
  reader.exec('COMMIT');
  notebook.settle();
  expect(pagesLeft(path)).toBe(0);
});
