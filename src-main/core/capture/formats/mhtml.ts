/** MHTML: the page of a saved archive, with its pictures. Styles and frames are not looked at. */
import { DossierError } from '../../../common/contract/errors.ts';
import { cleanAddress } from '../details/addresses.ts';
import { decodeBytes, MAX_BYTES } from '../bytes/decode.ts';
import type { ByteInput, Extracted } from '../details/details.ts';
import type { Lookup } from '../images/pictures.ts';
import { extractHtml } from '../html/extract.ts';
import {
  decodeBody,
  parameterOf,
  parsePart,
  partsOf,
  readLatin1,
  typeOf,
  type MimePart,
} from '../bytes/mime.ts';

const START = 8192;
const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;
/** A page within an alternative within the archive; deeper is no page that a browser saved. */
const MAX_DEPTH = 4;

const INCOMPLETE = {
  code: 'page-incomplete',
  message: 'This saved page has no proper end; what there is of it was taken.',
};

/** Told by its head, which is that of a mail: it says how a page is packed. */
export function isMhtml(bytes: Uint8Array): boolean {
  const start = readLatin1(bytes.subarray(0, START)).replace(/^\s+/, '');
  if (/^From: <Saved by/i.test(start)) return true;
  const head = parsePart(start);
  return (
    head.headers.has('mime-version') && (typeOf(head) === 'multipart/related' || PAGE.test(typeOf(head)))
  );
}

interface Found {
  readonly page: MimePart;
  readonly isWhole: boolean;
}

/** The page that the archive names, else the first in it. */
function findPage(part: MimePart, depth = 0): Found | null {
  if (PAGE.test(typeOf(part))) return { page: part, isWhole: true };
  if (depth > MAX_DEPTH || (!typeOf(part).startsWith('multipart/') && depth > 0)) return null;
  const { parts, isWhole } = partsOf(part);
  const root = parameterOf(part, 'start');
  let first: Found | null = null;
  for (const each of parts) {
    const found = findPage(each, depth + 1);
    if (found && (root === null || each.headers.get('content-id') === root)) {
      return { page: found.page, isWhole: isWhole && found.isWhole };
    }
    first ??= found;
  }
  return first && { page: first.page, isWhole: isWhole && first.isWhole };
}

/** Parts by the names that a page may give them: where they came from, or their id. Looked for when first needed. */
function partLookup(archive: MimePart): Lookup {
  let parts: ReadonlyMap<string, MimePart> | null = null;
  return (address) => {
    parts ??= namedParts(archive);
    const part = parts.get(address);
    return part ? decodeBody(part) : null;
  };
}

function namedParts(
  part: MimePart,
  found = new Map<string, MimePart>(),
  depth = 0,
): ReadonlyMap<string, MimePart> {
  for (const each of partsOf(part).parts) {
    if (typeOf(each).startsWith('multipart/')) {
      if (depth < MAX_DEPTH) namedParts(each, found, depth + 1);
      continue;
    }
    const id = each.headers.get('content-id')?.replace(/^<|>$/g, '');
    for (const name of [each.headers.get('content-location'), id && `cid:${id}`]) {
      if (name && !PAGE.test(typeOf(each)) && !found.has(name)) found.set(name, each);
    }
  }
  return found;
}

/** @throws DossierError unreadable (no-page, empty), too-large */
export function extractMhtml({ bytes, fileName, url, pictures, how }: ByteInput): Extracted {
  if (bytes.length > MAX_BYTES)
    throw new DossierError('too-large', { fileName, limit: MAX_BYTES, size: bytes.length });
  const archive = parsePart(readLatin1(bytes).replace(/^\s+/, ''));
  const found = findPage(archive);
  if (!found) throw new DossierError('unreadable', { fileName, reason: 'no-page' });
  const { text, warnings } = decodeBytes(
    decodeBody(found.page),
    fileName,
    parameterOf(found.page, 'charset'),
  );
  const address =
    cleanAddress(archive.headers.get('snapshot-content-location')) ??
    cleanAddress(found.page.headers.get('content-location'));
  pictures.addLookup(partLookup(archive));
  const extracted = extractHtml(text, url ?? address, pictures, how);
  const incomplete = found.isWhole ? [] : [INCOMPLETE];
  return { ...extracted, warnings: [...warnings, ...incomplete, ...extracted.warnings] };
}
