/**
 * The line of a clipping that says what it is, where and when, in English and French; of other languages what kind it is
 * and where. Pure.
 */

export interface Label {
  readonly kind: 'highlight' | 'note' | 'bookmark' | 'unknown';
  /** Of the location, else of the page: both ends, equal where one is given; null where neither is said. */
  readonly start: number | null;
  readonly end: number | null;
  /** Counted in pages, not locations. */
  readonly isPage: boolean;
  /** Milliseconds since 1970, as if the device's clock were UTC: its zone is not written down. */
  readonly createdAt: number | null;
}

const KINDS: readonly (readonly [RegExp, Label['kind']])[] = [
  [/\b(?:bookmark|signet|lesezeichen|marcador|segnalibro|bladwijzer)\b/i, 'bookmark'],
  [/\b(?:notes?|nota|notiz|notitie)\b/i, 'note'],
  [/\b(?:highlight|surlign\w*|passage|clip|clipping|article|extrait|citation)\b/i, 'highlight'],
];

const LOCATION =
  /(?:\blocations?|\bloc\.?|\bemplacements?|\bempl?\.?|\bposici[oó]n|\bposizione|\bposição|\bposition|\blocatie)\s*(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?/i;
const PAGE = /\b(?:pages?|p[aá]gina|seite)\s+(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?/i;

const MONTHS =
  'january|janvier february|février march|mars april|avril may|mai june|juin july|juillet august|août ' +
  'september|septembre october|octobre november|novembre december|décembre';
const MONTH_OF = new Map(
  MONTHS.split(' ').flatMap((names, month) => names.split('|').map((name) => [name, month] as const)),
);

const DAY_FIRST = /(\d{1,2})(?:er)?\s+([\p{L}]{3,9})\s+(\d{4}|\d{2})(?!\d)/u;
const MONTH_FIRST = /([\p{L}]{3,9})\s+(\d{1,2}),?\s+(\d{4})/u;
const TIME = /(\d{1,2})\s?[:h]\s?(\d{2})(?:\s?(?:[:m]|min)\s?(\d{2}))?\s*([ap]m)?/i;

export function readLabel(line: string): Label {
  const [said = ''] = line.split('|');
  const kind = KINDS.find(([pattern]) => pattern.test(said))?.[1] ?? 'unknown';
  const location = LOCATION.exec(line);
  const range = location ?? PAGE.exec(line);
  const start = range ? Number(range[1]) : null;
  return { kind, start, end: endOf(start, range?.[2]), isPage: !location, createdAt: readTime(line) };
}

/** Old devices leave out what is the same: `1100-2` is 1100 to 1102. */
function endOf(start: number | null, written: string | undefined): number | null {
  if (start === null || written === undefined) return start;
  const end = Number(written);
  if (end >= start) return end;
  const digits = String(start);
  return Number(digits.slice(0, Math.max(0, digits.length - written.length)) + written);
}

function readTime(line: string): number | null {
  const added = line.split('|').at(-1) ?? '';
  const dayFirst = DAY_FIRST.exec(added);
  const found = dayFirst ?? MONTH_FIRST.exec(added);
  if (!found) return null;
  const [day, name] = dayFirst ? [found[1], found[2]] : [found[2], found[1]];
  const month = MONTH_OF.get(name?.toLowerCase() ?? '');
  if (month === undefined) return null;
  // What stands before the year is the date.
  const clock = TIME.exec(added.slice(found.index + found[0].length));
  const half = clock?.[4]?.toLowerCase();
  const hour = (Number(clock?.[1] ?? 0) % (half ? 12 : 24)) + (half === 'pm' ? 12 : 0);
  return Date.UTC(
    yearOf(found[3]),
    month,
    Number(day),
    hour,
    Number(clock?.[2] ?? 0),
    Number(clock?.[3] ?? 0),
  );
}

/** Some devices write two digits of it: none is older than 2007. */
function yearOf(written = ''): number {
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}
