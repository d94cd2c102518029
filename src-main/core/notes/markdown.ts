/**
 * Notes as closed trees. The words are the user's own or another program's, so the work is bounded: a long note is read
 * in parts, between which other calls are answered, and a part whose signs are too entangled stands as it is written.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { readAddress } from '../../common/contract/addresses.ts';
import { closeTree } from '../../common/document/close-tree.ts';
import { isSafeUrl, type Block, type Node, type Root } from '../../common/document/tree.ts';

/** Letters and lines that are parsed at once: some tens of milliseconds. */
const PART = 16_384;
const PART_LINES = 600;
/** Parts of one answer. */
const AT_ONCE = 6;
/** micromark's time grows with the square of what stands open at once, or is nested. */
const MOST_MARKS = 2000;
const MOST_BRACKETS = 200;
const DEEPEST = 50;
/** A line that begins a block of its own, where the counting begins anew. */
const BLOCK_START = /^\s*(?:$|[-+*>|#]|\d{1,9}[.)])/;
const DEEP_LINE = new RegExp(
  String.raw`^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])[ \t]*){${DEEPEST}}|^[ \t]{200}`,
  'm',
);

/** Just enough of mdast to rename nodes before `closeTree` checks them. */
interface Loose {
  type: string;
  children?: Loose[];
  value?: string;
  header?: boolean;
  checked?: boolean | null;
}

/** Gives way to other calls between two parts. @throws where nobody waits for it any more */
export type Rest = () => Promise<void>;

export interface ReadNote {
  readonly tree: Root;
  /** The part that comes next; null after the last. */
  readonly next: number | null;
}

/** Some parts of a note, from one on. */
export async function readMarkdown(markdown: string, from: number, rest: Rest): Promise<ReadNote> {
  const parts = splitMarkdown(markdown);
  const end = Math.min(from + AT_ONCE, parts.length);
  const children: Block[] = [];
  for (const [at, part] of parts.slice(from, end).entries()) {
    if (at > 0) await rest();
    children.push(...closeTree(readPart(part), isOpenable).children);
  }
  return { tree: { type: 'root', children }, next: end < parts.length ? end : null };
}

/** Addresses of things of this notebook that a tree links to, each once. */
export function addressesIn(root: Root): ReadonlySet<string> {
  const found = new Set<string>();
  const queue: Node[] = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'link' && readAddress(node.url)) found.add(node.url);
    if ('children' in node) queue.push(...node.children);
  }
  return found;
}

function isOpenable(url: string): boolean {
  return isSafeUrl(url) || readAddress(url) !== null;
}

function readPart(part: string): Loose {
  if (isTangled(part)) return asWritten(part);
  const root: Loose = fromMarkdown(part, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  for (const node of [...walk(root)]) prepare(node);
  return root;
}

function prepare(node: Loose): void {
  // Tags are words here: a note is not a page.
  if (node.type === 'html') node.type = 'text';
  if (node.type === 'table') for (const cell of node.children?.[0]?.children ?? []) cell.header = true;
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    const box: Loose = { type: 'text', value: node.checked ? '☑ ' : '☐ ' };
    const first = node.children?.[0];
    if (first?.type === 'paragraph') first.children?.unshift(box);
  }
}

function* walk(root: Loose): Generator<Loose> {
  const queue: Loose[] = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    yield node;
    if (node.children) queue.push(...node.children);
  }
}

/** Paragraphs at empty lines, line ends kept. */
function asWritten(part: string): Loose {
  const paragraphs = part.split(/\n[ \t]*\n/).filter((each) => each.trim() !== '');
  return {
    type: 'root',
    children: paragraphs.map((paragraph) => ({
      type: 'paragraph',
      children: paragraph
        .split('\n')
        .flatMap((line, at): Loose[] => [
          ...(at === 0 ? [] : [{ type: 'break' }]),
          { type: 'text', value: line },
        ]),
    })),
  };
}

function isTangled(part: string): boolean {
  if (DEEP_LINE.test(part)) return true;
  let open = 0;
  let marks = 0;
  for (const line of part.split('\n')) {
    if (BLOCK_START.test(line)) open = marks = 0;
    for (const [mark] of line.matchAll(/[[\]*_~`<&]/g)) {
      if (mark === '[') open += 1;
      else if (mark === ']' && open > 0) open -= 1;
      else marks += 1;
      if (open > MOST_BRACKETS || marks > MOST_MARKS) return true;
    }
  }
  return false;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Parts of a size that is parsed quickly, cut where a block begins: after an empty line that is not within a listing,
 * before a line that is not indented. Where there is none for long, at a line's end, and at last anywhere; a listing
 * that is cut goes on in the next part.
 */
export function splitMarkdown(markdown: string): string[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  if (markdown.length <= PART && lines.length <= PART_LINES) return [lines.join('\n')];
  const splitter = new Splitter();
  for (const line of lines) for (const piece of cutLine(line)) splitter.add(piece);
  return splitter.finish();
}

class Splitter {
  readonly #parts: string[] = [];
  #lines: string[] = [];
  #length = 0;
  /** The line that opened the listing which goes on. */
  #fence: string | null = null;
  #isAfterEmpty = false;

  add(line: string): void {
    const begins = this.#isAfterEmpty && this.#fence === null && /^\S/.test(line);
    const share = Math.max(this.#length / PART, this.#lines.length / PART_LINES);
    if ((begins && share > 0.5) || share + line.length / PART > 2) this.#cut();
    this.#lines.push(line);
    this.#length += line.length + 1;
    this.#isAfterEmpty = line.trim() === '';
    this.#follow(line);
  }

  finish(): string[] {
    this.#cut();
    return this.#parts;
  }

  #follow(line: string): void {
    const mark = FENCE.exec(line)?.[1];
    if (mark === undefined) return;
    if (this.#fence === null) this.#fence = line;
    else if (mark.startsWith(FENCE.exec(this.#fence)?.[1] ?? '-') && line.trim() === mark) this.#fence = null;
  }

  #cut(): void {
    if (this.#lines.length > 0) this.#parts.push(this.#lines.join('\n'));
    this.#lines = this.#fence === null ? [] : [this.#fence.slice(0, PART)];
    this.#length = 0;
  }
}

function cutLine(line: string): readonly string[] {
  if (line.length <= PART) return [line];
  return Array.from({ length: Math.ceil(line.length / PART) }, (_, at) =>
    line.slice(at * PART, (at + 1) * PART),
  );
}
