/** Dates in the user's notation. A published date may be a year, a month, a day or an instant. */
type Length = 'long' | 'short';

/** `2026-03-14` → 14 March 2026, 14 mars 2026; `short` abbreviates the month. What is no date is given back. */
export function writeDate(value: string, locale: string, length: Length = 'long'): string {
  const [, , month, day, time] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.*)?)?)?$/.exec(value) ?? [];
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(month === undefined ? {} : { month: length }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    // A calendar date has no zone; an instant is shown on the reader's own clock.
    ...(time === undefined ? { timeZone: 'UTC' } : {}),
  };
  const written = formatOf(locale === 'en' ? 'en-GB' : locale, options).format(date);
  return locale === 'fr' && day !== undefined ? written.replace(/^1 /, '1er ') : written;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** To make one takes longer than to write a hundred dates with it. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}
