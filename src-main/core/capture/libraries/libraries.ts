/**
 * The table of libraries: how a file is told to be one, by what it holds and never by its name, and what reads it. A
 * format is complete with its line here, its reader and its name in `common/contract/libraries.ts` and the messages.
 */
import { DossierError } from '../../../common/contract/errors.ts';
import type { LibraryFormat } from '../../../common/contract/libraries.ts';
import type { CaptureInput } from '../../ports.ts';
import { decodeBytes } from '../bytes/decode.ts';
import { isZip, isZipWith } from '../bytes/zip.ts';
import { readBookmarks, readPocketPage } from './bookmarks.ts';
import { hasColumns } from './csv.ts';
import { readCslJson } from './csl-json.ts';
import { readHypothesis } from './hypothesis.ts';
import { readKindle } from './kindle.ts';
import type { LibraryText, Shelf, UnpackedLibrary } from './model.ts';
import { isOmnivoreList, readOmnivore } from './omnivore.ts';
import { readInstapaper, readPocketTable } from './reading-lists.ts';
import { readReadwise } from './readwise.ts';
import { BoundedShelf } from './shelf.ts';
import { readWebAnnotations } from './web-annotation.ts';
import { readZoteroJson } from './zotero-json.ts';
import { readZoteroRdf } from './zotero-rdf.ts';

interface TextLibrary {
  readonly format: LibraryFormat;
  /** Of the records that are kept. */
  readonly mediaType: string;
  readonly isStart: (start: string) => boolean;
  readonly read: (input: LibraryText, shelf: Shelf) => void;
}

/** Bytes that are looked at: the first entry of every format is well within. */
const START = 16 * 1024;

const JSON_TYPE = 'application/json';
const CSV_TYPE = 'text/csv';

const isJson = (start: string) => /^[[{]/.test(start);
const CSL_TYPES =
  /"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|dataset|document|entry(?:-dictionary|-encyclopedia)?|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|paper-conference|pamphlet|patent|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)"/;

/** In the order in which they are tried. */
const LIBRARIES: readonly TextLibrary[] = [
  {
    format: 'bookmarks',
    mediaType: JSON_TYPE,
    isStart: (start) => /^<!doctype netscape-bookmark-file-1>/i.test(start),
    read: readBookmarks,
  },
  {
    format: 'pocket',
    mediaType: JSON_TYPE,
    isStart: (start) =>
      /^<!doctype html>\s*<html>[^]{0,1000}<title>\s*Pocket Export\s*<\/title>/i.test(start),
    read: readPocketPage,
  },
  {
    format: 'zotero-rdf',
    mediaType: JSON_TYPE,
    isStart: (start) =>
      /<rdf:RDF\b/.test(start) && start.includes('http://www.zotero.org/namespaces/export#'),
    read: readZoteroRdf,
  },
  {
    format: 'zotero-json',
    mediaType: JSON_TYPE,
    isStart: (start) =>
      isJson(start) && /"Better ?BibTeX JSON"|"36a3b0b5-bad0-4a04-b79b-441c7cef77db"/.test(start),
    read: readZoteroJson,
  },
  {
    format: 'hypothesis',
    mediaType: JSON_TYPE,
    isStart: (start) =>
      isJson(start) &&
      !start.includes('http://www.w3.org/ns/anno.jsonld') &&
      (/"export_userid"\s*:/.test(start) || (/"user"\s*:\s*"acct:/.test(start) && /"uri"\s*:/.test(start))),
    read: readHypothesis,
  },
  {
    format: 'web-annotation',
    mediaType: 'application/ld+json',
    isStart: (start) =>
      isJson(start) &&
      (start.includes('://www.w3.org/ns/anno.jsonld') ||
        /"@?type"\s*:\s*(?:\[\s*)?"(?:oa:)?Annotation(?:Page|Collection)?"/.test(start)),
    read: readWebAnnotations,
  },
  {
    format: 'csl-json',
    mediaType: JSON_TYPE,
    isStart: (start) =>
      (/^\[\s*\{/.test(start) || /^\{\s*"items"\s*:\s*\[/.test(start)) &&
      CSL_TYPES.test(start) &&
      /"(?:title|author|issued|container-title)"\s*:/.test(start),
    read: readCslJson,
  },
  {
    format: 'readwise',
    mediaType: CSV_TYPE,
    isStart: (start) =>
      hasColumns(start, 'highlight', 'book title') ||
      hasColumns(start, 'title', 'url', 'id', 'document tags'),
    read: readReadwise,
  },
  {
    format: 'pocket',
    mediaType: CSV_TYPE,
    isStart: (start) => hasColumns(start, 'title', 'url', 'time_added'),
    read: readPocketTable,
  },
  {
    format: 'instapaper',
    mediaType: CSV_TYPE,
    isStart: (start) => hasColumns(start, 'url', 'title', 'selection', 'folder'),
    read: readInstapaper,
  },
  {
    format: 'kindle',
    mediaType: 'text/plain',
    isStart: (start) =>
      /^[^\r\n]{1,1000}\r?\n- [^\r\n]{4,400}\r?\n\s*\n/.test(start) && /^==========\s*$/m.test(start),
    read: readKindle,
  },
];

/** The formats that a text can be: those whose detection is by how it begins. */
function tableFor(bytes: Uint8Array): TextLibrary | null {
  let start: string;
  try {
    start = decodeBytes(bytes.subarray(0, START), null).text.trimStart();
  } catch (cause) {
    // Empty, or no text at all.
    if (cause instanceof DossierError) return null;
    throw cause;
  }
  return LIBRARIES.find(({ isStart }) => isStart(start)) ?? null;
}

/** Null where it is no library that is known. */
export function recogniseLibrary(bytes: Uint8Array): LibraryFormat | null {
  if (isZip(bytes)) return isZipWith(bytes, isOmnivoreList) ? 'omnivore' : null;
  return tableFor(bytes)?.format ?? null;
}

/** @throws DossierError unsupported where it is no library, unreadable, too-large */
export function parseLibrary({ bytes, fileName, now }: CaptureInput): UnpackedLibrary {
  if (isZip(bytes) && isZipWith(bytes, isOmnivoreList)) {
    const shelf = new BoundedShelf('omnivore', JSON_TYPE, now);
    readOmnivore(bytes, fileName, shelf);
    return shelf.finish(fileName);
  }
  const library = tableFor(bytes);
  if (!library) throw new DossierError('unsupported', { what: 'library', fileName });
  const { text } = decodeBytes(bytes, fileName);
  const shelf = new BoundedShelf(library.format, library.mediaType, now);
  library.read({ text, fileName, now }, shelf);
  return shelf.finish(fileName);
}
