import type { Claim, ClaimId, Evidence, Status, Verdict } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { type Named, originalsOf, originKey } from '../../common/origins.ts';
import { hasTag, isoTime, parseTags, tagsColumn } from './columns.ts';
import type { Reader } from './connection.ts';
import { Filter } from './filter.ts';
import { PageFinder } from './pages.ts';
import { tagScope } from './tags.ts';

interface ClaimRow {
  id: ClaimId;
  statement: string;
  note: string;
  status: Status;
  created_at: number;
  updated_at: number;
  recheck_by: string | null;
  superseded_by: ClaimId | null;
  tags: string;
  evidence: string;
  history: string;
}

/** In milliseconds: later than anything that was written. */
export const NOW = Number.MAX_SAFE_INTEGER;

/** Begins a statement about the ledger as it was; its first value is the moment, in milliseconds. */
export const WITH_MOMENT = 'WITH moment (at) AS (SELECT ?)';

/** Of `claim`, at that moment. */
export const STATUS_THEN = `coalesce((SELECT verdict.status FROM verdict
  WHERE verdict.claim_id = claim.id AND verdict.at <= (SELECT at FROM moment) ORDER BY verdict.seq DESC LIMIT 1), 'unreviewed')`;

const EVIDENCE_COLUMN = `(SELECT json_group_array(json_object(
    'excerptId', evidence.excerpt_id, 'sourceId', excerpt.source_id, 'stance', evidence.stance,
    'origin', evidence.origin, 'note', evidence.note, 'at', evidence.created_at,
    'quotation', json_object('exact', excerpt.exact, 'prefix', excerpt.prefix, 'suffix', excerpt.suffix,
      'color', excerpt.color, 'anchor', excerpt.anchor, 'version', excerpt.version_id,
      'start', excerpt.start_offset, 'end', excerpt.end_offset),
    'source', json_object('title', source.title, 'site', source.site, 'byline', source.byline,
      'publishedAt', source.published_at, 'language', source.language))
    ORDER BY evidence.created_at, evidence.id)
  FROM evidence JOIN live_excerpt AS excerpt ON excerpt.id = evidence.excerpt_id
  JOIN source ON source.id = excerpt.source_id
  WHERE evidence.claim_id = claim.id AND evidence.created_at <= (SELECT at FROM moment)
    AND (evidence.deleted_at IS NULL OR evidence.deleted_at > (SELECT at FROM moment)))`;

const SELECT_CLAIMS = `${WITH_MOMENT} SELECT claim.id, claim.statement, claim.note, claim.created_at, claim.updated_at,
  ${STATUS_THEN} AS status, claim.recheck_by,
  (SELECT id FROM claim AS other WHERE other.id = claim.superseded_by AND other.deleted_at IS NULL) AS superseded_by,
  ${tagsColumn('claim_tag', 'claim.id')} AS tags,
  ${EVIDENCE_COLUMN} AS evidence,
  (SELECT json_group_array(json_object('at', at, 'status', status, 'reason', reason, 'by', author) ORDER BY seq)
    FROM verdict WHERE verdict.claim_id = claim.id AND verdict.at <= (SELECT at FROM moment)) AS history
  FROM claim`;

interface Quoted extends Omit<Evidence['quotation'], 'page'> {
  readonly version: string;
  readonly start: number;
  readonly end: number;
}

function readEvidence(column: string, pages: PageFinder): Evidence[] {
  const rows = JSON.parse(column) as (Omit<Evidence, 'quotation' | 'addedAt'> & {
    readonly quotation: Quoted;
    readonly at: number;
  })[];
  return rows.map(({ quotation: { version, start, end, ...quotation }, at, ...evidence }) => ({
    ...evidence,
    addedAt: isoTime(at),
    quotation: { ...quotation, page: pages.find(version, start, end) },
  }));
}

function toClaim(row: ClaimRow, pages: PageFinder): Claim {
  const evidence = readEvidence(row.evidence, pages);
  const history = JSON.parse(row.history) as (Omit<Verdict, 'at' | 'by'> & {
    at: number;
    by: string | null;
  })[];
  return {
    id: row.id,
    statement: row.statement,
    note: row.note,
    status: row.status,
    tags: parseTags(row.tags),
    evidence,
    ...countOrigins(evidence),
    history: history.map(({ by, ...verdict }) => ({
      ...verdict,
      at: isoTime(verdict.at),
      ...(by === null ? {} : { by }),
    })),
    ...(row.recheck_by === null ? {} : { recheckBy: row.recheck_by }),
    ...(row.superseded_by === null ? {} : { supersededBy: row.superseded_by }),
    createdAt: isoTime(row.created_at),
    updatedAt: isoTime(row.updated_at),
  };
}

/**
 * Documents that support or dispute, and the distinct origins among them: an empty origin counts as its own
 * document, unless others name it. Origins are compared without case, normal form and outer spaces.
 */
export function countOrigins(
  evidence: readonly Pick<Evidence, 'sourceId' | 'stance' | 'origin' | 'source'>[],
): {
  sources: number;
  origins: number;
} {
  const names = new Map<string, Named>(evidence.map(({ sourceId, source }) => [sourceId, source]));
  const told = evidence.map(({ sourceId, origin }) => ({ source: sourceId, origin }));
  const originals = originalsOf(told, (id) => names.get(id));
  const documents = new Set<string>();
  const origins = new Set<string>();
  for (const { sourceId, stance, origin } of evidence) {
    if (stance === 'mentions') continue;
    documents.add(sourceId);
    origins.add(originKey(origin.trim() || (originals.get(sourceId) ?? ''), sourceId));
  }
  return { sources: documents.size, origins: origins.size };
}

export interface ClaimQuery {
  readonly status?: Status | undefined;
  readonly tag?: string | undefined;
  readonly exactTag?: boolean | undefined;
  /** In milliseconds: as the ledger said then. */
  readonly asOf?: number | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/** Newest first. Statements, notes and tags are those of now; what is in the trash now is left out. */
export function listClaims(reader: Reader, query: ClaimQuery): Claim[] {
  const filter = new Filter()
    .add('claim.deleted_at IS NULL')
    .add('claim.created_at <= ?', query.asOf)
    .add(`${STATUS_THEN} = ?`, query.status)
    .add(hasTag('claim_tag', 'claim.id'), tagScope(reader, query));
  const pages = new PageFinder(reader);
  return reader
    .all<ClaimRow>(
      `${SELECT_CLAIMS} ${filter.where} ORDER BY claim.created_at DESC, claim.id DESC LIMIT ? OFFSET ?`,
      query.asOf ?? NOW,
      ...filter.values,
      query.limit ?? -1,
      query.offset ?? 0,
    )
    .map((row) => toClaim(row, pages));
}

/** @throws DossierError not-found, also for one in the trash, and for one that was written later than `asOf` (milliseconds) */
export function getClaim(reader: Reader, id: string, asOf?: number): Claim {
  const sql = `${SELECT_CLAIMS} WHERE claim.id = ? AND claim.deleted_at IS NULL AND claim.created_at <= ?`;
  const row = reader.get<ClaimRow>(sql, asOf ?? NOW, id, asOf ?? NOW);
  if (!row) throw new DossierError('not-found', { what: 'claim', id });
  return toClaim(row, new PageFinder(reader));
}

/** The live evidence row that joins a claim and an excerpt. @throws DossierError not-found */
export function getEvidenceId(reader: Reader, claim: string, excerpt: string): string {
  const row = reader.get<{ id: string }>(
    'SELECT id FROM evidence WHERE claim_id = ? AND excerpt_id = ? AND deleted_at IS NULL',
    claim,
    excerpt,
  );
  if (!row) throw new DossierError('not-found', { what: 'evidence', id: excerpt });
  return row.id;
}
