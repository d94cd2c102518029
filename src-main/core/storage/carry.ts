/** Highlights carried over to a new version: exact, moved (to be confirmed) or orphan. Never guessed, never lost. */
import type { Anchor, Carried, Excerpt, SourceId, VersionId } from '../../common/contract/entities.ts';
import { FoldedText } from '../../common/document/folded-text.ts';
import { findQuotation } from '../../common/document/quote-match.ts';
import { describeRange } from '../../common/document/selectors.ts';
import type { Edit } from './edit.ts';
import { listExcerpts } from './excerpts.ts';

export interface Carry {
  readonly source: SourceId;
  readonly from: VersionId;
  readonly to: VersionId;
  /** Canonical text of `to`. */
  readonly text: string;
  /** Where an excerpt should stand now, where that is known; `isSame`: beside other words, but the same passage. */
  readonly placeOf?: (excerpt: Excerpt) => { readonly near: number; readonly isSame: boolean };
}

/** Characters by which two copies of a passage may have drifted apart. */
const SAME_PLACE = 200;

/**
 * An orphan stays on the version where it stands, so that it can still be read in its place, and is looked for
 * again in each later one: what was taken from a page may come back.
 * @returns how many there are of each, those included that were orphans before
 */
export function carryExcerpts(edit: Edit, carry: Carry): Carried {
  const carried = { exact: 0, moved: 0, orphan: 0 };
  const excerpts = listExcerpts(edit.reader, { source: carry.source }).filter(
    ({ versionId, anchor }) => versionId === carry.from || anchor === 'orphan',
  );
  // Once for all of them, and not at all where there are none.
  const folded = new FoldedText(excerpts.length > 0 ? carry.text : '');
  for (const excerpt of excerpts) carried[carryExcerpt(edit, excerpt, carry, folded)] += 1;
  return carried;
}

function carryExcerpt(
  edit: Edit,
  excerpt: Excerpt,
  { to, text, placeOf }: Carry,
  folded: FoldedText,
): Anchor {
  const placed = placeOf?.(excerpt) ?? { near: excerpt.start, isSame: false };
  const match = findQuotation(folded, {
    quote: excerpt.exact,
    prefix: excerpt.prefix,
    suffix: excerpt.suffix,
    near: placed.near,
  });
  if (match.kind !== 'found') {
    edit.update('excerpt', excerpt.id, { anchor: 'orphan' });
    return 'orphan';
  }
  const isThere = placed.isSame && Math.abs(match.start - placed.near) <= SAME_PLACE;
  const anchor = isThere && excerpt.anchor === 'exact' ? 'exact' : match.anchor;
  edit.update('excerpt', excerpt.id, {
    version_id: to,
    start_offset: match.start,
    end_offset: match.end,
    ...describeRange(text, match.start, match.end),
    anchor,
    updated_at: edit.now,
  });
  return anchor;
}
