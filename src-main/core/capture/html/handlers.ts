/** How elements become mdast where the library's own way loses something: tables, figures, notes, definitions. */
import type { Element, ElementContent } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import { cleanLink } from '../details/addresses.ts';
import { CALL, NOTE, RETURN } from './footnotes.ts';

/** Any node: what comes out goes through `closeTree`, which alone decides what a tree may hold. */
type Loose = ReturnType<Handle>;
type Made = ReturnType<State['all']>[number];

/** More columns than that are a mistake in the page, or an attack. */
const MAX_SPAN = 64;

const made = (node: object): Made => node as Made;
const elements = (node: Element) =>
  node.children.filter((child): child is Element => child.type === 'element');

function childElements(node: Element, ...names: readonly string[]): Element[] {
  return elements(node).filter(({ tagName }) => names.includes(tagName));
}

function span(type: 'sub' | 'sup'): Handle {
  // `hName` tells the library that this is inline: without it the paragraph around it would be divided.
  return (state, node) => made({ type, data: { hName: type }, children: state.all(node) });
}

function rowsOf(table: Element): Element[] {
  const sections = elements(table).flatMap((child) =>
    ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? elements(child) : [child],
  );
  return sections.filter(({ tagName }) => tagName === 'tr');
}

function hasTable(node: Element): boolean {
  const queue: ElementContent[] = [...node.children];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (next.type !== 'element') continue;
    if (next.tagName === 'table') return true;
    for (const child of next.children) queue.push(child);
  }
  return false;
}

/** Tables that only place things: one column, a declared role, or tables within. */
function isLayout(table: Element, rows: readonly Element[]): boolean {
  const columns = Math.max(0, ...rows.map((row) => childElements(row, 'td', 'th').length));
  return (
    columns < 2 || ['presentation', 'none'].includes(String(table.properties['role'])) || hasTable(table)
  );
}

function cells(state: State, row: Element): Made[] {
  return childElements(row, 'td', 'th').flatMap((cell) => {
    const width = Math.min(MAX_SPAN, Math.max(1, Number(cell.properties['colSpan']) || 1));
    const header = cell.tagName === 'th';
    const filled = made({ type: 'tableCell', header, children: state.all(cell) });
    const empty = Array.from({ length: width - 1 }, () => made({ type: 'tableCell', header, children: [] }));
    return [filled, ...empty];
  });
}

function alignOf(rows: readonly Element[]): (string | null)[] {
  const widest = rows.toSorted((a, b) => b.children.length - a.children.length)[0];
  return (widest ? childElements(widest, 'td', 'th') : []).map((cell) => {
    const { align } = cell.properties;
    return typeof align === 'string' ? align : null;
  });
}

const table: Handle = (state, node): Loose => {
  const rows = rowsOf(node);
  const captions = childElements(node, 'caption').map((caption) =>
    made({ type: 'caption', children: state.all(caption) }),
  );
  const rest = node.children.filter((child) => child.type !== 'element' || child.tagName !== 'caption');
  const content = isLayout(node, rows)
    ? state.toFlow(state.all({ ...node, children: rest }))
    : [
        made({
          type: 'table',
          align: alignOf(rows),
          children: rows.map((row) => ({ type: 'tableRow', children: cells(state, row) })),
        }),
      ];
  return captions.length === 0 ? content : made({ type: 'figure', children: [...content, ...captions] });
};

const figure: Handle = (state, node): Loose => {
  const captions = childElements(node, 'figcaption').map((one) =>
    made({ type: 'caption', children: state.all(one) }),
  );
  const rest = node.children.filter((child) => child.type !== 'element' || child.tagName !== 'figcaption');
  return made({
    type: 'figure',
    children: [...state.toFlow(state.all({ ...node, children: rest })), ...captions],
  });
};

/** A list whose items begin with the term in bold: the tree has no definition list, and readers know this one. */
const definitions: Handle = (state, node): Loose => {
  const items: Made[][] = [];
  for (const child of elements(node).flatMap((one) => (one.tagName === 'div' ? elements(one) : [one]))) {
    if (child.tagName === 'dt') {
      items.push([made({ type: 'paragraph', children: [{ type: 'strong', children: state.all(child) }] })]);
    } else if (items.length === 0) items.push(state.toFlow(state.all(child)));
    else items.at(-1)?.push(...state.toFlow(state.all(child)));
  }
  const children = items.map((item) => ({ type: 'listItem', children: item }));
  return made({ type: 'list', ordered: false, children });
};

const ignore: Handle = () => undefined;

/** Parts of a table outside of one, or of a table that only places things: a block each. */
const part: Handle = (state, node) => state.toFlow(state.all(node));

const call: Handle = (_, { properties }) => made({ type: 'footnoteReference', ...properties });

const note: Handle = (state, node) =>
  made({ type: 'footnoteDefinition', ...node.properties, children: state.toFlow(state.all(node)) });

/** A raised call of a footnote is the call; its being raised is how it is shown. */
const superscript: Handle = (state, node) => {
  const [only, ...more] = elements(node);
  return only?.tagName === CALL && more.length === 0 ? state.all(node) : span('sup')(state, node, undefined);
};

/** A list of notes is its notes. */
const list: Handle = (state, node) => {
  const items = elements(node);
  if (items.length > 0 && items.every(({ tagName }) => tagName === NOTE)) return state.all(node);
  return defaultHandlers.ul(state, node);
};

/** The handlers of one conversion; `base` is what relative addresses start from. */
export function createHandlers(base: string | null): Record<string, Handle> {
  const link: Handle = (state, node) => {
    const url = cleanLink(String(node.properties['href'] ?? ''), base);
    const children = state.all(node);
    return url === null ? children : made({ type: 'link', url, children });
  };
  return {
    a: link,
    ul: list,
    ol: list,
    sup: superscript,
    sub: span('sub'),
    table,
    thead: part,
    tbody: part,
    tfoot: part,
    tr: part,
    td: part,
    th: part,
    figure,
    dl: definitions,
    iframe: ignore,
    script: ignore,
    noscript: (state, node) => state.all(node),
    [CALL]: call,
    [NOTE]: note,
    [RETURN]: ignore,
  };
}
