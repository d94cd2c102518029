/** ZIP archives made in tests, whole or with a fault of one's choice. */
import { strToU8, zipSync } from 'fflate';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export function zipOf(files: Files): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

const CENTRAL = 0x02014b50;

/** A copy in which every directory entry was changed: `at` is where the entry begins. */
export function withDirectory(zip: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at += 1)
    if (view.getUint32(at, true) === CENTRAL) change(view, at);
  return copy;
}

export interface BookSeed {
  /** Names within the folder of the package, with their content: the spine is in this order. */
  readonly chapters: Readonly<Record<string, string | null>>;
  readonly metadata?: string;
  /** Other entries of the archive. */
  readonly files?: Files;
  /** Names of chapters that are tables of contents. */
  readonly navigation?: readonly string[];
}

const METADATA = '<dc:title>A book</dc:title><dc:language>en</dc:language>';

/** An EPUB; a chapter whose content is null is named and not there. */
export function bookOf({ chapters, metadata = METADATA, files = {}, navigation = [] }: BookSeed): Uint8Array {
  const names = Object.keys(chapters);
  const items = names.map(
    (name, at) =>
      `<item id="c${at}" href="${name}" media-type="application/xhtml+xml"${navigation.includes(name) ? ' properties="nav"' : ''}/>`,
  );
  const spine = names.map((_, at) => `<itemref idref="c${at}"/>`);
  const present = Object.entries(chapters).flatMap(([name, content]) =>
    content === null ? [] : [[`OPS/${name}`, content] as const],
  );
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OPS/package.opf"/></rootfiles></container>',
    'OPS/package.opf': `<?xml version="1.0"?><package xmlns:dc="http://purl.org/dc/elements/1.1/">
      <metadata>${metadata}</metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
    ...Object.fromEntries(present),
    ...files,
  });
}

export function chapterOf(body: string, head = '<title>Chapter</title>'): string {
  return `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>${head}</head><body>${body}</body></html>`;
}
