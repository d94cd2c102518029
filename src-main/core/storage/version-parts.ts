/** A part of a version's text, cut by SQLite: to read a long article whole costs several times as much. */
import type { Reader } from './connection.ts';

/**
 * Null where SQLite does not count as UTF-16 does; the index tells, in the same words. What is no UTF-8 at all, which only
 * a foreign hand puts there, may shift what is cut: nothing is judged by it alone.
 */
const PART = `SELECT CASE WHEN EXISTS (
    SELECT 1 FROM version INDEXED BY version_uncut WHERE id = ?
      AND instr(CAST(text AS BLOB), x'F0') + instr(CAST(text AS BLOB), x'F1') + instr(CAST(text AS BLOB), x'F2')
      + instr(CAST(text AS BLOB), x'F3') + instr(CAST(text AS BLOB), x'F4') + instr(CAST(text AS BLOB), x'00') > 0
  ) THEN NULL ELSE substr(text, ?, ?) END AS text FROM version WHERE id = ?`;

/**
 * From `start` to before `end`, in UTF-16 code units.
 * @returns null where it has to be cut from the whole text, and where there is no such version
 */
export function readVersionPart(reader: Reader, version: string, start: number, end: number): string | null {
  return reader.get<{ text: string | null }>(PART, version, start + 1, end - start, version)?.text ?? null;
}
