/** Dates in the user's notation. A published date may be a year, a month, a day or an instant. */
type Length = 'long' | 'short';

/** `2026-03-14` → 14 March 2026, 14 mars 2026; `short` abbreviates the month. What is no date is given back. */
export function writeDate(value: string, locale: string, length: Length = 'long'): string {
  const [, , month, day, time] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.*)?)?)?$/.exec(value) ?? [];
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  const written = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    year: 'numeric',
    ...(month === undefined ? {} : { month: length }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    // A calendar date has no zone; an instant is shown on the reader's own clock.
    ...(time === undefined ? { timeZone: 'UTC' } : {}),
  }).format(date);
  return locale === 'fr' && day !== undefined ? written.replace(/^1 /, '1er ') : written;
}
