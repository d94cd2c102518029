/**
 * Addresses of things in the notebook. In Markdown they stand as ordinary links, `[title](dossier:claim/ID)`; outside
 * the app the same is written `dossier://claim/ID`, which the desktop hands to the app. Nothing of them is trusted:
 * they come from texts, other programs and other people.
 */

export const LINK_KINDS = ['source', 'claim', 'excerpt', 'note'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface InternalLink {
  readonly kind: LinkKind;
  readonly id: string;
  /** A passage of a source; null means the thing as a whole. */
  readonly passage: LinkedPassage | null;
}

/** Where a passage stood when it was linked, and how it begins, by which it is found again in another version. */
export interface LinkedPassage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export const LINK_SCHEME = 'dossier';

/** Longer addresses are not ours. */
const MAX_ADDRESS = 4096;
/** UTF-16 units of the passage's beginning that an address carries. */
const QUOTE_LENGTH = 120;
const ADDRESS = /^dossier:(?:\/\/)?(source|claim|excerpt|note)\/([A-Za-z0-9-]{1,64})\/?(?:\?([^#]*))?$/i;
const PLACE = /^(\d{1,9})-(\d{1,9})$/;

/** @returns null for what is no address of a thing in a notebook */
export function parseInternalLink(address: string): InternalLink | null {
  const match = address.length <= MAX_ADDRESS ? ADDRESS.exec(address.trim()) : null;
  const kind = LINK_KINDS.find((each) => each === match?.[1]?.toLowerCase());
  const id = match?.[2];
  if (!kind || id === undefined) return null;
  return { kind, id, passage: kind === 'source' ? readPassage(match?.[3] ?? '') : null };
}

function readPassage(query: string): LinkedPassage | null {
  const fields = new URLSearchParams(query);
  const place = PLACE.exec(fields.get('at') ?? '');
  const [start, end] = [Number(place?.[1]), Number(place?.[2])];
  return start < end ? { start, end, quote: (fields.get('text') ?? '').slice(0, QUOTE_LENGTH) } : null;
}

/** As it stands in Markdown. */
export function formatInternalLink({ kind, id }: Pick<InternalLink, 'kind' | 'id'>): string {
  return `${LINK_SCHEME}:${kind}/${id}`;
}

/** As it is copied for other programs. */
export function formatAppAddress({ kind, id, passage }: InternalLink): string {
  const address = `${LINK_SCHEME}://${kind}/${id}`;
  if (!passage) return address;
  const { start, end, quote } = passage;
  const text = encodeURIComponent(quote.slice(0, QUOTE_LENGTH).toWellFormed());
  return `${address}?at=${start}-${end}${text === '' ? '' : `&text=${text}`}`;
}

/** A link in Markdown; a title may hold any sign, also brackets. */
export function formatMarkdownLink(title: string, link: Pick<InternalLink, 'kind' | 'id'>): string {
  const label = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]*_`<&!]/g, String.raw`\$&`);
  return `[${label}](${formatInternalLink(link)})`;
}

const IN_MARKDOWN = /\]\(\s*<?(dossier:[^\s<>)]{1,4096})/gi;

/** Every thing that a text in Markdown links to, each once, in its order: what backlinks are made of. */
export function listInternalLinks(markdown: string): readonly InternalLink[] {
  const found = new Map<string, InternalLink>();
  for (const [, address = ''] of markdown.matchAll(IN_MARKDOWN)) {
    const link = parseInternalLink(address);
    if (link && !found.has(formatInternalLink(link))) found.set(formatInternalLink(link), link);
  }
  return [...found.values()];
}
