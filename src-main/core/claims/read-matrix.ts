/** The matrix as data and as a table. */
import type { Output } from '../../common/contract/commands.ts';
import type { CollectionId } from '../../common/contract/collections.ts';
import type { ClaimId, SourceId, Status } from '../../common/contract/entities.ts';
import { writeTable } from '../../common/csv-cells.ts';
import { originKey } from '../../common/origins.ts';
import { getCollection } from '../storage/collections.ts';
import { hasTag } from '../storage/columns.ts';
import type { Reader } from '../storage/connection.ts';
import { Filter } from '../storage/filter.ts';
import { tagScope } from '../storage/tags.ts';
import { arrangeColumns, nameOriginals, type ColumnSource } from './matrix-columns.ts';
import { matrixCells, weighClaim, type MatrixEvidence } from './matrix.ts';

export interface MatrixQuery {
  readonly claims?: readonly ClaimId[] | undefined;
  readonly sources?: readonly SourceId[] | undefined;
  readonly collection?: CollectionId | undefined;
  readonly status?: Status | undefined;
  readonly tag?: string | undefined;
  readonly exactTag?: boolean | undefined;
}

/** More than a person can look at, and what a picture can show. */
export const MOST_CLAIMS = 500;
const MOST_SOURCES = 500;

type Matrix = Omit<Output<'claim.matrix'>, 'csv'>;
type ClaimRow = { id: ClaimId; statement: string; status: Status };

const CLAIMS = `SELECT claim.id, claim.statement, claim_status.status FROM claim
  JOIN claim_status ON claim_status.claim_id = claim.id`;
/** By the claims asked for, each looked up by its index. */
export const EVIDENCE = `SELECT evidence.claim_id AS claim, excerpt.source_id AS source, evidence.stance, evidence.origin
  FROM json_each(?) AS wanted CROSS JOIN evidence ON evidence.claim_id = wanted.value AND evidence.deleted_at IS NULL
  JOIN live_excerpt AS excerpt ON excerpt.id = evidence.excerpt_id`;
/** By the sources asked for, each looked up by its index. */
const BORNE_ON = `claim.id IN (SELECT evidence.claim_id FROM json_each(?) AS wanted
  CROSS JOIN live_excerpt AS excerpt ON excerpt.source_id = wanted.value
  JOIN evidence ON evidence.excerpt_id = excerpt.id AND evidence.deleted_at IS NULL)`;

/** Claims by the newest first, sources as `arrangeColumns` puts them. */
export function readMatrix(reader: Reader, query: MatrixQuery): Matrix {
  const wanted = wantedSources(reader, query);
  const claims = readClaims(reader, query, wanted);
  const shown = claims.slice(0, MOST_CLAIMS);
  const ids = JSON.stringify(shown.map(({ id }) => id));
  const stored = reader.all<MatrixEvidence & Record<string, never>>(EVIDENCE, ids);
  const sources = readSources(reader, stored);
  const evidence = nameOriginals(stored, sources);
  const byClaim = Map.groupBy(evidence, ({ claim }) => claim);
  const { visible, left } = mostTold(wanted ? evidence.filter(({ source }) => wanted.has(source)) : evidence);
  const columns = arrangeColumns([...sources.values()], visible);
  return {
    claims: shown.map((claim) => {
      const own = byClaim.get(claim.id) ?? [];
      const spoken = own.filter(({ stance }) => stance !== 'mentions');
      const origins = new Set(spoken.map(({ origin, source }) => originKey(origin, source))).size;
      const documents = new Set(spoken.map(({ source }) => source)).size;
      return { ...claim, ...weighClaim(own), sources: documents, origins };
    }),
    sources: columns,
    cells: matrixCells(visible, new Map(columns.map(({ id }, at) => [id, at]))),
    left: claims.length - shown.length,
    sourcesLeft: left,
  };
}

/** Null where all are. */
function wantedSources(reader: Reader, { sources, collection }: MatrixQuery): ReadonlySet<SourceId> | null {
  const members = collection === undefined ? undefined : new Set(getCollection(reader, collection).sources);
  if (sources === undefined) return members ?? null;
  return new Set(members ? sources.filter((source) => members.has(source)) : sources);
}

/** Of the sources that bear on most claims, as many as are shown. */
function mostTold(evidence: readonly MatrixEvidence[]): { visible: readonly MatrixEvidence[]; left: number } {
  const claims = new Map<SourceId, Set<ClaimId>>();
  for (const { source, claim } of evidence) {
    const own = claims.get(source);
    if (own) own.add(claim);
    else claims.set(source, new Set([claim]));
  }
  const left = Math.max(0, claims.size - MOST_SOURCES);
  if (left === 0) return { visible: evidence, left };
  const ordered = [...claims].toSorted(
    ([a, one], [b, other]) => other.size - one.size || Number(a > b) - Number(a < b),
  );
  const kept = new Set(ordered.slice(0, MOST_SOURCES).map(([id]) => id));
  return { visible: evidence.filter(({ source }) => kept.has(source)), left };
}

function readSources(
  reader: Reader,
  evidence: readonly MatrixEvidence[],
): ReadonlyMap<SourceId, ColumnSource> {
  const rows = reader.all<ColumnSource & Record<string, never>>(
    'SELECT id, title, site, byline FROM source WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify([...new Set(evidence.map(({ source }) => source))]),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function readClaims(reader: Reader, query: MatrixQuery, sources: ReadonlySet<SourceId> | null): ClaimRow[] {
  const isChosen = query.claims !== undefined;
  const filter = new Filter()
    .add('claim.deleted_at IS NULL')
    .add('claim.id IN (SELECT value FROM json_each(?))', query.claims && JSON.stringify(query.claims))
    .add(BORNE_ON, sources && !isChosen ? JSON.stringify([...sources]) : undefined)
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
    'flippingOrigins',
    ...sources.map(({ title }) => title),
  ];
  const rows = claims.map((claim) => [
    claim.statement,
    claim.status,
    String(claim.supports),
    String(claim.disputes),
    claim.balance,
    claim.flips.map((id) => titles.get(id) ?? id).join('\n'),
    claim.flippingOrigins.map(({ origin }) => origin).join('\n'),
    ...sources.map(({ id }) => byPlace.get(`${claim.id} ${id}`)?.stance ?? ''),
  ]);
  return writeTable([head, ...rows]);
}
