/**
 * Deletes for good what is in the trash: the only place that deletes users' things. A slice at a time, each whole by
 * itself, so that a large trash keeps nobody waiting for long. What belongs to a thing goes with it, bytes that
 * nothing names any more, and every word that the change log has of it.
 */
import type { TrashKind } from '../../common/contract/collections.ts';
import type { VersionId } from '../../common/contract/entities.ts';
import type { Reader, Writer } from './connection.ts';
import { forgetChanges } from './forget-changes.ts';
import { removeSignature } from './signatures.ts';
import { noCounts, TRASH_TABLES } from './trash.ts';

/** Ids as one value: however many there are, it is one prepared statement. */
const IN = 'IN (SELECT value FROM json_each(?))';

/** Deletes at most `most` things. @returns how many of each kind */
export function purgeTrash(writer: Writer, most: number): Readonly<Record<TrashKind, number>> {
  const removed = noCounts();
  const gone = new Set<string>();
  let room = most;
  for (const kind of Object.keys(TRASH_TABLES) as TrashKind[]) {
    const ids = trashedIds(writer, kind, room);
    if (ids.length === 0) continue;
    for (const id of [...ids, ...PURGES[kind](writer, JSON.stringify(ids))]) gone.add(id);
    removed[kind] = ids.length;
    room -= ids.length;
  }
  if (gone.size === 0) return removed;
  forgetLibraries(writer, gone);
  forgetChanges(writer, gone);
  return removed;
}

function trashedIds(reader: Reader, kind: TrashKind, most: number): string[] {
  const sql = `SELECT id FROM ${TRASH_TABLES[kind]} WHERE deleted_at IS NOT NULL ORDER BY deleted_at, id LIMIT ?`;
  return reader.all<{ id: string }>(sql, most).map(({ id }) => id);
}

/** Deletes them, named as one JSON array. @returns the ids of what went with them */
type Purge = (writer: Writer, ids: string) => readonly string[];

const PURGES: Readonly<Record<TrashKind, Purge>> = {
  source: purgeSources,
  excerpt: purgeExcerpts,
  claim: purgeClaims,
  note: (writer, ids) => purgeRows(writer, 'note', ids),
  tag(writer, ids) {
    writer.run(`UPDATE tag SET parent_id = NULL WHERE parent_id ${IN}`, ids);
    const aliases = idsOf(writer, `SELECT id FROM tag_alias WHERE tag_id ${IN}`, ids);
    purgeRows(writer, 'tag', ids);
    return aliases;
  },
  collection(writer, ids) {
    const members = idsOf(writer, `SELECT id FROM collection_source WHERE collection_id ${IN}`, ids);
    purgeRows(writer, 'collection', ids);
    return members;
  },
  'saved-search': (writer, ids) => purgeRows(writer, 'saved_search', ids),
  template: (writer, ids) => purgeRows(writer, 'template', ids),
  'kept-search': (writer, ids) => purgeRows(writer, 'diligence', ids),
};

/** Rows that only belong to these go by the schema's own ON DELETE CASCADE. */
function purgeRows(writer: Writer, table: string, ids: string): readonly string[] {
  writer.run(`DELETE FROM ${table} WHERE id ${IN}`, ids);
  return [];
}

function purgeSources(writer: Writer, ids: string): readonly string[] {
  const excerpts = idsOf(writer, `SELECT id FROM excerpt WHERE source_id ${IN}`, ids);
  const members = idsOf(writer, `SELECT id FROM collection_source WHERE source_id ${IN}`, ids);
  const versions = idsOf(writer, `SELECT id FROM version WHERE source_id ${IN}`, ids);
  const blobs = blobsOf(writer, JSON.stringify(versions));
  const evidence = purgeExcerpts(writer, JSON.stringify(excerpts));
  for (const version of versions) removeSignature(writer, version as VersionId);
  purgeRows(writer, 'source', ids);
  purgeBlobs(writer, JSON.stringify(blobs));
  return [...excerpts, ...evidence, ...members];
}

function purgeExcerpts(writer: Writer, ids: string): readonly string[] {
  const evidence = idsOf(writer, `SELECT id FROM evidence WHERE excerpt_id ${IN}`, ids);
  purgeRows(writer, 'excerpt', ids);
  return evidence;
}

/** Their verdicts may go only while the claims are named in `emptying`. */
function purgeClaims(writer: Writer, ids: string): readonly string[] {
  const evidence = idsOf(writer, `SELECT id FROM evidence WHERE claim_id ${IN}`, ids);
  const searches = idsOf(writer, `SELECT id FROM diligence WHERE claim_id ${IN}`, ids);
  writer.run('INSERT INTO emptying (claim_id) SELECT value FROM json_each(?)', ids);
  writer.run(`DELETE FROM verdict WHERE claim_id ${IN}`, ids);
  purgeRows(writer, 'claim', ids);
  return [...evidence, ...searches];
}

function blobsOf(reader: Reader, versions: string): string[] {
  const sql = `SELECT sha256 AS id FROM version WHERE id ${IN}
    UNION SELECT sha256 FROM version_image WHERE version_id ${IN}`;
  return reader.all<{ id: string }>(sql, versions, versions).map(({ id }) => id);
}

/** Of these, those that no version names any more. */
function purgeBlobs(writer: Writer, hashes: string): void {
  writer.run(
    `DELETE FROM blob WHERE sha256 ${IN}
     AND NOT EXISTS (SELECT 1 FROM version WHERE version.sha256 = blob.sha256)
     AND NOT EXISTS (SELECT 1 FROM version_image WHERE version_image.sha256 = blob.sha256)`,
    hashes,
  );
}

/** What a library said of them: nothing of them stays. */
function forgetLibraries(writer: Writer, gone: Set<string>): void {
  const entities = JSON.stringify([...gone]);
  for (const id of idsOf(writer, `SELECT id FROM library_item WHERE entity_id ${IN}`, entities)) gone.add(id);
  writer.run(`DELETE FROM library_item WHERE entity_id ${IN}`, entities);
}

function idsOf(reader: Reader, sql: string, ids: string): string[] {
  return reader.all<{ id: string }>(sql, ids).map(({ id }) => id);
}
