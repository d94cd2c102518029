/** The rows that texts are compared by. Derived: whoever doubts them makes them anew. */
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import type { Fingerprint } from '../../common/similarity/fingerprint.ts';
import { SIGNATURE_VERSION, type Signature } from '../../common/similarity/signature.ts';
import type { Reader, Writer } from './connection.ts';

export interface StoredSignature extends Signature {
  readonly number: number;
  /** Words that stand in the text a second time. */
  readonly repeated: number;
}

interface SignatureRow {
  number: number;
  words: number;
  repeated: number;
  scale: number;
  hashes: Uint8Array;
}

/** In place of the one that the version may have. */
export function storeSignature(writer: Writer, version: VersionId, fingerprint: Fingerprint): void {
  const { signature, repeated } = fingerprint;
  removeSignature(writer, version);
  const bytes = toBytes(signature.hashes);
  const row = writer.get<{ number: number }>(
    `INSERT INTO signature (version_id, format, words, repeated, scale, hashes) VALUES (?, ?, ?, ?, ?, ?)
     RETURNING number`,
    version,
    SIGNATURE_VERSION,
    signature.words,
    repeated,
    signature.scale,
    bytes,
  );
  for (const hash of signature.hashes) {
    writer.run('INSERT INTO signature_hash (hash, signature) VALUES (?, ?)', hash | 0, row?.number ?? 0);
  }
}

/** With its hashes, which nothing else would find. */
export function removeSignature(writer: Writer, version: VersionId): void {
  const old = readSignature(writer, version);
  if (!old) return;
  for (const hash of old.hashes) {
    writer.run('DELETE FROM signature_hash WHERE hash = ? AND signature = ?', hash | 0, old.number);
  }
  writer.run('DELETE FROM signature WHERE number = ?', old.number);
}

export function readSignature(reader: Reader, version: VersionId): StoredSignature | null {
  const row = reader.get<SignatureRow>(
    'SELECT number, words, repeated, scale, hashes FROM signature WHERE version_id = ?',
    version,
  );
  return row ? { ...row, hashes: fromBytes(row.hashes) } : null;
}

export interface SignatureHolder {
  readonly source: SourceId;
  readonly version: VersionId;
  readonly signature: StoredSignature;
}

/** In one question: an import asks for dozens. Null where it is not the current version of a live source. */
export function readHolder(reader: Reader, number: number): SignatureHolder | null {
  const row = reader.get<SignatureRow & { source: SourceId; version: VersionId }>(
    `SELECT live_source.id AS source, version.id AS version, signature.number, signature.words, repeated, scale, hashes
     FROM signature JOIN version ON version.id = signature.version_id
     JOIN live_source ON live_source.id = version.source_id AND live_source.version_id = version.id
     WHERE signature.number = ?`,
    number,
  );
  if (!row) return null;
  const { source, version, ...signature } = row;
  return { source, version, signature: { ...signature, hashes: fromBytes(row.hashes) } };
}

/** Of all versions of a source. */
export function numbersOf(reader: Reader, source: SourceId): number[] {
  return reader
    .all<{ number: number }>(
      'SELECT number FROM version JOIN signature ON signature.version_id = version.id WHERE source_id = ?',
      source,
    )
    .map(({ number }) => number);
}

/** Signatures that hold a hash: at most `limit`, the newest first. */
export function holdersOf(reader: Reader, hash: number, limit: number): number[] {
  return reader
    .all<{ signature: number }>(
      'SELECT signature FROM signature_hash WHERE hash = ? ORDER BY signature DESC LIMIT ?',
      hash | 0,
      limit,
    )
    .map(({ signature }) => signature);
}

/** Leaves nothing; made anew by and by. */
export function clearSignatures(writer: Writer): void {
  writer.run('DELETE FROM signature_hash');
  writer.run('DELETE FROM signature');
}

export interface Unsigned {
  readonly unsigned: VersionId[];
  /** The version that was looked at last; null where there is none after it. */
  readonly last: VersionId | null;
}

/** Of the next `limit` versions after `after`, in the order of their ids, those without a signature of this format. */
export function listUnsigned(reader: Reader, after: string, limit: number): Unsigned {
  const rows = reader.all<{ id: VersionId; format: number | null }>(
    `SELECT version.id, signature.format FROM version LEFT JOIN signature ON signature.version_id = version.id
     WHERE version.id > ? ORDER BY version.id LIMIT ?`,
    after,
    limit,
  );
  return {
    unsigned: rows.filter(({ format }) => format !== SIGNATURE_VERSION).map(({ id }) => id),
    last: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
  };
}

export function countSignatures(reader: Reader): number {
  return reader.get<{ count: number }>('SELECT count(*) AS count FROM signature')?.count ?? 0;
}

/** Hashes that the signatures say they have, and those that are there to be looked up. */
export function countHashes(reader: Reader): { readonly signed: number; readonly stored: number } {
  const row = reader.get<{ signed: number; stored: number }>(
    `SELECT (SELECT coalesce(sum(length(hashes) / 4), 0) FROM signature) AS signed,
       (SELECT count(*) FROM signature_hash) AS stored`,
  );
  return row ?? { signed: 0, stored: 0 };
}

export function holdsHash(reader: Reader, hash: number, signature: number): boolean {
  const sql = 'SELECT 1 FROM signature_hash WHERE hash = ? AND signature = ?';
  return reader.get(sql, hash | 0, signature) !== undefined;
}

/** In the order of bytes that does not depend on the machine: notebooks travel. */
function toBytes(hashes: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(hashes.length * 4);
  const view = new DataView(bytes.buffer);
  hashes.forEach((hash, at) => {
    view.setUint32(at * 4, hash, true);
  });
  return bytes;
}

/** Whether numbers lie in this machine's memory as they lie in a notebook, so that they need not be read one by one. */
const IS_NATIVE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

function fromBytes(bytes: Uint8Array): Uint32Array {
  // A copy, which begins where numbers may.
  if (IS_NATIVE) return new Uint32Array(Uint8Array.from(bytes).buffer, 0, bytes.length >> 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, at) => view.getUint32(at * 4, true));
}
