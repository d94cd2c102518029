/**
 * What was captured becomes rows: a source, a new version of the one at its address, or only an answer where the same
 * bytes are there already. Whoever captures (one file, a library) stores through here.
 */
import type { Checked, Output } from '../../common/contract/commands.ts';
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { PackedBlob, ParsedArticle } from '../ports.ts';
import { plainBlob, storeBlob } from '../storage/blobs.ts';
import type { Reader } from '../storage/connection.ts';
import type { Edit } from '../storage/edit.ts';
import { detailColumns, userOrigins } from '../storage/source-details.ts';
import { getSource, headOf } from '../storage/sources.ts';
import { carryExcerpts } from '../storage/carry.ts';
import { changeTags } from '../storage/tags.ts';
import { insertVersion } from '../storage/versions.ts';
import { addsPictures } from './added-pictures.ts';
import { addressKey, otherKeys } from './details/addresses.ts';
import { warnOfNear } from './near-warnings.ts';
import { refreshedColumns, refreshesDetails } from './refresh.ts';

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
  const twin = findTwin(edit.reader, prepared.blob.sha256);
  const known = twin?.id ?? findByAddresses(edit, url === null ? aliases : [url, ...aliases]);
  let answer: Captured;
  if (known && addsPictures(edit.reader, known, prepared.article, twin !== null))
    answer = addVersion(edit, known, input, prepared);
  else if (twin) answer = answerDuplicate(edit, twin, url);
  else if (known && saysTheSame(edit, known, prepared.article)) answer = answerUnchanged(edit, known);
  else if (known) answer = addVersion(edit, known, input, prepared);
  else answer = addSource(edit, input, prepared);
  changeTags(edit, 'source_tag', answer.id, input);
  return answer;
}

/**
 * What `storeCapture` does with bytes that are here already, which nobody has to parse to know.
 * @throws DossierError notebook-locked where they were moved to the trash since: the same call succeeds when repeated
 */
export function storeTwin(edit: Edit, input: CaptureDetails, sha256: string): Captured {
  const twin = findTwin(edit.reader, sha256);
  if (!twin) throw new DossierError('notebook-locked');
  const answer = answerDuplicate(edit, twin, input.url ?? null);
  changeTags(edit, 'source_tag', answer.id, input);
  return answer;
}

interface Twin {
  readonly id: SourceId;
  readonly version_id: VersionId;
}

/** A live source that already holds the same bytes. */
export function findTwin(reader: Reader, sha256: string): Twin | null {
  const row = reader.get<Twin>(
    `SELECT live_source.id, version.id AS version_id FROM version
     JOIN live_source ON live_source.id = version.source_id
     WHERE version.sha256 = ? ORDER BY version.captured_at LIMIT 1`,
    sha256,
  );
  return row ?? null;
}

function findByAddresses(edit: Edit, addresses: readonly string[]): SourceId | null {
  for (const address of addresses) {
    const found = findByAddress(edit, address);
    if (found) return found;
  }
  return null;
}

/** A live source that was captured from this address, however it was spelt, or was given it since. */
export function findByAddress(edit: Edit, url: string): SourceId | null {
  return findByKeys(edit, [url, addressKey(url)]) ?? findByKeys(edit, otherKeys(url));
}

function findByKeys({ reader }: Edit, keys: readonly string[]): SourceId | null {
  const list = JSON.stringify(keys);
  const row =
    reader.get<{ id: SourceId }>(
      `SELECT live_source.id FROM source_address JOIN live_source ON live_source.id = source_address.source_id
       WHERE source_address.url IN (SELECT value FROM json_each(?)) ORDER BY added_at LIMIT 1`,
      list,
    ) ??
    reader.get<{ id: SourceId }>(
      'SELECT id FROM live_source WHERE url IN (SELECT value FROM json_each(?)) ORDER BY added_at LIMIT 1',
      list,
    );
  return row?.id ?? null;
}

/**
 * Whether a page says what its source says already. Pages come with other bytes each time (advertisements, tokens,
 * addresses of links): a version each would bury the ones in which something was changed. The bytes of the first
 * capture stay as the evidence; those of this one are not stored, and the answer says so. Compared is also the text as
 * it was before copies in it were taken out.
 */
function saysTheSame({ reader }: Edit, id: SourceId, article: ParsedArticle): boolean {
  // Of a scan only the names of its pages could be compared.
  if (article.words === 0) return false;
  if (refreshesDetails(getSource(reader, id), article)) return false;
  const versions = reader.iterate<{ tree: string }>(
    `SELECT version.tree FROM source JOIN version AS present ON present.id = source.version_id
     JOIN version ON version.source_id = source.id AND version.sha256 = present.sha256
     WHERE source.id = ? AND version.text = ?`,
    id,
    article.text,
  );
  const tree = withoutLinks(article.tree);
  for (const version of versions) if (withoutLinks(JSON.parse(version.tree)) === tree) return true;
  return false;
}

function withoutLinks(tree: unknown): string {
  return JSON.stringify(tree, (key, value: unknown) => (key === 'url' ? undefined : value));
}

function answerUnchanged(edit: Edit, id: SourceId): Captured {
  const { versionId, title, language, words } = getSource(edit.reader, id);
  edit.subject = title;
  const message = 'The page says what it said when it was captured; the first capture was kept.';
  const warnings = [{ code: 'text-unchanged', message }];
  return {
    ...{ id, versionId, title, language, words, warnings },
    status: 'duplicate',
    duplicateOf: id,
    carried: null,
  };
}

/** The same bytes under another address: it is remembered unless it is another source's; nothing else changes. */
function answerDuplicate(edit: Edit, twin: Twin, url: string | null): Captured {
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
    carried: null,
    warnings: [],
  };
}

export function addSource(edit: Edit, input: CaptureDetails, { article, blob }: PreparedCapture): Captured {
  const id = edit.ids.next() as SourceId;
  const versionId = edit.ids.next() as VersionId;
  const details = {
    title: article.title,
    byline: article.byline,
    site: article.site,
    url: article.url,
    published_at: article.publishedAt,
    modified_at: article.modifiedAt,
    language: article.language,
    description: article.description,
    ...detailColumns(input),
    origins: JSON.stringify(userOrigins(article.origins, { ...input, url: undefined })),
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
  return answer(edit, { id, versionId, status: 'added', carried: null }, article);
}

/** A version of a source that is there: highlights go with it, and details that the user did not correct. */
export function addVersion(
  edit: Edit,
  id: SourceId,
  input: CaptureDetails,
  { article, blob }: PreparedCapture,
): Captured {
  const versionId = edit.ids.next() as VersionId;
  const before = getSource(edit.reader, id);
  storeVersion(edit, { source: id, version: versionId, input, article, blob });
  edit.update('source', id, {
    ...refreshedColumns(before, article),
    version_id: versionId,
    kind: article.kind,
    updated_at: edit.now,
  });
  const carry = { source: id, from: before.versionId, to: versionId, text: article.text };
  const carried = carryExcerpts(edit, carry);
  return answer(edit, { id, versionId, status: 'version', carried }, article);
}

function answer(
  edit: Edit,
  stored: Pick<Captured, 'id' | 'versionId' | 'status' | 'carried'>,
  article: ParsedArticle,
): Captured {
  const { title, language, words } = headOf(edit.reader, stored.id);
  edit.subject = title;
  // What a library says of an article is like what it says of the next one, and nobody is to be warned of that.
  const near = article.kind === 'reference' ? [] : warnOfNear(edit.reader, stored.id, stored.versionId);
  const warnings = [...article.warnings, ...near];
  return { ...stored, title, language, words, duplicateOf: null, warnings };
}

export interface NewCapture extends PreparedCapture {
  readonly source: SourceId;
  readonly version: VersionId;
  readonly input: CaptureDetails;
}

export function storeVersion(edit: Edit, { source, version, input, article, blob }: NewCapture): void {
  storeBlob(edit, blob, article.mediaType);
  for (const { sha256, mediaType, bytes } of article.images) {
    storeBlob(edit, plainBlob(sha256, bytes), mediaType);
  }
  const { sha256 } = blob;
  const addresses = new Map(article.images.map((image) => [image.sha256, image.address]));
  insertVersion(edit, {
    ...article,
    id: version,
    source,
    sha256,
    fileName: input.fileName ?? null,
    addresses,
  });
}

/** An address that led to a source by a redirect, unless it is another source's. */
export function rememberAddress(edit: Edit, source: SourceId, url: string): void {
  if (findByAddress(edit, url) === null) recordAddress(edit, source, url);
}

export function recordAddress(edit: Edit, source: SourceId, url: string | null): void {
  if (url === null) return;
  edit.writer.run(
    'INSERT INTO source_address (url, source_id) VALUES (?, ?) ON CONFLICT (url) DO UPDATE SET source_id = excluded.source_id',
    addressKey(url),
    source,
  );
}
