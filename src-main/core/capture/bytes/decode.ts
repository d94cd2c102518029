/** Bytes as text: which encoding they are in, and what the user should know about it. */
import { DossierError } from '../../../common/contract/errors.ts';
import type { Warning } from '../../../common/contract/entities.ts';

export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly charset: string;
  readonly warnings: readonly Warning[];
}

export const MAX_BYTES = 64 * 1024 * 1024;

/** How many bytes are looked at to tell what they are; declarations stand in the first 1024 by the HTML standard. */
const SAMPLE = 4096;
/** One NUL in so many bytes is taken for a slip in a text; more are a binary file. */
const BYTES_PER_NUL = 1000;

const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP: EPUB, Word, …
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xd0, 0xcf, 0x11, 0xe0], // old Word
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], // SQLite
  [0x28, 0xb5, 0x2f, 0xfd], // Zstandard
  [0xff, 0xfe, 0x00, 0x00], // UTF-32, whose mark begins like that of UTF-16
];

/** Bytes that Windows-1252 leaves undefined; the decoder makes invisible control characters of them. */
const UNDEFINED_1252 = /[\x81\x8d\x8f\x90\x9d]/g;

/** What browsers read as Windows-1252 where a page declares it. */
const READ_AS_1252 = /1252|8859-1$|latin1|ascii|^x-user-defined$/;

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (cause) {
    // TypeError: bytes that fit not; RangeError: a charset that does not exist. Both mean: not this one.
    if (cause instanceof TypeError || cause instanceof RangeError) return null;
    throw cause;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: every other byte of Latin text is NUL. */
function guessUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, SAMPLE);
  const nuls = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (odd > length / 4 && even < length / 50) return 'utf-16le';
  if (even > length / 4 && odd < length / 50) return 'utf-16be';
  return null;
}

const hasMagic = (bytes: Uint8Array): boolean => MAGIC.some((magic) => startsWith(bytes, ...magic));

function isBinary(bytes: Uint8Array): boolean {
  if (hasMagic(bytes)) return true;
  let nuls = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
    nuls += 1;
    if (nuls * BYTES_PER_NUL > bytes.length) return true;
  }
  return false;
}

/** The encoding that HTML or XML names itself. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, SAMPLE));
  const declared =
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head) ??
    /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  const name = declared?.[1]?.toLowerCase() ?? null;
  // A declaration that can be read byte by byte cannot be in UTF-16.
  return name === null || name.startsWith('utf-16') ? null : name;
}

/** Says what was done; nothing where it was UTF-8 without a fault. */
function decoded(text: string, charset: string): Decoded {
  const warnings: Warning[] = [];
  if (charset !== 'utf-8') {
    warnings.push({
      code: `decoded-${charset}`,
      message: `The text was not in UTF-8; it was read as ${charset}.`,
    });
  }
  const replaced = text.split('\ufffd').length - 1;
  if (replaced > 0) {
    const message = `${replaced} byte sequences fit no encoding and were replaced by \ufffd.`;
    warnings.push({ code: 'bytes-replaced', message });
  }
  return { text, charset, warnings };
}

function decode1252(bytes: Uint8Array): Decoded {
  return decoded(
    new TextDecoder('windows-1252').decode(bytes).replace(UNDEFINED_1252, '\ufffd'),
    'windows-1252',
  );
}

/** Broken UTF-8 where most of what is not ASCII is well-formed; anything else is what Windows wrote. */
function decodeBroken(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  let replaced = 0;
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) replaced += 1;
    else if (code > 0x7f) kept += 1;
  }
  return kept > replaced ? decoded(text, 'utf-8') : decode1252(bytes);
}

/**
 * Decodes by, in this order: byte-order mark; valid UTF-8, which no other encoding's text is by chance, whatever a
 * page declares; the declared encoding, by its `label` first where it came with one; UTF-16 by its NULs; mostly UTF-8; Windows-1252.
 * @throws DossierError unreadable (empty, binary), too-large
 */
export function decodeBytes(
  bytes: Uint8Array,
  fileName: string | null,
  label: string | null = null,
): Decoded {
  if (bytes.length > MAX_BYTES)
    throw new DossierError('too-large', { fileName, limit: MAX_BYTES, size: bytes.length });
  if (bytes.length === 0) throw new DossierError('unreadable', { fileName, reason: 'empty' });
  const marked = byteOrderMark(bytes) ?? guessUtf16(bytes);
  if (marked && !hasMagic(bytes)) return decoded(new TextDecoder(marked).decode(bytes), marked);
  if (isBinary(bytes)) throw new DossierError('unreadable', { fileName, reason: 'binary' });
  const declared = label?.trim().toLowerCase() || declaredCharset(bytes);
  if (declared?.startsWith('iso-2022')) {
    // The only encodings in use that hide other characters in plain ASCII bytes.
    const text = decodeStrictly(bytes, declared);
    if (text !== null) return decoded(text, declared);
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return decoded(utf8, 'utf-8');
  if (declared !== null && declared !== 'utf-8' && !READ_AS_1252.test(declared)) {
    const text = decodeStrictly(bytes, declared);
    if (text !== null) return decoded(text, new TextDecoder(declared).encoding);
  }
  return decodeBroken(bytes);
}
