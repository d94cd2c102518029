/** Builders for the Markdown that exports write. Text stays text: the serialiser escapes what would be syntax. */
import type { BlockContent, Link, List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';

/** Plain CommonMark. */
export function serialize(children: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...children] },
    { bullet: '-', emphasis: '_', rule: '-', fences: true, listItemIndent: 'one' },
  );
}

/** One line: line ends would close a heading or a link. */
export function oneLine(text: string): string {
  // Not one expression with the blanks around: it would look at a long run of them again from each of them.
  const lines = text.split(/[\r\n\u2028\u2029]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

export function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] };
}

/** A link to a file of the same export; `path` is written with forward slashes. */
export function link(path: string, label: string): Link {
  return {
    type: 'link',
    url: path.split('/').map(encodeURIComponent).join('/'),
    children: [text(oneLine(label))],
  };
}

/** A picture in a file of the same export. */
export function picture(path: string, alt: string): PhrasingContent {
  return { type: 'image', url: path, alt: oneLine(alt) };
}

export function heading(depth: 1 | 2 | 3, value: string): RootContent {
  return { type: 'heading', depth, children: [text(oneLine(value))] };
}

export function paragraph(...children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: [...children] };
}

/** Paragraphs at empty lines; every other line end is kept as a break. */
export function prose(value: string): Paragraph[] {
  return value
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(...lines(part.trim())));
}

function lines(value: string): PhrasingContent[] {
  return value
    .split('\n')
    .flatMap((line, at): PhrasingContent[] =>
      at === 0 ? [text(line.trim())] : [{ type: 'break' }, text(line.trim())],
    );
}

export function quotation(value: string): RootContent {
  return { type: 'blockquote', children: prose(value) };
}

/** A tight list; an item may hold further blocks. */
export function bullets(items: readonly (readonly BlockContent[])[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((children) => ({ type: 'listItem', spread: false, children: [...children] })),
  };
}

/** Parts between middle dots; what is absent is left out. */
export function joined(...parts: readonly (PhrasingContent | null)[]): Paragraph {
  const present = parts.filter((part) => part !== null);
  return paragraph(...present.flatMap((part, at) => (at === 0 ? [part] : [text(' · '), part])));
}
