/** A library that is too large for one transaction: parts, which are one step all the same. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openTestEngine } from '../../../support/engine.ts';
import { afterFirstPart, countSources, ITEMS, library } from './in-parts.ts';

function statesOf(path: string): string[] {
  const database = new Database(path, { readonly: true });
  try {
    return database
      .prepare("SELECT state FROM change WHERE command = 'library.import'")
      .pluck()
      .all() as string[];
  } finally {
    database.close();
  }
}

describe('a library of many things', () => {
  it('is written in parts that are one step of undo and of redo', async () => {
    const engine = openTestEngine();
    const { added, sources } = await engine.run('library.import', { bytes: library() });
    expect([added.sources, sources.length]).toEqual([ITEMS, ITEMS]);
    expect(statesOf(engine.path)).toEqual(['step', 'step', 'done']);
    await engine.run('history.undo', {});
    expect(await countSources(engine)).toBe(0);
    expect((await engine.run('history.next', {})).undo).toBeNull();
    await engine.run('history.redo', {});
    expect(await countSources(engine)).toBe(ITEMS);
    await engine.run('history.undo', {});
    expect(await countSources(engine)).toBe(0);
    expect((await engine.run('notebook.check', {})).problems).toEqual([]);
  });

  it('lets other commands be written in between', async () => {
    const engine = openTestEngine();
    let sourcesThen = 0;
    const noting = Promise.withResolvers<void>();
    afterFirstPart(engine, () => {
      void engine
        .run('note.add', { title: 'Meanwhile', body: '' })
        .then(async () => (sourcesThen = await countSources(engine)))
        .then(() => noting.resolve(), noting.reject);
    });
    await engine.run('library.import', { bytes: library() });
    await noting.promise;
    expect(sourcesThen).toBeLessThan(ITEMS);
    await engine.run('history.undo', {});
    expect(await countSources(engine)).toBe(0);
    expect((await engine.run('note.list', {})).notes).toHaveLength(1);
  });

  it('leaves what was written when it is cancelled, says so, and goes on from there the next time', async () => {
    const engine = openTestEngine();
    afterFirstPart(engine, () => {
      engine.engine.cancel('cancel-me');
    });
    const result = await engine.engine.call({
      id: 'cancel-me',
      name: 'library.import',
      input: { bytes: library() },
    });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'cancelled', details: { what: 'library', written: 256, total: ITEMS } },
    });
    expect(await countSources(engine)).toBe(256);
    const again = await engine.run('library.import', { bytes: library() });
    expect(again.added.sources).toBe(ITEMS - 256);
    await engine.run('history.undo', {});
    expect(await countSources(engine)).toBe(256);
    await engine.run('history.undo', {});
    expect(await countSources(engine)).toBe(0);
  });

  it('ends where the user undoes it meanwhile', async () => {
    const engine = openTestEngine();
    const undoing = Promise.withResolvers<unknown>();
    afterFirstPart(engine, () => {
      undoing.resolve(engine.run('history.undo', {}));
    });
    expect(await engine.codeOf('library.import', { bytes: library() })).toBe('cancelled');
    await undoing.promise;
    expect(await countSources(engine)).toBe(0);
    await engine.run('history.redo', {});
    expect(await countSources(engine)).toBeLessThan(ITEMS);
  });

  it('is refused by a notebook whose log goes in circles', async () => {
    const engine = openTestEngine();
    await engine.run('library.import', { bytes: library(300) });
    const database = new Database(engine.path);
    database
      .prepare("UPDATE change SET patches = json_set(patches, '$[0].seq', seq) WHERE state = 'done'")
      .run();
    database.close();
    expect(await engine.codeOf('history.undo', {})).toBe('notebook-damaged');
  });
});
