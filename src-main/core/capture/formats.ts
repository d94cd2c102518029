/**
 * The table of formats: how a file is told to be one, and what reads it. A kind is complete with its line here and
 * the one in `common/contract/source-formats.ts`.
 */
import type { FileKind } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { SOURCE_FORMATS } from '../../common/contract/source-formats.ts';
import type { CaptureInput, Progress } from '../ports.ts';
import { decodeBytes } from './bytes/decode.ts';
import type { ByteInput, Extracted } from './details/details.ts';
import { extractDocx, isWordPart } from './formats/docx.ts';
import { extractEpub, isContainer } from './formats/epub.ts';
import { extractHtml } from './html/extract.ts';
import { extractMarkdown } from './formats/markdown.ts';
import { extractMhtml, isMhtml } from './formats/mhtml.ts';
import { extractPdf } from './pdf/pdf.ts';
import { extractPlainText } from './formats/plain-text.ts';
import { isZip, isZipWith, openZip } from './bytes/zip.ts';

type TextInput = Omit<ByteInput, 'bytes'> & { readonly text: string };

/** Text in some encoding: decoded first, and told by how the text begins. */
interface TextFormat {
  readonly isStart?: (start: string) => boolean;
  readonly readText: (input: TextInput) => Extracted;
}

/** Bytes with an encoding of their own, if any: told by what they hold, whatever the file is called. */
interface ByteFormat {
  readonly holds: (bytes: Uint8Array) => boolean;
  readonly readBytes: (input: ByteInput, progress?: Progress) => Extracted | Promise<Extracted>;
}

/** A comment ends where the first `-->` is: one that might go on to the next could be read in a thousand million ways. */
const HTML_START =
  /^(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[^]){0,2000}-->\s*)*<(?:!doctype html|html|head|body|article|main|meta|title)[\s>/]/i;
const MARKDOWN_START = /^(?:---\r?\n[^]{1,4000}?\r?\n---\r?\n|# \S)/;

/** In the order in which they are tried. */
const FORMATS: Readonly<Record<FileKind, TextFormat | ByteFormat>> = {
  pdf: {
    holds: isPdf,
    readBytes: ({ bytes, fileName }, progress) => extractPdf(bytes, fileName, progress),
  },
  epub: { holds: (bytes) => isZipWith(bytes, isContainer), readBytes: extractEpub },
  docx: { holds: (bytes) => isZipWith(bytes, isWordPart), readBytes: extractDocx },
  mhtml: { holds: isMhtml, readBytes: extractMhtml },
  html: {
    isStart: (start) => HTML_START.test(start),
    readText: ({ text, url, pictures, how }) => extractHtml(text, url, pictures, how),
  },
  markdown: {
    isStart: (start) => MARKDOWN_START.test(start),
    readText: ({ text, now, pictures }) => extractMarkdown(text, now, pictures),
  },
  text: { readText: ({ text, now }) => extractPlainText(text, now) },
};
const KINDS = Object.keys(FORMATS) as readonly FileKind[];

/** Text on the outside, but what one reads is wrapped in codes that no reader here understands yet. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [[/^\{\\rtf/, 'rtf']];

/** Characters that are looked at to tell what a text is. */
const START = 8192;

export interface Read {
  readonly kind: FileKind;
  /** WHATWG name; empty where the format has encodings of its own within it. */
  readonly charset: string;
  readonly extracted: Extracted;
  /** Of the decoding; those of the reading are in `extracted`. */
  readonly warnings: Extracted['warnings'];
}

/**
 * Reads a file as what it is: by the user's word (`as`), by bytes that are of one format alone, by its name, else by
 * how its text begins.
 * @throws DossierError unreadable, too-large, unsupported
 */
export async function readFormat(
  given: ByteInput,
  as: CaptureInput['as'],
  how: CaptureInput['how'],
  progress?: Progress,
): Promise<Read> {
  // A range counts blocks of the whole page.
  const input = { ...given, how: typeof how === 'object' && 'from' in how ? ('whole' as const) : how };
  const { bytes, fileName } = input;
  // Whatever it is called: nothing is not a damaged something.
  if (bytes.length === 0) throw new DossierError('unreadable', { fileName, reason: 'empty' });
  if (isDatabase(bytes)) throw new DossierError('unsupported', { what: 'notebook', fileName });
  const told = as ?? KINDS.find((kind) => holds(kind, bytes)) ?? kindOfName(fileName);
  const format = told && FORMATS[told];
  if (told && format && 'readBytes' in format)
    return { kind: told, charset: '', extracted: await format.readBytes(input, progress), warnings: [] };
  if (isZip(bytes)) refuseZip(bytes, fileName);
  const { text, charset, warnings } = decodeBytes(bytes, fileName, input.charset);
  if (text.trim() === '') throw new DossierError('unreadable', { fileName, reason: 'empty' });
  const kind = as ?? kindOfText(text, fileName);
  return { kind, charset, extracted: readText(kind, { ...input, text }), warnings };
}

/** A cut-off library or book is told from a folder that somebody packed. */
function refuseZip(bytes: Uint8Array, fileName: string | null): never {
  openZip(bytes, fileName);
  throw new DossierError('unreadable', { fileName, reason: 'packed' });
}

/** Some writers put other bytes first; readers look for the mark in the first kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** Of SQLite, as notebooks are: windows without a disk only know a file by its bytes. */
function isDatabase(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 16)).toString('latin1') === 'SQLite format 3\0';
}

function holds(kind: FileKind, bytes: Uint8Array): boolean {
  const format = FORMATS[kind];
  return 'holds' in format && format.holds(bytes);
}

function readText(kind: FileKind, input: TextInput): Extracted {
  const format = FORMATS[kind];
  if ('readText' in format) return format.readText(input);
  throw new DossierError('unreadable', { fileName: input.fileName, reason: 'binary' });
}

function kindOfName(fileName: string | null): FileKind | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  return KINDS.find((kind) => SOURCE_FORMATS[kind].extensions.includes(extension));
}

/** @throws DossierError unsupported */
function kindOfText(text: string, fileName: string | null): FileKind {
  const start = text.slice(0, START).trimStart();
  for (const [pattern, what] of UNSUPPORTED) {
    if (pattern.test(start)) throw new DossierError('unsupported', { what, fileName });
  }
  return kindOfName(fileName) ?? KINDS.find((kind) => isStart(kind, start)) ?? 'text';
}

function isStart(kind: FileKind, start: string): boolean {
  const format = FORMATS[kind];
  return 'isStart' in format && (format.isStart?.(start) ?? false);
}
