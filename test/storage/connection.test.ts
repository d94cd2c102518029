import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DossierError } from '../../src-main/common/contract/errors.ts';
import { BUSY_TIMEOUT, APPLICATION_ID, connect } from '../../src-main/core/storage/connection.ts';
import { migrate, openNotebook, SCHEMA_VERSION } from '../../src-main/core/storage/migrate.ts';
import { tempFolder, tempNotebook } from '../support/temp.ts';

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof DossierError ? error.code : String(error);
  }
  return 'no error';
}

function newNotebook(): string {
  const path = tempNotebook();
  openNotebook(path, { create: true }).close();
  return path;
}

describe('a new notebook', () => {
  it('is made with its folders, and has every pragma that was asked for', () => {
    const connection = connect(join(tempFolder(), 'a/b/c.dossier'), { create: true });
    const read = (pragma: string): unknown => connection.database.pragma(pragma, { simple: true });
    expect(read('application_id')).toBe(APPLICATION_ID);
    expect(read('journal_mode')).toBe('wal');
    expect(read('synchronous')).toBe(2);
    expect(read('foreign_keys')).toBe(1);
    connection.close();
  });

  it('is at the newest schema', () => {
    const notebook = openNotebook(newNotebook(), { create: false });
    expect(notebook.schemaVersion()).toBe(SCHEMA_VERSION);
    notebook.close();
  });
});

describe('a file that cannot be opened', () => {
  it('is refused when it is missing', () => {
    const path = tempNotebook();
    expect(codeOf(() => openNotebook(path, { create: false }))).toBe('notebook-missing');
    expect(existsSync(path)).toBe(false);
  });

  it('is refused when it is not SQLite, and left as it was', () => {
    const path = tempNotebook();
    writeFileSync(path, 'Dear diary, this is not a database at all.');
    expect(codeOf(() => openNotebook(path, { create: true }))).toBe('notebook-foreign');
    expect(readFileSync(path, 'utf8')).toBe('Dear diary, this is not a database at all.');
  });

  it('is refused when it is another program’s SQLite, and left as it was', () => {
    const path = tempNotebook();
    const other = new Database(path);
    other.exec('CREATE TABLE t (a)');
    other.close();
    const before = readFileSync(path);
    expect(codeOf(() => openNotebook(path, { create: true }))).toBe('notebook-foreign');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused when it is empty and none is to be made, and left as it was', () => {
    const path = tempNotebook();
    writeFileSync(path, '');
    expect(codeOf(() => openNotebook(path, { create: false }))).toBe('notebook-foreign');
    expect(readFileSync(path)).toHaveLength(0);
    openNotebook(path, { create: true }).close();
    expect(readFileSync(path).length).toBeGreaterThan(0);
  });

  it('is refused when something has emptied it, and its log is kept', () => {
    const path = tempNotebook();
    writeFileSync(path, '');
    writeFileSync(`${path}-wal`, 'what was written last');
    expect(codeOf(() => openNotebook(path, { create: true }))).toBe('notebook-damaged');
    expect(readFileSync(`${path}-wal`, 'utf8')).toBe('what was written last');
  });

  it('is refused when it is a folder', () => {
    const path = join(tempFolder(), 'folder.dossier');
    mkdirSync(path);
    expect(codeOf(() => openNotebook(path, { create: true }))).toMatch(/^notebook-(?:foreign|missing)$/);
  });

  it('is refused when its pages are damaged', () => {
    const path = newNotebook();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 200, 4096);
    writeFileSync(path, bytes);
    expect(codeOf(() => openNotebook(path, { create: false }))).toBe('notebook-damaged');
  });

  it('is refused when a newer app made it, byte for byte untouched', () => {
    const path = newNotebook();
    const database = new Database(path);
    database.pragma(`user_version = ${SCHEMA_VERSION + 10}`);
    database.pragma('journal_mode = DELETE');
    database.close();
    const hash = (): string => createHash('sha256').update(readFileSync(path)).digest('hex');
    const before = hash();
    expect(codeOf(() => openNotebook(path, { create: true }))).toBe('notebook-newer');
    expect(hash()).toBe(before);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('waits for a lock once, not once to look and once to open', { timeout: 15_000 }, () => {
    const path = newNotebook();
    const other = new Database(path);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec("BEGIN IMMEDIATE; INSERT INTO setting (key, value) VALUES ('a', '1')");
    const start = performance.now();
    expect(codeOf(() => openNotebook(path, { create: false }))).toBe('notebook-locked');
    expect(performance.now() - start).toBeLessThan(1.8 * BUSY_TIMEOUT);
    other.close();
  });
});

describe('a migration', () => {
  it('that fails leaves the notebook at the version before', () => {
    const connection = connect(tempNotebook(), { create: true });
    const good = { number: 10, name: '0010-good.sql', sql: 'CREATE TABLE a (b TEXT) STRICT;' };
    const bad = { number: 20, name: '0020-bad.sql', sql: 'CREATE TABLE c (d TEXT) STRICT; NONSENSE;' };
    expect(() => {
      migrate(connection, [good, bad]);
    }).toThrow();
    expect(connection.schemaVersion()).toBe(10);
    expect(connection.reader.all("SELECT 1 FROM sqlite_schema WHERE name = 'c'")).toEqual([]);
    connection.close();
  });

  it('that leaves a broken foreign key is refused whole', () => {
    const connection = connect(tempNotebook(), { create: true });
    const sql = `CREATE TABLE p (id TEXT PRIMARY KEY) STRICT;
      CREATE TABLE q (p TEXT REFERENCES p (id)) STRICT; INSERT INTO q VALUES ('nobody');`;
    expect(
      codeOf(() => {
        migrate(connection, [{ number: 10, name: '0010-broken.sql', sql }]);
      }),
    ).toBe('notebook-damaged');
    expect(connection.schemaVersion()).toBe(0);
    connection.close();
  });

  it('that was changed after it was applied is noticed', () => {
    const connection = connect(tempNotebook(), { create: true });
    migrate(connection, [{ number: 10, name: '0010-a.sql', sql: 'CREATE TABLE a (b TEXT) STRICT;' }]);
    const changed = [{ number: 10, name: '0010-a.sql', sql: 'CREATE TABLE a (b INTEGER) STRICT;' }];
    expect(
      codeOf(() => {
        migrate(connection, changed);
      }),
    ).toBe('notebook-damaged');
    connection.close();
  });
});

describe('a transaction', () => {
  it('stores nothing when its work throws', () => {
    const notebook = openNotebook(newNotebook(), { create: false });
    expect(() =>
      notebook.transaction((writer) => {
        writer.run("INSERT INTO setting (key, value) VALUES ('a', '1')");
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(notebook.reader.all('SELECT * FROM setting')).toEqual([]);
    notebook.close();
  });

  it('answers notebook-locked while another process writes', { timeout: 15_000 }, () => {
    const path = newNotebook();
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const connection = connect(path, { create: false });
    connection.database.pragma('busy_timeout = 20');
    expect(codeOf(() => connection.transaction((writer) => writer.run('DELETE FROM setting')))).toBe(
      'notebook-locked',
    );
    other.exec('ROLLBACK');
    other.close();
    connection.close();
  });
});
