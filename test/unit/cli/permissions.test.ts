import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createHarness } from './harness.ts';

/** Permissions stop neither root nor, by mode bits, anyone on Windows. */
const areIdle = process.platform === 'win32' || process.getuid?.() === 0;

function close(path: string): void {
  chmodSync(path, 0);
  onTestFinished(() => {
    chmodSync(path, 0o700);
  });
}

it.skipIf(areIdle)('imports the rest of a folder where a folder in it may not be read', async () => {
  const { json, cwd } = createHarness();
  mkdirSync(join(cwd, 'in/closed'), { recursive: true });
  writeFileSync(join(cwd, 'in/a.txt'), 'Words of an article.\n\nAnd some more.\n');
  close(join(cwd, 'in/closed'));
  const { sources } = await json('import', 'in');
  expect(sources).toMatchObject([
    { path: join('in', 'a.txt'), status: 'added' },
    { path: join('in', 'closed'), status: 'failed', error: { code: 'unreadable' } },
  ]);
});

it.skipIf(areIdle)('tells a notebook that may not be read from one that is missing', async () => {
  const { run, cwd } = createHarness();
  await run('claim', 'add', 'A claim');
  close(join(cwd, 'default.dossier'));
  const { code, err } = await run('sources');
  expect([code, err]).toEqual([3, expect.stringContaining('may not be read')]);
});
