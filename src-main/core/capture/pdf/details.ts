/** What a PDF says of itself: its information dictionary and XMP, and the largest words of its first page. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { NO_DETAILS, tidy, tidyByline, type Details } from '../details/details.ts';
import { textOf, type PageText } from './model.ts';

/** What programs write where nobody named the document. */
const NO_TITLE =
  /^(?:untitled|sans titre|document\d*|title|no title|slide \d+|microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|pdf|tex|dvi|indd|qxd|pptx?|odt|rtf|ps|eps))$/i;
const NO_AUTHOR = /^(?:user|admin(?:istrator)?|owner|unknown|author|anonymous|pc|[\w.-]+@[\w.-]+)$/i;
const DATE = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-])(\d{2})'?(\d{2})?'?)?/;

/** `D:20131202170305+01'00'` as ISO 8601; other ways of writing are left as they are. */
export function readPdfDate(value: unknown): string | null {
  const written = tidy(value);
  if (written === null || !/^(?:D:)?\d{4,14}/.test(written)) return written;
  const parts = DATE.exec(written);
  if (!parts || /^\d{4}-/.test(written)) return written;
  const [, year = '', month, day, hour, minute, second, utc, sign, zoneHour, zoneMinute] = parts;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (hour === undefined || minute === undefined || (utc === undefined && sign === undefined)) return date;
  const zone = utc ?? `${sign ?? '+'}${zoneHour ?? '00'}:${zoneMinute ?? '00'}`;
  return `${date}T${hour}:${minute}:${second ?? '00'}${zone}`;
}

/** A field of XMP, several values joined. */
function joined(value: unknown): string | null {
  if (!Array.isArray(value)) return tidy(value);
  return tidy((value as readonly unknown[]).filter((part) => typeof part === 'string').join(', '));
}

/** What names something has a letter or digit, and is none of a program's own words. */
const unless = (value: string | null, pattern: RegExp) =>
  value === null || pattern.test(value) || !/[\p{L}\p{N}]/u.test(value) ? null : value;

/** The largest text of a page that is larger than the rest of it, as far as it goes on in that size. */
function largestText(page: PageText | undefined): string | null {
  const segments = page?.segments.filter((segment) => /\p{L}{2}/u.test(textOf(segment))) ?? [];
  const size = Math.max(0, ...segments.map((segment) => segment.size));
  const first = segments.findIndex((segment) => segment.size >= size * 0.97);
  let end = first;
  while (end < segments.length && (segments[end]?.size ?? 0) >= size * 0.97) end += 1;
  if (first < 0 || end - first > 5 || end - first === segments.length) return null;
  const title = segments.slice(first, end).map(textOf).join(' ');
  return title.length > 300 ? null : tidy(title);
}

/** `first` is the first page, before anything was left out of it. */
export async function readPdfDetails(
  document: PDFDocumentProxy,
  first: PageText | undefined,
): Promise<Details> {
  // Broken metadata cost the article its details, not its text.
  const found = await document.getMetadata().catch(() => null);
  const fields = (found?.info ?? {}) as Readonly<Record<string, unknown>>;
  const xmp = (name: string): string | null => joined(found?.metadata?.get(name) as unknown);
  const title = unless(tidy(fields['Title']) ?? xmp('dc:title'), NO_TITLE);
  const byline = unless(tidyByline(xmp('dc:creator')) ?? tidyByline(fields['Author']), NO_AUTHOR);
  const published = xmp('prism:publicationdate') ?? xmp('dc:date');
  return {
    ...NO_DETAILS,
    title: title ?? largestText(first),
    byline,
    site: xmp('prism:publicationname'),
    url: null,
    published: readPdfDate(published ?? fields['CreationDate'] ?? xmp('xmp:createdate')),
    language: tidy(fields['Language']) ?? xmp('dc:language'),
  };
}
