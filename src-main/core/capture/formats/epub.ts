/** EPUB: a book as one source, its chapters in reading order, with notes found across their files. */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { DossierError } from '../../../common/contract/errors.ts';
import { decodeBytes } from '../bytes/decode.ts';
import type { ByteInput, Extracted } from '../details/details.ts';
import { CONTAINER, readPackage, resolveEntry, type Chapter } from './epub-package.ts';
import { hastOf, mdastOf } from '../html/extract.ts';
import { createImageHandler } from '../html/images.ts';
import { TagCount } from '../html/tag-count.ts';
import { htmlOfXhtml } from '../bytes/xhtml.ts';
import { openZip, type ZipArchive } from '../bytes/zip.ts';

/** Characters of markup of all chapters; the longest novels have a third of it. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** Stands before the name of a picture's entry, in the place of its address. */
const ENTRY = 'entry:';

/** The entry that every book has. */
export function isContainer(name: string): boolean {
  return name === CONTAINER;
}

/** @throws DossierError unreadable (broken-zip, encrypted, drm, broken-epub, binary), too-large */
export function extractEpub({ bytes, fileName, pictures }: ByteInput): Extracted {
  const archive = openZip(bytes, fileName);
  pictures.addLookup((address) => readEntry(archive, address));
  const { details, chapters } = readPackage(archive, fileName);
  const numbers = new Map(chapters.map(({ path }, number) => [path, number]));
  const book: Root = { type: 'root', children: [] };
  const tags = new TagCount(fileName);
  let length = 0;
  let isWhole = true;
  for (const chapter of chapters) {
    const text = readChapter(archive, chapter, fileName);
    if (text === null) {
      isWhole = false;
      continue;
    }
    length += text.length;
    if (length > MAX_LENGTH)
      throw new DossierError('too-large', { fileName, limit: MAX_LENGTH, size: length });
    tags.add(text);
    const tree = hastOf(htmlOfXhtml(text));
    if (chapter.isNavigation && !keepsText(tree)) continue;
    prepare(tree, chapter.path, numbers);
    book.children.push({ type: 'element', tagName: 'section', properties: {}, children: tree.children });
  }
  if (book.children.length === 0 && !isWhole)
    throw new DossierError('unreadable', { fileName, reason: 'broken-epub' });
  return {
    tree: mdastOf(book, null, createImageHandler(null, pictures)),
    details,
    warnings: isWhole ? [] : [MISSING],
    extractor: 'epub 1',
  };
}

const MISSING = {
  code: 'chapters-missing',
  message: 'Some chapters of this book are missing or damaged and were left out.',
};

/** Null where the book names a file that it does not hold, or holds damaged. */
function readChapter(archive: ZipArchive, { path }: Chapter, fileName: string | null): string | null {
  try {
    const bytes = archive.read(path);
    if (bytes === null) return null;
    return bytes.length === 0 ? '' : decodeBytes(bytes, fileName).text;
  } catch (cause) {
    if (cause instanceof DossierError && cause.code === 'unreadable') return null;
    throw cause;
  }
}

/** A picture's bytes by what `prepare` calls it; what is damaged or too large is no picture. */
function readEntry(archive: ZipArchive, address: string): Uint8Array | null {
  if (!address.startsWith(ENTRY)) return null;
  try {
    return archive.read(address.slice(ENTRY.length));
  } catch (cause) {
    if (cause instanceof DossierError) return new Uint8Array();
    throw cause;
  }
}

/** Page numbers of the printed book: they stand in the middle of sentences. */
function isPageNumber(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return /pagebreak/.test(
    `${node.properties['role']} ${node.properties['epubType'] ?? node.properties['epub:type']}`,
  );
}

function* walk(root: Nodes, skip: (element: Element) => boolean = () => false): Generator<Nodes> {
  const queue: Nodes[] = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'element' && skip(node)) continue;
    yield node;
    if ('children' in node) for (const child of node.children.toReversed()) queue.push(child);
  }
}

/** A table of contents says nothing that the chapters do not: what counts is text beside it and its heading. */
function keepsText(tree: Element): boolean {
  for (const node of walk(tree, ({ tagName }) => tagName === 'nav' || /^h[1-6]$/.test(tagName))) {
    if (node.type === 'text' && node.value.trim() !== '') return true;
  }
  return false;
}

/** Takes page numbers out, makes ids unique in the book, and links between its files links to them, so that notes are found anywhere. */
function prepare(tree: Element, path: string, numbers: ReadonlyMap<string, number>): void {
  const scoped = (number: number | undefined, id: string) => `${number}-${id}`;
  for (const node of walk(tree)) {
    if (node.type !== 'element') continue;
    node.children = node.children.filter((child) => !isPageNumber(child));
    const { id, href, src } = node.properties;
    if (typeof src === 'string') node.properties['src'] = `${ENTRY}${resolveEntry(src, path) ?? ''}`;
    if (typeof id === 'string') node.properties['id'] = scoped(numbers.get(path), id);
    if (typeof href !== 'string' || !href.includes('#')) continue;
    const number = numbers.get(resolveEntry(href, path) ?? '');
    const fragment = href.slice(href.indexOf('#') + 1);
    if (number !== undefined) node.properties['href'] = `#${scoped(number, fragment)}`;
  }
}
