/** A notebook that takes no writing is read all the same, and says so to whoever writes. */
import { chmodSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../src-main/common/contract/client.ts';
import { createEngine } from '../../src-main/core/engine.ts';
import { openNotebook } from '../../src-main/core/storage/migrate.ts';
import { callers, createCallIds, openTestEngine, testPorts, type TestEngine } from '../support/engine.ts';
import { asOrdinaryUser, hasPermissions } from '../support/ordinary-user.ts';

async function makeNotebook(): Promise<string> {
  const { run, engine, path } = openTestEngine();
  await run('claim.add', { statement: 'The plant costs 412 million.' });
  await engine.close();
  return path;
}

/** @returns the notebook's path; permissions are given back when the test ends */
async function lock(modes: { readonly file: number; readonly folder: number }): Promise<string> {
  const path = await makeNotebook();
  chmodSync(path, modes.file);
  chmodSync(dirname(path), modes.folder);
  onTestFinished(() => {
    chmodSync(dirname(path), 0o700);
  });
  return path;
}

async function withEngine(path: string, work: (app: Pick<TestEngine, 'run' | 'codeOf'>) => Promise<void>) {
  const engine = createEngine({ path, create: false }, testPorts());
  const capabilities = { host: 'process', platform: 'test', can: [] } as const;
  try {
    await work(callers(createClient({ ...engine, capabilities }, createCallIds())));
  } finally {
    await engine.close();
  }
}

describe.runIf(hasPermissions)('a notebook that takes no writing', () => {
  it.each([
    ['because of its file', { file: 0o444, folder: 0o777 }],
    ['because of its folder', { file: 0o666, folder: 0o555 }],
    ['because of both', { file: 0o444, folder: 0o555 }],
  ])('is read and searched, and refuses changes by name: %s', async (_why, modes) => {
    const path = await lock(modes);
    const before = readdirSync(dirname(path));
    await asOrdinaryUser(() =>
      withEngine(path, async ({ run, codeOf }) => {
        expect((await run('notebook.info', {})).readOnly).toBe(true);
        expect((await run('claim.list', {})).claims).toHaveLength(1);
        expect((await run('search.query', { query: 'plant' })).total).toBe(1);
        expect(await run('notebook.check', {})).toMatchObject({ ok: true });
        expect(await codeOf('claim.add', { statement: 'Another.' })).toBe('notebook-read-only');
        expect(await codeOf('history.undo', {})).toBe('notebook-read-only');
      }),
    );
    if (modes.folder === 0o555) expect(readdirSync(dirname(path))).toEqual(before);
  });

  it('is refused where it would have to be migrated first', async () => {
    const path = await makeNotebook();
    const database = new Database(path);
    database.pragma('user_version = 0');
    database.close();
    expect(() => openNotebook(path, { create: false, readOnly: true })).toThrow(
      expect.objectContaining({ code: 'notebook-read-only' }),
    );
  });

  it('is not read from a file whose log cannot be read with it', async () => {
    const path = await makeNotebook();
    const writer = new Database(path);
    onTestFinished(() => {
      writer.close();
    });
    writer.exec("INSERT INTO setting (key, value) VALUES ('a', '1')");
    chmodSync(path, 0o444);
    chmodSync(`${path}-shm`, 0o000);
    chmodSync(dirname(path), 0o555);
    onTestFinished(() => {
      chmodSync(dirname(path), 0o700);
    });
    await asOrdinaryUser(() => {
      expect(() => openNotebook(path, { create: false })).toThrow(
        expect.objectContaining({ name: 'DossierError' }),
      );
    });
  });
});

describe('a notebook that another process is writing', () => {
  it('is still opened for writing', async () => {
    const path = await makeNotebook();
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const notebook = openNotebook(path, { create: false });
    expect(notebook.readOnly).toBe(false);
    notebook.close();
    other.exec('ROLLBACK');
    other.close();
  });
});
