/** Searches that were kept with a claim, to show that they were made. */
import * as v from 'valibot';
import type { ClaimId } from '../../common/contract/entities.ts';
import { KEPT_FILTERS, type KeptSearch } from '../../common/contract/ledger.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { isoTime } from './columns.ts';
import type { Reader } from './connection.ts';

interface Row {
  id: string;
  claimId: ClaimId;
  query: string;
  filters: string;
  hits: number;
  note: string;
  at: number;
}

const SELECT = `SELECT diligence.id, claim_id AS claimId, query, filters, hits, diligence.note, diligence.created_at AS at
  FROM diligence JOIN claim ON claim.id = diligence.claim_id AND claim.deleted_at IS NULL
  WHERE diligence.deleted_at IS NULL`;

/** A notebook may come from anyone: of filters that are none, nothing is left. */
function readFilters(json: string): KeptSearch['filters'] {
  const read = v.safeParse(KEPT_FILTERS, JSON.parse(json));
  return read.success ? read.output : {};
}

function toSearch({ filters, at, ...row }: Row): KeptSearch {
  return { ...row, filters: readFilters(filters), at: isoTime(at) };
}

/** Oldest first. */
export function listKeptSearches(reader: Reader, claim: string): KeptSearch[] {
  return reader
    .all<Row & Record<string, never>>(
      `${SELECT} AND claim_id = ? ORDER BY diligence.created_at, diligence.id`,
      claim,
    )
    .map(toSearch);
}

/** @throws DossierError not-found */
export function getKeptSearch(reader: Reader, id: string): KeptSearch {
  const row = reader.get<Row & Record<string, never>>(`${SELECT} AND diligence.id = ?`, id);
  if (!row) throw new DossierError('not-found', { what: 'search', id });
  return toSearch(row);
}
