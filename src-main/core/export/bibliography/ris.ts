/** RIS, as reference managers exchange it: a tag, two spaces, a dash, a value on one line. */
import type { ExportData, Rendered } from '../model.ts';
import type { Author } from '../../../common/language/bylines.ts';
import { oneLine, referencesOf, writeDate, type Reference } from './references.ts';

const TYPES = { page: 'ELEC', book: 'BOOK', document: 'GEN' } as const;

export function renderRis(data: ExportData): Rendered[] {
  const records = referencesOf(data).map(toRecord);
  return [{ path: 'references.ris', content: records.join('\r\n') }];
}

function toRecord(reference: Reference): string {
  const { key, kind, title, authors, container, issued, accessed, url, language, abstract, keywords } =
    reference;
  const [year] = issued;
  const fields: (readonly [string, string | null])[] = [
    ['TY', TYPES[kind]],
    ['ID', key],
    ['TI', title],
    ...authors.map((author) => ['AU', nameOf(author)] as const),
    [kind === 'book' ? 'PB' : 'T2', container],
    ['PY', year === undefined ? null : String(year)],
    ['DA', issued.length > 0 ? dateOf(issued) : null],
    ['Y2', url === null || accessed.length === 0 ? null : dateOf(accessed)],
    ['UR', url],
    ['LA', language],
    ['AB', abstract],
    ...keywords.map((keyword) => ['KW', keyword] as const),
    ['ER', ''],
  ];
  const lines = fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}`]));
  return `${lines.join('\r\n')}\r\n`;
}

/** « 2025/08/13/ »: a place for each part, and one for a season or the like. */
const dateOf = (parts: readonly number[]): string =>
  `${writeDate(parts, '/')}${'/'.repeat(4 - parts.length)}`;

/** A comma divides family and given name. */
function nameOf(author: Author): string {
  if ('literal' in author) return author.literal.replaceAll(',', ' ');
  return `${author.family}, ${author.given}`;
}
