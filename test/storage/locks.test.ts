import { readFileSync, statSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { openNotebook } from '../../src-main/core/storage/migrate.ts';
import { tempNotebook } from '../support/temp.ts';

function locksOn(path: string): string[] {
  const { ino } = statSync(path);
  const locks = readFileSync('/proc/locks', 'utf8').split('\n');
  return locks.filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `));
}

// Without them another client, when it closes, takes itself for the last and deletes the log that we write to.
it.runIf(process.platform === 'linux')(
  'a notebook keeps its locks when it is opened a second time in one process',
  () => {
    const path = tempNotebook();
    const first = openNotebook(path, { create: true });
    const held = locksOn(path);
    expect(held).not.toEqual([]);
    const second = openNotebook(path, { create: false, readOnly: true });
    onTestFinished(() => {
      second.close();
      first.close();
    });
    expect(locksOn(path)).toHaveLength(held.length);
  },
);
