/** SQLite's own full-text search, with its text; it neither stems nor finds misspellings. */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { PAGE, type BenchQuery, type Subject } from '../subject.ts';

const FILE = 'fts5.db';
const CREATE = `CREATE VIRTUAL TABLE passage USING fts5(id UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2')`;
const SEARCH = `SELECT id, bm25(passage) AS score FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ${PAGE}`;

const toMatch = ({ load, words }: BenchQuery): string =>
  words.map((word) => `"${word}"${load === 'prefix' ? '*' : ''}`).join(' AND ');

function open(folder: string): Database.Database {
  const database = new Database(join(folder, FILE));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return database;
}

export const fts5: Subject = {
  name: 'SQLite FTS5',
  loads: ['one', 'two', 'prefix', 'rare'],
  async build({ passages }, folder) {
    rmSync(join(folder, FILE), { force: true });
    const database = open(folder);
    database.exec(CREATE);
    const insert = database.prepare('INSERT INTO passage (id, text) VALUES (?, ?)');
    database.transaction(() => {
      for (const { id, text } of passages) insert.run(id, text);
    })();
    return Promise.resolve({
      save() {
        database.close();
        return statSync(join(folder, FILE)).size;
      },
    });
  },
  async load(folder) {
    const database = open(folder);
    const search = database.prepare(SEARCH);
    const insert = database.prepare('INSERT INTO passage (id, text) VALUES (?, ?)');
    const remove = database.prepare('DELETE FROM passage WHERE rowid = ?');
    return Promise.resolve({
      query: (query) => search.all(toMatch(query)).length,
      add: ({ id, text }) => String(insert.run(id, text).lastInsertRowid),
      remove: (id) => {
        remove.run(Number(id));
      },
      close: () => {
        database.close();
      },
    });
  },
};
