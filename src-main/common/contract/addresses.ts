/**
 * Addresses of things of a notebook, `dossier:claim/<id>`: what a note links to. They name the thing by its id, so
 * that a new title breaks nothing, and stand in ordinary Markdown links, so that other programs show the words.
 */
import * as v from 'valibot';

export const LINK_KINDS = ['source', 'excerpt', 'claim', 'note'] as const;
export const LINK_KIND = v.picklist(LINK_KINDS);
export type LinkKind = (typeof LINK_KINDS)[number];

export interface Address {
  readonly kind: LinkKind;
  readonly id: string;
}

const SCHEME = 'dossier:';
/** Ids are UUIDs; what is longer or has other signs is nobody's. */
const ADDRESS = new RegExp(`^${SCHEME}(${LINK_KINDS.join('|')})/([0-9A-Za-z-]{1,64})$`);

export function writeAddress({ kind, id }: Address): string {
  return `${SCHEME}${kind}/${id}`;
}

/** Null where it is not one. */
export function readAddress(url: string): Address | null {
  const [, kind, id] = ADDRESS.exec(url) ?? [];
  const known = LINK_KINDS.find((each) => each === kind);
  return known && id !== undefined ? { kind: known, id } : null;
}

/** `[label](dossier:…)`, with what would end the label taken for letters. */
export function writeLink(label: string, address: Address): string {
  const words = label
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]`*_<>!&~|]/g, '\\$&');
  return `[${words}](${writeAddress(address)})`;
}
