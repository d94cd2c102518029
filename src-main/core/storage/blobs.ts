/** Original bytes, stored once by their SHA-256, compressed where that makes them smaller. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import { DossierError } from '../../common/contract/errors.ts';
import type { PackedBlob } from '../ports.ts';
import type { Reader } from './connection.ts';
import type { Edit } from './edit.ts';

const deflate = promisify(deflateRaw);

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Outside the transaction and of this thread: compressing a large file would keep everybody else waiting. */
export async function packBlob(bytes: Uint8Array, sha256: string): Promise<PackedBlob> {
  // A copy: the library's own is a part of 16 KB, which of a library with its thousands of small records would all be held.
  const packed = Uint8Array.from(await deflate(bytes));
  const smaller = packed.length < bytes.length;
  return {
    sha256,
    size: bytes.length,
    encoding: smaller ? 'deflate' : 'identity',
    bytes: smaller ? packed : bytes,
  };
}

/** As it is: pictures are packed in a way of their own. */
export function plainBlob(sha256: string, bytes: Uint8Array): PackedBlob {
  return { sha256, size: bytes.length, encoding: 'identity', bytes };
}

export function storeBlob(edit: Edit, blob: PackedBlob, mediaType: string): void {
  const known = edit.reader.get('SELECT 1 FROM blob WHERE sha256 = ?', blob.sha256);
  if (known) return;
  edit.insertPart('blob', {
    sha256: blob.sha256,
    media_type: mediaType,
    size: blob.size,
    encoding: blob.encoding,
    bytes: blob.bytes,
  });
}

/** @throws DossierError not-found; notebook-damaged where the bytes are no longer those that were stored */
export function readBlob(reader: Reader, sha256: string): Uint8Array {
  const row = reader.get<{ encoding: string; bytes: Uint8Array; size: number }>(
    'SELECT encoding, bytes, size FROM blob WHERE sha256 = ?',
    sha256,
  );
  if (!row) throw new DossierError('not-found', { what: 'blob', id: sha256 });
  const bytes = unpack(row, sha256);
  if (hashOf(bytes) !== sha256) {
    throw new DossierError('notebook-damaged', { what: 'blob', id: sha256 });
  }
  return bytes;
}

function unpack(row: { encoding: string; bytes: Uint8Array; size: number }, sha256: string): Uint8Array {
  if (row.encoding === 'identity') return row.bytes;
  try {
    return inflateRawSync(row.bytes, { maxOutputLength: Math.max(row.size, 1) });
  } catch (cause) {
    throw new DossierError('notebook-damaged', { what: 'blob', id: sha256 }, { cause });
  }
}
