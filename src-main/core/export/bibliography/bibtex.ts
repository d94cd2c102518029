/**
 * BibTeX, in UTF-8 as biber and all reference managers read it. Pages are `@online`, which BibTeX itself takes for
 * `@misc`; dates stand as `date` (biblatex) and as `year` and `month` (BibTeX).
 */
import type { ExportData, Rendered } from '../model.ts';
import type { Author } from '../../../common/language/bylines.ts';
import { referencesOf, writeDate, type Reference } from './references.ts';

const TYPES = { page: 'online', book: 'book', document: 'misc' } as const;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export function renderBibtex(data: ExportData): Rendered[] {
  const entries = referencesOf(data).map(toEntry);
  return [{ path: 'references.bib', content: entries.join('\n') }];
}

function toEntry(reference: Reference): string {
  const { key, kind, title, authors, container, issued, accessed, url, language, abstract, keywords } =
    reference;
  const [year, month] = issued;
  const fields: (readonly [string, string | null])[] = [
    ['title', braced(escape(title))],
    ['author', authors.length > 0 ? braced(authors.map(nameOf).join(' and ')) : null],
    [
      kind === 'book' ? 'publisher' : kind === 'page' ? 'organization' : 'howpublished',
      container === null ? null : braced(escape(container)),
    ],
    ['date', issued.length > 0 ? braced(writeDate(issued)) : null],
    ['year', year === undefined ? null : braced(String(year))],
    ['month', month === undefined ? null : (MONTHS[month - 1] ?? null)],
    ['url', url === null ? null : braced(toVerbatim(url))],
    ['urldate', url === null || accessed.length === 0 ? null : braced(writeDate(accessed))],
    ['langid', languageOf(language)],
    ['abstract', abstract === null ? null : braced(escape(abstract))],
    ['keywords', keywords.length > 0 ? braced(keywords.map(toKeyword).join(', ')) : null],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value}`]));
  return `@${TYPES[kind]}{${key},\n${lines.join(',\n')}\n}\n`;
}

/** As babel names them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  fr: 'french',
  en: 'english',
  de: 'german',
  es: 'spanish',
};

/** A tag of BCP 47: a notebook of someone else's may call anything a language. */
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

function languageOf(language: string | null): string | null {
  return language !== null && LANGUAGE.test(language) ? braced(LANGUAGES[language] ?? language) : null;
}

const braced = (value: string): string => `{${value}}`;

/** Names of bodies are held together by braces of their own. */
function nameOf(author: Author): string {
  if ('literal' in author) return braced(escape(author.literal));
  return `${protect(escape(author.family))}, ${protect(escape(author.given))}`;
}

/** A comma or an “and” within a part of a name would make it two. */
const protect = (name: string): string => (/,|\band\b/i.test(name) ? braced(name) : name);

const toKeyword = (keyword: string): string => escape(keyword.replaceAll(',', ' '));

/** Braces by their names: BibTeX counts those with a backslash too, and would end the field there. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function escape(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\{}$&%#_^~]/g, (sign) => SPECIAL[sign] ?? sign);
}

/** `url` is verbatim: what would end it, or begin a comment for some readers, is written as addresses may write it. */
const toVerbatim = (url: string): string => url.replace(/[\\{}\s]/gu, (sign) => encodeURIComponent(sign));
