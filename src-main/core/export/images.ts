/** Pictures that go along with an export. */
import { DossierError } from '../../common/contract/errors.ts';
import { IMAGE_EXTENSIONS } from '../../common/document/image-facts.ts';
import { readBlob } from '../storage/blobs.ts';
import type { Reader } from '../storage/connection.ts';
import { readImage, type StoredImage } from '../storage/images.ts';
import type { ExportImages, ExportOriginals } from './model.ts';

/** Of all pictures together where the answer goes back to a page, and where it is written. */
export const MOST_ANSWERED = 64 * 1024 * 1024;
export const MOST_WRITTEN = 256 * 1024 * 1024;

/** Reads pictures as they are asked for, until they are too many (`most` bytes) for one export. */
export function openImages(reader: Reader, most: number): ExportImages {
  let left = most;
  const missing = new Set<string>();
  return {
    get leftOut() {
      return missing.size;
    },
    take(sha256) {
      const image = readStored(reader, sha256);
      if (!image || image.bytes.length > left) {
        missing.add(sha256);
        return null;
      }
      left -= image.bytes.length;
      return image;
    },
    refuse(sha256) {
      missing.add(sha256);
    },
  };
}

function readStored(reader: Reader, sha256: string): StoredImage | null {
  try {
    return readImage(reader, sha256);
  } catch (cause) {
    // One that is gone or damaged is no reason to write nothing; `dossier check` says what it is.
    if (cause instanceof DossierError) return null;
    throw cause;
  }
}

/** Of all originals together, unpacked: they stand in a page, which a browser has to read. */
const MOST_ORIGINALS = 64 * 1024 * 1024;

export function openOriginals(reader: Reader, most = MOST_ORIGINALS): ExportOriginals {
  let left = most;
  const missing = new Set<string>();
  return {
    get leftOut() {
      return missing.size;
    },
    take(sha256) {
      const bytes = readOriginal(reader, sha256);
      if (!bytes || bytes.length > left) {
        missing.add(sha256);
        return null;
      }
      left -= bytes.length;
      return bytes;
    },
  };
}

function readOriginal(reader: Reader, sha256: string): Uint8Array | null {
  try {
    return readBlob(reader, sha256);
  } catch (cause) {
    if (cause instanceof DossierError) return null;
    throw cause;
  }
}

export function dataUri({ mediaType, bytes }: StoredImage): string {
  return `data:${mediaType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}

export function imagePath(sha256: string, { mediaType }: StoredImage): string {
  return `images/${sha256}.${IMAGE_EXTENSIONS[mediaType]}`;
}

const ACTIVE =
  /<(?:[\w.-]+:)?(?:script|foreignobject|iframe|embed|object|handler|set|animate)|\son[a-z]+\s*=|javascript:|<!entity|<\?xml-stylesheet/i;

/** What is fetched from elsewhere when the drawing is opened. */
const REMOTE =
  /\s(?:[\w.-]+:)?(?:href|src)\s*=\s*["']?\s*(?:[a-z]+:)?\/\/|url\(\s*["']?\s*(?:[a-z]+:)?\/\/|@import/i;
/** An encoding that hides characters from whoever reads it as UTF-8 (ISO-2022-JP drops an escape within a name). */
const HIDDEN = /^\s*<\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8["'])|[\0-\x08\x0b\x0c\x0e-\x1f]/i;
/** How XML spells a character by its number: `&#106;avascript:`. */
const BY_NUMBER = /&#(x[0-9a-f]{1,6}|\d{1,7});?/gi;

function decodeNumbers(xml: string): string {
  return xml.replace(BY_NUMBER, (all, number: string) => {
    const code = Number(number.startsWith('x') || number.startsWith('X') ? `0${number}` : number);
    // What browsers leave out of an address.
    if (code < 0x20) return '';
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/**
 * Whether a drawing is only drawn. Within a page of ours nothing in it runs, but a file of its own is opened by
 * browsers as a page.
 */
export function isStill({ mediaType, bytes }: StoredImage): boolean {
  if (mediaType !== 'image/svg+xml') return true;
  const xml = new TextDecoder().decode(bytes);
  if (HIDDEN.test(xml)) return false;
  const plain = decodeNumbers(xml);
  const joined = plain.replace(/[\t\n\r]/g, '');
  return ![ACTIVE, REMOTE].some((pattern) => pattern.test(plain)) && !/javascript:/i.test(joined);
}
