/** What `notebook.check` finds in a notebook that something else has damaged. */
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../src-main/common/contract/client.ts';
import type { DossierError } from '../../src-main/common/contract/errors.ts';
import { createEngine } from '../../src-main/core/engine.ts';
import { checkNotebook } from '../../src-main/core/notebook/check.ts';
import { openNotebook } from '../../src-main/core/storage/migrate.ts';
import { bytesOf, callers, createCallIds, openTestEngine, testPorts } from '../support/engine.ts';
import { makePng, toDataUri } from '../support/images.ts';
import { tempNotebook } from '../support/temp.ts';

const PARAGRAPHS = Array.from({ length: 400 }, (_none, at) => `Paragraph ${at} of a text that fills pages.`);

/** A closed notebook with one article over many pages and one highlight. */
async function soundNotebook(): Promise<string> {
  const path = tempNotebook();
  const engine = createEngine({ path, create: true }, testPorts());
  const capabilities = { host: 'process', platform: 'test', can: [] } as const;
  const { run } = callers(createClient({ ...engine, capabilities }, createCallIds()));
  const { id } = await run('source.import', { bytes: bytesOf(PARAGRAPHS.join('\n\n')), fileName: 'a.txt' });
  await run('excerpt.add', { source: id, quote: 'Paragraph 7 of a text' });
  await engine.close();
  return path;
}

async function changed(...statements: readonly string[]): Promise<string> {
  const path = await soundNotebook();
  const database = new Database(path);
  database.pragma('foreign_keys = OFF');
  for (const statement of statements) database.exec(statement);
  database.close();
  return path;
}

function problemsOf(path: string): readonly string[] {
  const notebook = openNotebook(path, { create: false });
  try {
    const found = [...checkNotebook(notebook.reader, path)].filter((problem) => problem !== null);
    return found.map(({ code, message }) => `${code}: ${message}`);
  } finally {
    notebook.close();
  }
}

/** Overwrites the first page of the b-tree of `table`. */
function breakTable(path: string, table: string): void {
  const database = new Database(path);
  const page = Number(
    database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table),
  );
  const size = Number(database.pragma('page_size', { simple: true }));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, (page - 1) * size, page * size);
  writeFileSync(path, bytes);
}

/** A closed notebook with one picture. */
async function illustratedNotebook(): Promise<string> {
  const path = tempNotebook();
  const { run, engine } = openTestEngine(path);
  const picture = toDataUri(makePng({ width: 60, height: 40 }));
  await run('source.import', {
    bytes: bytesOf(`<p>A map: <img alt="" src="${picture}">`),
    fileName: 'a.html',
  });
  await engine.close();
  return path;
}

describe('a check of pictures', () => {
  it('finds those that are changed, and those that nothing holds', async () => {
    const path = await illustratedNotebook();
    expect(problemsOf(path)).toEqual([]);
    const database = new Database(path);
    const sha256 = String(database.prepare('SELECT sha256 FROM version_image').pluck().get());
    database.prepare("UPDATE blob SET bytes = x'00' WHERE sha256 = ?").run(sha256);
    expect(problemsOf(path)).toEqual([`blob: original ${sha256} is not the bytes that were stored`]);
    database.pragma('foreign_keys = OFF');
    database.exec("DELETE FROM version_image; DELETE FROM blob WHERE media_type = 'image/png'");
    database.close();
    expect(problemsOf(path)).toEqual([expect.stringMatching(/^blob: 1 pictures of version .* are missing$/)]);
  });
});

describe('a check', () => {
  it('finds nothing in a sound notebook', async () => {
    expect(problemsOf(await soundNotebook())).toEqual([]);
  });

  it('names the highlight that no longer stands where it says', async () => {
    const path = await changed('UPDATE excerpt SET start_offset = start_offset + 1');
    expect(problemsOf(path)).toEqual([expect.stringMatching(/^anchor: excerpt \S{36} /)]);
  });

  it('counts the rows that refer to what is not there, once for each table', async () => {
    const path = await changed('DELETE FROM version');
    expect(problemsOf(path)).toContainEqual(
      expect.stringMatching(/^foreign-key: passage → version: .* \d{2,}$/),
    );
    expect(problemsOf(path).filter((each) => each.includes('passage →'))).toHaveLength(1);
    expect(problemsOf(path).join()).not.toContain('null');
  });

  it('misses a passage that was taken away, which search would never find again', async () => {
    for (const which of ['= 0', '= 3', '>= 0']) {
      const path = await changed(`DELETE FROM passage WHERE ordinal ${which}`);
      expect(problemsOf(path)).toEqual([expect.stringMatching(/^passage: passages of version .* missing$/)]);
    }
  });

  it('goes on where a page cannot be read, and says so', async () => {
    const path = await soundNotebook();
    breakTable(path, 'excerpt');
    const problems = problemsOf(path);
    expect(problems.every((each) => each.startsWith('integrity: '))).toBe(true);
    expect(problems).toContainEqual(expect.stringContaining('the highlights cannot be read to the end'));
  });
});

describe('a damaged page', () => {
  it('is the notebook’s damage for whoever reads it, never a bug', async () => {
    const path = await soundNotebook();
    breakTable(path, 'excerpt');
    const notebook = openNotebook(path, { create: false });
    for (const read of [
      () => notebook.reader.all('SELECT * FROM excerpt'),
      () => notebook.reader.get('SELECT * FROM excerpt'),
      () => [...notebook.reader.iterate('SELECT * FROM excerpt')],
    ]) {
      expect(codeOf(read)).toBe('notebook-damaged');
    }
    notebook.close();
  });

  it('in what is read at opening refuses the notebook', async () => {
    const path = await soundNotebook();
    breakTable(path, 'migration');
    expect(codeOf(() => openNotebook(path, { create: false }))).toBe('notebook-damaged');
  });
});

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return (error as DossierError).code;
  }
}
