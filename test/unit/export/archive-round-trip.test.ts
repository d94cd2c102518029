/** An archive is the notebook: what comes back is compared row by row, by another reader of SQLite and of ZIP. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { restoreNotebook } from '../../../src-main/worker/restore.ts';
import { Dice } from '../../support/dice.ts';
import { openTestEngine, type TestEngine } from '../../support/engine.ts';
import { fillRandomly } from '../../support/random-notebook.ts';
import { tempFolder } from '../../support/temp.ts';

/** 200 for the whole promise; a few for every day. */
const NOTEBOOKS = Number(process.env['DOSSIER_NOTEBOOKS'] ?? 12);

const DERIVED = /^(?:sqlite_|search_|signature)/;

function readAll(path: string): Record<string, unknown[]> {
  const database = new Database(path, { readonly: true });
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    return Object.fromEntries(
      (tables as string[])
        .filter((name) => !DERIVED.test(name))
        .map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).all().map(plain)]),
    );
  } finally {
    database.close();
  }
}

/** Bytes unpacked, as their hash. */
function plain(row: unknown): unknown {
  const { encoding, bytes, ...rest } = row as { encoding?: string; bytes?: Uint8Array };
  if (!bytes) return row;
  const content = encoding === 'deflate' ? inflateRawSync(bytes) : bytes;
  return { ...rest, content: createHash('sha256').update(content).digest('hex') };
}

/** Every file of an archive, but for when it was made and of which file. */
function readEntries(path: string): Record<string, string> {
  const entries = unzipSync(readFileSync(path));
  return Object.fromEntries(
    Object.entries(entries).map(([name, bytes]) => {
      const text = Buffer.from(bytes).toString('latin1');
      return [
        name,
        name === 'manifest.json' ? text.replace(/"(?:createdAt|notebook)": ".*?",\n/g, '') : text,
      ];
    }),
  );
}

async function archiveOf({ run }: TestEngine, out: string): Promise<string> {
  await run('export.run', { format: 'archive', out });
  return out;
}

describe('archive and restore', () => {
  it.each(Array.from({ length: NOTEBOOKS }, (_, seed) => seed + 1))('give notebook %i back', async (seed) => {
    const folder = tempFolder();
    const app = openTestEngine(join(folder, 'first.dossier'));
    await fillRandomly(app, new Dice(seed));
    const archive = await archiveOf(app, join(folder, 'first.zip'));
    const notebook = join(folder, 'second.dossier');
    const counts = await restoreNotebook(
      { archive, notebook },
      new AbortController().signal,
      () => undefined,
    );

    expect(readAll(notebook)).toEqual(readAll(app.path));
    const { counts: held } = await app.run('notebook.info', {});
    expect(counts).toEqual({
      sources: held.sources,
      excerpts: held.excerpts,
      claims: held.claims,
      tags: held.tags,
    });
    const restored = openTestEngine(notebook);
    const again = await archiveOf(restored, join(folder, 'second.zip'));
    expect(readEntries(again)).toEqual(readEntries(archive));
    while (restored.engine.tend());
    while (app.engine.tend());
    // Whatever may have been wrong with the first, nothing else is with the second.
    expect(await restored.run('notebook.check', {})).toEqual(await app.run('notebook.check', {}));
  });
});
