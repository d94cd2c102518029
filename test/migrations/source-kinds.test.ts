/** Migration 30 makes the table of sources anew: on a notebook that was filled at version 20, nothing else changes. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src-main/core/storage/connection.ts';
import { migrate, MIGRATIONS, openNotebook, SCHEMA_VERSION } from '../../src-main/core/storage/migrate.ts';
import { bytesOf, openTestEngine } from '../support/engine.ts';
import { tempNotebook } from '../support/temp.ts';

/** A notebook with a row in every table that can hold one at rest, made by commands. */
async function fillNotebook(): Promise<string> {
  const path = tempNotebook();
  const { run, engine } = openTestEngine(path);
  const url = 'https://example.org/strike';
  const { id } = await run('source.import', {
    bytes: bytesOf('The strike\nIt lasted for forty days.\nNobody had foreseen it.'),
    fileName: 'a.txt',
    url,
    tags: ['harbour'],
  });
  const { excerpt } = await run('excerpt.add', { source: id, quote: 'forty days', tags: ['duration'] });
  const { claim } = await run('claim.add', { statement: 'It lasted forty days.', tags: ['duration'] });
  await run('claim.attach', { id: claim.id, excerpt: excerpt.id, stance: 'supports' });
  await run('claim.verify', { id: claim.id, reason: 'Two witnesses.' });
  await run('note.add', { title: 'To do', body: 'Ask the port.', tags: ['harbour'] });
  await run('setting.set', { key: 'theme', value: 'dark' });
  await run('source.import', { bytes: bytesOf('# Gone\n\nRemoved by hand.'), fileName: 'b.md' });
  const { id: gone } = await run('source.import', { bytes: bytesOf('<p>Trash'), fileName: 'c.html' });
  await run('source.remove', { id: gone });
  await run('source.import', { bytes: bytesOf('The strike\nIt lasted for forty days.'), url });
  await engine.close();
  return path;
}

/** Rows of all tables but the list of migrations, as any SQLite client sees them. */
function readTables(path: string): ReadonlyMap<string, readonly unknown[]> {
  const database = new Database(path, { readonly: true });
  try {
    const names = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'migration' ORDER BY name")
      .pluck()
      .all() as string[];
    return new Map(names.map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]));
  } finally {
    database.close();
  }
}

/** Of the notebook itself; later versions have more. */
function columnsOf(database: Database.Database, table: string): string[] {
  return database
    .prepare("SELECT '\"' || name || '\"' FROM pragma_table_info(?, 'main')")
    .pluck()
    .all(table) as string[];
}

/** The same rows in a notebook of version 20, by the migrations that were there then. */
function copyToVersion20(filled: string): string {
  const path = tempNotebook();
  const connection = connect(path, { create: true });
  const { database } = connection;
  migrate(
    connection,
    MIGRATIONS.filter(({ number }) => number <= 20),
  );
  database.pragma('foreign_keys = OFF');
  database.prepare('ATTACH ? AS filled').run(filled);
  for (const table of readTables(path).keys()) {
    if (table === 'sqlite_sequence') continue;
    const columns = columnsOf(database, table).join(', ');
    database.exec(`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM filled."${table}"`);
  }
  connection.close();
  return path;
}

/** A notebook of version 20, and its rows as they were. */
async function oldNotebook(): Promise<{ path: string; before: ReadonlyMap<string, readonly unknown[]> }> {
  const path = copyToVersion20(await fillNotebook());
  return { path, before: readTables(path) };
}

describe('a notebook of version 20', () => {
  it('keeps every row of every table, and all references', async () => {
    const { path, before } = await oldNotebook();
    const empty = [...before].filter(([, rows]) => rows.length === 0).map(([name]) => name);
    expect(empty).toEqual(['emptying', 'search_segment']);
    const notebook = openNotebook(path, { create: false });
    expect(notebook.schemaVersion()).toBe(SCHEMA_VERSION);
    expect(notebook.reader.all('PRAGMA foreign_key_check')).toEqual([]);
    expect(notebook.reader.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(notebook.reader.all('SELECT DISTINCT "table" FROM pragma_foreign_key_list(\'version\')')).toEqual([
      { table: 'blob' },
      { table: 'source' },
    ]);
    notebook.close();
    const after = readTables(path);
    // Columns that came later stand beside them.
    for (const [name, rows] of before) {
      // SQLite's own, with a row for each table of later migrations that counts.
      if (name === 'sqlite_sequence') expect(after.get(name)).toEqual(expect.arrayContaining([...rows]));
      else expect([name, after.get(name)]).toMatchObject([name, rows]);
    }
  });

  it('undoes what was done before, and checks clean', async () => {
    const { path } = await oldNotebook();
    const { run } = openTestEngine(path);
    expect((await run('source.list', {})).sources).toHaveLength(2);
    expect((await run('history.undo', {})).undone.command).toBe('source.import');
    expect((await run('history.undo', {})).undone.command).toBe('source.remove');
    expect((await run('source.list', {})).sources).toHaveLength(3);
    expect(await run('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('takes the new kinds, and still none that is not known', async () => {
    const { path } = await oldNotebook();
    openNotebook(path, { create: false }).close();
    const database = new Database(path);
    for (const kind of ['mhtml', 'epub', 'docx', 'pdf', 'reference'])
      expect(database.prepare('UPDATE source SET kind = ?').run(kind).changes).toBe(3);
    expect(() => database.prepare('UPDATE source SET kind = ?').run('exe')).toThrow('CHECK');
    database.close();
  });
});
