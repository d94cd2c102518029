/** The article that both pages show: 4,000 paragraphs, a megabyte, two thousand passages. The same on every machine. */
import type {
  Color,
  Excerpt,
  ExcerptId,
  SourceDetail,
  SourceId,
  VersionId,
} from '../../../../src-main/common/contract/entities.ts';
import { COLORS } from '../../../../src-main/common/contract/entities.ts';
import { describeRange } from '../../../../src-main/common/document/selectors.ts';
import { Dice } from '../../../support/dice.ts';

const SOURCE = 'source' as SourceId;
const VERSION = 'version' as VersionId;
const PARAGRAPHS = 4000;
const HIGHLIGHTS = 2000;
/** Each fourth highlight has a note. */
const NOTED = 4;
const GAP = 2;
const STOCK =
  'la le des une ligne texte fleuve maison grande lumière savoir parfois toujours entre ville pont conseil mesure année travail longtemps devant nombre plusieurs histoire'.split(
    ' ',
  );

export interface Highlighted {
  readonly start: number;
  readonly end: number;
  readonly color: Color;
}

export interface BenchArticle {
  readonly paragraphs: readonly string[];
  readonly starts: readonly number[];
  readonly text: string;
  readonly highlights: readonly Highlighted[];
  /** Others, to be added one by one. */
  readonly spare: readonly Highlighted[];
}

export function makeArticle(): BenchArticle {
  const dice = new Dice(11);
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => `${dice.words(STOCK, 40 + dice.below(8))}.`);
  let at = 0;
  const starts = paragraphs.map((paragraph) => {
    const start = at;
    at += paragraph.length + GAP;
    return start;
  });
  const highlight = (index: number): Highlighted => {
    const start = (starts[index] ?? 0) + dice.below(60);
    return { start, end: start + 20 + dice.below(120), color: COLORS[index % COLORS.length] ?? 'yellow' };
  };
  return {
    paragraphs,
    starts,
    text: paragraphs.join('\n\n'),
    highlights: Array.from({ length: HIGHLIGHTS }, (_, index) => highlight(index * 2)),
    spare: Array.from({ length: 200 }, (_, index) => highlight(index * 2 + 1)),
  };
}

export function toSource({ paragraphs, text }: BenchArticle): SourceDetail {
  return {
    ...{ id: SOURCE, kind: 'text', title: 'A long article', byline: null, site: null, url: null },
    ...{
      publishedAt: null,
      modifiedAt: null,
      description: null,
      origins: {},
      addedAt: '2026-01-01T00:00:00Z',
    },
    ...{ language: 'fr', words: 160_000, tags: [], excerpts: HIGHLIGHTS, claims: 0, versionId: VERSION },
    ...{ deletedAt: null, versions: [], text, near: [], pages: null, repeated: 0 },
    tree: {
      type: 'root',
      children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
    },
    ...{ translationOf: null, translations: [] },
  };
}

export function toExcerpt(text: string, { start, end, color }: Highlighted, index: number): Excerpt {
  return {
    ...{ id: `excerpt-${index}` as ExcerptId, sourceId: SOURCE, versionId: VERSION, start, end },
    ...describeRange(text, start, end),
    ...{ anchor: 'exact', page: null, color, tags: [], claims: [] },
    note: index % NOTED === 0 ? `Note ${index}: what is to be said of this passage, in a line or two.` : '',
    ...{ createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
  };
}
