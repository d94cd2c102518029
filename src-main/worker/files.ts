/**
 * The Files port on a real disk. Every file is written whole beside its target, synced, and only then given its
 * name: a reader sees the old file or the new one. A failure before the names are given leaves nothing behind.
 */
import { link, open, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { DossierError } from '../common/contract/errors.ts';
import { makeFolder } from '../core/make-folder.ts';
import type { ByteSource, Files, OutputFile, OutputFiles, WriteTarget } from '../core/ports.ts';

interface Placed {
  readonly temporary: string;
  readonly final: string;
}

export const nodeFiles: Files = {
  async write(target, files) {
    try {
      await (target.layout === 'file' ? writeFile(target, files) : writeFolder(target, files));
    } catch (error) {
      throw asTargetError(error, target.out);
    }
  },
};

async function writeFile(target: WriteTarget, files: OutputFiles): Promise<void> {
  await checkTarget(target);
  const made = makeFolder(dirname(target.out));
  try {
    await writeAll(onlyOne(target.out, files), target.force);
  } catch (error) {
    await removeEmpty(made);
    throw error;
  }
}

async function* onlyOne(final: string, files: OutputFiles): AsyncGenerator<Waiting> {
  let count = 0;
  for await (const { bytes } of files) {
    count += 1;
    if (count === 1) yield { final, bytes };
  }
  if (count !== 1) throw new DossierError('internal', { what: 'export', reason: 'one file' });
}

async function writeFolder(target: WriteTarget, files: OutputFiles): Promise<void> {
  await checkTarget(target);
  const made = makeFolder(target.out);
  async function* placed(): AsyncGenerator<Waiting> {
    for await (const { path, bytes } of files) {
      const final = inside(target.out, path);
      made.push(...makeFolder(dirname(final)));
      yield { final, bytes };
    }
  }
  try {
    await writeAll(placed(), target.force);
  } catch (error) {
    await removeEmpty(made);
    throw error;
  }
}

async function checkTarget({ out, layout, force }: WriteTarget): Promise<void> {
  const found = await stat(out).catch(ignoreMissing);
  if (!found) return;
  if (!force) throw new DossierError('target-exists', { path: out });
  if (found.isDirectory() !== (layout === 'folder')) {
    throw new DossierError('target-unwritable', { path: out, reason: 'kind' });
  }
}

/** A file that is to be, and what is in it. */
interface Waiting {
  readonly final: string;
  readonly bytes: OutputFile['bytes'];
}

/** Two steps for a whole folder: nothing gets its name before everything is on the disk. */
async function writeAll(files: AsyncIterable<Waiting>, force: boolean): Promise<void> {
  const waiting: Placed[] = [];
  const folders = new Set<string>();
  try {
    for await (const { final, bytes } of files) {
      const temporary = join(dirname(final), `.dossier-${randomUUID()}.tmp`);
      waiting.push({ temporary, final });
      folders.add(dirname(final));
      await writeSynced(temporary, bytes);
    }
    for (let next = waiting[0]; next; next = waiting[0]) {
      await (force ? rename(next.temporary, next.final) : nameExclusively(next));
      waiting.shift();
    }
  } finally {
    for (const { temporary } of waiting) await unlink(temporary).catch(ignoreMissing);
  }
  for (const folder of folders) await syncFolder(folder);
}

async function writeSynced(path: string, bytes: OutputFile['bytes']): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Makes a file with `make` under a name of nobody's in the same folder, and gives it its own when it is whole.
 * @throws DossierError target-exists, target-unwritable, disk-full; what `make` throws, and nothing is left of it
 */
export async function makeWhole<T>(path: string, make: (temporary: string) => Promise<T>): Promise<T> {
  let made: string[] = [];
  const temporary = join(dirname(path), `.dossier-${randomUUID()}.tmp`);
  try {
    await checkTarget({ out: path, layout: 'file', force: false });
    made = makeFolder(dirname(path));
    const value = await make(temporary);
    await nameExclusively({ temporary, final: path });
    await syncFolder(dirname(path));
    return value;
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm']) await unlink(`${temporary}${suffix}`).catch(ignoreMissing);
    await removeEmpty(made);
    throw asTargetError(error, path);
  }
}

/** @throws DossierError not-found, unreadable */
export async function withByteSource<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const file = openForReading(path);
  try {
    const { size } = fstatSync(file);
    return await use({
      size,
      read(offset, length) {
        const bytes = Buffer.alloc(offset + length <= size ? length : 0);
        if (bytes.length < length || readSync(file, bytes, 0, length, offset) < length) {
          throw new DossierError('unreadable', { what: 'archive', reason: 'archive-damaged' });
        }
        return bytes;
      },
    });
  } finally {
    closeSync(file);
  }
}

function openForReading(path: string): number {
  try {
    if (statSync(path).isFile()) return openSync(path, 'r');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') throw new DossierError('not-found', { what: 'file', path }, { cause });
    throw new DossierError('unreadable', { path, reason: 'denied' }, { cause });
  }
  throw new DossierError('unreadable', { what: 'archive', path, reason: 'archive-foreign' });
}

/** A hard link fails where the name is taken, which `rename` does not; some file systems have none. */
async function nameExclusively({ temporary, final }: Placed): Promise<void> {
  try {
    await link(temporary, final);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    if (await stat(final).catch(ignoreMissing)) throw new DossierError('target-exists', { path: final });
    await rename(temporary, final);
    return;
  }
  await unlink(temporary);
}

/** Makes the name itself last; Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Takes away only folders that this call made; `rmdir` refuses one that holds anything. */
async function removeEmpty(folders: readonly string[]): Promise<void> {
  for (const folder of folders.toReversed()) {
    await rmdir(folder).catch((error: unknown) => {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error))) throw error;
    });
  }
}

/** File names are made safe where they are made; this stands behind that. */
function inside(folder: string, path: string): string {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part))) {
    throw new DossierError('internal', { what: 'export', reason: 'unsafe name' });
  }
  return join(folder, ...parts);
}

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
  return undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function asTargetError(error: unknown, path: string): unknown {
  if (error instanceof DossierError) return error;
  const code = codeOf(error);
  if (code === '') return error;
  if (code === 'EEXIST') return new DossierError('target-exists', { path }, { cause: error });
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new DossierError(full ? 'disk-full' : 'target-unwritable', { path, reason: code }, { cause: error });
}
