/** What `import` was given, as single things to read: folders walked, standard input and addresses told apart. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { DossierError } from '../../common/contract/errors.ts';
import { FILE_EXTENSIONS, LIBRARY_EXTENSIONS } from '../../common/contract/source-formats.ts';
import { isPageFolder } from '../../common/document/page-folder.ts';
import { asReadError, LARGEST_FILE, readFileSafely } from '../../worker/read-file.ts';
import type { CliIo } from './app.ts';

export interface Found {
  readonly kind: 'file' | 'stdin' | 'address';
  /** As the user gave it; for a file of a folder, the folder as given and the way from there. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly problem?: DossierError;
}

/** What a shell passes on: it has a writer, and whoever names it means to wait for it. */
const INHERITED = /^\/dev\/(?:stdin|fd\/\d+)$/;

export interface Search {
  readonly found: readonly Found[];
  /** Files of folders that may be libraries of other programs. Nobody named them, and each can hold thousands of things. */
  readonly leftOut: readonly string[];
}

/** In the order given; within a folder by name. */
export async function findFiles(operands: readonly string[], io: CliIo): Promise<Search> {
  const found: Found[] = [];
  const leftOut: string[] = [];
  for (const operand of operands) found.push(...(await find(operand, io, leftOut)));
  return { found, leftOut };
}

async function find(operand: string, { cwd }: CliIo, leftOut: string[]): Promise<Found[]> {
  if (operand === '-') return [{ kind: 'stdin', path: operand, file: '' }];
  const entry: Found = { kind: 'file', path: operand, file: resolve(cwd, operand) };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(operand)) return [{ ...entry, kind: 'address' }];
  try {
    if (!(await stat(entry.file)).isDirectory()) return [entry];
    const files = await walk(entry.file, operand, leftOut);
    if (files.length > 0) return files;
    const kinds = FILE_EXTENSIONS.join(' ');
    const problem = new DossierError('not-found', { what: 'folder', path: operand, kinds });
    return [{ ...entry, problem }];
  } catch (error) {
    return [{ ...entry, problem: asFileError(error, operand) }];
  }
}

/**
 * Hidden names are left out; links to folders are not followed, since they may lead back. A folder that cannot
 * be read is one failure among the files.
 */
async function walk(folder: string, shown: string, leftOut: string[]): Promise<Found[]> {
  const listed = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    asFileError(error, shown),
  );
  if (listed instanceof DossierError) return [{ kind: 'file', path: shown, file: folder, problem: listed }];
  const entries = listed
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const names = entries.map(({ name }) => name);
  const found: Found[] = [];
  for (const entry of entries) {
    const file = join(folder, entry.name);
    const path = join(shown, entry.name);
    if (entry.isDirectory() && isPageFolder(entry.name, names)) continue;
    if (entry.isDirectory()) found.push(...(await walk(file, path, leftOut)));
    else if (isKnown(entry.name)) found.push({ kind: 'file', path, file });
    else if (LIBRARY_EXTENSIONS.includes(extname(entry.name).toLowerCase())) leftOut.push(path);
  }
  return found;
}

/** What a walk takes; a file that is named directly is taken whatever its name. */
function isKnown(name: string): boolean {
  return FILE_EXTENSIONS.includes(extname(name).toLowerCase());
}

/** Bytes that reading it will take; 0 where that is not known before, or it will not be read. */
export async function sizeOf({ kind, file, problem }: Found): Promise<number> {
  if (kind !== 'file' || problem) return 0;
  const size = await stat(file).then(
    (facts) => facts.size,
    () => 0,
  );
  return size > LARGEST_FILE ? 0 : size;
}

/** @throws DossierError not-found, unreadable, too-large */
export async function readBytes(entry: Found, io: CliIo): Promise<Uint8Array> {
  try {
    if (entry.kind === 'stdin') return await collect(io.stdin, entry.path);
    if (INHERITED.test(entry.file)) return await collect(createReadStream(entry.file), entry.path);
    return await readFileSafely(entry.file);
  } catch (error) {
    throw asFileError(error, entry.path);
  }
}

async function collect(stream: AsyncIterable<Uint8Array | string>, path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream) {
    const chunk = typeof part === 'string' ? Buffer.from(part) : part;
    bytes += chunk.length;
    if (bytes > LARGEST_FILE) throw new DossierError('too-large', { path, bytes, limit: LARGEST_FILE });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** As the user named it. */
function asFileError(error: unknown, path: string): DossierError {
  const known = asReadError(error, path);
  if (known instanceof DossierError)
    return new DossierError(known.code, { ...known.details, path }, { cause: error });
  return new DossierError('unreadable', { path, reason: String(error) }, { cause: error });
}
