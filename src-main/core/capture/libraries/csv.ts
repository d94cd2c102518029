/** CSV from anyone: rows by the names of their columns. A field that looks like a formula is text here and stays text. */
import { parse } from 'csv-parse/sync';
import { DossierError } from '../../../common/contract/errors.ts';

/** A row by column name, whatever its case; empty where there is no such column. */
export type Row = (...names: readonly string[]) => string;

export interface CsvRow {
  readonly get: Row;
  /** The row by itself, with its header: what is kept of it. */
  readonly record: string;
}

const quoted = (cells: readonly string[]) =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

/** @throws DossierError unreadable */
export function readRows(text: string, fileName: string | null): string[][] {
  try {
    return parse(text, { relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
  } catch (cause) {
    // Its own error class: a quotation mark that is never closed, for one.
    if (!(cause instanceof Error)) throw cause;
    throw new DossierError('unreadable', { fileName, reason: 'broken-csv' }, { cause });
  }
}

/** @throws DossierError unreadable */
export function readTable(text: string, fileName: string | null): CsvRow[] {
  const [header = [], ...rows] = readRows(text, fileName);
  // A map: a column may be called anything, `__proto__` too.
  const columns = new Map(header.map((name, at) => [name.trim().toLowerCase(), at] as const));
  return rows.map((cells) => ({
    get: (...names) => {
      for (const name of names) {
        const cell = cells[columns.get(name.toLowerCase()) ?? -1]?.trim() ?? '';
        if (cell !== '') return cell;
      }
      return '';
    },
    record: `${quoted(header)}\n${quoted(cells)}\n`,
  }));
}
