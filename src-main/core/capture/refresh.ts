/** The details of a source after another version of it was captured. */
import {
  DETAIL_NAMES,
  type DetailName,
  type DetailOrigin,
  type Source,
} from '../../common/contract/entities.ts';
import type { ParsedArticle } from '../ports.ts';
import { DETAIL_COLUMNS } from '../storage/source-details.ts';

/**
 * Columns that change: what the user corrected stays, as does whatever may have been corrected before that was
 * remembered; what the new version does not say stays too. The address is what the source is known by.
 */
export function refreshedColumns(source: Source, article: ParsedArticle): Record<string, string> {
  const columns: Record<string, string> = {};
  const origins: Partial<Record<DetailName, DetailOrigin>> = { ...source.origins };
  for (const name of DETAIL_NAMES) {
    const value = article[name];
    const origin = article.origins[name];
    if (value === null || origin === undefined || !isFree(source, name)) continue;
    // Said by the page itself before, and now only guessed: the better answer stays.
    if (isGuess(origin) && source[name] !== null && !isGuess(source.origins[name])) continue;
    columns[DETAIL_COLUMNS[name]] = value;
    origins[name] = origin;
  }
  return Object.keys(columns).length === 0 ? {} : { ...columns, origins: JSON.stringify(origins) };
}

/** Of these a page that says what it said may tell another at each load. */
const FLEETING: ReadonlySet<DetailName> = new Set(['modifiedAt', 'site', 'url']);

/** Whether the new version would change what the source says of itself. */
export function refreshesDetails(source: Source, article: ParsedArticle): boolean {
  const columns = refreshedColumns(source, article);
  return DETAIL_NAMES.some((name) => {
    const value = columns[DETAIL_COLUMNS[name]];
    return value !== undefined && value !== source[name] && !FLEETING.has(name);
  });
}

function isFree(source: Source, name: DetailName): boolean {
  if (source.origins[name] === 'user') return false;
  if (source[name] === null) return true;
  return name !== 'url' && source.origins[name] !== undefined;
}

const isGuess = (origin: DetailOrigin | undefined) =>
  origin === 'text' || origin === 'file' || origin === 'address';
