import type {
  Claim,
  ClaimId,
  Evidence,
  Excerpt,
  ExcerptId,
  SourceId,
  VersionId,
} from '../../../../src-main/common/contract/entities.ts';

/** An unreviewed claim without evidence, unless told otherwise. */
export function buildClaim(change: Partial<Omit<Claim, 'id'>> & { id?: string } = {}): Claim {
  return {
    statement: 'The port cost 300 million euros.',
    note: '',
    status: 'unreviewed',
    tags: [],
    evidence: [],
    sources: 0,
    origins: 0,
    history: [],
    createdAt: '2026-01-01T10:00:00.000Z',
    updatedAt: '2026-01-01T10:00:00.000Z',
    ...change,
    id: (change.id ?? 'c1') as ClaimId,
  };
}

/** Evidence that supports, from an outlet of its own, unless told otherwise. */
export function buildEvidence(
  change: Partial<Omit<Evidence, 'excerptId' | 'sourceId'>> & { excerptId?: string; sourceId?: string } = {},
): Evidence {
  return {
    stance: 'supports',
    origin: '',
    note: '',
    quotation: {
      exact: 'three hundred million',
      prefix: 'The work cost ',
      suffix: ' euros in all.',
      color: 'yellow',
      anchor: 'exact',
      page: null,
    },
    source: { title: 'The port', site: 'La Vigie', byline: null, publishedAt: '2026-03-14', language: 'en' },
    ...change,
    excerptId: (change.excerptId ?? 'e1') as ExcerptId,
    sourceId: (change.sourceId ?? 's1') as SourceId,
  };
}

export function buildExcerpt(
  change: Partial<Omit<Excerpt, 'id' | 'sourceId'>> & { id?: string; sourceId?: string } = {},
): Excerpt {
  return {
    versionId: 'v1' as VersionId,
    start: 0,
    end: 10,
    exact: 'three hundred million',
    prefix: '',
    suffix: '',
    anchor: 'exact',
    page: null,
    color: 'yellow',
    note: '',
    tags: [],
    claims: [],
    createdAt: '2026-01-01T10:00:00.000Z',
    updatedAt: '2026-01-01T10:00:00.000Z',
    ...change,
    id: (change.id ?? 'e1') as ExcerptId,
    sourceId: (change.sourceId ?? 's1') as SourceId,
  };
}
