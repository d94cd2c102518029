/**
 * Cells of CSV (RFC 4180) that do no harm in a spreadsheet: what it would take for a formula has an apostrophe before
 * it, which is taken off again when it is read. Apostrophes count, so that a cell that really begins with one before
 * such a sign is told from one that was put there. Wide signs are signs too where the spreadsheet is Japanese.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
const NEUTRAL = /^'+[=+\-@＝＋－＠\t\r\n]/;

const neutralise = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

const quote = (cell: string): string =>
  /[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Of a cell that `writeTable` wrote, what it stands for. */
export const readCell = (cell: string): string => (NEUTRAL.test(cell) ? cell.slice(1) : cell);

/** With a mark of UTF-8 before them, without which spreadsheets spoil accents. */
export function* tableLines(rows: Iterable<readonly string[]>): Generator<string> {
  let mark = '\ufeff';
  for (const cells of rows) {
    yield `${mark}${cells.map((cell) => quote(neutralise(cell))).join(',')}\r\n`;
    mark = '';
  }
}

export function writeTable(rows: readonly (readonly string[])[]): string {
  return [...tableLines(rows)].join('');
}
