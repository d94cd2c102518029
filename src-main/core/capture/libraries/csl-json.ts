/** CSL-JSON, which Zotero, Mendeley, Pandoc and others write: details only. */
import type { LibraryText, Shelf } from './model.ts';
import { field, fieldsOf, listOf, parseJson, recordOf, textIn, textOf, type Fields } from './fields.ts';
import { htmlToMarkdown } from './html-note.ts';
import { hashKey } from './keys.ts';
import { doiAddress } from './zotero-json.ts';

export function readCslJson({ text, fileName }: LibraryText, shelf: Shelf): void {
  const root = parseJson(text, fileName);
  const items = Array.isArray(root) ? (root as readonly unknown[]) : listOf(field(fieldsOf(root), 'items'));
  for (const each of items) {
    const fields = fieldsOf(each);
    if (!fields) {
      shelf.leave('item', 'broken');
      continue;
    }
    const id = textIn(fields, 'id', 'citation-key');
    // An address names one thing in the world; other ids only one in a library.
    const key = /^https?:/i.test(id) ? id : hashKey(id || recordOf(fields), textIn(fields, 'title'));
    const note = htmlToMarkdown(textIn(fields, 'note'));
    shelf.add({
      key,
      record: recordOf(fields),
      title: textIn(fields, 'title', 'title-short').replace(/<\/?(?:i|b|sub|sup|span)[^>]{0,200}>/g, ''),
      byline: namesOf(field(fields, 'author')) || namesOf(field(fields, 'editor')),
      site: textIn(fields, 'container-title', 'publisher'),
      url: textIn(fields, 'URL') || doiAddress(textIn(fields, 'DOI')),
      published: dateOf(fieldsOf(field(fields, 'issued'))),
      language: textIn(fields, 'language'),
      abstract: textIn(fields, 'abstract').replace(/<[^<>]{0,200}>/g, ''),
      tags: textIn(fields, 'keyword').split(/[,;]/),
      notes: note === '' ? [] : [{ key: `${key} note`, body: note }],
    });
  }
}

function namesOf(names: unknown): string {
  return listOf(names)
    .map(fieldsOf)
    .map(
      (name) =>
        textIn(name, 'literal') || [textIn(name, 'given'), textIn(name, 'family')].filter(Boolean).join(' '),
    )
    .filter((name) => name !== '')
    .join(', ');
}

function dateOf(date: Fields | null): string {
  const [parts] = listOf(field(date, 'date-parts'));
  const [year = '', month = '', day = ''] = listOf(parts).map(textOf);
  if (!/^\d{4}$/.test(year)) return textIn(date, 'raw', 'literal');
  const pad = (part: string) => (/^\d{1,2}$/.test(part) ? `-${part.padStart(2, '0')}` : '');
  return `${year}${pad(month)}${month === '' ? '' : pad(day)}`;
}
