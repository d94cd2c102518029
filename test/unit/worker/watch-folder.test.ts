import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type FileFacts,
  FolderWatch,
  isWanted,
  nodeSystem,
  type WatchSystem,
} from '../../../src-main/worker/watch-folder.ts';
import { tempFolder } from '../../support/temp.ts';

/** A folder and a clock that the test moves. */
function createMachine() {
  const files = new Map<string, FileFacts>();
  const machine = { now: 1000, broken: false };
  const system: WatchSystem = {
    now: () => machine.now,
    list: async (_folder, wanted) => {
      if (machine.broken) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
      return [...files.values()].filter(({ name }) => wanted(name));
    },
    follow: () => () => undefined,
    every: () => () => undefined,
    after: () => () => undefined,
  };
  const put = (name: string, size = 1): void => {
    files.set(name, { name, size, changed: machine.now });
  };
  return { machine, system, put };
}

function createWatch(since = 500, capture: (name: string) => Promise<void> = async () => undefined) {
  const world = createMachine();
  const taken: string[] = [];
  const moved: number[] = [];
  const watch = new FolderWatch(
    {
      folder: '/in',
      since,
      capture: async (_path, name) => {
        taken.push(name);
        await capture(name);
      },
      onSince: (at) => moved.push(at),
    },
    world.system,
  );
  const lookAt = async (now: number): Promise<void> => {
    world.machine.now = now;
    await watch.look();
  };
  return { ...world, watch, taken, moved, lookAt };
}

describe('a watched folder', () => {
  it('takes a file once it was the same for a second, and only once', async () => {
    const { put, lookAt, taken, moved } = createWatch();
    put('a.html');
    await lookAt(1000);
    await lookAt(1900);
    expect(taken).toEqual([]);
    expect(moved).toEqual([]);
    await lookAt(2000);
    await lookAt(3000);
    expect(taken).toEqual(['a.html']);
    expect(moved).toEqual([1000]);
  });

  it('waits while a file grows, and takes one that changes later again', async () => {
    const { machine, put, lookAt, taken } = createWatch();
    put('a.html');
    await lookAt(1000);
    put('a.html', 2);
    await lookAt(2000);
    expect(taken).toEqual([]);
    await lookAt(3000);
    expect(taken).toEqual(['a.html']);
    machine.now = 5000;
    put('a.html', 3);
    await lookAt(5000);
    await lookAt(6000);
    expect(taken).toEqual(['a.html', 'a.html']);
  });

  it('leaves what was there before', async () => {
    const { put, lookAt, taken } = createWatch(1000);
    put('old.html');
    await lookAt(2000);
    await lookAt(4000);
    expect(taken).toEqual([]);
  });

  it('keeps the time to begin with back while a file may still be written', async () => {
    const { machine, put, lookAt, taken, moved } = createWatch();
    put('a.html');
    await lookAt(1000);
    machine.now = 2000;
    put('b.html');
    await lookAt(2000);
    expect(taken).toEqual(['a.html']);
    expect(moved).toEqual([]);
    await lookAt(3000);
    expect(taken).toEqual(['a.html', 'b.html']);
    expect(moved).toEqual([2000]);
  });

  it('captures two at a time, and begins nothing once it is closed', async () => {
    const gates: (() => void)[] = [];
    const { put, lookAt, taken, moved, watch } = createWatch(
      500,
      () => new Promise((open) => gates.push(open)),
    );
    for (const name of ['a.md', 'b.md', 'c.md', 'd.md']) put(name);
    await lookAt(1000);
    const looking = lookAt(2000);
    await expect.poll(() => taken).toEqual(['a.md', 'b.md']);
    gates[0]?.();
    await expect.poll(() => taken).toEqual(['a.md', 'b.md', 'c.md']);
    watch.close();
    for (const open of gates) open();
    await looking;
    expect(taken).toEqual(['a.md', 'b.md', 'c.md']);
    expect(moved).toEqual([]);
  });

  it('says what is wrong with the folder, until it is there again', async () => {
    const { machine, lookAt, watch } = createWatch();
    machine.broken = true;
    await lookAt(1000);
    expect(watch.problem).toMatchObject({ code: 'not-found', details: { what: 'folder', path: '/in' } });
    machine.broken = false;
    await lookAt(2000);
    expect(watch.problem).toBeNull();
  });

  it('leaves hidden and unfinished files, and kinds it does not know', () => {
    const wanted = ['a.html', 'B.PDF', 'c.md'];
    const unwanted = [
      '.a.html',
      '~$c.docx',
      'a.html.part',
      'a.pdf.crdownload',
      'a.exe',
      'a',
      'a.md~',
      'x.json',
    ];
    expect([...wanted, ...unwanted].filter(isWanted)).toEqual(wanted);
  });
});

describe('on a real disk', () => {
  it('sees regular files directly in the folder, no links and no folders', async () => {
    const folder = tempFolder();
    const outside = join(tempFolder(), 'secret.html');
    writeFileSync(outside, 'x');
    writeFileSync(join(folder, 'a.html'), 'abc');
    mkdirSync(join(folder, 'b.html'));
    writeFileSync(join(folder, 'b.html', 'c.html'), 'x');
    symlinkSync(outside, join(folder, 'd.html'));
    const found = await nodeSystem.list(folder, isWanted, Date.now() + 1000);
    expect(found).toMatchObject([{ name: 'a.html', size: 3 }]);
    expect((await nodeSystem.list(folder, isWanted, 1000))[0]?.changed).toBe(0);
    rmSync(folder, { recursive: true });
    await expect(nodeSystem.list(folder, isWanted, 0)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
