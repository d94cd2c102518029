/** What keeps a parser of Markdown from taking minutes: micromark's time grows with the square of some things. */

/** Open brackets at once, and emphasis marks in one paragraph. */
const MOST_BRACKETS = 200;
const MOST_MARKS = 3000;
/** A line that begins a block of its own, where the counting begins anew. */
const BLOCK_START = /^\s*(?:$|[-+*>|#]|\d{1,9}[.)])/;
/** Nesting that a person writes stays far below. */
const DEEPEST_MARKS = 100;
const DEEP_LINE = new RegExp(
  String.raw`^((?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])[ \t]*){${DEEPEST_MARKS}})[>\s\-+*.)\d]*`,
  'gm',
);
const DEEP_INDENT = /^[ \t]{200,}(?=[-+*>]|\d{1,9}[.)])/gm;

/** Whether a paragraph holds more marks than a person would ever set, so that parsing it would take minutes. */
export function isTangled(text: string): boolean {
  let open = 0;
  let marks = 0;
  for (const line of text.split('\n')) {
    if (BLOCK_START.test(line)) open = marks = 0;
    for (const [mark] of line.matchAll(/[[\]*_~]/g)) {
      if (mark === '[') open += 1;
      else if (mark === ']' && open > 0) open -= 1;
      else marks += 1;
      if (open > MOST_BRACKETS || marks > MOST_MARKS) return true;
    }
  }
  return false;
}

/** Without the nesting that nobody writes. */
export function withoutDepth(text: string): string {
  return text.replace(DEEP_LINE, '$1').replace(DEEP_INDENT, ' '.repeat(200));
}
