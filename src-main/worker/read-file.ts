/**
 * Reads a file whose path came from anyone: only what has an end, no further than a limit, and never waiting for
 * somebody to write. A pipe that nobody writes to would hold one of the few threads that read files for ever.
 */
import { constants, open, type FileHandle } from 'node:fs/promises';
import { DossierError } from '../common/contract/errors.ts';

/** No importer takes more; reading on would only fill the memory. */
export const LARGEST_FILE = 256 * 1024 * 1024;

/** Where nobody chose the file, a link could lead out of the folder that somebody chose. */
export type Links = 'followed' | 'refused';

/** Windows has neither flag; only administrators make links there. */
const NO_WAITING = constants.O_NONBLOCK ?? 0;
const NO_LINKS = constants.O_NOFOLLOW ?? 0;
/** Bytes. */
const STEP = 64 * 1024;

/** @throws DossierError not-found, too-large, unreadable (`no-file`: a folder, a pipe, a device; `changing`; `denied`) */
export async function readFileSafely(path: string, links: Links = 'followed'): Promise<Uint8Array> {
  try {
    const file = await open(path, constants.O_RDONLY | NO_WAITING | (links === 'refused' ? NO_LINKS : 0));
    try {
      return await readOpen(file, path);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asReadError(error, path);
  }
}

async function readOpen(file: FileHandle, path: string): Promise<Uint8Array> {
  const before = await file.stat();
  if (!before.isFile()) throw new DossierError('unreadable', { path, reason: 'no-file' });
  if (before.size > LARGEST_FILE) throw tooLarge(path, before.size);
  const bytes = await readToEnd(file, path, before.size);
  const after = await file.stat();
  // Half of the old and half of the new is no document that ever was.
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw changing(path);
  return bytes;
}

/** One buffer of its size, and not pieces that are joined: a large file is then not held twice. */
async function readToEnd(file: FileHandle, path: string, size: number): Promise<Uint8Array> {
  // One byte more tells whether that was its end.
  let bytes = Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
    if (bytesRead === 0) return bytes.subarray(0, length);
    length += bytesRead;
    if (length > LARGEST_FILE) throw tooLarge(path, length);
    if (length < bytes.length) continue;
    if (size > 0) throw changing(path);
    bytes = grown(bytes);
  }
}

/** Those that the system makes up say 0 and hold more. */
function grown(bytes: Buffer): Buffer<ArrayBuffer> {
  const more = Buffer.allocUnsafeSlow(bytes.length * 2 + STEP);
  bytes.copy(more);
  return more;
}

const tooLarge = (path: string, bytes: number): DossierError =>
  new DossierError('too-large', { path, bytes, limit: LARGEST_FILE });

const changing = (path: string): DossierError => new DossierError('unreadable', { path, reason: 'changing' });

/** What the system says of a path that it does not open, in our codes; what is no such error is thrown as it is. */
export function asReadError(error: unknown, path: string): unknown {
  if (error instanceof DossierError || !(error instanceof Error && 'code' in error)) return error;
  const code = String(error.code);
  if (MISSING.has(code)) return new DossierError('not-found', { what: 'file', path }, { cause: error });
  return new DossierError('unreadable', { path, reason: REASONS[code] ?? code }, { cause: error });
}

const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'denied',
  EPERM: 'denied',
  // A folder; a socket, or a device that is not there.
  EISDIR: 'no-file',
  ENXIO: 'no-file',
  ENODEV: 'no-file',
  ELOOP: 'link-loop',
};
