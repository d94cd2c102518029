import type {
  NotebookInfo,
  Source,
  SourceId,
  VersionId,
} from '../../../../src-main/common/contract/entities.ts';

export function buildNotebook(change: Partial<NotebookInfo> = {}): NotebookInfo {
  return {
    path: '/n.dossier',
    name: 'n',
    readOnly: false,
    schemaVersion: 1,
    sqliteVersion: '3',
    counts: { sources: 0, passages: 0, excerpts: 0, claims: 0, notes: 0, tags: 0, trash: 0, toReview: 0 },
    ...change,
  };
}

/** A French article of 440 words from La Vigie unless told otherwise. */
export function buildSource(change: Partial<Omit<Source, 'id'>> & { id?: string } = {}): Source {
  return {
    kind: 'html',
    title: 'Le port',
    byline: null,
    site: 'La Vigie',
    url: null,
    publishedAt: '2026-03-14',
    modifiedAt: null,
    description: null,
    origins: {},
    addedAt: '2026-04-01T10:00:00.000Z',
    language: 'fr',
    words: 440,
    tags: [],
    excerpts: 0,
    claims: 0,
    versionId: 'v1' as VersionId,
    deletedAt: null,
    ...change,
    id: (change.id ?? 's1') as SourceId,
  };
}
