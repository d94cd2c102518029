/** Paragraphs of WordprocessingML. */
import { runXml, type Look } from './runs.ts';

export type ParagraphStyle =
  | 'Title'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Heading4'
  | 'Heading5'
  | 'Heading6'
  | 'Quote'
  | 'CodeBlock'
  | 'Caption'
  | 'Meta'
  | 'FootnoteText'
  | 'CommentText';

export interface ParagraphLook {
  readonly style?: ParagraphStyle | undefined;
  readonly pageBreakBefore?: boolean;
  readonly keepNext?: boolean;
  readonly list?: { readonly number: number; readonly level: number } | undefined;
  /** Rules beneath it: a thematic break. */
  readonly ruled?: boolean;
  readonly rightToLeft?: boolean;
  /** In twentieths of a point. */
  readonly indent?: number;
  readonly align?: 'left' | 'right' | 'center' | null | undefined;
}

/** @param content runs, made already */
export function paragraphXml(content: string, look: ParagraphLook = {}): string {
  return `<w:p>${propertiesXml(look)}${content}</w:p>`;
}

/** In the order that the schema asks for. */
function propertiesXml(look: ParagraphLook): string {
  const { style, pageBreakBefore, keepNext, list, ruled, rightToLeft, indent, align } = look;
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    list ? `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.number}"/></w:numPr>` : '',
    ruled ? '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="CFCABF"/></w:pBdr>' : '',
    rightToLeft ? '<w:bidi/>' : '',
    indent ? `<w:ind w:${rightToLeft ? 'right' : 'left'}="${indent}"/>` : '',
    align && align !== 'left' ? `<w:jc w:val="${align}"/>` : '',
  ].join('');
  return properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
}

/** Paragraphs at empty lines; other line ends stay line ends. `first` stands before the first of them. */
export function proseXml(
  text: string,
  look: ParagraphLook = {},
  { first = '', runs = {} }: { readonly first?: string; readonly runs?: Look } = {},
): string {
  const parts = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return first === '' ? '' : paragraphXml(first, look);
  return parts.map((part, at) => paragraphXml((at === 0 ? first : '') + runXml(part, runs), look)).join('');
}
