/**
 * XML from anyone, as a stream of events in one pass. What is not well formed is refused, and so is a document type: it
 * could declare entities, and none is ever expanded.
 */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { DossierError } from '../../common/contract/errors.ts';

export type Attributes = ReadonlyMap<string, string>;

/** Names without their prefix. */
export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** No codebook is so deep. */
const DEEPEST = 64;
const MOST_ATTRIBUTES = 100;

/** @throws DossierError unreadable */
export function streamXml(xml: string, fileName: string | null, events: XmlEvents): void {
  const reader = new XmlReader(xml, fileName, events);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, reader);
  tokenizer.write(xml);
  tokenizer.end();
}

class XmlReader implements TokenizerCallbacks {
  readonly #open: string[] = [];
  #name = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value: string[] = [];
  #roots = 0;

  constructor(
    private readonly xml: string,
    private readonly fileName: string | null,
    private readonly events: XmlEvents,
  ) {}

  #fail(reason: string): never {
    throw new DossierError('unreadable', { fileName: this.fileName, reason });
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.xml.slice(start, end);
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = localName(this.xml.slice(start, end));
    this.#value = [];
  }

  onattribdata(start: number, end: number): void {
    this.#value.push(this.xml.slice(start, end));
  }

  onattribentity(code: number): void {
    this.#value.push(String.fromCodePoint(code));
  }

  onattribend(): void {
    if (this.#attributes.size >= MOST_ATTRIBUTES) this.#fail('broken-xml');
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value.join(''));
  }

  onopentagend(): void {
    if (this.#open.length === 0) this.#roots += 1;
    if (this.#open.length >= DEEPEST) this.#fail('deep-xml');
    if (this.#roots > 1) this.#fail('broken-xml');
    this.#open.push(this.#name);
    this.events.open(localName(this.#name), this.#attributes);
  }

  onselfclosingtag(): void {
    this.onopentagend();
    this.#close(this.#name);
  }

  onclosetag(start: number, end: number): void {
    this.#close(this.xml.slice(start, end));
  }

  #close(name: string): void {
    if (this.#open.pop() !== name) this.#fail('broken-xml');
    this.events.close(localName(name));
  }

  ontext(start: number, end: number): void {
    this.events.text(this.xml.slice(start, end));
  }

  ontextentity(code: number): void {
    this.events.text(String.fromCodePoint(code));
  }

  oncdata(start: number, end: number, offset: number): void {
    this.events.text(this.xml.slice(start, end - offset));
  }

  oncomment(): void {
    // Says nothing of what it stands in.
  }

  ondeclaration(): void {
    this.#fail('xml-doctype');
  }

  onprocessinginstruction(): void {
    // The XML declaration, and style sheets.
  }

  onend(): void {
    if (this.#open.length > 0 || this.#roots === 0) this.#fail('broken-xml');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
