import { describe, expect, it } from 'vitest';
import type { SourceDetail, VersionId } from '../../../src-main/common/contract/entities.ts';
import type { Block } from '../../../src-main/common/document/tree.ts';
import {
  extentOf,
  isPage,
  placeIn,
  sectionEnd,
  shareOfPage,
} from '../../../src-renderer/features/reader/extent.ts';
import { buildSource } from '../state/support/builders.ts';

const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const heading = (depth: 1 | 2 | 3, value: string): Block => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value }],
});

function detail(extractor: string, words: number, pageWords: number | null): SourceDetail {
  const version = { capturedAt: '', sha256: '', fileName: null, mediaType: 'text/html', bytes: 1 };
  return {
    ...buildSource({ words }),
    versions: [{ ...version, id: 'v1' as VersionId, extractor, words, pageWords }],
    text: '',
    tree: { type: 'root', children: [] },
    near: [],
    pages: null,
    translationOf: null,
    translations: [],
    repeated: 0,
  };
}

describe('what of a page is shown', () => {
  it('is told by what made the version', () => {
    expect(extentOf(detail('readability 0.6.0, blocks 1', 1, 2))).toBe('article');
    expect(extentOf(detail('body 1', 2, 2))).toBe('whole');
    expect(extentOf(detail('region 1', 1, 2))).toBe('region');
  });

  it('is a share only where something was left out, and chosen only of pages', () => {
    expect(shareOfPage(detail('readability 0.6.0', 62, 100))).toBeCloseTo(0.62);
    expect(shareOfPage(detail('body 1', 100, 100))).toBeNull();
    expect(shareOfPage(detail('text 1', 100, null))).toBeNull();
    expect(isPage(detail('readability 0.6.0', 1, 2))).toBe(true);
    expect(isPage({ ...detail('text 1', 1, null), kind: 'text' })).toBe(false);
  });
});

describe('choosing a part', () => {
  const page = [
    paragraph('Menu'),
    heading(2, 'A'),
    paragraph('a'),
    heading(3, 'B'),
    paragraph('b'),
    heading(2, 'C'),
  ];

  it('takes a section up to the next heading of its depth', () => {
    expect(sectionEnd(page, 1)).toBe(4);
    expect(sectionEnd(page, 3)).toBe(4);
    expect(sectionEnd(page, 5)).toBe(5);
    expect(sectionEnd(page, 0)).toBe(0);
  });

  it('begins with what is shown already', () => {
    expect(placeIn(page, [heading(2, 'A'), paragraph('a'), paragraph('b')])).toEqual({ from: 1, to: 4 });
    expect(placeIn(page, [paragraph('elsewhere')])).toEqual({ from: 0, to: 0 });
  });
});
