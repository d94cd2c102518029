/**
 * A tree as HTML, for the command line and for exports. Everything is escaped and no attribute is taken from the
 * page but checked addresses, so the result is as safe as the tree. Iterative, like every walk over a tree.
 */
import { layoutText } from './canonical.ts';
import {
  isSafeUrl,
  type FootnoteReference,
  type Image,
  type Leaf,
  type Node,
  type Root,
  type Table,
} from './tree.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe as text and within a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

export interface HtmlOptions {
  /** HTML of a text leaf at its offset in the canonical text; the hook for highlight marks. Must escape. */
  readonly leaf?: (text: string, offset: number) => string;
  /** HTML of a picture; without it only its description stands. */
  readonly image?: (image: Image) => string;
}

interface Step {
  readonly children: readonly Node[];
  readonly close: string;
  readonly align: Table['align'];
  next: number;
}

interface Tags {
  readonly open: string;
  readonly close: string;
}

const NONE: readonly Node[] = [];
/** A tree out of a notebook is only as good as whoever made the file: what is written unescaped is one of these. */
const DEPTHS: readonly unknown[] = [1, 2, 3, 4, 5, 6];
const SIDES: readonly unknown[] = ['left', 'right', 'center'];
const SPAN_TAGS = { emphasis: 'em', strong: 'strong', delete: 'del', sub: 'sub', sup: 'sup' } as const;

const tag = (name: string, attributes = '', end = ''): Tags => ({
  open: `<${name}${attributes}>`,
  close: `</${name}>${end}`,
});

/** Identifiers come from the page: percent-encoding makes of them one word that no attribute can break. */
const noteId = (identifier: string) => `note-${escapeHtml(encodeURIComponent(identifier))}`;

function describePicture({ alt }: Image): string {
  return alt === '' ? '' : `<span class="picture">${escapeHtml(alt)}</span>`;
}

function footnoteCall({ identifier, label }: FootnoteReference): string {
  return `<sup><a href="#${escapeHtml(encodeURIComponent(noteId(identifier)))}">${escapeHtml(label)}</a></sup>`;
}

function listTags(ordered: boolean, start: number | null): Tags {
  if (!ordered) return tag('ul', '', '\n');
  return tag('ol', !Number.isSafeInteger(start) || start === 1 ? '' : ` start="${start}"`, '\n');
}

function tagsOf(node: Node, parent: Step | undefined): Tags {
  switch (node.type) {
    case 'paragraph':
      return tag('p', '', '\n');
    case 'heading':
      return tag(`h${DEPTHS.includes(node.depth) ? node.depth : 6}`, '', '\n');
    case 'blockquote':
    case 'table':
    case 'figure':
      return tag(node.type, '', '\n');
    case 'list':
      return listTags(node.ordered, node.start);
    case 'listItem':
      return tag('li', '', '\n');
    case 'tableRow':
      return tag('tr', '', '\n');
    case 'caption':
      return tag('figcaption', '', '\n');
    case 'tableCell': {
      const side = parent?.align[parent.next - 1];
      return tag(node.header ? 'th' : 'td', side && SIDES.includes(side) ? ` class="align-${side}"` : '');
    }
    case 'footnoteDefinition':
      return tag('aside', ` id="${noteId(node.identifier)}" class="footnote"`, '\n');
    case 'link':
      return isSafeUrl(node.url)
        ? tag('a', ` href="${escapeHtml(node.url)}" rel="noopener noreferrer"`)
        : { open: '', close: '' };
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'sub':
    case 'sup':
      return tag(SPAN_TAGS[node.type]);
    default:
      return { open: '', close: '' };
  }
}

class HtmlWriter {
  readonly #parts: string[] = [];
  readonly #stack: Step[] = [];
  readonly #offsets: ReadonlyMap<Leaf, number>;
  readonly #leaf: (text: string, offset: number) => string;
  readonly #image: (image: Image) => string;

  constructor(root: Root, options: HtmlOptions) {
    this.#offsets = layoutText(root).leaves;
    this.#leaf = options.leaf ?? escapeHtml;
    this.#image = options.image ?? describePicture;
    this.#enter(root);
    for (let step = this.#stack.at(-1); step; step = this.#stack.at(-1)) this.#advance(step);
  }

  toString(): string {
    return this.#parts.join('');
  }

  #advance(step: Step): void {
    const child = step.children[step.next];
    step.next += 1;
    if (child) {
      this.#enter(child);
      return;
    }
    this.#parts.push(step.close);
    this.#stack.pop();
  }

  #enter(node: Node): void {
    const single = this.#voidHtml(node);
    if (single !== null) {
      this.#parts.push(single);
      return;
    }
    const parent = this.#stack.at(-1);
    const { open, close } = tagsOf(node, parent);
    this.#parts.push(open);
    const align = node.type === 'table' ? node.align : (parent?.align ?? []);
    this.#stack.push({ children: 'children' in node ? node.children : NONE, close, align, next: 0 });
  }

  /** The HTML of a node without children; null for any other. */
  #voidHtml(node: Node): string | null {
    switch (node.type) {
      case 'text':
        return this.#leafHtml(node);
      case 'inlineCode':
        return `<code>${this.#leafHtml(node)}</code>`;
      case 'code':
        return `<pre><code>${this.#leafHtml(node)}</code></pre>\n`;
      case 'break':
        return '<br>\n';
      case 'thematicBreak':
        return '<hr>\n';
      case 'image':
        return this.#image(node);
      case 'footnoteReference':
        return footnoteCall(node);
      default:
        return null;
    }
  }

  #leafHtml(leaf: Leaf): string {
    return this.#leaf(leaf.value, this.#offsets.get(leaf) ?? 0);
  }
}

/** The content only: no document around it, no headings shifted. */
export function renderHtml(root: Root, options: HtmlOptions = {}): string {
  return new HtmlWriter(root, options).toString();
}
