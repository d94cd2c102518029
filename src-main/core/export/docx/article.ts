/** The article tree in WordprocessingML, with its highlights, its notes as footnotes, and its pictures. */
import type { TextLayout } from '../../../common/document/canonical.ts';
import {
  MAX_DEPTH,
  type Block,
  type Caption,
  type FootnoteDefinition,
  type FootnoteReference,
  type Image,
  type Inline,
  type Leaf,
  type List,
  type Node,
  type Root,
} from '../../../common/document/tree.ts';
import type { ExportWords } from '../words.ts';
import type { Highlights } from './highlights.ts';
import type { Relations } from './links.ts';
import { BULLET_LIST, DEEPEST_LEVEL, INDENT } from './numbering.ts';
import { paragraphXml, type ParagraphLook, type ParagraphStyle } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { isRightToLeft, runXml, type Look } from './runs.ts';
import { tableXml } from './table.ts';

export interface ArticleOptions {
  readonly parts: Parts;
  readonly words: ExportWords;
  /** Of the tree. */
  readonly layout: TextLayout;
  readonly highlights: Highlights;
  readonly language: string | null;
}

/** Where a block stands. */
interface Place {
  readonly depth: number;
  /** In twentieths of a point. */
  readonly indent: number;
  /** Lists around it. */
  readonly lists: number;
  readonly isQuoted: boolean;
}

const TOP: Place = { depth: 0, indent: 0, lists: 0, isQuoted: false };
const SPANS = {
  emphasis: { italic: true },
  strong: { bold: true },
  delete: { strike: true },
  sub: { vertical: 'subscript' },
  sup: { vertical: 'superscript' },
} as const;
/** Of the text of a quotation. */
const QUOTE_INDENT = 480;
/** The level under the document's parts and the article's own. */
const TOP_LEVEL = 3;

export class ArticleWriter {
  readonly #offsets: ReadonlyMap<Leaf, number>;
  /** Notes that a call takes out of the text, until it is met. */
  readonly #notes = new Map<string, FootnoteDefinition>();
  readonly #moved = new Set<FootnoteDefinition>();
  readonly #shift: number;
  readonly #look: Look;
  #relations: Relations;
  /** Within a note that was moved: its place in the text is another, and no highlight is there. */
  #isInNote = false;
  /** What the next paragraph begins with. */
  #lead = '';

  constructor(
    private readonly root: Root,
    private readonly options: ArticleOptions,
  ) {
    const { layout } = options;
    this.#offsets = layout.leaves;
    this.#relations = options.parts.relations;
    this.#look = { language: options.language };
    const levels = root.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
    this.#shift = TOP_LEVEL - Math.min(6, ...levels);
    const called = callsOf(root);
    for (const { node, start, end } of layout.blocks) {
      if (node.type !== 'footnoteDefinition' || !called.has(node.identifier)) continue;
      // A highlight is never torn out of the text, and no comment can stand at a footnote.
      if (options.highlights.touches(start, end) || this.#notes.has(node.identifier)) continue;
      this.#notes.set(node.identifier, node);
      this.#moved.add(node);
    }
  }

  write(): string {
    return this.root.children.map((node) => this.#block(node, TOP)).join('');
  }

  #block(node: Block | Caption, place: Place): string {
    if (place.depth > MAX_DEPTH) return this.#flat(node, place);
    switch (node.type) {
      case 'paragraph':
        return this.#paragraph(this.#inlines(node.children), place);
      case 'heading':
        return this.#paragraph(this.#inlines(node.children), place, this.#headingStyle(node.depth));
      case 'caption':
        return this.#paragraph(this.#inlines(node.children), place, 'Caption');
      case 'code':
        return this.#paragraph(this.#leaf(node, this.#look), place, 'CodeBlock');
      case 'thematicBreak':
        return paragraphXml('', { ruled: true });
      case 'blockquote':
        return this.#blocks(node.children, {
          ...inside(place),
          indent: place.indent + QUOTE_INDENT,
          isQuoted: true,
        });
      case 'figure':
        return this.#blocks(node.children, inside(place));
      case 'list':
        return this.#list(node, place);
      case 'table':
        return tableXml(node, (cell) => this.#inlines(cell.children, { bold: cell.header }), {
          rightToLeft: isRightToLeft(this.options.language),
        });
      case 'footnoteDefinition':
        return this.#moved.has(node) ? '' : this.#noteInText(node, place);
    }
  }

  #blocks(nodes: readonly (Block | Caption)[], place: Place): string {
    return nodes.map((node) => this.#block(node, place)).join('');
  }

  #headingStyle(depth: number): ParagraphStyle {
    const level = Math.min(6, Math.max(1, depth + this.#shift));
    return `Heading${level as 1 | 2 | 3 | 4 | 5 | 6}`;
  }

  #paragraph(content: string, place: Place, style?: ParagraphStyle, list?: ParagraphLook['list']): string {
    const lead = this.#lead;
    this.#lead = '';
    return paragraphXml(lead + content, {
      style: style ?? (place.isQuoted ? 'Quote' : undefined),
      list,
      // A list's own level says where its items begin.
      indent: list ? 0 : place.indent,
      rightToLeft: isRightToLeft(this.options.language),
    });
  }

  #list(list: List, place: Place): string {
    const level = Math.min(place.lists, DEEPEST_LEVEL);
    const { numbering } = this.options.parts;
    const number = list.ordered ? numbering.ordered(level, list.start) : BULLET_LIST;
    const below = { ...inside(inside(place)), lists: place.lists + 1, indent: (level + 1) * INDENT };
    return list.children
      .map(({ children }) => {
        const [first, ...others] = children;
        const isText = first?.type === 'paragraph';
        const content = isText ? this.#inlines(first.children) : '';
        const head = this.#paragraph(content, place, undefined, { number, level });
        return head + this.#blocks(isText ? others : children, below);
      })
      .join('');
  }

  /** A note that nobody calls, or that is highlighted, stays where it stands. */
  #noteInText(node: FootnoteDefinition, place: Place): string {
    this.#lead = runXml(node.label, { vertical: 'superscript' }) + runXml(' ');
    const content = this.#blocks(node.children, inside(place));
    if (this.#lead === '') return content;
    const rest = this.#paragraph('', place);
    return content + rest;
  }

  #inlines(nodes: readonly Inline[], look: Look = {}, depth = 0, inLink = false): string {
    return nodes.map((node) => this.#inline(node, { ...this.#look, ...look }, depth, inLink)).join('');
  }

  #inline(node: Inline, look: Look, depth: number, inLink: boolean): string {
    switch (node.type) {
      case 'text':
        return this.#leaf(node, look);
      case 'inlineCode':
        return this.#leaf(node, { ...look, style: 'Code' });
      case 'break':
        return runXml('\n', look);
      case 'image':
        return this.#picture(node, look);
      case 'footnoteReference':
        return this.#call(node);
      case 'link':
        return this.#link(node, look, depth, inLink);
      default:
        return this.#children(node, { ...look, ...SPANS[node.type] }, depth, inLink);
    }
  }

  #children(
    node: Extract<Inline, { readonly children: unknown }>,
    look: Look,
    depth: number,
    inLink: boolean,
  ): string {
    if (depth <= MAX_DEPTH) return this.#inlines(node.children, look, depth + 1, inLink);
    return leavesOf(node)
      .map((leaf) => this.#leaf(leaf, look))
      .join('');
  }

  #link(node: Extract<Inline, { type: 'link' }>, look: Look, depth: number, inLink: boolean): string {
    if (inLink) return this.#children(node, look, depth, true);
    const runs = this.#children(node, { ...look, style: 'Hyperlink' }, depth, true);
    return this.#relations.link(node.url, runs);
  }

  #leaf(leaf: Leaf, look: Look): string {
    if (this.#isInNote) return runXml(leaf.value, look);
    return this.options.highlights.runs(leaf.value, this.#offsets.get(leaf) ?? 0, look);
  }

  #picture(image: Image, look: Look): string {
    const run = this.options.parts.pictures.run(image, this.#relations);
    if (run !== null) return run;
    const { picture } = this.options.words;
    const text = image.alt.trim() === '' ? `[${picture}]` : `[${picture} – ${image.alt}]`;
    return runXml(text, { ...look, italic: true });
  }

  /** The first call of a note makes it a footnote; another one only names it. */
  #call({ identifier, label }: FootnoteReference): string {
    const note = this.#notes.get(identifier);
    // A footnote has none of its own.
    if (!note || this.#isInNote) return runXml(label, { vertical: 'superscript' });
    this.#notes.delete(identifier);
    const { footnotes } = this.options.parts;
    const outer = { relations: this.#relations, lead: this.#lead };
    return footnotes.add((first) => {
      this.#relations = footnotes.relations;
      this.#lead = first;
      this.#isInNote = true;
      const blocks = this.#blocks(note.children, inside(TOP));
      const rest = this.#lead === '' ? '' : this.#paragraph('', TOP);
      this.#relations = outer.relations;
      this.#lead = outer.lead;
      this.#isInNote = false;
      return blocks + rest;
    });
  }

  /** What is nested deeper than anything readable: its words, in one paragraph. */
  #flat(node: Node, place: Place): string {
    return this.#paragraph(
      leavesOf(node)
        .map((leaf) => this.#leaf(leaf, this.#look))
        .join(''),
      place,
    );
  }
}

const inside = (place: Place): Place => ({ ...place, depth: place.depth + 1 });

function callsOf(root: Root): ReadonlySet<string> {
  const found = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'footnoteReference') found.add(node.identifier);
  });
  return found;
}

function leavesOf(node: Node): readonly Leaf[] {
  const leaves: Leaf[] = [];
  walk(node, (each) => {
    if (each.type === 'text' || each.type === 'inlineCode' || each.type === 'code') leaves.push(each);
  });
  return leaves;
}

/** In the order of the text, however deep. */
function walk(root: Node, visit: (node: Node) => void): void {
  const queue: Node[] = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    visit(node);
    if ('children' in node) for (const child of node.children.toReversed()) queue.push(child);
  }
}
