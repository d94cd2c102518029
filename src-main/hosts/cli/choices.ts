/** Values that options take and verbs read. */
import type { HitKind } from '../../common/contract/hits.ts';

/** Words of `--in` and the kinds of hits they stand for. */
export const SEARCH_PLACES = ['sources', 'excerpts', 'claims', 'notes'] as const;
export const PLACE_KINDS: Readonly<Record<(typeof SEARCH_PLACES)[number], HitKind>> = {
  sources: 'passage',
  excerpts: 'excerpt',
  claims: 'claim',
  notes: 'note',
};
