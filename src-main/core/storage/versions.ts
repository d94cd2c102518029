/** A version with what is derived from it and goes where it goes: passages and signature. */
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Passage } from '../../common/document/passages.ts';
import type { Root } from '../../common/document/tree.ts';
import type { Fingerprint } from '../../common/similarity/fingerprint.ts';
import type { Reader } from './connection.ts';
import type { Edit } from './edit.ts';
import { storeSignature } from './signatures.ts';

export interface NewVersion {
  readonly id: VersionId;
  readonly source: SourceId;
  /** Of the original bytes, which are stored already. */
  readonly sha256: string;
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly charset: string;
  readonly extractor: string;
  readonly words: number;
  /** Of the whole page that they are a part of; null for what is no page. */
  readonly pageWords: number | null;
  readonly tree: Root;
  /** Canonical text of `tree`. */
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly fingerprint: Fingerprint;
}

/** Which version is the source's current one is not said here. */
export function insertVersion(edit: Edit, version: NewVersion): void {
  edit.insertPart('version', {
    id: version.id,
    source_id: version.source,
    captured_at: edit.now,
    sha256: version.sha256,
    file_name: version.fileName,
    media_type: version.mediaType,
    charset: version.charset,
    extractor: version.extractor,
    words: version.words,
    page_words: version.pageWords,
    tree: JSON.stringify(version.tree),
    text: version.text,
  });
  version.passages.forEach(({ start, end }, ordinal) => {
    edit.insertPart('passage', {
      version_id: version.id,
      ordinal,
      start_offset: start,
      end_offset: end,
    });
  });
  storeSignature(edit.writer, version.id, version.fingerprint);
}

/** What a version of the same bytes takes over. @throws DossierError not-found */
export function readCapture(
  reader: Reader,
  version: VersionId,
): Pick<NewVersion, 'sha256' | 'fileName' | 'mediaType' | 'charset' | 'extractor' | 'pageWords'> {
  const row = reader.get<{
    sha256: string;
    file_name: string | null;
    media_type: string;
    charset: string;
    extractor: string;
    page_words: number | null;
  }>(
    'SELECT sha256, file_name, media_type, charset, extractor, page_words FROM version WHERE id = ?',
    version,
  );
  if (!row) throw new DossierError('not-found', { what: 'version', id: version });
  const { sha256, charset, extractor } = row;
  return {
    sha256,
    fileName: row.file_name,
    mediaType: row.media_type,
    charset,
    extractor,
    pageWords: row.page_words,
  };
}
