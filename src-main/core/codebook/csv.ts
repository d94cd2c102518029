/**
 * A codebook as a table: `id, name, parent, meaning, colour, aliases`. A parent is named; aliases stand one a line. A
 * cell that a spreadsheet would take for a formula has an apostrophe before it, which is taken off again when it is read.
 */
import { parse } from 'csv-parse/sync';
import { readCell, writeTable } from '../../common/csv-cells.ts';
import { MOST_TAGS } from '../../common/contract/codebook.ts';
import type { Tag } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Code } from './code.ts';
import { readColor } from './colors.ts';

const COLUMNS = ['id', 'name', 'parent', 'meaning', 'colour', 'aliases'] as const;
type Column = (typeof COLUMNS)[number];

/** What others call these columns, folded. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'guid'],
  name: ['name', 'nom', 'tag', 'étiquette', 'code'],
  parent: ['parent'],
  meaning: ['meaning', 'sens', 'signification', 'description', 'definition', 'définition', 'memo', 'comment'],
  colour: ['colour', 'color', 'couleur'],
  aliases: ['aliases', 'alias'],
};

export function writeCsv(tags: readonly Tag[]): string {
  const rows = tags.map(({ id, name, parent, meaning, color, aliases }) => [
    id,
    name,
    parent ?? '',
    meaning,
    color ?? '',
    aliases.join('\n'),
  ]);
  return writeTable([[...COLUMNS], ...rows]);
}

/** @throws DossierError unreadable, too-large */
export function readCsv(text: string, fileName: string | null): Code[] {
  const [header = [], ...rows] = readRows(text, fileName);
  const places = new Map(COLUMNS.map((column) => [column, findColumn(header, column)]));
  if (places.get('name') === -1) throw new DossierError('unreadable', { fileName, reason: 'no-name-column' });
  if (rows.length > MOST_TAGS)
    throw new DossierError('too-large', { what: 'codebook-tags', count: rows.length, limit: MOST_TAGS });
  return rows
    .map((row) => (column: Column) => readCell(row[places.get(column) ?? -1] ?? ''))
    .filter((cell) => cell('name').trim() !== '')
    .map((cell) => ({
      guid: cell('id').trim() || null,
      name: cell('name'),
      parent: places.get('parent') === -1 ? undefined : cell('parent').trim() || null,
      meaning: cell('meaning'),
      color: readColor(cell('colour')),
      aliases: cell('aliases')
        .split('\n')
        .filter((alias) => alias.trim() !== ''),
    }));
}

function findColumn(header: readonly string[], column: Column): number {
  return header.findIndex((name) => NAMES[column].includes(name.trim().normalize('NFC').toLowerCase()));
}

function readRows(text: string, fileName: string | null): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      // One more than is taken, to tell that there are more.
      to: MOST_TAGS + 2,
    });
  } catch (cause) {
    // Its own error class: a quotation mark that is never closed, for one.
    if (!(cause instanceof Error)) throw cause;
    throw new DossierError('unreadable', { fileName, reason: 'broken-csv' }, { cause });
  }
}

/** Spreadsheets of many countries divide by semicolons. The header's cells hold none of them. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]{0,1000}/.exec(text)?.[0] ?? '';
  const count = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
