/** Undo and redo of what was written in parts: in parts too, and the log is whole after each of them. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../support/engine.ts';
import { afterFirstPart, countSources, ITEMS, library } from './capture/libraries/in-parts.ts';

async function openImported(): Promise<TestEngine> {
  const engine = openTestEngine();
  await engine.run('library.import', { bytes: library() });
  return engine;
}

/** What a command answers when it is asked as soon as the first part of a step is written. */
function meanwhile<T>(
  engine: TestEngine,
  step: 'history.undo' | 'history.redo',
  ask: () => Promise<T>,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  afterFirstPart(engine, () => void ask().then(resolve, reject), step);
  return promise;
}

async function cancelAfterFirstPart(
  engine: TestEngine,
  name: 'history.undo' | 'history.redo',
): Promise<void> {
  afterFirstPart(engine, () => engine.engine.cancel('step'), name);
  expect(await engine.engine.call({ id: 'step', name, input: {} })).toMatchObject({
    ok: false,
    error: { code: 'cancelled' },
  });
}

describe.each(['history.undo', 'history.redo'] as const)('%s of a library', (step) => {
  it('lets others be answered in between', async () => {
    const engine = await openImported();
    if (step === 'history.redo') await engine.run('history.undo', {});
    const then = meanwhile(engine, step, () => countSources(engine));
    await engine.run(step, {});
    expect(await then).toBeGreaterThan(0);
    expect(await then).toBeLessThan(ITEMS);
    expect(await countSources(engine)).toBe(step === 'history.undo' ? 0 : ITEMS);
    expect((await engine.run('notebook.check', {})).problems).toEqual([]);
  });

  it('that was given up can be finished, and taken back', async () => {
    const engine = await openImported();
    if (step === 'history.redo') await engine.run('history.undo', {});
    await cancelAfterFirstPart(engine, step);
    const { undo, redo } = await engine.run('history.next', {});
    expect([undo?.command, redo?.command]).toEqual(['library.import', 'library.import']);
    await engine.run('history.redo', {});
    expect(await countSources(engine)).toBe(ITEMS);
    await engine.run('history.undo', {});
    expect(await countSources(engine)).toBe(0);
    expect((await engine.run('history.next', {})).undo).toBeNull();
    await engine.run('history.redo', {});
    expect(await countSources(engine)).toBe(ITEMS);
  });

  it('goes to its end where something is changed in between, which is a step of its own', async () => {
    const engine = await openImported();
    if (step === 'history.redo') await engine.run('history.undo', {});
    const noted = meanwhile(engine, step, () => engine.run('note.add', { title: 'Meanwhile', body: '' }));
    await engine.run(step, {});
    await noted;
    expect(await countSources(engine)).toBe(step === 'history.undo' ? 0 : ITEMS);
    const { undo, redo } = await engine.run('history.next', {});
    expect([undo?.command, redo]).toEqual(['note.add', null]);
    await engine.run('history.undo', {});
    expect((await engine.run('note.list', {})).notes).toEqual([]);
  });
});

describe('who changes their mind', () => {
  it('while a library comes back has none of it in the end, and can have all', async () => {
    const engine = await openImported();
    await engine.run('history.undo', {});
    const undone = meanwhile(engine, 'history.redo', () => engine.run('history.undo', {}));
    await engine.run('history.redo', {});
    await undone;
    expect(await countSources(engine)).toBe(0);
    await engine.run('history.redo', {});
    expect(await countSources(engine)).toBe(ITEMS);
  });

  it('while a library goes has all of it in the end, and can have none', async () => {
    const engine = await openImported();
    const redone = meanwhile(engine, 'history.undo', () => engine.run('history.redo', {}));
    await engine.run('history.undo', {});
    await redone;
    expect(await countSources(engine)).toBe(ITEMS);
    await engine.run('history.undo', {});
    expect(await countSources(engine)).toBe(0);
  });
});

describe('a library between whose parts something else was changed', () => {
  it('goes and comes back whole, as often as one likes', async () => {
    const engine = openTestEngine();
    const noted = Promise.withResolvers<unknown>();
    afterFirstPart(
      engine,
      () => void engine.run('note.add', { title: 'Between', body: '' }).then(noted.resolve, noted.reject),
    );
    await engine.run('library.import', { bytes: library() });
    await noted.promise;
    for (const _ of [1, 2]) {
      await engine.run('history.undo', {});
      expect(await countSources(engine)).toBe(0);
      await engine.run('history.undo', {});
      expect((await engine.run('note.list', {})).notes).toEqual([]);
      expect((await engine.run('history.next', {})).undo).toBeNull();
      await engine.run('history.redo', {});
      await engine.run('history.redo', {});
      expect((await engine.run('note.list', {})).notes).toHaveLength(1);
      expect(await countSources(engine)).toBe(ITEMS);
      expect((await engine.run('history.next', {})).redo).toBeNull();
    }
  });
});

describe('a library that an older version undid in one piece', () => {
  it('comes back whole', async () => {
    const engine = await openImported();
    await engine.run('history.undo', {});
    const database = new Database(engine.path);
    // Only the last part said that it was undone.
    database
      .prepare(
        `UPDATE change SET state = 'step' WHERE command = 'library.import' AND seq <
         (SELECT max(seq) FROM change WHERE command = 'library.import')`,
      )
      .run();
    database.close();
    await engine.run('history.redo', {});
    expect(await countSources(engine)).toBe(ITEMS);
    await engine.run('history.undo', {});
    expect(await countSources(engine)).toBe(0);
  });
});
