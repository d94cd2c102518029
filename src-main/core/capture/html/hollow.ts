/**
 * What a page has thousands of and nobody sees: elements in a line of text that hold no text. The converter looks past
 * all of them for each of them, and so takes the square of their number: half a minute for ten thousand `<a>`.
 */
import type { Element, Nodes, Root } from 'hast';
import { CALL, NOTE } from './footnotes.ts';

/** So many beside or in each other cost nothing; pages as people make them have fewer and stay as they are. */
const MOST_IN_A_ROW = 50;

/** What is there without any text, or ends a line: past these the converter does not look. */
const STANDING: ReadonlySet<string> = new Set([
  CALL,
  NOTE,
  ...(
    'address article aside blockquote body br caption center col colgroup dd dialog dir div dl dt figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p ' +
    'plaintext pre section summary table tbody td tfoot th thead tr ul wbr xmp button input select textarea audio ' +
    'canvas embed iframe img math object picture svg video'
  ).split(' '),
]);

type Child = Element['children'][number];

/** What browsers take for white space between words; a no-break space is seen. */
const BLANK = /^[\t\n\f\r ]*$/;

/** Leaves of each long row of elements without text the white space that is in it; `tree` is changed. */
export function dropHollow(tree: Nodes): void {
  if ('children' in tree) sweep(tree);
}

/** @returns how many nodes it is made of where nothing of it can be seen, else null */
function hollowness(node: Child): number | null {
  if (node.type === 'text') return BLANK.test(node.value) ? 1 : null;
  if (node.type !== 'element') return 1;
  const inside = sweep(node);
  return inside === null || STANDING.has(node.tagName) ? null : inside + 1;
}

/** Each node is looked at once. @returns as `hollowness`, of all children together */
function sweep(parent: Element | Root): number | null {
  const kept: Child[] = [];
  let row: Child[] = [];
  let size = 0;
  let all: number | null = 0;
  const endRow = (): void => {
    for (const node of size > MOST_IN_A_ROW ? blankOf(row) : row) kept.push(node);
    row = [];
    size = 0;
  };
  for (const child of parent.children as readonly Child[]) {
    const hollow = hollowness(child);
    if (hollow === null) {
      endRow();
      kept.push(child);
    } else {
      row.push(child);
      size += hollow;
    }
    all = all === null || hollow === null ? null : all + hollow;
  }
  endRow();
  parent.children = kept;
  return all;
}

function blankOf(row: readonly Child[]): Child[] {
  const value = row.map(textOf).join('');
  return value === '' ? [] : [{ type: 'text', value }];
}

function textOf(node: Child): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
