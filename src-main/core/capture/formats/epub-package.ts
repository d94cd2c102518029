/** What an EPUB says of itself: the package document with its metadata, manifest and spine, and what is encrypted. */
import { DossierError } from '../../../common/contract/errors.ts';
import { cleanAddress } from '../details/addresses.ts';
import { decodeBytes } from '../bytes/decode.ts';
import { NO_DETAILS, tidy, tidyByline, type Details } from '../details/details.ts';
import { readXml, type XmlElement } from '../bytes/xml.ts';
import type { ZipArchive } from '../bytes/zip.ts';

export interface Chapter {
  /** Name of its entry in the archive. */
  readonly path: string;
  /** The book's own table of contents. */
  readonly isNavigation: boolean;
}

export interface EpubPackage {
  readonly details: Details;
  /** In reading order, each once; only what is XHTML or stands for something else as XHTML. */
  readonly chapters: readonly Chapter[];
}

/** Says where the package document is. */
export const CONTAINER = 'META-INF/container.xml';

/** These only hide fonts from being copied; every reader can show the book. */
const FONT_METHODS: ReadonlySet<string> = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
]);
const XHTML = /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document)$/i;
/** Addresses within a book are relative to a file of it; this stands for the archive. */
const ARCHIVE = 'http://archive.invalid/';
/** Titles, authors, … that are looked at: each is looked up among all elements. */
const MAX_VALUES = 100;
/** Something that is no XHTML may name what stands for it, and that again. */
const MAX_FALLBACKS = 10;

/** The entry that a reference means, seen from the file that it stands in; null where it leads out of the book. */
export function resolveEntry(reference: string, from: string): string | null {
  const base = `${ARCHIVE}${from.split('/').map(encodeURIComponent).join('/')}`;
  const url = URL.parse(reference, base);
  if (!url?.href.startsWith(ARCHIVE)) return null;
  try {
    return decodeURIComponent(url.pathname.slice(1));
  } catch (cause) {
    // A lone percent sign: the name as it is written.
    if (cause instanceof URIError) return url.pathname.slice(1);
    throw cause;
  }
}

/** @throws DossierError unreadable (drm, broken-epub, no-text and those of the archive) */
export function readPackage(archive: ZipArchive, fileName: string | null): EpubPackage {
  const xmlOf = (path: string): readonly XmlElement[] => {
    const bytes = archive.read(path);
    return bytes === null || bytes.length === 0 ? [] : readXml(decodeBytes(bytes, fileName).text);
  };
  refuseEncrypted(xmlOf('META-INF/encryption.xml'), fileName);
  const root = xmlOf(CONTAINER).find(({ name }) => name === 'rootfile');
  const path = root?.attribute('full-path') ?? archive.names.find((name) => name.endsWith('.opf'));
  const elements = path === undefined ? [] : xmlOf(path);
  const chapters = path === undefined ? [] : chaptersOf(elements, path);
  if (chapters.length === 0) {
    // A book of drawings is whole, but there is nothing to read in it.
    const isWhole = elements.some(({ name }) => name === 'itemref');
    throw new DossierError('unreadable', { fileName, reason: isWhole ? 'no-text' : 'broken-epub' });
  }
  return { details: detailsOf(elements), chapters };
}

function refuseEncrypted(elements: readonly XmlElement[], fileName: string | null): void {
  for (const element of elements) {
    if (element.name !== 'EncryptionMethod') continue;
    if (!FONT_METHODS.has(element.attribute('Algorithm') ?? '')) {
      throw new DossierError('unreadable', { fileName, reason: 'drm' });
    }
  }
}

function chaptersOf(elements: readonly XmlElement[], opf: string): readonly Chapter[] {
  const items = new Map<string, XmlElement>();
  for (const element of elements) {
    if (element.name === 'item') items.set(element.attribute('id') ?? '', element);
  }
  const chapters = new Map<string, Chapter>();
  for (const reference of elements.filter(({ name }) => name === 'itemref')) {
    const item = readableItem(items, reference.attribute('idref'));
    const path = item && resolveEntry(item.attribute('href') ?? '', opf);
    if (!path || chapters.has(path)) continue;
    const isNavigation = /(?:^|\s)nav(?:\s|$)/.test(item.attribute('properties') ?? '');
    chapters.set(path, { path, isNavigation });
  }
  return [...chapters.values()];
}

function readableItem(items: ReadonlyMap<string, XmlElement>, id: string | null): XmlElement | null {
  let item = items.get(id ?? '');
  for (let step = 0; item && step < MAX_FALLBACKS; step += 1) {
    if (XHTML.test(item.attribute('media-type')?.trim() ?? '')) return item;
    item = items.get(item.attribute('fallback') ?? '');
  }
  return null;
}

function detailsOf(elements: readonly XmlElement[]): Details {
  const all = (name: string) =>
    elements.filter((element) => element.name === name && element.text !== '').slice(0, MAX_VALUES);
  const dates = all('date');
  const published = dates.find((date) => date.attribute('event') === 'publication') ?? dates[0];
  const addresses = all('identifier').map(({ text }) => cleanAddress(text));
  return {
    ...NO_DETAILS,
    title: tidy((mainTitle(elements, all('title')) ?? all('title')[0])?.text),
    byline: tidyByline(authorsOf(elements, all('creator')).join(', ')),
    site: tidy(all('publisher')[0]?.text),
    url: addresses.find((address) => address !== null) ?? null,
    published: tidy(published?.text),
    language: tidy(all('language')[0]?.text),
  };
}

/** What a `meta` element says of another, as EPUB 3 writes it. */
function refinement(elements: readonly XmlElement[], of: XmlElement, property: string): string | null {
  const id = of.attribute('id');
  if (id === null) return null;
  const meta = elements.find(
    (element) =>
      element.name === 'meta' &&
      element.attribute('refines') === `#${id}` &&
      element.attribute('property') === property,
  );
  return meta?.text ?? null;
}

function mainTitle(elements: readonly XmlElement[], titles: readonly XmlElement[]): XmlElement | undefined {
  return titles.find((title) => refinement(elements, title, 'title-type') === 'main');
}

/** Authors where roles are given, else all who made it. */
function authorsOf(elements: readonly XmlElement[], creators: readonly XmlElement[]): readonly string[] {
  const isAuthor = (creator: XmlElement) =>
    (creator.attribute('role') ?? refinement(elements, creator, 'role')) === 'aut';
  const authors = creators.filter(isAuthor);
  return (authors.length > 0 ? authors : creators).map(({ text }) => text);
}
