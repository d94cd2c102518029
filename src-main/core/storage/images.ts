/** Pictures of articles: blobs that a version names. */
import { readImageFacts, type ImageType } from '../../common/document/image-facts.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { readBlob } from './blobs.ts';
import type { Reader } from './connection.ts';

export interface StoredImage {
  readonly mediaType: ImageType;
  readonly bytes: Uint8Array;
}

/**
 * Only what a version names as its picture, and is one: a notebook may come from anyone, and its bytes may be
 * anything.
 * @throws DossierError not-found, notebook-damaged
 */
export function readImage(reader: Reader, sha256: string): StoredImage {
  const isNamed = reader.get('SELECT 1 FROM version_image WHERE sha256 = ? LIMIT 1', sha256);
  const bytes = isNamed ? readBlob(reader, sha256) : null;
  const facts = bytes && readImageFacts(bytes);
  if (!bytes || !facts) throw new DossierError('not-found', { what: 'image', id: sha256 });
  return { mediaType: facts.mediaType, bytes };
}

/** The pictures that are named as a version's. */
export function listImages(reader: Reader, version: string): ReadonlySet<string> {
  const rows = reader.all<{ sha256: string }>(
    'SELECT sha256 FROM version_image WHERE version_id = ?',
    version,
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** The versions that have pictures. */
export function listPictured(reader: Reader): ReadonlySet<string> {
  const rows = reader.all<{ id: string }>('SELECT DISTINCT version_id AS id FROM version_image');
  return new Set(rows.map(({ id }) => id));
}

/** By which another version names this picture. */
export function findAddress(reader: Reader, sha256: string): string | null {
  const row = reader.get<{ address: string }>(
    'SELECT address FROM version_image WHERE sha256 = ? AND address IS NOT NULL LIMIT 1',
    sha256,
  );
  return row?.address ?? null;
}

/** The pictures that do not lie in a version's own bytes, by the addresses that these name them by. */
export function readResources(reader: Reader, version: string): ReadonlyMap<string, Uint8Array> {
  const rows = reader.all<{ sha256: string; address: string }>(
    'SELECT sha256, address FROM version_image WHERE version_id = ? AND address IS NOT NULL',
    version,
  );
  return new Map(rows.map(({ sha256, address }) => [address, readBlob(reader, sha256)]));
}
