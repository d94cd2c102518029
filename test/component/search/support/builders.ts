import type { SourceId, VersionId } from '../../../../src-main/common/contract/entities.ts';
import type { Facets, Hit } from '../../../../src-main/common/contract/hits.ts';

/** A passage of source `s1` unless told otherwise. */
export function buildHit(change: Partial<Hit> = {}): Hit {
  return {
    kind: 'passage',
    id: 'v1#0',
    sourceId: 's1' as SourceId,
    versionId: 'v1' as VersionId,
    start: 10,
    end: 40,
    title: 'A source',
    score: 1,
    snippet: { text: 'the words found', ranges: [[4, 9]] },
    why: null,
    ...change,
  };
}

/** No values, unless told otherwise. */
export function buildFacets(change: Partial<Facets> = {}): Facets {
  return { kind: [], language: [], site: [], year: [], tag: [], status: [], ...change };
}
