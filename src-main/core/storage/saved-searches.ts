/** Searches that were given a name. */
import * as v from 'valibot';
import {
  SEARCH_FILTERS,
  type SavedFilters,
  type SavedSearch,
  type SavedSearchId,
} from '../../common/contract/collections.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { isoTime } from './columns.ts';
import type { Reader } from './connection.ts';

interface SavedRow {
  id: SavedSearchId;
  name: string;
  query: string;
  filters: string;
  created_at: number;
  updated_at: number;
}

const SELECT = `SELECT id, name, query, filters, created_at, updated_at FROM saved_search
  WHERE deleted_at IS NULL`;

/** A notebook may come from anyone: of filters that are none, nothing is left. */
function readFilters(json: string): SavedFilters {
  const read = v.safeParse(SEARCH_FILTERS, JSON.parse(json));
  return read.success ? read.output : {};
}

function toSaved(row: SavedRow): SavedSearch {
  return {
    id: row.id,
    name: row.name,
    query: row.query,
    filters: readFilters(row.filters),
    createdAt: isoTime(row.created_at),
    updatedAt: isoTime(row.updated_at),
  };
}

/** By name. */
export function listSaved(reader: Reader): SavedSearch[] {
  return reader.all<SavedRow>(`${SELECT} ORDER BY name_key`).map(toSaved);
}

/** @throws DossierError not-found, also for one in the trash */
export function getSaved(reader: Reader, id: string): SavedSearch {
  const row = reader.get<SavedRow>(`${SELECT} AND id = ?`, id);
  if (!row) throw new DossierError('not-found', { what: 'saved-search', id });
  return toSaved(row);
}
