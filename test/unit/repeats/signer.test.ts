import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Signer } from '../../../src-main/core/repeats/signer.ts';
import type { Notebook } from '../../../src-main/core/storage/connection.ts';
import { openNotebook } from '../../../src-main/core/storage/migrate.ts';
import { countSignatures } from '../../../src-main/core/storage/signatures.ts';
import { capture } from '../../support/capture-texts.ts';
import { openTestEngine } from '../../support/engine.ts';
import { writePdf } from '../../support/pdf-writer.ts';
import { tempNotebook } from '../../support/temp.ts';
import { TextMaker } from '../../support/text-families.ts';

/** A notebook of two sources that are nearly the same, and its raw rows. */
async function filled(): Promise<{ path: string; id: string; rows: () => unknown }> {
  const path = tempNotebook();
  const maker = new TextMaker(51);
  const { run, engine } = openTestEngine(path);
  const text = maker.article(300);
  const { id } = await capture(run, 'First', text);
  await capture(run, 'Second', `${maker.edited(text, 0.03)}\n\n${text.slice(0, 900)}`);
  await engine.close();
  const rows = (): unknown =>
    withRows(path, (database) => [
      database
        .prepare('SELECT version_id, words, repeated, scale, hashes FROM signature ORDER BY version_id')
        .all(),
      database
        .prepare(
          'SELECT hash, version_id FROM signature_hash JOIN signature ON number = signature ORDER BY 1, 2',
        )
        .all(),
    ]);
  return { path, id, rows };
}

function withRows<T>(path: string, work: (database: Database.Database) => T): T {
  const database = new Database(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function withNotebook<T>(path: string, work: (notebook: Notebook) => T): T {
  const notebook = openNotebook(path, { create: false });
  try {
    return work(notebook);
  } finally {
    notebook.close();
  }
}

/** A clock that says that each step takes as long as a slice: one version at a time. */
function slowClock(): () => number {
  let now = 0;
  return () => (now += 5);
}

describe('signatures', () => {
  it('are made for a notebook that has none, a slice at a time, and are those of a capture', async () => {
    const { path, rows } = await filled();
    const before = rows();
    withRows(path, (database) => database.exec('DELETE FROM signature_hash; DELETE FROM signature'));
    withNotebook(path, (notebook) => {
      const signer = new Signer(notebook, slowClock());
      expect(signer.tend()).toBe(true);
      // Whoever is ended here leaves what is done, and nothing by halves.
      expect([...signer.check(notebook.reader)].filter(Boolean)).toEqual([]);
      expect(countSignatures(notebook.reader)).toBe(1);
      while (signer.tend());
      expect(countSignatures(notebook.reader)).toBe(2);
    });
    expect(rows()).toEqual(before);
  });

  it('of a scan, whose pages have names and no words, are those that a check makes', async () => {
    const { run } = openTestEngine();
    const nothing = { texts: [] };
    await run('source.import', { bytes: writePdf([nothing, nothing]), fileName: 'scan.pdf' });
    expect((await run('notebook.check', { repair: false })).problems).toEqual([]);
  });

  it('of another format are made anew', async () => {
    const { path, rows } = await filled();
    const before = rows();
    withRows(path, (database) => database.exec("UPDATE signature SET format = 0, hashes = x'00000000'"));
    withNotebook(path, (notebook) => {
      const signer = new Signer(notebook);
      while (signer.tend());
    });
    expect((rows() as unknown[])[0]).toEqual((before as unknown[])[0]);
  });

  it.each([
    ['changed', "UPDATE signature SET hashes = x'01020304' WHERE rowid = 1"],
    ['of another share', 'UPDATE signature SET repeated = 1 WHERE rowid = 1'],
    ['without a hash', 'DELETE FROM signature_hash WHERE signature = 1'],
    ['with a hash too many', 'INSERT INTO signature_hash VALUES (7, 1)'],
  ])('that are %s are told by check, and made anew by repair', async (_what, sql) => {
    const { path, id, rows } = await filled();
    const before = rows();
    withRows(path, (database) => database.exec(sql));
    const { run, engine } = openTestEngine(path);
    const problems = async (repair: boolean) => (await run('notebook.check', { repair })).problems;
    expect((await problems(false)).map(({ code }) => code)).toContain('index');
    expect((await problems(true)).every(({ repaired }) => repaired)).toBe(true);
    expect(await problems(false)).toEqual([]);
    expect((await run('source.get', { id: id as never })).source.near).toHaveLength(1);
    await engine.close();
    expect(rows()).toEqual(before);
  });
});
