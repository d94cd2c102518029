/**
 * How values are written: as text that is no markup, unless the template says otherwise. `plain` is what every value goes
 * through that no other of these filters wrote.
 */
import { escapeHtml, proseHtml } from '../html/text.ts';
import { oneLine, paragraph, prose, quotation, serialize, text } from '../markdown/write.ts';
import { sayDate, type ExportLocale } from '../words.ts';

export type TemplateFilter = (value: unknown, locale: ExportLocale) => string;

/** Lists as a person would write them. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toText).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value as string | number | boolean);
}

const escapeMarkdown = (value: unknown): string => {
  const line = oneLine(toText(value));
  return line === '' ? '' : serialize([paragraph(text(line))]).replace(/\n$/, '');
};

const day =
  (escape: (value: string) => string): TemplateFilter =>
  (value, locale) =>
    escape(sayDate(toText(value), locale));

/** Of YAML, JSON is a part: as a value it is a text, whatever stands in it. */
const yaml: TemplateFilter = (value) => JSON.stringify(value ?? null);

/** What may stand within the parentheses of a link. */
const address: TemplateFilter = (value) => toText(value).replace(/[\s()<>\\"']/gu, (sign) => percent(sign));

const percent = (sign: string): string =>
  [...new TextEncoder().encode(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');

export const MARKDOWN_FILTERS: Readonly<Record<string, TemplateFilter>> = {
  plain: escapeMarkdown,
  raw: toText,
  paragraphs: (value) => serialize(prose(toText(value))).replace(/\n$/, ''),
  quote: (value) => serialize([quotation(toText(value))]).replace(/\n$/, ''),
  day: day(escapeMarkdown),
  yaml,
  address,
};

/** Within a script or an attribute too: nothing ends one. */
const json: TemplateFilter = (value) =>
  JSON.stringify(value ?? null).replace(
    /[<>&'\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export const HTML_FILTERS: Readonly<Record<string, TemplateFilter>> = {
  plain: (value) => escapeHtml(toText(value)),
  raw: toText,
  paragraphs: (value) => proseHtml(toText(value)),
  quote: (value) => `<blockquote>${proseHtml(toText(value))}</blockquote>`,
  day: day(escapeHtml),
  json,
  address: (value) => escapeHtml(toText(value)),
};
