/**
 * A page that is here already, and now comes with pictures: the folder beside it was found, or they were fetched. A
 * version never changes, so they make a new one, of the same text.
 */
import type { SourceId } from '../../common/contract/entities.ts';
import type { PageShare, ParsedArticle } from '../ports.ts';
import { hashOf } from '../storage/blobs.ts';
import type { Reader } from '../storage/connection.ts';
import { listImages } from '../storage/images.ts';
import { getSource } from '../storage/sources.ts';

interface File {
  readonly bytes: Uint8Array;
}

function currentOf(reader: Reader, source: SourceId) {
  const { versionId } = getSource(reader, source);
  const row = reader.get<{ sha256: string; extractor: string; text: string }>(
    'SELECT sha256, extractor, text FROM version WHERE id = ?',
    versionId,
  );
  return { images: listImages(reader, versionId), sha256: '', extractor: '', text: '', ...row };
}

/** Whether files beside bytes that are here may hold pictures that are not: only then are they parsed again. */
export function mayAddPictures(
  reader: Reader,
  source: SourceId,
  sha256: string,
  files: readonly File[] = [],
): boolean {
  if (files.length === 0) return false;
  const current = currentOf(reader, source);
  return current.sha256 === sha256 && files.some(({ bytes }) => !current.images.has(hashOf(bytes)));
}

/** How much of its page the source shows, so that the same text can be taken again. */
export function shareOf(reader: Reader, source: SourceId): PageShare {
  return currentOf(reader, source).extractor.startsWith('body') ? 'whole' : 'article';
}

/**
 * Of the same bytes any picture more counts, where the text is the one that is shown: a part that the user chose, or
 * copies that were taken out, stay as they are. Of others only the first ones: a page has another advertisement each day.
 */
export function addsPictures(
  reader: Reader,
  source: SourceId,
  { images, text }: ParsedArticle,
  isSameFile: boolean,
): boolean {
  if (images.length === 0) return false;
  const current = currentOf(reader, source);
  if (!isSameFile) return current.images.size === 0;
  return current.text === text && images.some(({ sha256 }) => !current.images.has(sha256));
}
