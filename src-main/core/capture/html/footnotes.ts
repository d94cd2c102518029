/**
 * Footnotes of a page: calls are links to a place in the same article. They are renamed in the tree before links
 * become addresses, to elements that only `html-handlers.ts` knows.
 */
import type { Element, Nodes } from 'hast';

/** Element names that no parser makes of a page: names in HTML do not hold a colon of this kind. */
export const CALL = 'dossier:call';
export const NOTE = 'dossier:note';
export const RETURN = 'dossier:return';

/** What a call looks like: a number, a letter or a sign, perhaps in brackets. */
const LABEL = /^[[(]?(?:\d{1,4}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§])[\])]?$/i;
const ARROW = /^[\s↩↑^⤴⏎↵\ufe0e\ufe0f]+$/;
/** What a note may stand in; a heading or a whole section is a place to jump to, not a note. */
const HOLDERS: ReadonlySet<string> = new Set(['li', 'p', 'div', 'aside']);
/** Enough to tell a label from a text. */
const LABEL_NODES = 20;

function labelOf(node: Element): string {
  let text = '';
  const queue: Nodes[] = [...node.children].reverse();
  let count = 0;
  for (let next = queue.pop(); next && count < LABEL_NODES; next = queue.pop()) {
    count += 1;
    if (next.type === 'text') text += next.value;
    else if (next.type === 'element') for (const child of next.children.toReversed()) queue.push(child);
  }
  return text.trim();
}

/** The place that a link within the page points to. */
function targetOf(node: Element): string | null {
  const { href } = node.properties;
  return node.tagName === 'a' && typeof href === 'string' && href.length > 1 && href.startsWith('#')
    ? href.slice(1)
    : null;
}

function isCall(node: Element, label: string, parent: Element | null): boolean {
  if (!LABEL.test(label)) return false;
  const isRaised =
    parent?.tagName === 'sup' ||
    node.children.some((child) => child.type === 'element' && child.tagName === 'sup');
  return (
    isRaised ||
    /^[[(]/.test(label) ||
    /noteref/.test(`${node.properties['role']} ${node.properties['epubType']}`)
  );
}

function* walk(root: Nodes): Generator<{ readonly node: Element; readonly parent: Element | null }> {
  const queue: { readonly node: Nodes; readonly parent: Element | null }[] = [{ node: root, parent: null }];
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    const { node, parent } = entry;
    const inner = node.type === 'element' ? node : null;
    if (inner) yield { node: inner, parent };
    if (!('children' in node)) continue;
    for (const child of node.children.toReversed()) queue.push({ node: child, parent: inner });
  }
}

/** Renames calls whose note is in the tree, these notes, and the arrows that lead back from them. */
export function resolveFootnotes(root: Nodes): void {
  const holders = new Map<string, Element>();
  const calls: { readonly node: Element; readonly target: string; readonly label: string }[] = [];
  for (const { node, parent } of walk(root)) {
    const id = String(node.properties['id'] ?? '');
    if (id !== '' && HOLDERS.has(node.tagName) && !holders.has(id)) holders.set(id, node);
    const target = targetOf(node);
    if (target === null) continue;
    const label = labelOf(node);
    if (ARROW.test(label)) node.tagName = RETURN;
    else if (isCall(node, label, parent)) calls.push({ node, target, label: label.replace(/[[\]()]/g, '') });
  }
  for (const { node, target, label } of calls) {
    const holder = holders.get(target);
    if (!holder) continue;
    const properties = { identifier: target, label };
    Object.assign(node, { tagName: CALL, properties });
    if (holder.tagName !== NOTE) Object.assign(holder, { tagName: NOTE, properties });
  }
}
