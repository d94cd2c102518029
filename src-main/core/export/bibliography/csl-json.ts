/** CSL-JSON (citation-style-language/schema, csl-data.json), which word processors and pandoc cite from. */
import type { ExportData, Rendered } from '../model.ts';
import { referencesOf, type DateParts, type Reference } from './references.ts';

const TYPES = { page: 'webpage', book: 'book', document: 'document' } as const;

export function renderCslJson(data: ExportData): Rendered[] {
  const items = referencesOf(data).map(toItem);
  return [{ path: 'references.json', content: `${JSON.stringify(items, null, 2)}\n` }];
}

function toItem(reference: Reference) {
  const { authors, container, issued, accessed, url, language, abstract, keywords } = reference;
  return {
    id: reference.key,
    'citation-key': reference.key,
    type: TYPES[reference.kind],
    title: reference.title,
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(container === null
      ? {}
      : { [reference.kind === 'book' ? 'publisher' : 'container-title']: container }),
    ...dateIn('issued', issued),
    ...dateIn('accessed', accessed),
    ...(url === null ? {} : { URL: url }),
    ...(language === null ? {} : { language }),
    ...(abstract === null ? {} : { abstract }),
    ...(keywords.length > 0 ? { keyword: keywords.join(', ') } : {}),
  };
}

function dateIn(name: 'issued' | 'accessed', parts: DateParts) {
  return parts.length > 0 ? { [name]: { 'date-parts': [parts] } } : {};
}
