/** One line of a tree under construction: the inline content of a paragraph, heading, cell or caption. */
import type { Inline, Link, Span } from './tree.ts';

/** The spans around a piece of text, innermost first. Identity matters: two equal spans side by side stay two. */
export interface SpanPath {
  readonly outer: SpanPath | null;
  readonly span: { readonly type: Span['type'] } | { readonly type: 'link'; readonly url: string };
  readonly depth: number;
}

interface Run {
  leaf: Inline;
  readonly path: SpanPath | null;
}

interface OpenSpan {
  readonly path: SpanPath;
  readonly children: Inline[];
}

/** What HTML collapses; no-break spaces are characters. */
const SPACES = /[ \t\n\r\f\v]+/g;
/** Characters that no text holds on purpose and that other formats (XML, terminals) choke on. */
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;

/** Well-formed text without control characters. */
export function cleanText(value: string): string {
  return value.replace(CONTROLS, '').toWellFormed();
}

function toSpan(path: SpanPath, children: readonly Inline[]): Link | Span {
  const { span } = path;
  return span.type === 'link' ? { type: 'link', url: span.url, children } : { type: span.type, children };
}

function fromOutermost(path: SpanPath | null): SpanPath[] {
  const steps: SpanPath[] = [];
  for (let step = path; step; step = step.outer) steps.push(step);
  return steps.reverse();
}

/** Turns runs back into nested spans, reopening those that neighbours share. */
function nest(runs: readonly Run[]): Inline[] {
  const top: Inline[] = [];
  const open: OpenSpan[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) {
      const done = open.pop();
      if (done) (open.at(-1)?.children ?? top).push(toSpan(done.path, done.children));
    }
  };
  for (const { leaf, path } of runs) {
    const wanted = fromOutermost(path);
    let shared = 0;
    while (shared < open.length && open[shared]?.path === wanted[shared]) shared += 1;
    closeTo(shared);
    for (const step of wanted.slice(shared)) open.push({ path: step, children: [] });
    (open.at(-1)?.children ?? top).push(leaf);
  }
  closeTo(0);
  return top;
}

export class LineBuilder {
  readonly #runs: Run[] = [];
  #endsInSpace = true;
  #breaks = 0;

  /** Breaks asked for since the last text; two in a row are the end of a paragraph. */
  get pendingBreaks(): number {
    return this.#runs.length === 0 ? 0 : this.#breaks;
  }

  /** A break that is written only if text follows. */
  breakOff(): void {
    this.#breaks += 1;
  }

  /** The boundary of a block that cannot stand in this line: at most one break, however many blocks end here. */
  separate(): void {
    this.#breaks = Math.max(this.#breaks, 1);
  }

  addText(value: string, path: SpanPath | null): void {
    let text = value.replace(SPACES, ' ');
    if (this.#endsInSpace || this.#breaks > 0) text = text.replace(/^ /, '');
    if (text === '') return;
    this.#flushBreak();
    const last = this.#runs.at(-1);
    if (last?.leaf.type === 'text' && last.path === path) {
      last.leaf = { type: 'text', value: last.leaf.value + text };
    } else this.#runs.push({ leaf: { type: 'text', value: text }, path });
    this.#endsInSpace = text.endsWith(' ');
  }

  addLeaf(leaf: Inline, path: SpanPath | null): void {
    this.#flushBreak();
    this.#runs.push({ leaf, path });
    this.#endsInSpace = false;
  }

  /** The finished children; none where the line says nothing. */
  build(): readonly Inline[] {
    this.#trimEnd();
    const says = this.#runs.some(({ leaf }) => leaf.type !== 'text' || leaf.value.trim() !== '');
    return says ? nest(this.#runs) : [];
  }

  #flushBreak(): void {
    if (this.#breaks > 0 && this.#runs.length > 0) {
      this.#trimEnd();
      if (this.#runs.length > 0) this.#runs.push({ leaf: { type: 'break' }, path: null });
    }
    this.#breaks = 0;
    this.#endsInSpace = false;
  }

  #trimEnd(): void {
    for (let last = this.#runs.at(-1); last; last = this.#runs.at(-1)) {
      const { leaf } = last;
      if (leaf.type !== 'text') return;
      last.leaf = { type: 'text', value: leaf.value.replace(/ $/, '') };
      if (last.leaf.value !== '') return;
      this.#runs.pop();
    }
  }
}
