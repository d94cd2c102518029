/** Runs of WordprocessingML: text with its looks, in the order of properties that its schema asks for. */
import type { Color } from '../../../common/contract/entities.ts';
import { xmlAttribute, xmlText } from '../../../common/xml-text.ts';

export interface Look {
  readonly style?: 'Hyperlink' | 'Code' | 'FootnoteReference' | 'CommentReference';
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly vertical?: 'superscript' | 'subscript';
  readonly color?: Color | undefined;
  /** BCP 47. */
  readonly language?: string | null;
}

/** The translucent washes of the page on white, and the underline by which they are told apart without colour. */
export const SHADES: Readonly<Record<Color, { readonly fill: string; readonly line: string }>> = {
  yellow: { fill: 'FCEDBA', line: 'single" w:color="8A6700' },
  blue: { fill: 'D2E5F9', line: 'dash" w:color="2A6BAD' },
  green: { fill: 'D3EAD9', line: 'double" w:color="35804C' },
  pink: { fill: 'FADADF', line: 'wave" w:color="B53D5A' },
  violet: { fill: 'E6DFF7', line: 'dotted" w:color="7150B8' },
};

/** What is written from right to left. */
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)(?:-|$)/i;

export const isRightToLeft = (language: string | null | undefined): boolean =>
  RIGHT_TO_LEFT.test(language ?? '');

const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/;

export function runXml(text: string, look: Look = {}): string {
  return text === '' ? '' : `<w:r>${propertiesXml(look)}${contentXml(text)}</w:r>`;
}

/** A run around what is no text: a footnote's number, a picture. */
export function rawRun(content: string, look: Look = {}): string {
  return `<w:r>${propertiesXml(look)}${content}</w:r>`;
}

function propertiesXml({ style, bold, italic, strike, vertical, color, language }: Look): string {
  const shade = color === undefined ? undefined : SHADES[color];
  const properties = [
    style === undefined ? '' : `<w:rStyle w:val="${style}"/>`,
    bold ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    strike ? '<w:strike/>' : '',
    shade ? `<w:u w:val="${shade.line}"/><w:shd w:val="clear" w:color="auto" w:fill="${shade.fill}"/>` : '',
    vertical === undefined ? '' : `<w:vertAlign w:val="${vertical}"/>`,
    isRightToLeft(language) ? '<w:rtl/>' : '',
    languageXml(language),
  ].join('');
  return properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
}

function languageXml(language: string | null | undefined): string {
  if (!language || !LANGUAGE.test(language)) return '';
  const kind = isRightToLeft(language) ? 'bidi' : 'val';
  return `<w:lang w:${kind}="${xmlAttribute(language)}"/>`;
}

/** Line ends and tabs are elements of their own: within text they would count as blanks. */
function contentXml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/([\n\t])/)
    .map((part) => {
      if (part === '\n') return '<w:br/>';
      if (part === '\t') return '<w:tab/>';
      return part === '' ? '' : `<w:t xml:space="preserve">${xmlText(part)}</w:t>`;
    })
    .join('');
}
