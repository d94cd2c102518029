/** Lists of links: Netscape bookmarks, as every browser exports them, and Pocket's page. Folders become tags. */
import type { LibraryText, RawItem, Shelf } from './model.ts';

import { hashKey } from './keys.ts';
import { streamHtml, type Attributes } from './markup.ts';

/** Folders that the browser made, not the user. */
const ROOTS =
  /^(?:bookmarks?|bookmarks? (?:bar|toolbar|menu)|other bookmarks|mobile bookmarks|favou?rites?|favou?rites? bar|signets|marque-pages|barre (?:de favoris|personnelle|des signets)|menu des marque-pages|autres (?:marque-pages|favoris|signets)|marque-pages (?:mobiles|non classés)|favoris|favoris mobiles)$/i;
/** Deeper folders count as the one they are in. */
const DEEPEST = 32;
const LONGEST = 20_000;

interface Link {
  readonly href: string;
  readonly attributes: Attributes;
  readonly folders: readonly string[];
  title: string;
  description: string;
}

const WEB = /^https?:\/\//i;

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim();
const split = (list: string | undefined, separator: RegExp) =>
  (list ?? '').split(separator).map((tag) => tag.trim());

class BookmarkReader {
  readonly links: Link[] = [];
  #folders: string[] = [];
  #depth = 0;
  /** What the text that comes now belongs to. */
  #inside: 'folder' | 'title' | 'description' | null = null;
  #heading = '';

  open(name: string, attributes: Attributes): void {
    if (name === 'h3' || name === 'h1') {
      this.#inside = 'folder';
      this.#heading = '';
    } else if (name === 'a') {
      this.#inside = 'title';
      this.links.push({
        href: (attributes.get('href') ?? '').trim(),
        attributes,
        folders: [...this.#folders],
        title: '',
        description: '',
      });
    } else if (name === 'dd') this.#inside = 'description';
    else if (name === 'dt' || name === 'li') this.#inside = null;
    else if (name === 'dl') {
      this.#inside = null;
      this.#depth += 1;
      if (this.#depth <= DEEPEST) this.#folders.push(oneLine(this.#heading));
      this.#heading = '';
    }
  }

  text(words: string): void {
    const link = this.links.at(-1);
    if (this.#inside === 'folder' && this.#heading.length < LONGEST) this.#heading += words;
    else if (this.#inside === 'title' && link && link.title.length < LONGEST) link.title += words;
    else if (this.#inside === 'description' && link && link.description.length < LONGEST)
      link.description += words;
  }

  close(name: string): void {
    if (name === 'h3' || name === 'h1' || name === 'a') this.#inside = null;
    if (name !== 'dl' || this.#depth === 0) return;
    if (this.#depth <= DEEPEST) this.#folders.pop();
    this.#depth -= 1;
  }
}

function readLinks(html: string): readonly Link[] {
  const reader = new BookmarkReader();
  streamHtml(html, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (words) => reader.text(words),
    close: (name) => reader.close(name),
  });
  return reader.links;
}

function addLink(link: Link, tags: readonly string[], shelf: Shelf): void {
  const title = oneLine(link.title);
  if (!WEB.test(link.href))
    return shelf.leave('item', link.href === '' ? 'broken' : 'address', title || link.href);
  const { attributes } = link;
  const item: RawItem = {
    key: hashKey(link.href),
    record: JSON.stringify({
      ...Object.fromEntries(attributes),
      title,
      description: oneLine(link.description),
      folders: link.folders,
    }),
    title,
    url: link.href,
    abstract: link.description.trim(),
    tags: [...tags, ...split(attributes.get('tags'), /,/)],
  };
  shelf.add(item);
}

export function readBookmarks({ text }: LibraryText, shelf: Shelf): void {
  for (const link of readLinks(text)) {
    const folders = link.folders.filter((folder) => folder !== '' && !ROOTS.test(folder));
    addLink(link, folders, shelf);
  }
}

export function readPocketPage({ text }: LibraryText, shelf: Shelf): void {
  for (const link of readLinks(text)) addLink(link, [], shelf);
}
