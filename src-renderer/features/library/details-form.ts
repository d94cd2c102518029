/** The details of a source as a form has them: plain texts, with what is wrong and what was changed. */
import type { Input } from '../../../src-main/common/contract/commands.ts';
import type { DetailName, DetailOrigin, Source } from '../../../src-main/common/contract/entities.ts';

export interface DetailsForm {
  title: string;
  byline: string;
  site: string;
  publishedAt: string;
  modifiedAt: string;
  description: string;
  language: string;
  url: string;
  tags: string[];
}

const NULLABLE = ['byline', 'site', 'publishedAt', 'modifiedAt', 'description', 'language', 'url'] as const;

export function readForm(source: Source): DetailsForm {
  const { title, byline, site, publishedAt, modifiedAt, description, language, url, tags } = source;
  return {
    title,
    byline: byline ?? '',
    site: site ?? '',
    publishedAt: toDay(publishedAt),
    modifiedAt: toDay(modifiedAt),
    description: description ?? '',
    language: language ?? '',
    url: url ?? '',
    tags: [...tags],
  };
}

/** The day of an instant on the user's own clock, as the list shows it; the time is kept unless another day is typed. */
function toDay(value: string | null): string {
  if (!value?.includes('T')) return value ?? '';
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\S+)?)?)?$/;

/** A year, a month, a day or a moment; nothing is fine too. */
export function isDate(text: string): boolean {
  return text.trim() === '' || (DATE.test(text.trim()) && !Number.isNaN(Date.parse(text.trim())));
}

/** Where what stands in a field comes from: what was typed is the user's; null where that is not known. */
export function originIn(source: Source, form: DetailsForm, name: DetailName): DetailOrigin | null {
  if (form[name].trim() !== readForm(source)[name]) return 'user';
  return source[name] === null ? null : (source.origins[name] ?? null);
}

/** What to send: only what was changed, so that undo takes back that much; null where nothing was. */
export function changesOf(source: Source, form: DetailsForm): Input<'source.edit'> | null {
  const before = readForm(source);
  const change: Input<'source.edit'> = { id: source.id };
  if (form.title.trim() !== before.title) change.title = form.title.trim();
  for (const key of NULLABLE) {
    const value = form[key].trim();
    if (value !== before[key]) change[key] = value === '' ? null : value;
  }
  const tags = form.tags.filter((tag) => !before.tags.includes(tag));
  const untag = before.tags.filter((tag) => !form.tags.includes(tag));
  if (tags.length > 0) change.tags = tags;
  if (untag.length > 0) change.untag = untag;
  return Object.keys(change).length > 1 ? change : null;
}
