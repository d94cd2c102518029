/** Where a result leads. */
import type { ClaimId, ExcerptId, NoteId } from '../../../src-main/common/contract/entities.ts';
import type { Hit } from '../../../src-main/common/contract/hits.ts';
import type { Route } from '../../state/routes.ts';

/** The place that Enter opens; null for what has none. */
export function placeOf(hit: Hit): Route | null {
  if (hit.kind === 'note') return { view: 'notes', note: hit.id as NoteId };
  if (hit.kind === 'claim') return { view: 'claims', claim: hit.id as ClaimId };
  if (hit.sourceId === null) return null;
  const library = { view: 'library', source: hit.sourceId } as const;
  if (hit.kind === 'excerpt') return { ...library, excerpt: hit.id as ExcerptId };
  if (hit.start === null || hit.end === null) return library;
  return { ...library, range: { start: hit.start, end: hit.end } };
}
