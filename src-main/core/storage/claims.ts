import type { Claim, ClaimId, Evidence, Status, Verdict } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
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
  tags: string;
  evidence: string;
  history: string;
}

const EVIDENCE_COLUMN = `(SELECT json_group_array(json_object(
    'excerptId', evidence.excerpt_id, 'sourceId', excerpt.source_id, 'stance', evidence.stance,
    'origin', evidence.origin, 'note', evidence.note,
    'quotation', json_object('exact', excerpt.exact, 'prefix', excerpt.prefix, 'suffix', excerpt.suffix,
      'color', excerpt.color, 'anchor', excerpt.anchor, 'version', excerpt.version_id,
      'start', excerpt.start_offset, 'end', excerpt.end_offset),
    'source', json_object('title', source.title, 'site', source.site, 'byline', source.byline,
      'publishedAt', source.published_at, 'language', source.language))
    ORDER BY evidence.created_at, evidence.id)
  FROM evidence JOIN live_excerpt AS excerpt ON excerpt.id = evidence.excerpt_id
  JOIN source ON source.id = excerpt.source_id
  WHERE evidence.claim_id = claim.id AND evidence.deleted_at IS NULL)`;

const SELECT_CLAIMS = `SELECT claim.id, claim.statement, claim.note, claim.created_at, claim.updated_at,
  claim_status.status,
  ${tagsColumn('claim_tag', 'claim.id')} AS tags,
  ${EVIDENCE_COLUMN} AS evidence,
  (SELECT json_group_array(json_object('at', at, 'status', status, 'reason', reason) ORDER BY seq)
    FROM verdict WHERE verdict.claim_id = claim.id) AS history
  FROM claim JOIN claim_status ON claim_status.claim_id = claim.id`;

interface Quoted extends Omit<Evidence['quotation'], 'page'> {
  readonly version: string;
  readonly start: number;
  readonly end: number;
}

function readEvidence(column: string, pages: PageFinder): Evidence[] {
  const rows = JSON.parse(column) as (Omit<Evidence, 'quotation'> & { readonly quotation: Quoted })[];
  return rows.map(({ quotation: { version, start, end, ...quotation }, ...evidence }) => ({
    ...evidence,
    quotation: { ...quotation, page: pages.find(version, start, end) },
  }));
}

function toClaim(row: ClaimRow, pages: PageFinder): Claim {
  const evidence = readEvidence(row.evidence, pages);
  const history = JSON.parse(row.history) as (Omit<Verdict, 'at'> & { at: number })[];
  return {
    id: row.id,
    statement: row.statement,
    note: row.note,
    status: row.status,
    tags: parseTags(row.tags),
    evidence,
    ...countOrigins(evidence),
    history: history.map((verdict) => ({ ...verdict, at: isoTime(verdict.at) })),
    createdAt: isoTime(row.created_at),
    updatedAt: isoTime(row.updated_at),
  };
}

/**
 * Documents that support or dispute, and the distinct origins among them: an empty origin counts as its own
 * document. Origins are compared without case, normal form and outer spaces.
 */
export function countOrigins(evidence: readonly Pick<Evidence, 'sourceId' | 'stance' | 'origin'>[]): {
  sources: number;
  origins: number;
} {
  const documents = new Set<string>();
  const origins = new Set<string>();
  for (const { sourceId, stance, origin } of evidence) {
    if (stance === 'mentions') continue;
    documents.add(sourceId);
    const name = origin.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
    origins.add(name === '' ? `document ${sourceId}` : `origin ${name}`);
  }
  return { sources: documents.size, origins: origins.size };
}

export interface ClaimQuery {
  readonly status?: Status | undefined;
  readonly tag?: string | undefined;
  readonly exactTag?: boolean | undefined;
}

/** Newest first. */
export function listClaims(reader: Reader, query: ClaimQuery): Claim[] {
  const filter = new Filter()
    .add('claim.deleted_at IS NULL')
    .add('claim_status.status = ?', query.status)
    .add(hasTag('claim_tag', 'claim.id'), tagScope(reader, query));
  const pages = new PageFinder(reader);
  return reader
    .all<ClaimRow>(
      `${SELECT_CLAIMS} ${filter.where} ORDER BY claim.created_at DESC, claim.id DESC`,
      ...filter.values,
    )
    .map((row) => toClaim(row, pages));
}

/** @throws DossierError not-found, also for one in the trash */
export function getClaim(reader: Reader, id: string): Claim {
  const row = reader.get<ClaimRow>(`${SELECT_CLAIMS} WHERE claim.id = ? AND claim.deleted_at IS NULL`, id);
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
