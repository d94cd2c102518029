/**
 * Markup read as a stream of events, in one pass whatever its nesting: HTML as browsers write it, and XML. Declared
 * entities are never expanded, and nothing is fetched.
 */
import { Parser } from 'htmlparser2';

export interface MarkupEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): unknown;
  close?(name: string): void;
}

export function streamHtml(html: string, events: MarkupEvents): void {
  stream(html, events, false);
}

function stream(markup: string, events: MarkupEvents, xmlMode: boolean): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => events.open?.(name, attributes),
      ontext: (text) => events.text?.(text),
      onclosetag: (name) => events.close?.(name),
    },
    { xmlMode, decodeEntities: true },
  );
  parser.end(markup);
}

export interface XmlNode {
  /** Without its prefix. */
  readonly name: string;
  /** By their names without a prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Its own only. */
  readonly text: string;
}

interface Growing extends XmlNode {
  readonly attributes: Map<string, string>;
  readonly children: Growing[];
  text: string;
}

/** Deeper elements belong to no description, and are left out. */
const DEEPEST = 32;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
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
        const node = element(localName(name));
        for (const [key, value] of Object.entries(attributes)) node.attributes.set(localName(key), value);
        path.at(-1)?.children.push(node);
        path.push(node);
      },
      text(text) {
        const node = path.at(-1);
        if (node && depth <= DEEPEST) node.text += text;
      },
      close() {
        if (depth <= DEEPEST && path.length > 1) path.pop();
        depth -= 1;
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
