/** Word: what is written in a document, by its styles, and its pictures. Macros and what is embedded are never looked at. */
import { zipSync } from 'fflate';
import type { Element } from 'hast';
import mammoth from 'mammoth';
import { DossierError } from '../../../common/contract/errors.ts';
import { decodeBytes } from '../bytes/decode.ts';
import {
  NO_DETAILS,
  tidy,
  tidyByline,
  type ByteInput,
  type Details,
  type Extracted,
} from '../details/details.ts';
import { hastOf, mdastOf } from '../html/extract.ts';
import { createImageHandler } from '../html/images.ts';
import { TagCount } from '../html/tag-count.ts';
import { readXml } from '../bytes/xml.ts';
import { openZip, type ZipArchive } from '../bytes/zip.ts';

/** Characters of the HTML that it comes to. */
const MAX_LENGTH = 16 * 1024 * 1024;
/** Where the text is; some programs number it. */
const MAIN_PART = /^word\/document\d*\.xml$/;
/** What describes a document and its text: no macros, no programs. */
const TEXT_PART = /\.(?:xml|rels)$/i;
/** Stands before the number of a picture, in the place of its address. */
const MEDIA = 'media:';
const MEDIA_PART = /^word\/media\//;
/** Of all pictures together; those that come after are left out. */
const MAX_MEDIA = 64 * 1024 * 1024;
const CORE = 'docProps/core.xml';

/** Beside the library's own, which knows headings, lists, tables, notes and emphasis. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

export function isWordPart(name: string): boolean {
  return MAIN_PART.test(name);
}

/** @throws DossierError unreadable (broken-zip, broken-docx, encrypted), too-large */
export async function extractDocx({ bytes, fileName, pictures }: ByteInput): Promise<Extracted> {
  refuseEncrypted(bytes, fileName);
  const archive = openZip(bytes, fileName);
  const media: Uint8Array[] = [];
  pictures.addLookup((address) =>
    address.startsWith(MEDIA) ? (media[Number(address.slice(MEDIA.length))] ?? null) : null,
  );
  const html = await toHtml(repack(archive), media, fileName);
  if (html.length > MAX_LENGTH) {
    throw new DossierError('too-large', { fileName, limit: MAX_LENGTH, size: html.length });
  }
  new TagCount(fileName).add(html);
  const body = hastOf(html);
  const details = readDetails(archive, fileName);
  const title = details.title ?? tidy(firstHeading(body));
  const extractor = 'mammoth 1.13.0';
  return {
    tree: mdastOf(body, null, createImageHandler(null, pictures)),
    details: { ...details, title },
    warnings: [],
    extractor,
  };
}

/** With a password, Word writes an envelope of another format that holds the document as `EncryptedPackage`. */
function refuseEncrypted(bytes: Uint8Array, fileName: string | null): void {
  const isEnvelope = [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
  if (!isEnvelope || !Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) return;
  throw new DossierError('unreadable', { fileName, reason: 'encrypted' });
}

/**
 * A ZIP of the parts with text and of the pictures, as they came out of our own reader with its limits: the library unpacks by
 * itself and without any.
 */
function repack(archive: ZipArchive): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  for (const name of archive.names) {
    const part = TEXT_PART.test(name) ? archive.read(name) : null;
    if (part) parts[name] = part;
  }
  // After the texts: what is too much for the archive's limits is then only a picture.
  let size = 0;
  for (const name of archive.names.filter((each) => MEDIA_PART.test(each) && !(each in parts))) {
    const part = size < MAX_MEDIA ? readPicture(archive, name) : new Uint8Array();
    size += part.length;
    parts[name] = part;
  }
  return zipSync(parts, { level: 0 });
}

/** Empty where it is damaged or too large: it is then left out, and counted. */
function readPicture(archive: ZipArchive, name: string): Uint8Array {
  try {
    return archive.read(name) ?? new Uint8Array();
  } catch (cause) {
    if (cause instanceof DossierError) return new Uint8Array();
    throw cause;
  }
}

/** @param media gets the pictures; the HTML names them by their place in it */
async function toHtml(zip: Uint8Array, media: Uint8Array[], fileName: string | null): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength) },
      {
        styleMap: STYLES,
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          media.push(new Uint8Array(await image.readAsArrayBuffer()));
          return { src: `${MEDIA}${media.length - 1}` };
        }),
      },
    );
    return value;
  } catch (cause) {
    // The library's own errors have no type; a document nested too deeply for it ends here too.
    throw new DossierError('unreadable', { fileName, reason: 'broken-docx' }, { cause });
  }
}

function readDetails(archive: ZipArchive, fileName: string | null): Details {
  const core = archive.read(CORE);
  const elements = core === null || core.length === 0 ? [] : readXml(decodeBytes(core, fileName).text);
  const valueOf = (name: string) => tidy(elements.find((element) => element.name === name)?.text);
  return {
    ...NO_DETAILS,
    title: valueOf('title'),
    byline: tidyByline(valueOf('creator')),
    published: valueOf('modified') ?? valueOf('created'),
    language: valueOf('language'),
  };
}

function firstHeading(body: Element): string | null {
  const heading = body.children.find((child) => child.type === 'element' && /^h[1-6]$/.test(child.tagName));
  const text: string[] = [];
  const queue = heading ? [heading] : [];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'text') text.push(node.value);
    if (node.type === 'element') queue.push(...node.children.toReversed());
  }
  return text.join('');
}
