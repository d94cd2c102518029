/** Highlights carried over to a new version: exact, moved (to be confirmed) or orphan. Never guessed, never lost. */
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import { FoldedText } from '../../common/document/folded-text.ts';
import { findQuotation } from '../../common/document/quote-match.ts';
import { describeRange } from '../../common/document/selectors.ts';
import type { Edit } from '../storage/edit.ts';
import { listExcerpts } from '../storage/excerpts.ts';

export interface Carry {
  readonly source: SourceId;
  readonly from: VersionId;
  readonly to: VersionId;
  /** Canonical text of `to`. */
  readonly text: string;
}

/**
 * An orphan stays on the version where it stands, so that it can still be read in its place, and is looked for
 * again in each later one: what was taken from a page may come back.
 */
export function carryExcerpts(edit: Edit, { source, from, to, text }: Carry): void {
  const folded = new FoldedText(text);
  for (const excerpt of listExcerpts(edit.reader, { source })) {
    if (excerpt.versionId !== from && excerpt.anchor !== 'orphan') continue;
    const match = findQuotation(folded, {
      quote: excerpt.exact,
      prefix: excerpt.prefix,
      suffix: excerpt.suffix,
      near: excerpt.start,
    });
    if (match.kind !== 'found') {
      edit.update('excerpt', excerpt.id, { anchor: 'orphan' });
      continue;
    }
    edit.update('excerpt', excerpt.id, {
      version_id: to,
      start_offset: match.start,
      end_offset: match.end,
      ...describeRange(text, match.start, match.end),
      anchor: match.anchor,
      updated_at: edit.now,
    });
  }
}
