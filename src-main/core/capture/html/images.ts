/** Pictures of a page: which of the addresses that an element gives is the one to take, and what becomes of it. */
import type { Element, Nodes } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import { cleanLink } from '../details/addresses.ts';
import { isPictureType, type Pictures } from '../images/pictures.ts';

/** Where the address stands that the page had before its extraction, which may replace it. */
const KEPT = 'data-dossier-src';
/** Where the addresses stand that are beside it in a `picture`. */
const KEPT_SET = 'data-dossier-set';
/** Where pages put the real address until one scrolls to it. */
const LAZY = [
  'dataSrc',
  'dataOriginal',
  'dataLazySrc',
  'dataHiResSrc',
  'dataFullSrc',
  'dataLazyload',
  'dataActualsrc',
] as const;
const LAZY_SETS = ['srcSet', 'dataSrcset', 'dataLazySrcset', 'dataDossierSet'] as const;
const MAX_SET = 100_000;
/** Points that a column of text has on a sharp screen, about. */
const WIDE_ENOUGH = 1200;
const MAX_CANDIDATES = 20;

/** Extraction takes what it holds for a lazily loaded picture's address in place of `src`; a saved page has both. */
export function keepImageAddresses(document: Document): void {
  for (const image of document.querySelectorAll('img')) {
    const source = image.getAttribute('src');
    if (source !== null) image.setAttribute(KEPT, source);
    const set = setBeside(image);
    if (set !== '') image.setAttribute(KEPT_SET, set);
  }
  // Nothing of them but their addresses is of use, and the extraction counts elements.
  for (const source of document.querySelectorAll('source')) source.remove();
}

/** What `source` elements of the same `picture` offer: for wide screens, where some are only for small ones. */
function setBeside(image: globalThis.Element): string {
  const picture = image.parentElement;
  if (picture?.localName !== 'picture') return '';
  const sources = [...picture.children]
    .filter(({ localName }) => localName === 'source')
    .slice(0, MAX_CANDIDATES)
    .filter((source) => isPictureType(source.getAttribute('type') ?? ''));
  const wide = sources.filter((source) => !/max-width/i.test(source.getAttribute('media') ?? ''));
  const sets = (wide.length > 0 ? wide : sources).flatMap((source) =>
    ['srcset', 'data-srcset', 'data-lazy-srcset'].map((name) => source.getAttribute(name) ?? ''),
  );
  return sets
    .filter((set) => set !== '')
    .join(', ')
    .slice(0, MAX_SET);
}

const stringOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value.trim() : '';

/** Of several sizes, the smallest that is wide enough, then the others from the largest. */
function addressesOfSet(set: string): readonly string[] {
  const found = [...set.slice(0, MAX_SET).matchAll(/(\S*[^\s,])(?:\s+([\d.]{1,8})([wx]))?\s*(?:,|$)/g)]
    .slice(0, MAX_CANDIDATES)
    .map(([, address = '', size = '1', unit = 'x']) => ({
      address,
      width: Number(size) * (unit === 'x' ? WIDE_ENOUGH / 2 : 1),
    }));
  const largest = found.toSorted((one, other) => other.width - one.width);
  const enough = largest.filter(({ width }) => width >= WIDE_ENOUGH).at(-1);
  return [...(enough ? [enough] : []), ...largest].map(({ address }) => address);
}

/** Every address that may be the picture's, the best first, each as it is written and as it is on the web. */
function candidatesOf({ properties }: Element, base: string | null): readonly string[] {
  const written = [
    ...LAZY.map((name) => stringOf(properties[name])),
    ...LAZY_SETS.flatMap((name) => addressesOfSet(stringOf(properties[name]))),
    stringOf(properties['dataDossierSrc']),
    stringOf(properties['src']),
  ].filter((address) => address !== '');
  const both = written.flatMap((address) => [address, absolute(address, base) ?? address]);
  return [...new Set(both)];
}

/** Not cleaned: an address of a picture is asked for as it stands. */
function absolute(address: string, base: string | null): string | null {
  const url = base === null || address.startsWith('data:') ? null : URL.parse(address, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** A picture that says itself that it is not to be seen. */
function isHidden({ properties }: Element): boolean {
  const [width, height] = [Number(properties['width'] ?? 9), Number(properties['height'] ?? 9)];
  return width <= 1 || height <= 1;
}

/** `original` gives back what was taken out of the page before it was parsed. */
export function createImageHandler(
  base: string | null,
  pictures: Pictures | null,
  original: (address: string) => string | null = () => null,
): Handle {
  return (_state, node) => {
    const alt = stringOf(node.properties['alt']);
    const addresses = candidatesOf(node, base).map((address) => original(address) ?? address);
    const picture = isHidden(node) ? null : (pictures?.take(addresses) ?? null);
    const image = {
      type: 'image',
      url: cleanLink(stringOf(node.properties['src']), base) ?? '',
      alt,
      ...picture,
    };
    return image as ReturnType<Handle>;
  };
}

/** Puts back what stood in the text of a page before it was lightened. */
export function restoreTexts(tree: Nodes, restore: (text: string) => string): void {
  const queue: Nodes[] = [tree];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'text') node.value = restore(node.value);
    if ('children' in node) for (const child of node.children) queue.push(child);
  }
}
