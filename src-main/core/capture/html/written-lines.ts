/** Author and date as an article's own text has them: « par Jeff Pao 13 août 2025 », “By Jane Doe, March 3, 2024”. */
import { textOfBlock, type Block } from './blocks.ts';

/** Lines below the title that are looked at. */
const LINES = 16;
const LONGEST = 160;

const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'.-]*(?:\s+(?:(?:de|du|des|la|le|van|von|der|den|da|dos|di|el|al|bin|ben)\s+)*\p{Lu}[\p{L}\p{M}’'.-]*){0,4}`;
const MONTH = String.raw`(?:Jan|F[eé]b|Fév|Mar|Apr|Avr|May|Mai|Jun|Juin|Jul|Juil|Aug|Ao[uû]|Sep|Oct|Nov|D[eé]c)`;
const BYLINE = new RegExp(
  String.raw`^(?:[Ww]ritten |[Pp]osted |[Pp]ublished |[Pp]ublié |[Éé]crit )?(?:[Bb]y|BY|[Pp]ar|PAR|[Vv]on)\s*:?\s+(${NAME}(?:(?:\s*,\s*|\s+(?:and|et|und|&)\s+)(?!${MONTH})${NAME}){0,4})(?=\s|$|[,|·•—–-])`,
  'u',
);
/** A year, and a month or two more numbers: what follows asks a grammar of dates. */
const DATE = /\b(?:19|20)\d{2}\b/;
const DAY = /\b\d{1,2}[./-]\d{1,2}\b|\p{L}{3,}\.?\s+\d|\d(?:er|st|nd|rd|th)?\.?\s+\p{L}{3,}|\d-\d{2}-\d/u;

export interface WrittenLines {
  byline(): string | null;
  /** The words of a date, for a grammar of dates. */
  date(): string | null;
}

/** A month after the name belongs to the date: « Jeff Pao August 13, 2025 ». */
function withoutMonth(name: string): string {
  const at = name.search(
    /\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)$/,
  );
  return at > 0 ? name.slice(0, at) : name;
}

/** Reads nothing until it is asked. */
export function readLines(blocks: readonly Block[], title: string | null): WrittenLines {
  let known: readonly string[] | null = null;
  const lines = (): readonly string[] => (known ??= linesBelow(blocks, title));
  const byline = (): string | null => {
    for (const line of lines()) {
      const name = BYLINE.exec(line)?.[1];
      if (name) return withoutMonth(name.replace(/[\s,.-]+$/, ''));
    }
    return null;
  };
  return {
    byline,
    date() {
      const line = lines().find((one) => DATE.test(one) && DAY.test(one));
      if (line === undefined) return null;
      // The name may hold what looks like a date (« par April May »), and a grammar reads only so much.
      const name = BYLINE.exec(line);
      return (name ? line.slice(withoutMonth(name[0]).length) : line).slice(0, 100);
    },
  };
}

function linesBelow(blocks: readonly Block[], title: string | null): readonly string[] {
  const wanted = (title ?? '').slice(0, 30).toLowerCase();
  const heading = blocks.findIndex(
    (block) =>
      block.holder.node.tagName === 'h1' ||
      (wanted.length > 10 && block.length < 400 && textOfBlock(block).toLowerCase().startsWith(wanted)),
  );
  const lines: string[] = [];
  for (const block of blocks.slice(heading + 1, heading + 1 + LINES)) {
    if (block.length > LONGEST * 4) continue;
    const text = textOfBlock(block);
    if (text.length <= LONGEST) lines.push(text);
  }
  return lines;
}
