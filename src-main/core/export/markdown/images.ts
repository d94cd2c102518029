/** The pictures of a source in Markdown: each a file beside the note, with what is said of it. */
import { layoutText } from '../../../common/document/canonical.ts';
import type { Figure, Image, Node, Root } from '../../../common/document/tree.ts';
import { imagePath, isStill } from '../images.ts';
import { paragraph, picture, text, type MarkdownBlock } from './write.ts';
import type { ExportImages, Rendered } from '../model.ts';

interface Shown {
  readonly image: Image;
  readonly blob: string;
  readonly caption: string;
}

/** Files that have been written, by the picture: one of two sources is one file. */
export type ImageFiles = Map<string, Rendered>;

/** A picture in a file of its own, and what is said of it. */
export interface PlacedImage {
  readonly path: string;
  readonly alt: string;
  readonly caption: string;
}

/** The pictures of a source that can go along; their files are added. */
export function placeImages(root: Root, images: ExportImages, files: ImageFiles): PlacedImage[] {
  return picturesOf(root).flatMap(({ image, blob, caption }) => {
    const path = addFile(blob, images, files);
    return path === null ? [] : [{ path, alt: image.alt, caption }];
  });
}

export function renderImages(root: Root, images: ExportImages, files: ImageFiles): MarkdownBlock[] {
  return placeImages(root, images, files).flatMap(({ path, alt, caption }) => [
    paragraph(picture(path, alt)),
    ...(caption === '' ? [] : [paragraph(text(caption))]),
  ]);
}

/** The path of the picture's file, which is added where it is not there yet; null where it cannot go along. */
function addFile(blob: string, images: ExportImages, files: ImageFiles): string | null {
  const known = files.get(blob);
  if (known) return known.path;
  const stored = images.take(blob);
  if (!stored) return null;
  if (!isStill(stored)) {
    images.refuse(blob);
    return null;
  }
  const path = imagePath(blob, stored);
  files.set(blob, { path, bytes: stored.bytes });
  return path;
}

/** In the order of the text, each once. */
function picturesOf(root: Root): readonly Shown[] {
  const found = new Map<string, Shown>();
  const queue: { readonly node: Node; readonly caption: string }[] = [{ node: root, caption: '' }];
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    const { node } = entry;
    if (node.type === 'image' && node.blob !== null && !found.has(node.blob))
      found.set(node.blob, { image: node, blob: node.blob, caption: entry.caption });
    if (!('children' in node)) continue;
    const caption = node.type === 'figure' ? captionOf(node) : entry.caption;
    for (const child of node.children.toReversed()) queue.push({ node: child, caption });
  }
  return [...found.values()];
}

function captionOf({ children }: Figure): string {
  const caption = children.find((child) => child.type === 'caption');
  if (!caption) return '';
  return layoutText({ type: 'root', children: [{ type: 'paragraph', children: caption.children }] }).text;
}
