/** Dates as pages and people write them, in the notebook's form: ISO 8601 in UTC, or a day, month or year. */
import * as en from 'chrono-node/en';
import * as fr from 'chrono-node/fr';

const SHORT = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i;
const DAY_FIRST = /^\d{4}-\d{2}-\d{2}/;

export interface WrittenDate {
  readonly value: string;
  /** UTF-16 offsets in the line where it stands. */
  readonly start: number;
  readonly end: number;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** A date that names at least its month and year; « yesterday » and a bare « May » are not dates of publication. */
export function findDate(line: string, language: 'fr' | 'en', now: string): WrittenDate | null {
  const parser = language === 'fr' ? fr : en;
  for (const { start, index, text } of parser.parse(line, new Date(now))) {
    if (!start.isCertain('year') || !start.isCertain('month')) continue;
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
    if (year === null || month === null || year < 1000 || year > 9999) continue;
    const value = `${year}-${pad(month)}${start.isCertain('day') && day !== null ? `-${pad(day)}` : ''}`;
    return { value, start: index, end: index + text.length };
  }
  return null;
}

/**
 * A date given as data (a meta tag, front matter). A time without a zone is cut to its day: which instant it
 * was cannot be known.
 */
export function normaliseDate(
  written: string | null | undefined,
  language: string | null,
  now: string,
): string | null {
  const text = written?.trim() ?? '';
  if (SHORT.test(text)) return text;
  if (WITH_ZONE.test(text)) {
    const time = new Date(text.replace(' ', 'T'));
    if (!Number.isNaN(time.getTime())) return time.toISOString();
  }
  const day = DAY_FIRST.exec(text)?.[0];
  if (day && SHORT.test(day)) return day;
  if (text === '' || text.length > 100) return null;
  const first = language === 'fr' ? 'fr' : 'en';
  const second = first === 'fr' ? 'en' : 'fr';
  return (findDate(text, first, now) ?? findDate(text, second, now))?.value ?? null;
}
