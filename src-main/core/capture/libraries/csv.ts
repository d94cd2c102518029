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

/** Between two cells: spreadsheets of half of Europe save with semicolons what was exported with commas. */
const BETWEEN = /^(?:"[^"\r\n]{0,200}"|[^",;\t\r\n]{0,200})([,;\t])/;
const separatorOf = (text: string): string => BETWEEN.exec(text)?.[1] ?? ',';

/** Whether a text begins with a header that has all of these columns, in whatever order. */
export function hasColumns(start: string, ...names: readonly string[]): boolean {
  const separator = BETWEEN.exec(start)?.[1];
  if (separator === undefined) return false;
  const header = start.split(/[\r\n]/, 1)[0]?.slice(0, LONGEST_HEADER) ?? '';
  const columns = new Set(
    header.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, '').toLowerCase()),
  );
  return names.every((name) => columns.has(name));
}

const LONGEST_HEADER = 2000;

const quoted = (cells: readonly string[]) =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

/** @throws DossierError unreadable */
export function readRows(text: string, fileName: string | null): string[][] {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
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
    // Made when it is asked for: of a hundred thousand rows, each with the header, they are more than the table.
    get record() {
      return `${quoted(header)}\n${quoted(cells)}\n`;
    },
  }));
}
