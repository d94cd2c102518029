/** Results as the screen shows them: by source, with claims and notes in groups of their own. */
import type { SourceId } from '../../../src-main/common/contract/entities.ts';
import type { Hit } from '../../../src-main/common/contract/hits.ts';

export interface HitGroup {
  readonly kind: 'source' | 'claims' | 'notes';
  readonly sourceId: SourceId | null;
  /** The source's title; empty for claims and notes, whose headings are the interface's own words. */
  readonly title: string;
  /** Of the words in it that matched; the same for all hits of a source. */
  readonly titleRanges?: Hit['titleRanges'];
  readonly hits: readonly Hit[];
}

/** Groups stand in the order of their best hit, and hits in the order of their score, as they came. */
export function groupHits(hits: readonly Hit[]): readonly HitGroup[] {
  const groups = new Map<string, HitGroup & { hits: Hit[] }>();
  for (const hit of hits) {
    const { key, ...empty } = groupOf(hit);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...empty, hits: [hit] });
    else group.hits.push(hit);
  }
  return [...groups.values()];
}

function groupOf(hit: Hit): Omit<HitGroup, 'hits'> & { readonly key: string } {
  if (hit.kind === 'claim') return { key: 'claims', kind: 'claims', sourceId: null, title: '' };
  if (hit.kind === 'note') return { key: 'notes', kind: 'notes', sourceId: null, title: '' };
  const { sourceId, title, titleRanges } = hit;
  return { key: `source:${sourceId}`, kind: 'source', sourceId, title, ...(titleRanges && { titleRanges }) };
}

/** The hits in the order in which they stand on the screen: what the arrow keys walk. */
export function flattenGroups(groups: readonly HitGroup[]): readonly Hit[] {
  return groups.flatMap((group) => group.hits);
}
