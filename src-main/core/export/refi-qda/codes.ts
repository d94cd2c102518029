/** Tags as codes, and the meanings of the colours as codes of their own: a selection itself has no colour there. */
import { COLORS, type Color } from '../../../common/contract/entities.ts';
import type { QdaCode } from '../../../common/qda-codes.ts';
import type { TagNode, TagTree } from '../../storage/tag-tree.ts';
import { tagKey } from '../../storage/tags.ts';
import type { ExportData } from '../model.ts';
import type { ExportWords } from '../words.ts';
import { guidFor, guidOf } from './guids.ts';

export interface Codes {
  readonly all: readonly QdaCode[];
  /** Of a tag by its name; undefined for one that is not in the codebook. */
  ofTag(name: string): string | undefined;
  ofColor(color: Color): string;
}

export function listCodes({ tags, colorNames, sources }: ExportData, words: ExportWords): Codes {
  const guids = new Map(tags.nodes.map((node) => [node.key, guidOf(node.guid ?? node.id)]));
  const used = new Set(sources.flatMap(({ excerpts }) => excerpts.map(({ color }) => color)));
  const colors = COLORS.filter((color) => used.has(color)).map((color): QdaCode => {
    const name = colorNames[color] ?? words.colors[color];
    return { guid: ofColor(color), name, meaning: '', color, below: [] };
  });
  const highlights: QdaCode = {
    guid: guidFor('colors'),
    name: words.highlights,
    meaning: '',
    color: null,
    below: colors,
  };
  return {
    all: [
      ...tags.childrenOf(null).map((node) => toCode(tags, node)),
      ...(colors.length > 0 ? [highlights] : []),
    ],
    ofTag: (name) => guids.get(tagKey(name)),
    ofColor,
  };
}

const ofColor = (color: Color): string => guidFor('color', color);

function toCode(tags: TagTree, { id, guid, name, meaning, color }: TagNode): QdaCode {
  const below = tags.childrenOf(id).map((child) => toCode(tags, child));
  return { guid: guidOf(guid ?? id), name, meaning, color, below };
}
