import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { takeProfile } from '../../../../src-main/hosts/browser/window-profile.ts';
import { tempFolder } from '../../../support/temp.ts';

let base: string;
beforeEach(() => {
  base = tempFolder();
});

it('remembers the port from one window to the next', () => {
  const first = takeProfile(base);
  expect(first.port).toBeNull();
  first.rememberPort(40_123);
  first.release();
  expect(takeProfile(base)).toMatchObject({ folder: first.folder, port: 40_123 });
});

it('gives a second window a profile of its own', () => {
  const first = takeProfile(base);
  const second = takeProfile(base);
  expect(second.folder).not.toBe(first.folder);
  first.release();
  expect(takeProfile(base).folder).toBe(first.folder);
});

it('takes over a profile whose process has ended', () => {
  const first = takeProfile(base);
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(join(first.folder, 'dossier.pid'), String(ended));
  expect(takeProfile(base).folder).toBe(first.folder);
});

it('leaves a profile alone whose process runs', () => {
  const first = takeProfile(base);
  writeFileSync(join(first.folder, 'dossier.pid'), String(process.ppid));
  expect(takeProfile(base).folder).not.toBe(first.folder);
});

it.skipIf(process.platform === 'win32')('is for its user only', () => {
  expect(statSync(takeProfile(base).folder).mode & 0o077).toBe(0);
});
