/**
 * The little XML that packages are described in. Declared entities are never expanded and nothing is fetched;
 * prefixes are left out, since writers choose them freely.
 */
import { DOMParser } from 'linkedom';

/** Descriptions of a package are some kilobytes. */
const MAX_LENGTH = 4 * 1024 * 1024;
/** Tags; a DOM of elements within each other takes time by the square of their number. */
const MAX_TAGS = 100_000;

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly text: string;
  /** By its name without a prefix; null where there is none. */
  attribute(name: string): string | null;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** All elements in the order in which they stand; none where it is too long to be a description. */
export function readXml(xml: string): readonly XmlElement[] {
  if (xml.length > MAX_LENGTH || xml.split('<').length > MAX_TAGS) return [];
  // Typed by the DOM's own types, which linkedom's do not follow.
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
  return [...document.querySelectorAll('*')].map((element) => ({
    name: localName(element.tagName),
    // Only its own text: descriptions have no mixed content, and a deep tree is not walked once for each level.
    text: [...element.childNodes]
      .map((child) =>
        child.nodeType === child.TEXT_NODE || child.nodeType === child.CDATA_SECTION_NODE
          ? (child.nodeValue ?? '')
          : '',
      )
      .join('')
      .trim(),
    attribute: (name) =>
      [...element.attributes].find((attribute) => localName(attribute.name) === name)?.value ?? null,
  }));
}
