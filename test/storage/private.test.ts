import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openNotebook } from '../../src-main/core/storage/migrate.ts';
import { rememberNotebook } from '../../src-main/worker/app-state.ts';
import { makePrivateFolder } from '../../src-main/worker/private-folder.ts';
import { tempFolder } from '../support/temp.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

// Windows has no such modes: there the user's own folder is what keeps others out.
const posix = it.skipIf(process.platform === 'win32');

posix('a new notebook and what SQLite lays beside it are for this user alone', () => {
  const path = join(tempFolder(), 'a.dossier');
  const notebook = openNotebook(path, { create: true });
  notebook.transaction((writer) =>
    writer.run("INSERT INTO setting (key, value) VALUES ('a', '1') ON CONFLICT DO NOTHING"),
  );
  const names = readdirSync(join(path, '..'));
  expect(names).toContain('a.dossier-wal');
  expect(names.map((name) => modeOf(join(path, '..', name)))).toEqual(names.map(() => '600'));
  notebook.close();
});

posix('the data folder and what it remembers are for this user alone', () => {
  const folder = join(tempFolder(), 'share', 'dossier');
  rememberNotebook(folder, { path: '/a', name: 'a', openedAt: '2026-01-01T00:00:00.000Z' });
  expect(modeOf(folder)).toBe('700');
  expect(modeOf(join(folder, 'state.json'))).toBe('600');
});

posix('a folder that was there keeps the mode that someone gave it', () => {
  const folder = join(tempFolder(), 'shared');
  mkdirSync(folder, { mode: 0o755 });
  makePrivateFolder(folder);
  expect(modeOf(folder)).toBe('755');
});
