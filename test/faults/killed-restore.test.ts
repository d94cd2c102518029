/** A restore, or the writing of an archive, that is killed in the middle leaves nothing under the final name. */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restoreNotebook } from '../../src-main/worker/restore.ts';
import { builtFile } from '../support/built.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../support/engine.ts';
import { tempFolder } from '../support/temp.ts';

/** As many as take a while to write. */
const ITEMS = 3000;

async function fill(): Promise<TestEngine> {
  const app = openTestEngine();
  const items = Array.from({ length: ITEMS }, (_, at) => ({
    id: `http://zotero.org/users/1/items/${at}`,
    type: 'article-journal',
    title: `On the ${at}th bridge`,
    abstract: `What was found at bridge ${at}. `.repeat(20),
  }));
  await app.run('library.import', { bytes: bytesOf(JSON.stringify(items)) });
  return app;
}

/** Runs the command line, and kills it as soon as a file in `folder` has some bytes. @returns by what it ended */
async function killWhileWriting(args: readonly string[], folder: string, bytes: number): Promise<string> {
  const child = spawn(process.execPath, [builtFile('main/dossier.js'), ...args], { stdio: 'ignore' });
  const ended = new Promise<string>((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ?? String(code)));
  });
  let isOver = false;
  void ended.then(() => (isOver = true));
  const isWriting = (): boolean =>
    readdirSync(folder).some((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      return name.startsWith('.dossier-') && (found?.size ?? 0) >= bytes;
    });
  while (!isOver && !isWriting()) await new Promise(setImmediate);
  child.kill('SIGKILL');
  return ended;
}

it(
  'a restore that is killed leaves no notebook, and the next one makes it',
  { timeout: 120_000 },
  async () => {
    const { run } = await fill();
    const archive = join(tempFolder(), 'a.zip');
    await run('export.run', { format: 'archive', out: archive });
    const folder = tempFolder();
    const notebook = join(folder, 'new.dossier');
    expect(await killWhileWriting(['restore', archive, '--notebook', notebook], folder, 1)).toBe('SIGKILL');
    const left = readdirSync(folder);
    expect(left.filter((name) => !name.startsWith('.dossier-'))).toEqual([]);
    const counts = await restoreNotebook(
      { archive, notebook },
      new AbortController().signal,
      () => undefined,
    );
    expect(counts.sources).toBe(ITEMS);
  },
);

it('an archive whose writing is killed is not there', { timeout: 120_000 }, async () => {
  const app = await fill();
  await app.engine.close();
  const folder = tempFolder();
  const out = join(folder, 'a.zip');
  const args = ['export', '--format', 'archive', '--out', out, '--notebook', app.path];
  expect(await killWhileWriting(args, folder, 1)).toBe('SIGKILL');
  expect(readdirSync(folder).filter((name) => !name.startsWith('.dossier-'))).toEqual([]);
});
