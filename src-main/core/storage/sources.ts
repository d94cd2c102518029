import type { Source, SourceId, SourceKind, Version, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { PageStart } from '../../common/document/pages.ts';
import type { Root } from '../../common/document/tree.ts';
import { hasTag, isoTime, parseTags, tagsColumn } from './columns.ts';
import type { Reader } from './connection.ts';
import { Filter } from './filter.ts';
import { parsePages } from './pages.ts';
import { parseOrigins } from './source-details.ts';
import { tagScope } from './tags.ts';

interface SourceRow {
  id: SourceId;
  kind: SourceKind;
  title: string;
  byline: string | null;
  site: string | null;
  url: string | null;
  published_at: string | null;
  modified_at: string | null;
  description: string | null;
  origins: string;
  added_at: number;
  language: string | null;
  version_id: VersionId;
  deleted_at: number | null;
  words: number;
  tags: string;
  excerpts: number;
  moved: number;
  orphan: number;
  claims: number;
}

/** In the words of the index `excerpt_review`: they are few among many. */
const countUnsettled = (anchor: 'moved' | 'orphan'): string =>
  `(SELECT count(*) FROM excerpt WHERE excerpt.source_id = source.id AND anchor <> 'exact'
    AND anchor = '${anchor}' AND kept = 0 AND excerpt.deleted_at IS NULL) AS ${anchor}`;

const SELECT_SOURCES = `SELECT source.id, source.kind, source.title, source.byline, source.site, source.url,
  source.published_at, source.modified_at, source.description, source.origins, source.added_at, source.language, source.version_id, source.deleted_at,
  version.words,
  ${tagsColumn('source_tag', 'source.id')} AS tags,
  (SELECT count(*) FROM excerpt WHERE excerpt.source_id = source.id AND excerpt.deleted_at IS NULL) AS excerpts,
  ${countUnsettled('moved')}, ${countUnsettled('orphan')},
  (SELECT count(DISTINCT evidence.claim_id) FROM excerpt
    JOIN evidence ON evidence.excerpt_id = excerpt.id AND evidence.deleted_at IS NULL
    JOIN claim ON claim.id = evidence.claim_id AND claim.deleted_at IS NULL
    WHERE excerpt.source_id = source.id AND excerpt.deleted_at IS NULL) AS claims
  FROM source JOIN version ON version.id = source.version_id`;

function toSource(row: SourceRow): Source {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    byline: row.byline,
    site: row.site,
    url: row.url,
    publishedAt: row.published_at,
    modifiedAt: row.modified_at,
    description: row.description,
    origins: parseOrigins(row.origins),
    addedAt: isoTime(row.added_at),
    language: row.language,
    words: row.words,
    tags: parseTags(row.tags),
    excerpts: row.excerpts,
    ...(row.moved + row.orphan > 0 && { unsettled: { moved: row.moved, orphan: row.orphan } }),
    claims: row.claims,
    versionId: row.version_id,
    deletedAt: row.deleted_at === null ? null : isoTime(row.deleted_at),
  };
}

export interface SourceQuery {
  readonly tag?: string | undefined;
  readonly exactTag?: boolean | undefined;
  readonly language?: string | undefined;
  readonly collection?: string | undefined;
  readonly trash?: boolean | undefined;
}

const ADDED = 'source.added_at DESC, source.id DESC';
const IN_COLLECTION = `source.id IN (SELECT source_id FROM collection_source
  WHERE collection_id = ? AND deleted_at IS NULL)`;
const PLACE = `(SELECT position FROM collection_source AS place
  WHERE place.source_id = source.id AND place.collection_id = ?)`;

/** Newest first; those of a collection in its order. */
export function listSources(reader: Reader, query: SourceQuery): Source[] {
  const filter = new Filter()
    .add(`source.deleted_at IS ${query.trash ? 'NOT NULL' : 'NULL'}`)
    .add(hasTag('source_tag', 'source.id'), tagScope(reader, query))
    .add('lower(source.language) = lower(?)', query.language)
    .add(IN_COLLECTION, query.collection);
  const places = query.collection === undefined ? [] : [query.collection];
  const order = [...places.map(() => PLACE), ADDED].join(', ');
  return reader
    .all<SourceRow>(`${SELECT_SOURCES} ${filter.where} ORDER BY ${order}`, ...filter.values, ...places)
    .map(toSource);
}

/** Live or in the trash. @throws DossierError not-found */
export function getSource(reader: Reader, id: string): Source {
  const row = reader.get<SourceRow>(`${SELECT_SOURCES} WHERE source.id = ?`, id);
  if (!row) throw new DossierError('not-found', { what: 'source', id });
  return toSource(row);
}

/** Which text a source has now, and whether it is in the trash: of thousands of highlights, nothing is counted for it. @throws DossierError not-found */
export function currentVersion(
  reader: Reader,
  id: SourceId,
): { readonly version: VersionId; readonly isLive: boolean } {
  const row = reader.get<{ version: VersionId; is_live: number }>(
    'SELECT version_id AS version, deleted_at IS NULL AS is_live FROM source WHERE id = ?',
    id,
  );
  if (!row) throw new DossierError('not-found', { what: 'source', id });
  return { version: row.version, isLive: row.is_live === 1 };
}

/** What an import says of each of thousands: without the counts and tags of `getSource`. @throws DossierError not-found */
export function headOf(reader: Reader, id: string): Pick<Source, 'title' | 'language' | 'words'> {
  const row = reader.get<Pick<Source, 'title' | 'language' | 'words'>>(
    `SELECT title, language, version.words FROM source JOIN version ON version.id = source.version_id
     WHERE source.id = ?`,
    id,
  );
  if (!row) throw new DossierError('not-found', { what: 'source', id });
  return row;
}

/** Oldest first. */
export function listVersions(reader: Reader, source: SourceId): Version[] {
  return reader
    .all<{
      id: VersionId;
      captured_at: number;
      sha256: string;
      file_name: string | null;
      media_type: string;
      extractor: string;
      words: number;
      page_words: number | null;
      size: number;
    }>(
      `SELECT version.id, captured_at, version.sha256, file_name, version.media_type, extractor, words,
         page_words, blob.size
       FROM version JOIN blob ON blob.sha256 = version.sha256
       WHERE source_id = ? ORDER BY captured_at, version.id`,
      source,
    )
    .map((row) => ({
      id: row.id,
      capturedAt: isoTime(row.captured_at),
      sha256: row.sha256,
      fileName: row.file_name,
      mediaType: row.media_type,
      extractor: row.extractor,
      words: row.words,
      pageWords: row.page_words,
      bytes: row.size,
    }));
}

export interface VersionText {
  readonly text: string;
  readonly tree: Root;
  readonly pages: PageStart[] | null;
}

/** @throws DossierError not-found where this source has no such version */
export function readVersion(reader: Reader, source: SourceId, version: VersionId): VersionText {
  const row = reader.get<{ text: string; tree: string; pages: string | null }>(
    'SELECT text, tree, pages FROM version WHERE id = ? AND source_id = ?',
    version,
    source,
  );
  if (!row) throw new DossierError('not-found', { what: 'version', id: version });
  // Written by this app alone, from `closeTree`, and checked by `json_valid`.
  return { text: row.text, tree: JSON.parse(row.tree) as Root, pages: parsePages(row.pages) };
}

/** The article only. @throws DossierError not-found */
export function readVersionTree(reader: Reader, source: SourceId, version: VersionId): Root {
  const row = reader.get<{ tree: string }>(
    'SELECT tree FROM version WHERE id = ? AND source_id = ?',
    version,
    source,
  );
  if (!row) throw new DossierError('not-found', { what: 'version', id: version });
  return JSON.parse(row.tree) as Root;
}

/** Canonical text only: most callers need no tree. @throws DossierError not-found */
export function readVersionText(reader: Reader, source: SourceId, version: VersionId): string {
  const row = reader.get<{ text: string }>(
    'SELECT text FROM version WHERE id = ? AND source_id = ?',
    version,
    source,
  );
  if (!row) throw new DossierError('not-found', { what: 'version', id: version });
  return row.text;
}
