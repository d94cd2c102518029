/** Readwise: highlights as CSV, a row each; and the documents of its Reader, a row each. */
import type { LibraryText, RawAnnotation, Shelf } from './model.ts';
import { toColor } from './colors.ts';
import { readTable, type CsvRow } from './csv.ts';
import { timeOf } from './fields.ts';
import { hashKey } from './keys.ts';

const tagList = (cell: string) => cell.split(',').map((tag) => tag.trim());

export function readReadwise({ text, fileName }: LibraryText, shelf: Shelf): void {
  const rows = readTable(text, fileName);
  const books = Map.groupBy(rows, ({ get }) =>
    get('Highlight') === '' && get('ID') !== ''
      ? `id ${get('ID')}`
      : `${get('Book Title')}\n${get('Book Author')}`,
  );
  for (const [key, entries] of books) {
    if (key.startsWith('id ')) addDocument(entries, shelf);
    else addBook(entries, shelf);
  }
}

function addBook(rows: readonly CsvRow[], shelf: Shelf): void {
  const [first] = rows;
  if (!first) return;
  const title = first.get('Book Title');
  const author = first.get('Book Author');
  if (title === '') {
    for (const { get } of rows) shelf.leave('annotation', 'broken', get('Highlight', 'Note'));
    return;
  }
  shelf.add({
    key: hashKey(title, author),
    record: rows
      .map(({ record }, at) => (at === 0 ? record : record.slice(record.indexOf('\n') + 1)))
      .join(''),
    title,
    byline: author,
    site: /^[A-Z0-9]{10}$/.test(first.get('Amazon Book ID')) ? 'Kindle' : null,
    url: first.get('Source URL', 'URL'),
    tags: tagList(first.get('Document tags')),
    annotations: rows.map((row) => toAnnotation(row, title, author)),
  });
}

function toAnnotation({ get }: CsvRow, title: string, author: string): RawAnnotation {
  return {
    key: hashKey(title, author, get('Highlight'), get('Location')),
    quote: get('Highlight'),
    note: get('Note'),
    color: toColor(get('Color')),
    tags: tagList(get('Tags')),
    createdAt: timeOf(get('Highlighted at')),
  };
}

function addDocument([row]: readonly CsvRow[], shelf: Shelf): void {
  if (!row) return;
  const { get, record } = row;
  shelf.add({
    key: get('ID'),
    record,
    title: get('Title'),
    url: get('URL'),
    byline: get('Author'),
    tags: get('Document tags')
      .replace(/^\[|\]$/g, '')
      .split(',')
      .map((tag) => tag.trim().replace(/^['"]|['"]$/g, '')),
  });
}
