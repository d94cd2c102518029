/** Text for a terminal: no control sequences from articles, columns that line up in any script. */

/** Escape sequences, control and bidirectional characters: a title must not move the cursor or hide a word. */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation})/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One line. */
export function plain(text: string): string {
  return text.replace(/\s+/g, (space) => (/[\n\t\r]/.test(space) ? ' ' : space)).replace(UNSAFE, '');
}

/** JSON that says the same, with what could steer a terminal or turn its line around written as escapes. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE, (sign) =>
    sign === '\n' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Keeps line ends. */
export function plainLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(UNSAFE, (sign) => (sign === '\t' ? sign : '')))
    .join('\n');
}

/** Columns of a terminal that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOfOne(segment);
  return width;
}

function widthOfOne(grapheme: string): number {
  if (/^\p{Mark}+$/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

export function cut(text: string, limit: number): string {
  if (widthOf(text) <= limit) return text;
  let width = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    width += widthOfOne(segment);
    if (width > limit - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /** Longer texts are cut. */
  readonly limit?: number;
}

/** Rows under their titles, two spaces apart. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) =>
    columns.map(({ limit }, at) => cut(plain(row[at] ?? ''), limit ?? Infinity)),
  );
  const all = [columns.map(({ title }) => title), ...cells];
  const widths = columns.map((_column, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))));
  return all
    .map((row) =>
      row
        .map((cell, at) => {
          const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)));
          return columns[at]?.align === 'right' ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Breaks at spaces, each line after `indent`. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of plain(text).trim().split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width - widthOf(indent)) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return [...lines, indent + line].join('\n');
}
