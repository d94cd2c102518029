/**
 * What was captured becomes rows: a source, a new version of the one at its address, or only an answer where the same
 * bytes are there already. Whoever captures (one file, a library) stores through here.
 */
import type { Checked, Output } from '../../common/contract/commands.ts';
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import type { ParsedArticle } from '../ports.ts';
import { plainBlob, storeBlob, type PackedBlob } from '../storage/blobs.ts';
import type { Edit } from '../storage/edit.ts';
import { detailColumns } from '../storage/source-details.ts';
import { getSource } from '../storage/sources.ts';
import { changeTags } from '../storage/tags.ts';
import { addressKey } from './details/addresses.ts';
import { carryExcerpts } from './carry.ts';

/** What is known of a capture beside its bytes: the file's name, the details and tags that the user gave. */
export type CaptureDetails = Omit<Checked<'source.import'>, 'bytes' | 'as' | 'files'>;
export type Captured = Output<'source.import'>;

export interface PreparedCapture {
  readonly article: ParsedArticle;
  /** The original bytes. */
  readonly blob: PackedBlob;
}

/**
 * @param aliases other addresses that led to it
 * @throws DossierError invalid for details or tags that cannot be
 */
export function storeCapture(
  edit: Edit,
  input: CaptureDetails,
  prepared: PreparedCapture,
  aliases: readonly string[] = [],
): Captured {
  const url = input.url ?? prepared.article.url;
  const twin = findTwin(edit, prepared);
  const known = twin ? null : findByAddresses(edit, url === null ? aliases : [url, ...aliases]);
  let answer: Captured;
  if (twin && hasNewImages(edit, twin, prepared)) answer = addVersion(edit, twin.id, input, prepared);
  else if (twin) answer = answerDuplicate(edit, twin, url, prepared.article);
  else if (known) answer = addVersion(edit, known, input, prepared);
  else answer = addSource(edit, input, prepared);
  changeTags(edit, 'source_tag', answer.id, input);
  return answer;
}

interface Twin {
  readonly id: SourceId;
  readonly version_id: VersionId;
}

/** A live source that already holds the same bytes. */
function findTwin(edit: Edit, { blob }: PreparedCapture): Twin | null {
  const row = edit.reader.get<Twin>(
    `SELECT live_source.id, version.id AS version_id FROM version
     JOIN live_source ON live_source.id = version.source_id
     WHERE version.sha256 = ? ORDER BY version.captured_at LIMIT 1`,
    blob.sha256,
  );
  return row ?? null;
}

/** The same page, captured without its pictures before: they are what is new. */
function hasNewImages(edit: Edit, twin: Twin, { article }: PreparedCapture): boolean {
  return (
    article.images.length > 0 &&
    !edit.reader.get(
      `SELECT 1 FROM version_image JOIN version ON version.id = version_image.version_id
       WHERE version.source_id = ? AND version.sha256 =
         (SELECT sha256 FROM version WHERE id = ?) LIMIT 1`,
      twin.id,
      twin.version_id,
    )
  );
}

function findByAddresses(edit: Edit, addresses: readonly string[]): SourceId | null {
  for (const address of addresses) {
    const found = findByAddress(edit, address);
    if (found) return found;
  }
  return null;
}

/** A live source that was captured from this address, however it was spelt, or was given it since. */
function findByAddress(edit: Edit, url: string): SourceId | null {
  const key = addressKey(url);
  const row =
    edit.reader.get<{ id: SourceId }>(
      `SELECT live_source.id FROM source_address JOIN live_source ON live_source.id = source_address.source_id
       WHERE source_address.url = ?`,
      key,
    ) ??
    edit.reader.get<{ id: SourceId }>(
      'SELECT id FROM live_source WHERE url IN (?, ?) ORDER BY added_at LIMIT 1',
      url,
      key,
    );
  return row?.id ?? null;
}

/** The same bytes under another address: it is remembered unless it is another source's; nothing else changes. */
function answerDuplicate(edit: Edit, twin: Twin, url: string | null, article: ParsedArticle): Captured {
  if (url !== null && findByAddress(edit, url) === null) recordAddress(edit, twin.id, url);
  const source = getSource(edit.reader, twin.id);
  edit.subject = source.title;
  if (source.url === null && url !== null) edit.update('source', twin.id, { url });
  return {
    id: source.id,
    versionId: twin.version_id,
    title: source.title,
    language: source.language,
    words: source.words,
    status: 'duplicate',
    duplicateOf: source.id,
    warnings: [...article.warnings],
  };
}

function addSource(edit: Edit, input: CaptureDetails, { article, blob }: PreparedCapture): Captured {
  const id = edit.ids.next() as SourceId;
  const versionId = edit.ids.next() as VersionId;
  const details = {
    title: article.title,
    byline: article.byline,
    site: article.site,
    url: article.url,
    published_at: article.publishedAt,
    language: article.language,
    ...detailColumns(input),
  };
  edit.insert('source', {
    id,
    kind: article.kind,
    ...details,
    version_id: versionId,
    added_at: edit.now,
    updated_at: edit.now,
    deleted_at: null,
  });
  storeVersion(edit, { source: id, version: versionId, input, article, blob });
  recordAddress(edit, id, details.url);
  return answer(edit, id, versionId, 'added', article);
}

function addVersion(
  edit: Edit,
  id: SourceId,
  input: CaptureDetails,
  { article, blob }: PreparedCapture,
): Captured {
  const versionId = edit.ids.next() as VersionId;
  const before = getSource(edit.reader, id);
  storeVersion(edit, { source: id, version: versionId, input, article, blob });
  edit.update('source', id, { version_id: versionId, kind: article.kind, updated_at: edit.now });
  carryExcerpts(edit, { source: id, from: before.versionId, to: versionId, text: article.text });
  return answer(edit, id, versionId, 'version', article);
}

function answer(
  edit: Edit,
  id: SourceId,
  versionId: VersionId,
  status: 'added' | 'version',
  { warnings }: ParsedArticle,
): Captured {
  const { title, language, words } = getSource(edit.reader, id);
  edit.subject = title;
  return { id, versionId, title, language, words, status, duplicateOf: null, warnings: [...warnings] };
}

interface NewVersion extends PreparedCapture {
  readonly source: SourceId;
  readonly version: VersionId;
  readonly input: CaptureDetails;
}

function storeVersion(edit: Edit, { source, version, input, article, blob }: NewVersion): void {
  storeBlob(edit, blob, article.mediaType);
  edit.insertPart('version', {
    id: version,
    source_id: source,
    captured_at: edit.now,
    sha256: blob.sha256,
    file_name: input.fileName ?? null,
    media_type: article.mediaType,
    charset: article.charset,
    extractor: article.extractor,
    words: article.words,
    tree: JSON.stringify(article.tree),
    text: article.text,
  });
  for (const { sha256, mediaType, bytes } of article.images) {
    storeBlob(edit, plainBlob(sha256, bytes), mediaType);
    edit.insertPart('version_image', { version_id: version, sha256 });
  }
  article.passages.forEach(({ start, end }, ordinal) => {
    edit.insertPart('passage', { version_id: version, ordinal, start_offset: start, end_offset: end });
  });
}

/** An address that led to a source by a redirect, unless it is another source's. */
export function rememberAddress(edit: Edit, source: SourceId, url: string): void {
  if (findByAddress(edit, url) === null) recordAddress(edit, source, url);
}

function recordAddress(edit: Edit, source: SourceId, url: string | null): void {
  if (url === null) return;
  edit.writer.run(
    'INSERT INTO source_address (url, source_id) VALUES (?, ?) ON CONFLICT (url) DO UPDATE SET source_id = excluded.source_id',
    addressKey(url),
    source,
  );
}
