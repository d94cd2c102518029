/** How highlights stand in their sources: which are to be looked at, and where they stood before. */
import type { Excerpt, ExcerptId, SourceId, VersionId } from '../../common/contract/entities.ts';
import { describeRange } from '../../common/document/selectors.ts';
import type { Reader } from './connection.ts';
import type { Edit } from './edit.ts';
import { Filter } from './filter.ts';
import { readVersionText } from './sources.ts';

export interface Stood {
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
}

/** Where a moved highlight stood when it was last confirmed; null where that is not known. */
export function readStood(reader: Reader, id: ExcerptId): Stood | null {
  const row = reader.get<{ version: VersionId | null; start: number; end: number }>(
    `SELECT stood_version_id AS version, stood_start AS start, stood_end AS end FROM excerpt
     WHERE id = ? AND stood_start IS NOT NULL AND stood_end IS NOT NULL`,
    id,
  );
  return row?.version ? { versionId: row.version, start: row.start, end: row.end } : null;
}

/** Orphans that the user has seen and leaves so. */
export function listKept(reader: Reader, source: SourceId | undefined): ReadonlySet<string> {
  const { where, values } = new Filter()
    .add("kept = 1 AND anchor = 'orphan' AND anchor <> 'exact'")
    .add('source_id = ?', source);
  const rows = reader.all<{ id: string }>(`SELECT id FROM live_excerpt ${where}`, ...values);
  return new Set(rows.map(({ id }) => id));
}

export interface Meter {
  readonly sourceId: SourceId;
  readonly exact: number;
  readonly moved: number;
  readonly orphan: number;
  readonly kept: number;
}

/** One for each source that has highlights. */
export function countAnchors(reader: Reader, source: SourceId | undefined): Meter[] {
  const { where, values } = new Filter().add('source_id = ?', source);
  return reader.all<Meter & Record<string, never>>(
    `SELECT source_id AS sourceId, count(*) FILTER (WHERE anchor = 'exact') AS exact,
       count(*) FILTER (WHERE anchor = 'moved') AS moved, count(*) FILTER (WHERE anchor = 'orphan') AS orphan,
       count(*) FILTER (WHERE anchor = 'orphan' AND kept = 1) AS kept
     FROM live_excerpt ${where} GROUP BY source_id ORDER BY source_id`,
    ...values,
  );
}

/** In the words of the index `excerpt_review`: asked after each change. */
export const TO_REVIEW = "SELECT count(*) AS count FROM live_excerpt WHERE anchor <> 'exact' AND kept = 0";

/** Highlights that a newer version moved or lost, and that nobody has looked at yet. */
export const countToReview = (reader: Reader): number => reader.get<{ count: number }>(TO_REVIEW)?.count ?? 0;

/** Columns of one that stands. */
export const NOWHERE = { stood_version_id: null, stood_start: null, stood_end: null } as const;

/** The highlight stands where the user says. */
export function settleAt(edit: Edit, id: ExcerptId, text: string, { versionId, start, end }: Stood): void {
  edit.update('excerpt', id, {
    version_id: versionId,
    start_offset: start,
    end_offset: end,
    ...describeRange(text, start, end),
    anchor: 'exact',
    ...NOWHERE,
    kept: 0,
  });
}

/** The highlight is no part of the newer text: it stands where it stood, to be read there. */
export function returnTo(edit: Edit, { id, sourceId }: Excerpt, stood: Stood, kept: 0 | 1): void {
  const text = readVersionText(edit.reader, sourceId, stood.versionId);
  settleAt(edit, id, text, stood);
  edit.update('excerpt', id, { anchor: 'orphan', kept });
}
