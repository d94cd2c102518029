/** What a page says of itself, gathered in one walk over what the parser made of it: data only, nothing is weighed. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { tidy } from '../details/details.ts';

type Parsed = DefaultTreeAdapterTypes.Node;
type ParsedElement = DefaultTreeAdapterTypes.Element;

export interface Facts {
  /** By lower-case name, the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  /** The text of the JSON-LD blocks. */
  readonly jsonLd: readonly string[];
  /** Microdata and RDFa Lite: property → value, the first of each; and hAtom's class names under theirs. */
  readonly properties: ReadonlyMap<string, string>;
  readonly title: string | null;
  readonly heading: string | null;
  readonly canonical: string | null;
  readonly base: string | null;
  /** The language that the page declares. */
  readonly language: string | null;
  /** The first `<time>` that names a moment. */
  readonly time: string | null;
  /** What stands in `rel="author"`. */
  readonly author: string | null;
}

/** Metadata blocks hold a handful of things; what is larger is not read for the sake of a title. */
const MAX_JSON = 512 * 1024;
const MAX_BLOCKS = 20;
/** Nodes looked at for the text of one property. */
const MAX_NODES = 200;
const HATOM: ReadonlyMap<string, string> = new Map([
  ['entry-title', 'headline'],
  ['p-name', 'headline'],
  ['published', 'datePublished'],
  ['dt-published', 'datePublished'],
  ['updated', 'dateModified'],
  ['dt-updated', 'dateModified'],
  ['p-author', 'author'],
]);
const PROPERTIES: ReadonlySet<string> = new Set([
  'headline',
  'author',
  'creator',
  'datePublished',
  'dateModified',
  'description',
  'publisher',
  'inLanguage',
]);

const isElement = (node: Parsed): node is ParsedElement => 'tagName' in node;

function attributeOf(node: ParsedElement, name: string): string | null {
  return node.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

function textOf(root: ParsedElement): string {
  let text = '';
  const queue: Parsed[] = root.childNodes.toReversed();
  for (let count = 0, next = queue.pop(); next && count < MAX_NODES; count += 1, next = queue.pop()) {
    if ('value' in next) text += next.value;
    else if (isElement(next) && next.tagName !== 'script' && next.tagName !== 'style') {
      for (const child of next.childNodes.toReversed()) queue.push(child);
    }
  }
  return text;
}

/** The name within a thing (`author` → `Person` → `name`), where it has one. */
function nameIn(root: ParsedElement): ParsedElement | null {
  const queue: Parsed[] = root.childNodes.toReversed();
  for (let count = 0, next = queue.pop(); next && count < MAX_NODES; count += 1, next = queue.pop()) {
    if (!isElement(next)) continue;
    if ((attributeOf(next, 'itemprop') ?? attributeOf(next, 'property')) === 'name') return next;
    for (const child of next.childNodes.toReversed()) queue.push(child);
  }
  return null;
}

function valueOf(node: ParsedElement): string | null {
  const named = nameIn(node) ?? node;
  return tidy(attributeOf(named, 'content') ?? attributeOf(named, 'datetime') ?? textOf(named));
}

class Gatherer {
  readonly meta = new Map<string, string>();
  readonly jsonLd: string[] = [];
  readonly properties = new Map<string, string>();
  title: string | null = null;
  heading: string | null = null;
  canonical: string | null = null;
  base: string | null = null;
  language: string | null = null;
  time: string | null = null;
  author: string | null = null;

  take(node: ParsedElement): void {
    switch (node.tagName) {
      case 'html':
        this.language = attributeOf(node, 'lang') ?? attributeOf(node, 'xml:lang');
        return;
      case 'meta':
        this.#takeMeta(node);
        return;
      case 'link':
        if (/(?:^|\s)canonical(?:\s|$)/i.test(attributeOf(node, 'rel') ?? ''))
          this.canonical ??= attributeOf(node, 'href');
        return;
      case 'base':
        this.base ??= attributeOf(node, 'href');
        return;
      case 'title':
        this.title ??= tidy(textOf(node));
        return;
      case 'script':
        this.#takeScript(node);
        return;
      case 'h1':
        this.heading ??= tidy(textOf(node));
        break;
      case 'time':
        this.time ??= tidy(attributeOf(node, 'datetime'));
        break;
      case 'a':
        if (/(?:^|\s)author(?:\s|$)/i.test(attributeOf(node, 'rel') ?? ''))
          this.author ??= tidy(textOf(node));
        break;
    }
    this.#takeProperties(node);
  }

  #takeMeta(node: ParsedElement): void {
    const content = tidy(attributeOf(node, 'content'));
    if (content === null) return;
    const names =
      attributeOf(node, 'property') ?? attributeOf(node, 'name') ?? attributeOf(node, 'http-equiv');
    for (const name of names?.toLowerCase().split(/\s+/) ?? []) {
      if (name !== '' && !this.meta.has(name)) this.meta.set(name, content);
    }
    const property = attributeOf(node, 'itemprop');
    if (property !== null) this.#put(property, content);
  }

  #takeScript(node: ParsedElement): void {
    if (this.jsonLd.length >= MAX_BLOCKS) return;
    if (attributeOf(node, 'type')?.trim().toLowerCase() !== 'application/ld+json') return;
    const text = textOf(node);
    if (text.length <= MAX_JSON) this.jsonLd.push(text);
  }

  #takeProperties(node: ParsedElement): void {
    for (const { name, value } of node.attrs) {
      if (name === 'itemprop' || (name === 'property' && value.length < 100)) {
        for (const property of value.split(/\s+/)) this.#put(property, node);
      } else if (name === 'class' && value.length < 200) {
        for (const one of value.split(/\s+/)) {
          const property = HATOM.get(one);
          if (property) this.#put(property, node);
        }
      }
    }
  }

  #put(name: string, from: ParsedElement | string): void {
    const property = name.replace(/^schema:/, '');
    if (!PROPERTIES.has(property) || this.properties.has(property)) return;
    const value = typeof from === 'string' ? from : valueOf(from);
    if (value !== null) this.properties.set(property, value);
  }
}

/** Walks the whole page, without recursion. */
export function gatherFacts(root: Parsed): Facts {
  const gatherer = new Gatherer();
  const queue: Parsed[] = [root];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (isElement(next)) gatherer.take(next);
    if (!('childNodes' in next)) continue;
    for (let at = next.childNodes.length - 1; at >= 0; at -= 1) {
      const child = next.childNodes[at];
      if (child && 'tagName' in child) queue.push(child);
    }
  }
  return gatherer;
}
