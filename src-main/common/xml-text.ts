/** Strings that go into XML: everything that the user or an article wrote passes through here. */

/** What no XML 1.0 document may hold, not even by its number; halves of surrogate pairs among it. */
const ILLEGAL = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Without what XML cannot hold. */
export function legalXml(text: string): string {
  return text.replace(ILLEGAL, '');
}

/** For text between tags. */
export function xmlText(text: string): string {
  return legalXml(text).replace(/[&<>\r]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** For an attribute in either quote; line ends and tabs stay what they are. */
export function xmlAttribute(text: string): string {
  return legalXml(text).replace(/[&<>"'\t\n\r]/g, (sign) => ENTITIES[sign] ?? sign);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
