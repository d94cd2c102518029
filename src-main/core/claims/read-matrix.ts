/** The matrix as data and as a table. */
import type { Output } from '../../common/contract/commands.ts';
import type { ClaimId, SourceId, Status } from '../../common/contract/entities.ts';
import { writeTable } from '../../common/csv-cells.ts';
import { hasTag } from '../storage/columns.ts';
import type { Reader } from '../storage/connection.ts';
import { Filter } from '../storage/filter.ts';
import { tagScope } from '../storage/tags.ts';
import { matrixCells, weighClaim, type MatrixEvidence } from './matrix.ts';

export interface MatrixQuery {
  readonly claims?: readonly ClaimId[] | undefined;
  readonly status?: Status | undefined;
  readonly tag?: string | undefined;
  readonly exactTag?: boolean | undefined;
}

/** More than a person can look at, and what a picture can show. */
export const MOST_CLAIMS = 500;

type Matrix = Omit<Output<'claim.matrix'>, 'csv'>;
type ClaimRow = { id: ClaimId; statement: string; status: Status };
type SourceRow = { id: SourceId; title: string; site: string | null };

const CLAIMS = `SELECT claim.id, claim.statement, claim_status.status FROM claim
  JOIN claim_status ON claim_status.claim_id = claim.id`;
/** By the claims asked for, each looked up by its index. */
export const EVIDENCE = `SELECT evidence.claim_id AS claim, excerpt.source_id AS source, evidence.stance, evidence.origin
  FROM json_each(?) AS wanted CROSS JOIN evidence ON evidence.claim_id = wanted.value AND evidence.deleted_at IS NULL
  JOIN live_excerpt AS excerpt ON excerpt.id = evidence.excerpt_id`;

/** Claims by the newest first, sources by how many of the claims they bear on. */
export function readMatrix(reader: Reader, query: MatrixQuery): Matrix {
  const claims = readClaims(reader, query);
  const shown = claims.slice(0, MOST_CLAIMS);
  const ids = JSON.stringify(shown.map(({ id }) => id));
  const evidence = reader.all<MatrixEvidence & Record<string, never>>(EVIDENCE, ids);
  const byClaim = Map.groupBy(evidence, ({ claim }) => claim);
  const cells = matrixCells(evidence);
  const counts = Map.groupBy(cells, ({ source }) => source);
  const sources = reader
    .all<SourceRow>(
      'SELECT id, title, site FROM source WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify([...counts.keys()]),
    )
    .map((source) => ({ ...source, claims: counts.get(source.id)?.length ?? 0 }))
    .toSorted((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1));
  return {
    claims: shown.map((claim) => ({ ...claim, ...weighClaim(byClaim.get(claim.id) ?? []) })),
    sources,
    cells,
    left: claims.length - shown.length,
  };
}

function readClaims(reader: Reader, query: MatrixQuery): ClaimRow[] {
  const filter = new Filter()
    .add('claim.deleted_at IS NULL')
    .add('claim.id IN (SELECT value FROM json_each(?))', query.claims && JSON.stringify(query.claims))
    .add('claim_status.status = ?', query.status)
    .add(hasTag('claim_tag', 'claim.id'), tagScope(reader, query));
  return reader.all<ClaimRow>(
    `${CLAIMS} ${filter.where} ORDER BY claim.created_at DESC, claim.id DESC`,
    ...filter.values,
  );
}

/** A row a claim, a column a source; words of a table are the contract's own, in English. */
export function matrixTable({ claims, sources, cells }: Matrix): string {
  const byPlace = new Map(cells.map((cell) => [`${cell.claim} ${cell.source}`, cell]));
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const head = [
    'claim',
    'status',
    'supports',
    'disputes',
    'balance',
    'flips',
    ...sources.map(({ title }) => title),
  ];
  const rows = claims.map((claim) => [
    claim.statement,
    claim.status,
    String(claim.supports),
    String(claim.disputes),
    claim.balance,
    claim.flips.map((id) => titles.get(id) ?? id).join('\n'),
    ...sources.map(({ id }) => byPlace.get(`${claim.id} ${id}`)?.stance ?? ''),
  ]);
  return writeTable([head, ...rows]);
}
