/** What of a saved page a version shows: its article, all of it, or a part that was chosen. */
import type { SourceDetail } from '../../../src-main/common/contract/entities.ts';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import { isPageKind } from '../../../src-main/common/contract/source-formats.ts';
import type { Block } from '../../../src-main/common/document/tree.ts';

export type Extent = 'article' | 'whole' | 'region';

/** Only pages hold more than their article. */
export function isPage({ kind }: SourceDetail): boolean {
  return isPageKind(kind);
}

const currentVersion = ({ versions, versionId }: SourceDetail) => versions.find(({ id }) => id === versionId);

export function extentOf(source: SourceDetail): Extent {
  const extractor = currentVersion(source)?.extractor ?? '';
  if (extractor.startsWith('region')) return 'region';
  return extractor.startsWith('body') ? 'whole' : 'article';
}

/** The share of the page's words that this version has; null where it has all of them, or there is no page. */
export function shareOfPage(source: SourceDetail): number | null {
  const version = currentVersion(source);
  if (!version?.pageWords || version.words >= version.pageWords) return null;
  return version.words / version.pageWords;
}

const textOf = (block: Block | undefined) =>
  block ? layoutText({ type: 'root', children: [block] }).text : '';

/** Where in the blocks of the whole page the text that is shown begins and ends; the first block where it is not there. */
export function placeIn(blocks: readonly Block[], shown: readonly Block[]): { from: number; to: number } {
  const texts = blocks.map(textOf);
  const from = texts.indexOf(textOf(shown[0]));
  if (from < 0) return { from: 0, to: 0 };
  return { from, to: Math.max(from, texts.lastIndexOf(textOf(shown.at(-1)))) };
}

/** The last block of the section that the block at `at` begins or stands in, where it is a heading. */
export function sectionEnd(blocks: readonly Block[], at: number): number {
  const block = blocks[at];
  if (block?.type !== 'heading') return at;
  const next = blocks.findIndex(
    (other, index) => index > at && other.type === 'heading' && other.depth <= block.depth,
  );
  return next < 0 ? blocks.length - 1 : next - 1;
}
