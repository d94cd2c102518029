import { describe, expect, it } from 'vitest';
import type { Source, SourceId, VersionId } from '../../../src-main/common/contract/entities.ts';
import { cite } from '../../../src-renderer/features/reader/citation.ts';

const source: Source = {
  id: 'source' as SourceId,
  kind: 'html',
  title: 'The port',
  byline: 'A. Writer',
  site: 'The Outlet',
  url: 'https://example.org/port',
  publishedAt: '2026-03-14',
  modifiedAt: null,
  description: null,
  origins: {},
  addedAt: '2026-03-15T00:00:00.000Z',
  language: 'en',
  words: 100,
  tags: [],
  excerpts: 0,
  claims: 0,
  versionId: 'version' as VersionId,
  deletedAt: null,
};
const style = {
  quote: (text: string): string => `“${text}”`,
  title: (text: string): string => `“${text}”`,
  date: (iso: string): string => `on ${iso}`,
  page: (label: string): string => `p. ${label}`,
};

describe('cite', () => {
  it('gives the passage with everything that is known of its source', () => {
    expect(cite('It grew.', '12', source, style)).toBe(
      '“It grew.” (A. Writer, “The port”, The Outlet, on 2026-03-14, p. 12, https://example.org/port)',
    );
  });

  it('leaves out what is not known and joins lines', () => {
    const bare = { ...source, byline: null, site: '', publishedAt: null, url: null };
    expect(cite('One.\n\nTwo.', null, bare, style)).toBe('“One. Two.” (“The port”)');
  });
});
