/** Claims in lists: what their rows show, read, filtered, sorted and cut in SQL. */
import type { ClaimId, Evidence, Status } from '../../common/contract/entities.ts';
import type { ClaimSort, ClaimSummary } from '../../common/contract/ledger.ts';
import { countOrigins, STATUS_THEN, WITH_MOMENT, NOW } from './claims.ts';
import { hasTag, isoTime, parseTags, tagsColumn } from './columns.ts';
import type { Reader, Value } from './connection.ts';
import { Filter } from './filter.ts';
import { tagScope } from './tags.ts';

export interface SummaryQuery {
  readonly status?: Status | undefined;
  readonly tag?: string | undefined;
  readonly exactTag?: boolean | undefined;
  /** In the statement, case aside. */
  readonly text?: string | undefined;
  /** To be looked at again on this day or before. */
  readonly dueBy?: string | undefined;
  /** In milliseconds: as the ledger said then. */
  readonly asOf?: number | undefined;
  readonly sort?: ClaimSort | undefined;
  readonly descending?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

interface Row {
  id: ClaimId;
  statement: string;
  status: Status;
  tags: string;
  recheck_by: string | null;
  superseded_by: ClaimId | null;
  created_at: number;
  updated_at: number;
}

/** The newest first, unless a sort is read more naturally from its beginning. */
const ORDERS: Readonly<Record<ClaimSort, { readonly by: string; readonly descends: boolean }>> = {
  created: { by: 'claim.created_at', descends: true },
  updated: { by: 'claim.updated_at', descends: true },
  statement: { by: 'claim.statement COLLATE NOCASE', descends: false },
  status: { by: 'status', descends: false },
  recheck: { by: 'claim.recheck_by IS NULL, claim.recheck_by', descends: false },
};

/** As many as a screen shows, and some more. */
const DEFAULT_LIMIT = 100;

interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Ids first, so that tags are only read of the rows of the page. */
export function summaryStatement(reader: Reader, query: SummaryQuery): Statement {
  const { by, descends } = ORDERS[query.sort ?? 'created'];
  const direction = (query.descending ?? descends) ? 'DESC' : 'ASC';
  const filter = filterOf(reader, query);
  const status = query.sort === 'status' ? `, ${STATUS_THEN} AS status` : '';
  const sql = `${WITH_MOMENT}, page (id) AS MATERIALIZED (
      SELECT id FROM (SELECT claim.id${status} FROM claim ${filter.where}
        ORDER BY ${by} ${direction}, claim.id ${direction} LIMIT ? OFFSET ?))
    SELECT claim.id, claim.statement, claim.recheck_by, claim.created_at, claim.updated_at, ${STATUS_THEN} AS status,
      (SELECT id FROM claim AS other WHERE other.id = claim.superseded_by AND other.deleted_at IS NULL) AS superseded_by,
      ${tagsColumn('claim_tag', 'claim.id')} AS tags
    FROM page JOIN claim ON claim.id = page.id`;
  const values = [query.asOf ?? NOW, ...filter.values, query.limit ?? DEFAULT_LIMIT, query.offset ?? 0];
  return { sql, values };
}

export function countStatement(reader: Reader, query: SummaryQuery): Statement {
  const filter = filterOf(reader, query);
  return {
    sql: `${WITH_MOMENT} SELECT count(*) AS total FROM claim ${filter.where}`,
    values: [query.asOf ?? NOW, ...filter.values],
  };
}

function filterOf(reader: Reader, query: SummaryQuery): Filter {
  const text = query.text?.trim().toLowerCase();
  return new Filter()
    .add('claim.deleted_at IS NULL')
    .add('claim.created_at <= ?', query.asOf)
    .add('claim.recheck_by <= ?', query.dueBy)
    .add(`${STATUS_THEN} = ?`, query.status)
    .add('instr(lower(claim.statement), ?) > 0', text === '' ? undefined : text)
    .add(hasTag('claim_tag', 'claim.id'), tagScope(reader, query));
}

export interface SummaryPage {
  readonly total: number;
  readonly claims: ClaimSummary[];
}

export function listSummaries(reader: Reader, query: SummaryQuery): SummaryPage {
  const page = summaryStatement(reader, query);
  const rows = reader.all<Row & Record<string, never>>(page.sql, ...page.values);
  const all = countStatement(reader, query);
  const total = reader.get<{ total: number }>(all.sql, ...all.values)?.total ?? 0;
  const evidence = readEvidenceOf(
    reader,
    rows.map(({ id }) => id),
    query.asOf ?? NOW,
  );
  return { total, claims: rows.map((row) => toSummary(row, evidence.get(row.id) ?? [])) };
}

type Told = Pick<Evidence, 'sourceId' | 'stance' | 'origin'>;

/** Of the rows of one page, in one query. */
export const EVIDENCE_OF = `${WITH_MOMENT} SELECT evidence.claim_id AS claim, excerpt.source_id AS sourceId, evidence.stance, evidence.origin
  FROM json_each(?) AS wanted CROSS JOIN evidence ON evidence.claim_id = wanted.value
  JOIN live_excerpt AS excerpt ON excerpt.id = evidence.excerpt_id
  WHERE evidence.created_at <= (SELECT at FROM moment)
    AND (evidence.deleted_at IS NULL OR evidence.deleted_at > (SELECT at FROM moment))`;

function readEvidenceOf(
  reader: Reader,
  ids: readonly string[],
  asOf: number,
): ReadonlyMap<string, readonly Told[]> {
  const rows = reader.all<Told & { claim: string }>(EVIDENCE_OF, asOf, JSON.stringify(ids));
  return Map.groupBy(rows, ({ claim }) => claim);
}

function toSummary(row: Row, evidence: readonly Told[]): ClaimSummary {
  return {
    id: row.id,
    statement: row.statement,
    status: row.status,
    tags: parseTags(row.tags),
    evidence: evidence.length,
    ...countOrigins(evidence),
    recheckBy: row.recheck_by,
    supersededBy: row.superseded_by,
    createdAt: isoTime(row.created_at),
    updatedAt: isoTime(row.updated_at),
  };
}
