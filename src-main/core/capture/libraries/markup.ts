/**
 * Markup read as a stream of events, in one pass whatever its nesting: HTML as browsers write it, and XML. Declared
 * entities are never expanded, and nothing is fetched.
 */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export type Attributes = ReadonlyMap<string, string>;

export interface MarkupEvents {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): unknown;
  /** As written: a tag may be closed that was never opened, and never be closed. */
  close?(name: string): void;
}

/** Names in lower case. */
export function streamHtml(html: string, events: MarkupEvents): void {
  stream(html, events, false);
}

/** More are no element of a description. */
const MOST_ATTRIBUTES = 100;

/**
 * Only the library's tokenizer: its parser keeps a stack of all that is open, which takes time by the square of the
 * depth, and what is open is each reader's own question.
 */
class TagReader implements TokenizerCallbacks {
  #name = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value = '';

  constructor(
    private readonly markup: string,
    private readonly events: MarkupEvents,
    private readonly spell: (name: string) => string,
    private readonly isXml: boolean,
  ) {}

  #slice(start: number, end: number): string {
    return this.markup.slice(start, end);
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.spell(this.#slice(start, end));
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.spell(this.#slice(start, end));
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#slice(start, end);
  }

  onattribentity(code: number): void {
    this.#value += String.fromCodePoint(code);
  }

  onattribend(): void {
    if (this.#attributes.size < MOST_ATTRIBUTES && !this.#attributes.has(this.#attribute))
      this.#attributes.set(this.#attribute, this.#value);
  }

  onopentagend(): void {
    this.events.open?.(this.#name, this.#attributes);
  }

  onselfclosingtag(): void {
    this.onopentagend();
    if (this.isXml) this.events.close?.(this.#name);
  }

  onclosetag(start: number, end: number): void {
    this.events.close?.(this.spell(this.#slice(start, end)));
  }

  ontext(start: number, end: number): void {
    this.events.text?.(this.#slice(start, end));
  }

  ontextentity(code: number): void {
    this.events.text?.(String.fromCodePoint(code));
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.isXml) this.events.text?.(this.#slice(start, end - offset));
  }

  oncomment(): void {
    // Says nothing of what it stands in.
  }

  ondeclaration(): void {
    // A document type: what it declares is not followed.
  }

  onprocessinginstruction(): void {
    // Style sheets and the like.
  }

  onend(): void {
    // What is still open then is what there is of it.
  }
}

function stream(markup: string, events: MarkupEvents, isXml: boolean): void {
  const spell = isXml ? localName : (name: string) => name.toLowerCase();
  const options = { xmlMode: isXml, decodeEntities: true };
  const tokenizer = new Tokenizer(options, new TagReader(markup, events, spell, isXml));
  tokenizer.write(markup);
  tokenizer.end();
}

export interface XmlNode {
  /** Without its prefix. */
  readonly name: string;
  /** By their names without a prefix. */
  readonly attributes: Attributes;
  readonly children: readonly XmlNode[];
  /** Its own only. */
  readonly text: string;
}

interface Growing extends XmlNode {
  attributes: Attributes;
  readonly children: Growing[];
  text: string;
}

/** Deeper elements belong to no description, and are left out. */
const DEEPEST = 32;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
const element = (name: string): Growing => ({ name, attributes: new Map(), children: [], text: '' });

/** @returns a node without a name, whose children are those of the document */
export function readXmlTree(xml: string): XmlNode {
  const root = element('');
  const path: Growing[] = [root];
  let depth = 0;
  stream(
    xml,
    {
      open(name, attributes) {
        depth += 1;
        if (depth > DEEPEST) return;
        const node = element(name);
        node.attributes = attributes;
        path.at(-1)?.children.push(node);
        path.push(node);
      },
      text(text) {
        const node = path.at(-1);
        if (node && depth <= DEEPEST) node.text += text;
      },
      close(name) {
        // One that was never opened closes nothing.
        if (depth > DEEPEST) depth -= 1;
        else if (path.length > 1 && path.at(-1)?.name === name) {
          path.pop();
          depth -= 1;
        }
      },
    },
    true,
  );
  return root;
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** The trimmed text of the first such child; empty where there is none. */
export function textOfChild(node: XmlNode | undefined, name: string): string {
  return childOf(node, name)?.text.trim() ?? '';
}
