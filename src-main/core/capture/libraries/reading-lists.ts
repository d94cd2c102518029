/** Reading lists as CSV: Pocket and Instapaper, an address a row. */
import type { LibraryText, Shelf } from './model.ts';
import { readTable } from './csv.ts';
import { listOf } from './fields.ts';
import { hashKey } from './keys.ts';

const WEB = /^https?:\/\//i;
/** Folders that every list has. */
const STANDARD = /^(?:unread|archive|starred|non lus?|archives?|favoris)$/i;

export function readPocketTable({ text, fileName }: LibraryText, shelf: Shelf): void {
  for (const { get, record } of readTable(text, fileName)) {
    const url = get('url');
    if (!WEB.test(url)) {
      shelf.leave('item', url === '' ? 'broken' : 'address', get('title', 'url'));
      continue;
    }
    shelf.add({ key: hashKey(url), record, title: get('title'), url, tags: get('tags').split(/[|,]/) });
  }
}

export function readInstapaper({ text, fileName }: LibraryText, shelf: Shelf): void {
  for (const { get, record } of readTable(text, fileName)) {
    const url = get('URL');
    // Notes written in Instapaper itself have addresses of its own.
    if (!WEB.test(url)) {
      shelf.leave('item', url === '' ? 'broken' : 'address', get('Title', 'URL'));
      continue;
    }
    const folder = get('Folder');
    shelf.add({
      key: hashKey(url),
      record,
      title: get('Title'),
      url,
      abstract: get('Selection'),
      tags: [...(STANDARD.test(folder) ? [] : [folder]), ...readTags(get('Tags'))],
    });
  }
}

/** A list in JSON, or names with commas between them. */
function readTags(cell: string): string[] {
  if (!cell.startsWith('[')) return cell.split(',');
  try {
    return listOf(JSON.parse(cell)).filter((tag): tag is string => typeof tag === 'string');
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) return [cell];
    throw cause;
  }
}
