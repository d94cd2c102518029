/**
 * The one door into the article tree. Whatever a parser made is rebuilt field by field from a whitelist, so that
 * nothing unforeseen (markup, scripts, styles, addresses that run or fetch) can be in a tree, by construction.
 */
import { cleanText, type SpanPath } from './line-builder.ts';
import { TreeBuilder, type Frame } from './tree-builder.ts';
import { isSafeUrl, type Heading, type Root, type Table } from './tree.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Deeper spans only repeat each other; see also the frames' own limit in tree-builder.ts. */
const MAX_SPANS = 16;
/** Longer addresses are data in disguise. */
const MAX_URL = 8192;
/** Of a picture, in points. */
const MAX_SIDE = 100_000;

const BLOB = /^[0-9a-f]{64}$/;
const NOT_IN_URL = /[\0-\x20\x7f-\x9f]/;

interface Step {
  readonly children: readonly unknown[];
  readonly path: SpanPath | null;
  readonly frame: Frame | null;
  readonly isBlock: boolean;
  next: number;
}

const stringOf = (value: unknown) => (typeof value === 'string' ? value : '');
const childrenOf = ({ children }: Fields) =>
  Array.isArray(children) ? (children as readonly unknown[]) : [];
const isNode = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** An address that may stand in a tree, or null. */
function safeUrl(value: unknown, accepts: (url: string) => boolean): string | null {
  const url = stringOf(value).trim();
  return url.length <= MAX_URL && !NOT_IN_URL.test(url) && accepts(url) ? url.toWellFormed() : null;
}

function headingDepth(value: unknown): Heading['depth'] {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5 ? value : 6;
}

function alignment(value: unknown): Table['align'] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).map((side) =>
    side === 'left' || side === 'right' || side === 'center' ? side : null,
  );
}

function footnote(node: Fields): { identifier: string; label: string } {
  const identifier = cleanText(stringOf(node['identifier']));
  return { identifier, label: cleanText(stringOf(node['label'])) || identifier };
}

/** Both or neither: only together do they say how high a picture is that is as wide as its column. */
function sizeOf({ width, height }: Fields): { width: number; height: number } | null {
  const isSide = (side: unknown): side is number => Number.isSafeInteger(side) && Number(side) > 0;
  return isSide(width) && isSide(height) && width <= MAX_SIDE && height <= MAX_SIDE
    ? { width, height }
    : null;
}

function hasLink(path: SpanPath | null): boolean {
  for (let step = path; step; step = step.outer) if (step.span.type === 'link') return true;
  return false;
}

function extend(outer: SpanPath | null, span: SpanPath['span']): SpanPath | null {
  const depth = (outer?.depth ?? 0) + 1;
  return depth > MAX_SPANS ? outer : { outer, span, depth };
}

class Closer {
  readonly #builder = new TreeBuilder();
  readonly #stack: Step[] = [];

  constructor(private readonly accepts: (url: string) => boolean) {}

  close(input: unknown): Root {
    this.#enter(input, null);
    for (let step = this.#stack.at(-1); step; step = this.#stack.at(-1)) {
      if (step.next < step.children.length) this.#enter(step.children[step.next++], step.path);
      else this.#leave(step);
    }
    return this.#builder.finish();
  }

  #enter(node: unknown, path: SpanPath | null): void {
    if (!isNode(node) || this.#takeLeaf(node, path)) return;
    const inner = this.#innerPath(node, path);
    if (inner) {
      this.#descend(node, inner.path, null, false);
      return;
    }
    const opened = this.#openBlock(node);
    if (opened) this.#descend(node, path, opened.frame, true);
    // Unknown nodes are transparent: what they hold is kept, what they are is not.
    else this.#descend(node, path, null, false);
  }

  #descend(node: Fields, path: SpanPath | null, frame: Frame | null, isBlock: boolean): void {
    this.#stack.push({ children: childrenOf(node), path, frame, isBlock, next: 0 });
  }

  #leave(step: Step): void {
    this.#stack.pop();
    if (!step.isBlock) return;
    if (step.frame) this.#builder.close(step.frame);
    this.#builder.boundary();
  }

  /** True where the node is finished with. */
  #takeLeaf(node: Fields, path: SpanPath | null): boolean {
    const builder = this.#builder;
    switch (node['type']) {
      case 'text':
        builder.text(stringOf(node['value']), path);
        return true;
      case 'inlineCode': {
        const value = cleanText(stringOf(node['value'])).replace(/[\n\r]+/g, ' ');
        if (value.trim() !== '') builder.leaf({ type: 'inlineCode', value }, path);
        return true;
      }
      case 'break':
        builder.leaf({ type: 'break' }, null);
        return true;
      case 'image':
        this.#takeImage(node, path);
        return true;
      case 'footnoteReference':
        builder.leaf({ type: 'footnoteReference', ...footnote(node) }, path);
        return true;
      case 'code': {
        const value = cleanText(stringOf(node['value'])).replace(/\r\n?/g, '\n').replace(/\n+$/, '');
        const lang = cleanText(stringOf(node['lang'])) || null;
        if (value.trim() !== '') builder.block({ type: 'code', lang, value });
        return true;
      }
      case 'thematicBreak':
        builder.block({ type: 'thematicBreak' });
        return true;
      case 'html':
        return true;
      default:
        return false;
    }
  }

  /** A picture that was neither taken nor described leaves nothing to show. */
  #takeImage(node: Fields, path: SpanPath | null): void {
    const alt = cleanText(stringOf(node['alt'])).replace(/\s+/g, ' ').trim();
    const blob = BLOB.test(stringOf(node['blob'])) ? stringOf(node['blob']) : null;
    if (alt !== '' || blob) this.#builder.leaf({ type: 'image', alt, blob, ...sizeOf(node) }, path);
  }

  /** The path inside an inline node; null for any other node. */
  #innerPath(node: Fields, path: SpanPath | null): { path: SpanPath | null } | null {
    switch (node['type']) {
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'sub':
      case 'sup':
        return { path: extend(path, { type: node['type'] }) };
      case 'link': {
        const url = hasLink(path) ? null : safeUrl(node['url'], this.accepts);
        return { path: url === null ? path : extend(path, { type: 'link', url }) };
      }
      default:
        return null;
    }
  }

  #openBlock(node: Fields): { frame: Frame | null } | null {
    const { type } = node;
    const builder = this.#builder;
    switch (type) {
      case 'paragraph':
      case 'blockquote':
      case 'figure':
      case 'caption':
      case 'listItem':
      case 'tableRow':
        return { frame: builder.open({ type }) };
      case 'heading':
        return { frame: builder.open({ type, depth: headingDepth(node['depth']) }) };
      case 'list': {
        const start = Number.isSafeInteger(node['start']) ? Number(node['start']) : null;
        const ordered = node['ordered'] === true;
        return { frame: builder.open({ type, ordered, start: ordered ? start : null }) };
      }
      case 'table':
        return { frame: builder.open({ type, align: alignment(node['align']) }) };
      case 'tableCell':
        return { frame: builder.open({ type, header: node['header'] === true }) };
      case 'footnoteDefinition':
        return { frame: builder.open({ type, ...footnote(node) }) };
      default:
        return null;
    }
  }
}

/**
 * Rebuilds an mdast-like tree as an article tree; iterative, for any depth and any content model.
 * @param accepts which links stay links; an article's are `isSafeUrl`, whatever else a note of the user's may have
 */
export function closeTree(input: unknown, accepts: (url: string) => boolean = isSafeUrl): Root {
  return new Closer(accepts).close(input);
}
