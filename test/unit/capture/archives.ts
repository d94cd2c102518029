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

export interface DocumentSeed {
  /** Content of the document's body. */
  readonly body: string;
  /** Content of its core properties. */
  readonly core?: string;
  /** Style ids and the names they stand for. */
  readonly styles?: Readonly<Record<string, string>>;
  readonly footnotes?: string;
  /** Further relationships of the text. */
  readonly relations?: string;
  /** Other entries of the archive. */
  readonly files?: Files;
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** A Word document. */
export function docxOf({
  body,
  core = '',
  styles = {},
  footnotes = '',
  relations = '',
  files,
}: DocumentSeed): Uint8Array {
  const named = Object.entries(styles).map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  );
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships ${RELATIONS}>${relation('r', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${RELATIONS}>${relation('s', 'styles', 'styles.xml')}${relation('f', 'footnotes', 'footnotes.xml')}${relations}</Relationships>`,
    'word/document.xml': `<w:document ${WORD} xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${WORD}>${named.join('')}</w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${WORD}>${footnotes}</w:footnotes>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${core}</cp:coreProperties>`,
    ...files,
  });
}

/** A paragraph of such a document, with a style or without. */
export function wordParagraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
