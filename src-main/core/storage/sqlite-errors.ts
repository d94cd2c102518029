/** SQLite's result codes as the contract's error codes. */
import { DossierError, type ErrorCode } from '../../common/contract/errors.ts';

const CODES: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_BUSY', 'notebook-locked'],
  ['SQLITE_LOCKED', 'notebook-locked'],
  ['SQLITE_READONLY', 'notebook-read-only'],
  ['SQLITE_CORRUPT', 'notebook-damaged'],
  ['SQLITE_NOTADB', 'notebook-foreign'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CANTOPEN', 'target-unwritable'],
  ['SQLITE_PERM', 'target-unwritable'],
  ['SQLITE_TOOBIG', 'too-large'],
];

/** Extended codes (SQLITE_BUSY_SNAPSHOT …) share their prefix. Anything unknown is returned as it is. */
export function asDossierError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  const known = CODES.find(([prefix]) => code.startsWith(prefix));
  return known ? new DossierError(known[1], { path }, { cause: error }) : error;
}

/** SQLite's own name of what went wrong; empty for what is not an error of SQLite. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
