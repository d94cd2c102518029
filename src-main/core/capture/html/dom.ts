/**
 * HTML as a DOM without a browser: parse5's tree, which is what browsers make of the bytes, rebuilt as a linkedom
 * document. Iterative and clamped in depth, because everything after it recurses; without what can run, draw or
 * fetch, because no article needs it.
 */
import { parseHTML } from 'linkedom';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Parsed = DefaultTreeAdapterTypes.ChildNode;
type ParsedElement = DefaultTreeAdapterTypes.Element;

/** Real pages stay below 60; from some thousand levels on the libraries that follow overflow. */
const MAX_DEPTH = 256;

const DROPPED: ReadonlySet<string> = new Set(
  (
    'style template svg canvas object embed applet frame frameset audio video source track param dialog ' +
    'input select textarea button option datalist output progress meter'
  ).split(' '),
);
const NAME = /^[a-z][a-z0-9-]*$/;
const ATTRIBUTE = /^[a-z][\w.:-]*$/i;

interface Step {
  readonly nodes: readonly Parsed[];
  readonly parent: Element;
  readonly depth: number;
  next: number;
}

const isElement = (node: Parsed): node is ParsedElement => 'tagName' in node;
const attributeOf = (node: ParsedElement, name: string) =>
  node.attrs.find((attribute) => attribute.name === name)?.value;

function isDropped(node: ParsedElement): boolean {
  // JSON-LD is data, and the extractor reads titles and authors from it.
  if (node.tagName === 'script')
    return attributeOf(node, 'type')?.trim().toLowerCase() !== 'application/ld+json';
  return DROPPED.has(node.tagName);
}

/** The text of a subtree, without recursion. */
function textOf(node: ParsedElement): string {
  const parts: string[] = [];
  const queue: Parsed[] = [...node.childNodes].reverse();
  for (let next = queue.pop(); next; next = queue.pop()) {
    if ('value' in next) parts.push(next.value);
    else if (isElement(next)) for (const child of next.childNodes.toReversed()) queue.push(child);
  }
  return parts.join('');
}

/** A formula as one word, before the extractor takes its markup for clutter. */
function formulaOf(node: ParsedElement): string {
  return (attributeOf(node, 'alttext') ?? textOf(node)).replace(/\s+/g, ' ').trim();
}

class DomBuilder {
  readonly #stack: Step[] = [];

  constructor(readonly document: Document) {}

  build(nodes: readonly Parsed[], parent: Element): void {
    this.#stack.push({ nodes, parent, depth: 1, next: 0 });
    for (let step = this.#stack.at(-1); step; step = this.#stack.at(-1)) {
      const node = step.nodes[step.next];
      step.next += 1;
      if (node) this.#add(node, step);
      else this.#stack.pop();
    }
  }

  #add(node: Parsed, { parent, depth }: Step): void {
    if ('value' in node) parent.appendChild(this.document.createTextNode(node.value));
    if (!isElement(node) || isDropped(node)) return;
    if (node.tagName === 'math') {
      const formula = this.document.createElement('code');
      formula.appendChild(this.document.createTextNode(formulaOf(node)));
      parent.appendChild(formula);
      return;
    }
    const element = depth < MAX_DEPTH ? this.#create(node) : parent;
    if (element !== parent) parent.appendChild(element);
    this.#stack.push({ nodes: node.childNodes, parent: element, depth: depth + 1, next: 0 });
  }

  #create(node: ParsedElement): Element {
    const element = this.document.createElement(NAME.test(node.tagName) ? node.tagName : 'span');
    for (const { name, value } of node.attrs) {
      if (ATTRIBUTE.test(name) && !/^on/i.test(name)) element.setAttribute(name, value);
    }
    return element;
  }
}

/** The elements below `<html>`: a whole page always has a head and a body, a fragment gets them. */
export function buildDocument(html: string): Document {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const parsed = parse(html, { scriptingEnabled: false });
  const root = parsed.childNodes.find(
    (node): node is ParsedElement => isElement(node) && node.tagName === 'html',
  );
  const language = root && (attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang'));
  if (language) document.documentElement.setAttribute('lang', language);
  const builder = new DomBuilder(document);
  for (const part of root?.childNodes ?? []) {
    if (!isElement(part)) continue;
    builder.build(part.childNodes, part.tagName === 'head' ? document.head : document.body);
  }
  return document;
}
