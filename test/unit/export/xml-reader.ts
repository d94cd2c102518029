/** XML read by a parser that is not ours (SAX as htmlparser2 has it), and refused where tags do not match. */
import { Parser } from 'htmlparser2';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of the element and all below it. */
  readonly text: string;
  /** Those below it in order, of this name where one is given. */
  all(name?: string): readonly XmlElement[];
  /** The first of them. @throws Error where there is none */
  one(name: string): XmlElement;
}

class Element implements XmlElement {
  readonly children: Element[] = [];
  readonly pieces: (string | Element)[] = [];

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
  ) {}

  get text(): string {
    return this.pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
  }

  all(name?: string): readonly Element[] {
    const below = this.children.flatMap((child) => [child, ...child.all()]);
    return name === undefined ? below : below.filter((each) => each.name === name);
  }

  one(name: string): Element {
    const [found] = this.all(name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  }
}

/** What no document may hold, by the standard. */
const ILLEGAL = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Cs}|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/u;

export function parseXml(xml: string): XmlElement {
  if (ILLEGAL.test(xml)) throw new Error('characters that are no XML');
  const top = new Element('', {});
  const open: Element[] = [top];
  let opened = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = new Element(name, attributes);
        opened += 1;
        open.at(-1)?.children.push(element);
        open.at(-1)?.pieces.push(element);
        open.push(element);
      },
      ontext(text) {
        open.at(-1)?.pieces.push(text);
      },
      onclosetag(name, implied) {
        if (implied && !isSelfClosed(xml, name)) throw new Error(`${name} is not closed`);
        if (open.pop()?.name !== name) throw new Error(`${name} closes another`);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  const closed = (xml.match(/<\/[\w:.-]+>|\/>/g) ?? []).length;
  if (opened !== closed) throw new Error(`${opened} tags opened, ${closed} closed`);
  const [root] = top.children;
  if (!root || top.children.length !== 1) throw new Error('not one root');
  return root;
}

/** Whether the element may be written as one tag. */
function isSelfClosed(xml: string, name: string): boolean {
  return new RegExp(`<${name}(?:\\s[^>]*)?/>`).test(xml);
}
