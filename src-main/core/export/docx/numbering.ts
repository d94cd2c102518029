/** Lists: one kind of bullets, and for each numbered list a count of its own. */
import { XML_HEAD } from '../../../common/xml-text.ts';
import { NAMESPACES } from './namespaces.ts';

/** Levels that word processors know: 0 to 8. */
export const DEEPEST_LEVEL = 8;
/** Of the text of a list's item for each level, in twentieths of a point. */
export const INDENT = 360;

const LEVELS = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => level);
const BULLETS = ['•', '–', '▪'];

export const BULLET_LIST = 1;

export class Numbering {
  readonly #lists: string[] = [];

  /** @returns number of a new list that counts from `start` at `level` */
  ordered(level: number, start: number | null): number {
    const from = Number.isSafeInteger(start) && start !== null && start >= 0 && start < 32_768 ? start : 1;
    const number = BULLET_LIST + 1 + this.#lists.length;
    const override = `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${from}"/></w:lvlOverride>`;
    this.#lists.push(`<w:num w:numId="${number}"><w:abstractNumId w:val="1"/>${override}</w:num>`);
    return number;
  }

  *pieces(): Generator<string> {
    yield `${XML_HEAD}<w:numbering ${NAMESPACES}>`;
    yield kind(0, (level) => ['bullet', BULLETS[level % BULLETS.length] ?? '•']);
    yield kind(1, (level) => ['decimal', `%${level + 1}.`]);
    yield `<w:num w:numId="${BULLET_LIST}"><w:abstractNumId w:val="0"/></w:num>`;
    yield* this.#lists;
    yield '</w:numbering>';
  }
}

function kind(id: number, look: (level: number) => readonly [format: string, text: string]): string {
  const levels = LEVELS.map((level) => {
    const [format, text] = look(level);
    const indent = `<w:pPr><w:ind w:left="${(level + 1) * INDENT}" w:hanging="${INDENT}"/></w:pPr>`;
    return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${indent}</w:lvl>`;
  });
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`;
}
