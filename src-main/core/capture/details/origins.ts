/** Where the details of an article came from, once they are what is stored. */
import { DETAIL_NAMES, type DetailName, type DetailOrigin } from '../../../common/contract/entities.ts';
import type { Details, Origins } from './details.ts';

interface Stored {
  /** The address that the file was captured with. */
  readonly address: string | null;
  readonly site: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly language: string | null;
}

/** Only of what there is: a date that could not be read came from nowhere. */
export function originsOf(details: Details, stored: Stored): Origins {
  const { origins = {} } = details;
  const values: Record<DetailName, string | null> = {
    ...stored,
    // Without a title of its own an article is called by its file.
    title: details.title ?? '',
    byline: details.byline,
    description: details.description ?? null,
  };
  const known: Partial<Record<DetailName, DetailOrigin>> = {};
  for (const name of DETAIL_NAMES) if (values[name] !== null) known[name] = origins[name] ?? 'file';
  if (stored.site !== null && details.site === null) known.site = 'address';
  if (stored.address !== null) known.url = 'address';
  // The text decides where there is enough of it; then what was declared agrees with it only by being right.
  const declared = details.language?.trim().slice(0, 2).toLowerCase();
  if (stored.language !== null && declared !== stored.language) known.language = 'text';
  return known;
}
