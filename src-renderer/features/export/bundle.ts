/** What the page hands to the browser's downloads: one file as it is, several as one archive. */
import { strToU8, zipSync } from 'fflate';

export interface ExportedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

const bytesOf = ({ content }: ExportedFile): Uint8Array =>
  typeof content === 'string' ? strToU8(content) : content;

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const TEXT_TYPES: Readonly<Record<string, string>> = { md: 'text/markdown', html: 'text/html' };
const OTHER_TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  qdpx: 'application/zip',
  zip: 'application/zip',
};

/** @param name of the archive, without extension; a single file keeps its own name. Never called without files. */
export function bundleFiles(files: readonly ExportedFile[], name: string): Download {
  const [first] = files;
  if (files.length === 1 && first !== undefined) {
    return { name: baseName(first.path), mediaType: mediaTypeOf(first.path), bytes: bytesOf(first) };
  }
  const entries = Object.fromEntries(files.map((file) => [file.path, bytesOf(file)]));
  // A fixed time, so that the same notes give the same archive.
  const bytes = zipSync(entries, { mtime: new Date(1980, 0, 1, 12) });
  return { name: `${name}.zip`, mediaType: 'application/zip', bytes };
}

function mediaTypeOf(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return OTHER_TYPES[extension] ?? `${TEXT_TYPES[extension] ?? 'text/plain'};charset=utf-8`;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
