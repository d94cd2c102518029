/** Codes as REFI-QDA programs exchange them, in a codebook (`.qdc`) and in a project (`.qdpx`): the same elements. */
import type { Color } from './contract/entities.ts';
import { xmlAttribute, xmlText } from './xml-text.ts';

export interface QdaCode {
  readonly guid: string;
  readonly name: string;
  readonly meaning: string;
  readonly color: Color | null;
  readonly below: readonly QdaCode[];
}

/** The five colours as other programs write them. */
export const QDA_COLORS: Readonly<Record<Color, string>> = {
  yellow: '#e6b800',
  blue: '#2f7de1',
  green: '#2e9e5b',
  pink: '#e0569a',
  violet: '#a05cd6',
};

/** One `Code` element with those below it, in lines. */
export function writeQdaCode({ guid, name, meaning, color, below }: QdaCode, indent: string): string {
  const shade = color === null ? '' : ` color="${QDA_COLORS[color]}"`;
  const open = `${indent}<Code guid="${xmlAttribute(guid)}" name="${xmlAttribute(name)}" isCodable="true"${shade}`;
  const inside = [
    ...(meaning === '' ? [] : [`${indent}  <Description>${xmlText(meaning)}</Description>`]),
    ...below.map((code) => writeQdaCode(code, `${indent}  `)),
  ];
  return inside.length === 0 ? `${open}/>` : [`${open}>`, ...inside, `${indent}</Code>`].join('\n');
}
