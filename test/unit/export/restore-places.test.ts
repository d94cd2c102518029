/** Restoring where there is no room, or no right to write: nothing half done has the notebook's name. */
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import { Rebuild } from '../../../src-main/core/storage/rebuild.ts';
import { restoreNotebook } from '../../../src-main/worker/restore.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';
import { asOrdinaryUser, hasPermissions } from '../../support/ordinary-user.ts';
import { tempFolder } from '../../support/temp.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

async function makeArchive(): Promise<string> {
  const { run } = openTestEngine();
  for (let at = 0; at < 20; at += 1) {
    const text = `Article ${at}\n\n${`It says ${at} things that nobody has heard of. `.repeat(200)}`;
    await run('source.import', { bytes: bytesOf(text), fileName: `${at}.txt` });
  }
  const archive = join(tempFolder(), 'a.zip');
  await run('export.run', { format: 'archive', out: archive });
  return archive;
}

async function codeOf(archive: string, notebook: string): Promise<string | null> {
  const done = restoreNotebook({ archive, notebook }, new AbortController().signal, () => undefined);
  try {
    await done;
    return null;
  } catch (error) {
    if (error instanceof DossierError) return error.code;
    throw error;
  }
}

/** A disk on which a notebook may have so many pages: SQLite says of it what it says of a full one. */
function fillDiskAt(pages: (empty: number) => number): void {
  const start = Rebuild.start.bind(Rebuild);
  vi.spyOn(Rebuild, 'start').mockImplementation((path, schemaVersion) => {
    const rebuild = start(path, schemaVersion);
    const { database } = rebuild.connection;
    const empty = database.pragma('page_count', { simple: true }) as number;
    database.pragma(`max_page_count = ${pages(empty)}`);
    return rebuild;
  });
}

describe('restore', () => {
  it.each([
    ['at the first row', (empty: number) => empty],
    ['in the middle', (empty: number) => empty + 20],
  ])('says that the disk is full where it is, %s, and leaves nothing', async (_when, pages) => {
    const archive = await makeArchive();
    const folder = tempFolder();
    fillDiskAt(pages);
    expect(await codeOf(archive, join(folder, 'deep', 'new.dossier'))).toBe('disk-full');
    expect(readdirSync(folder)).toEqual([]);
    vi.restoreAllMocks();
    expect(await codeOf(archive, join(folder, 'deep', 'new.dossier'))).toBeNull();
  });

  it.runIf(hasPermissions)('says so where the folder takes no writing, and leaves nothing', async () => {
    const archive = await makeArchive();
    chmodSync(archive, 0o644);
    // The folder of the archive must be looked into by anyone.
    chmodSync(dirname(archive), 0o755);
    const folder = tempFolder();
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    chmodSync(folder, 0o755);
    try {
      await asOrdinaryUser(async () => {
        expect(await codeOf(archive, join(closed, 'new.dossier'))).toBe('target-unwritable');
        expect(await codeOf(archive, join(closed, 'deep', 'new.dossier'))).toBe('target-unwritable');
      });
      expect(readdirSync(closed)).toEqual([]);
    } finally {
      chmodSync(closed, 0o755);
    }
  });

  it('says so where the archive is not there, or is a folder', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'a-folder'));
    writeFileSync(join(folder, 'empty.zip'), '');
    expect(await codeOf(join(folder, 'none.zip'), join(folder, 'new.dossier'))).toBe('not-found');
    expect(await codeOf(join(folder, 'a-folder'), join(folder, 'new.dossier'))).toBe('unreadable');
    expect(await codeOf(join(folder, 'empty.zip'), join(folder, 'new.dossier'))).toBe('unreadable');
    expect(readdirSync(folder).toSorted()).toEqual(['a-folder', 'empty.zip']);
  });
});
