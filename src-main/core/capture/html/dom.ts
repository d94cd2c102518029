/**
 * HTML as a DOM without a browser: parse5's tree, which is what browsers make of the bytes, rebuilt as a linkedom
 * document. Iterative and clamped in depth, because everything after it recurses; without what can run, draw or
 * fetch, because no article needs it.
 */
import { parseHTML } from 'linkedom';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { BlockList, LONGEST_NAME, MARKS, STAMP, type Block, type Holder } from './blocks.ts';
import { gatherFacts, type Facts } from './facts.ts';
import { formulaOf } from './formulas.ts';

type Parsed = DefaultTreeAdapterTypes.ChildNode;
type ParsedElement = DefaultTreeAdapterTypes.Element;

/** Real pages stay below 60; from some thousand levels on the libraries that follow overflow. */
const MAX_DEPTH = 256;

/** Measured: an extractor takes 6 s for 60,000 paragraphs, 20 s for 45,000 links in one of them, with the square of them. */
const MANY_ELEMENTS = 60_000;
const MANY_LINKS = 5_000;

const DROPPED: ReadonlySet<string> = new Set(
  (
    'style template svg canvas object embed applet frame frameset audio video track param dialog ' +
    'input select textarea button option datalist output progress meter'
  ).split(' '),
);
/** What the extractor, the converter and a reader's selector look at; each attribute costs as much as an element. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'class id href src srcset alt title role rel itemprop itemscope itemtype property name content datetime lang dir ' +
    'hidden aria-hidden aria-modal colspan rowspan align summary type start value epub:type'
  ).split(' '),
);
/** Only these are looked at in a style. */
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** Pictures that load late have their address in attributes of any name. */
const PICTURES: ReadonlySet<string> = new Set(['img', 'picture', 'source', 'figure']);
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr ' +
    'li main nav ol p pre script section style svg table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const NAME = /^[a-z][a-z0-9-]*$/;
const ATTRIBUTE = /^[a-z][\w.:-]*$/i;

interface Step {
  readonly nodes: readonly Parsed[];
  readonly parent: Element;
  readonly depth: number;
  readonly holder: Holder | null;
  readonly isLink: boolean;
  next: number;
}

const isElement = (node: Parsed): node is ParsedElement => 'tagName' in node;
const attributeOf = (node: ParsedElement, name: string) =>
  node.attrs.find((attribute) => attribute.name === name)?.value;

const isHeading = (node: Parsed) => isElement(node) && /^h[1-6]$/.test(node.tagName);
const isSpace = (node: Parsed) => 'value' in node && node.value.trim() === '';

/** What unfolds an answer when it is pressed: the whole of a heading, or around one. */
function isFoldedHeading({ childNodes, parentNode }: ParsedElement): boolean {
  if (childNodes.some(isHeading)) return true;
  const parent = parentNode && 'tagName' in parentNode ? parentNode : null;
  return (
    parent !== null && isHeading(parent) && parent.childNodes.filter((node) => !isSpace(node)).length === 1
  );
}

function isDropped(node: ParsedElement): boolean {
  if (node.tagName === 'button') return !isFoldedHeading(node);
  // JSON-LD is data, and the extractor reads titles and authors from it.
  if (node.tagName === 'script')
    return attributeOf(node, 'type')?.trim().toLowerCase() !== 'application/ld+json';
  return DROPPED.has(node.tagName);
}

function isWanted(tagName: string, name: string, value: string): boolean {
  if (ATTRIBUTES.has(name)) return true;
  if (name === 'style') return HIDING.test(value);
  return PICTURES.has(tagName) && ATTRIBUTE.test(name) && name !== STAMP && !/^on/i.test(name);
}

const isBlockOrNone = (node: Parsed | undefined) =>
  node === undefined || (isElement(node) && BLOCKS.has(node.tagName));

/** White space between blocks, which is half of a page's nodes and shows nowhere. */
function isGap(value: string, { nodes, next }: Step): boolean {
  if (value.length > 1000 || value.trim() !== '') return false;
  // `next` is already the one after this text.
  const [before, after] = [nodes[next - 2], nodes[next]];
  return isBlockOrNone(before) && isBlockOrNone(after) && (before !== undefined || after !== undefined);
}

/** Of a button only its words are kept. */
function nameOf({ tagName, childNodes }: ParsedElement): string {
  if (tagName === 'button') return childNodes.some(isHeading) ? 'div' : 'span';
  return NAME.test(tagName) ? tagName : 'span';
}

class DomBuilder {
  readonly list = new BlockList();
  readonly #stack: Step[] = [];
  elements = 0;
  links = 0;
  readonly consents: Element[] = [];
  isClamped = false;
  /** The elements of the pieces, by their numbers. */
  readonly #elements = new Map<Holder, Element>();

  constructor(
    readonly document: Document,
    readonly isStamped: boolean,
  ) {}

  build(nodes: readonly Parsed[], parent: Element, holder: Holder | null): void {
    this.#stack.push({ nodes, parent, depth: 1, holder, isLink: false, next: 0 });
    for (let step = this.#stack.at(-1); step; step = this.#stack.at(-1)) {
      const node = step.nodes[step.next];
      step.next += 1;
      if (node) this.#add(node, step);
      else this.#stack.pop();
    }
  }

  #add(node: Parsed, step: Step): void {
    if ('value' in node) {
      if (!isGap(node.value, step)) this.#addText(node.value, step);
      return;
    }
    if (!isElement(node)) return;
    const formula = formulaOf(node);
    if (formula !== null) {
      if (formula === '') return;
      const code = this.document.createElement('code');
      step.parent.appendChild(code);
      this.#addText(formula, { ...step, parent: code });
      return;
    }
    if (isDropped(node)) return;
    const { parent, depth } = step;
    const element = depth < MAX_DEPTH ? this.#create(node) : parent;
    this.#count(node, element === parent);
    // Clamped too: what is said of a piece is looked for in all that is around it.
    const holder = step.holder && element !== parent ? this.list.enter(node, step.holder) : step.holder;
    if (element !== parent) parent.appendChild(element);
    if (holder && holder !== step.holder) {
      this.#elements.set(holder, element);
      if ((holder.marks & ~(step.holder?.marks ?? 0) & MARKS.consent) !== 0) this.consents.push(element);
    }
    const isLink = step.isLink || node.tagName === 'a';
    this.#stack.push({ nodes: node.childNodes, parent: element, depth: depth + 1, holder, isLink, next: 0 });
  }

  #count({ tagName }: ParsedElement, isClamped: boolean): void {
    this.elements += 1;
    if (tagName === 'a') this.links += 1;
    if (isClamped) this.isClamped = true;
  }

  #addText(value: string, { parent, holder, isLink }: Step): void {
    parent.appendChild(this.document.createTextNode(value));
    const made = holder && parent.localName !== 'script' ? this.list.text(value, holder, isLink) : null;
    if (made) this.#elements.get(made.holder)?.setAttribute(STAMP, String(made.id));
  }

  #create(node: ParsedElement): Element {
    const element = this.document.createElement(nameOf(node));
    for (const { name, value } of node.attrs) {
      if (!isWanted(node.tagName, name, value)) continue;
      element.setAttribute(name, name === 'class' ? value.slice(0, LONGEST_NAME) : value);
    }
    return element;
  }
}

export interface Page {
  readonly document: Document;
  /** In document order; empty where they were not asked for. */
  readonly blocks: readonly Block[];
  readonly facts: Facts;
  /** What asks whether cookies may be set. */
  readonly consents: readonly Element[];
  /** So many elements, links or levels that what looks at all of them for each of them takes too long. */
  readonly isVast: boolean;
}

/** A piece of the page again, as it was before an extractor changed it. */
export function rebuild(block: Block, document: Document): Element {
  const holder = document.createElement('div');
  new DomBuilder(document, false).build([block.holder.node], holder, null);
  return holder;
}

/** The elements below `<html>`: a whole page always has a head and a body, a fragment gets them. */
export function buildPage(html: string, isStamped: boolean): Page {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const parsed = parse(html, { scriptingEnabled: false });
  const root = parsed.childNodes.find(
    (node): node is ParsedElement => isElement(node) && node.tagName === 'html',
  );
  const facts = gatherFacts(parsed);
  if (facts.language) document.documentElement.setAttribute('lang', facts.language);
  const builder = new DomBuilder(document, isStamped);
  for (const part of root?.childNodes ?? []) {
    if (!isElement(part)) continue;
    const isHead = part.tagName === 'head';
    const holder = isHead || !isStamped ? null : builder.list.enter(part, null);
    builder.build(part.childNodes, isHead ? document.head : document.body, holder);
  }
  const { elements, links, isClamped } = builder;
  const isVast = elements > MANY_ELEMENTS || links > MANY_LINKS || isClamped;
  return { document, blocks: builder.list.blocks, facts, consents: builder.consents, isVast };
}
