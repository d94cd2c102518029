/** Omnivore's export: lists of articles, the articles themselves and their highlights, in one ZIP. */
import { DossierError } from '../../../common/contract/errors.ts';
import { decodeBytes } from '../bytes/decode.ts';
import { openZip, type ZipArchive } from '../bytes/zip.ts';
import type { RawAnnotation, RawNote, Shelf } from './model.ts';
import {
  dayOf,
  field,
  fieldsOf,
  listOf,
  parseJson,
  recordOf,
  textIn,
  textsOf,
  type Fields,
} from './fields.ts';
import { hashKey } from './keys.ts';

const LIST = /^metadata_\d{1,9}_to_\d{1,9}\.json$/;

export const isOmnivoreList = (name: string) => LIST.test(name);

/** @throws DossierError unreadable, too-large */
export function readOmnivore(bytes: Uint8Array, fileName: string | null, shelf: Shelf): void {
  const archive = openZip(bytes, fileName);
  for (const name of archive.names.filter(isOmnivoreList)) {
    for (const each of listOf(readList(archive, name, shelf))) {
      const fields = fieldsOf(each);
      if (fields) addArticle(fields, archive, shelf);
      else shelf.leave('item', 'broken', name);
    }
  }
}

/** One broken list is not the end of the others. */
function readList(archive: ZipArchive, name: string, shelf: Shelf): unknown {
  try {
    return parseJson(readText(archive, name), name);
  } catch (cause) {
    if (!(cause instanceof DossierError) || cause.code !== 'unreadable') throw cause;
    shelf.leave('item', 'broken', name);
    return [];
  }
}

function readText(archive: ZipArchive, name: string): string {
  const bytes = archive.read(name);
  return bytes === null || bytes.length === 0 ? '' : decodeBytes(bytes, name).text;
}

function addArticle(fields: Fields, archive: ZipArchive, shelf: Shelf): void {
  const slug = textIn(fields, 'slug');
  const url = textIn(fields, 'url', 'originalUrl');
  const key = textIn(fields, 'id') || hashKey(url, slug);
  const name = `content/${slug}.html`;
  const bytes = slug === '' ? null : readFile(archive, name, shelf);
  if (bytes === null) shelf.leave('text', 'file-elsewhere', textIn(fields, 'title'));
  const { annotations, notes } = readHighlights(readHighlightFile(archive, slug, shelf), key);
  shelf.add({
    key,
    record: recordOf(fields),
    title: textIn(fields, 'title'),
    byline: textIn(fields, 'author'),
    url,
    published: dayOf(field(fields, 'publishedAt')),
    abstract: textIn(fields, 'description'),
    tags: textsOf(field(fields, 'labels')),
    annotations,
    notes,
    file: bytes === null || bytes.length === 0 ? null : { bytes, fileName: `${slug}.html` },
  });
}

/** A file that is broken costs its article the text, not the library the article. */
function readFile(archive: ZipArchive, name: string, shelf: Shelf): Uint8Array | null {
  try {
    return archive.read(name);
  } catch (cause) {
    if (!(cause instanceof DossierError) || cause.code !== 'unreadable') throw cause;
    shelf.leave('text', 'broken', name);
    return null;
  }
}

function readHighlightFile(archive: ZipArchive, slug: string, shelf: Shelf): string {
  const bytes = slug === '' ? null : readFile(archive, `highlights/${slug}.md`, shelf);
  return bytes === null || bytes.length === 0 ? '' : decodeBytes(bytes, slug).text;
}

interface Marks {
  readonly annotations: readonly RawAnnotation[];
  readonly notes: readonly RawNote[];
}

/** Quotations as quotes of Markdown; below each its labels (`#a #b`) and its note, if any. */
function readHighlights(markdown: string, key: string): Marks {
  const annotations: RawAnnotation[] = [];
  const notes: RawNote[] = [];
  for (const { quote, rest } of quotesOf(markdown)) {
    const tags = rest.filter(isLabels).flatMap((line) => line.trim().split(/\s+(?=#)/));
    const note = rest
      .filter((line) => !isLabels(line))
      .join('\n')
      .trim();
    if (quote !== '') annotations.push({ key: hashKey(key, quote), quote, note, tags });
    else if (note !== '') notes.push({ key: hashKey(key, 'note', note), body: note, tags });
  }
  return { annotations, notes };
}

const isLabels = (line: string) => /^#[^\s#]/.test(line.trim());

function quotesOf(markdown: string): { quote: string; rest: string[] }[] {
  const found: { lines: string[]; rest: string[] }[] = [];
  let isInside = false;
  for (const line of markdown.split(/\r?\n/)) {
    const quoted = /^>\s?(.*)$/.exec(line);
    if (quoted && !isInside) found.push({ lines: [], rest: [] });
    isInside = quoted !== null;
    if (found.length === 0) found.push({ lines: [], rest: [] });
    if (quoted) found.at(-1)?.lines.push(quoted[1] ?? '');
    else found.at(-1)?.rest.push(line);
  }
  return found.map(({ lines, rest }) => ({ quote: lines.join('\n').trim(), rest }));
}
