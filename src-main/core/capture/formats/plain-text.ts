/** Plain text: lines are paragraphs, unless the text was wrapped by hand; a byline and date near its top are taken. */
import { DossierError } from '../../../common/contract/errors.ts';
import { findDate } from '../details/dates.ts';
import { NO_DETAILS, tidy, type Details, type Extracted } from '../details/details.ts';

/** Wrapped text has its longest lines between these: others are lists, verses, or were never broken by hand. */
const NARROWEST_WRAP = 50;
const WIDEST_WRAP = 100;
/** Where the byline and the date are looked for, in lines that hold something. */
const TOP_LINES = 8;
/** Characters, as of a page: a text of more takes more memory on its way to a tree than an article may. */
const MAX_LENGTH = 16 * 1024 * 1024;
const LONGEST_TITLE = 300;
const LONGEST_HEADING = 160;

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.’'-]*`;
const PARTICLES = String.raw`(?:de|du|d’|d'|la|le|van|von|der|den|bin|al|et|and|&)`;
const BYLINE = new RegExp(
  String.raw`^(?:[Pp]ar|PAR|[Bb]y|BY)\s+(${NAME}(?:,?\s+(?:${PARTICLES}\s+)?${NAME}){0,7})[\s,–—|:-]*$`,
  'u',
);
/** What may stand before a date for the line to be nothing but that date. */
const DATE_INTRO =
  /^(?:(?:publié|mis à jour|modifié|published|updated|posted)(?: le| on)?|le|on|date)?\s*:?\s*$/i;
const DATE_REST = /^[\s,.|–—-]*(?:(?:à|at)\s*\d{1,2}\s*[h:]\s*\d{0,2})?[\s,.|–—-]*$/i;

/** The width that a text was wrapped at by hand; null where its lines are its paragraphs. */
function wrapWidth(lines: readonly string[]): number | null {
  let widest = 0;
  let blank = 0;
  for (const line of lines) {
    widest = Math.max(widest, line.length);
    if (line === '') blank += 1;
  }
  if (blank === 0 || widest < NARROWEST_WRAP || widest > WIDEST_WRAP) return null;
  let inner = 0;
  let full = 0;
  for (const [index, line] of lines.entries()) {
    if (line === '' || (lines[index + 1] ?? '') === '') continue;
    inner += 1;
    if (line.length >= widest * 0.6) full += 1;
  }
  return inner > 0 && full >= inner * 0.7 ? widest : null;
}

function paragraphsOf(lines: readonly string[]): readonly string[] {
  if (wrapWidth(lines) === null) return lines.filter((line) => line !== '');
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    if (line !== '' && open) paragraphs[paragraphs.length - 1] += ` ${line}`;
    else if (line !== '') paragraphs.push(line);
    open = line !== '';
  }
  return paragraphs;
}

/** The first line; of a whole paragraph only its first sentence, so that it still begins what the text begins with. */
function titleOf(line: string): string {
  const title = line.replace(/^(?:[-–—•*]|#{1,6})\s+/, '');
  if (title.length <= LONGEST_TITLE) return title;
  const sentence = /^.{20,299}?[.!?…](?=\s)/u.exec(title)?.[0];
  return (
    sentence ??
    `${title
      .slice(0, LONGEST_TITLE - 1)
      .replace(/\s+\S*$/, '')
      .toWellFormed()}…`
  );
}

/** A line with its date taken out; null where it has none. */
function splitDate(
  line: string,
  now: string,
): { readonly rest: string; readonly date: string; readonly isAlone: boolean } | null {
  const found = findDate(line, 'fr', now) ?? findDate(line, 'en', now);
  if (!found) return null;
  const before = line.slice(0, found.start);
  const isAlone = DATE_INTRO.test(before) && DATE_REST.test(line.slice(found.end));
  return { rest: before.trim(), date: found.value, isAlone };
}

/** « par Jeff Pao 13 août 2025 », on one line or two. */
function findCredits(lines: readonly string[], now: string): Pick<Details, 'byline' | 'published'> {
  let byline: string | null = null;
  let published: string | null = null;
  for (const line of lines.slice(0, TOP_LINES)) {
    if (line.length > WIDEST_WRAP) continue;
    const dated = splitDate(line, now);
    const name = BYLINE.exec(dated?.rest.replace(/[\s,–—|-]*(?:le|on)?\s*$/i, '') ?? line)?.[1];
    if (name && byline === null) byline = tidy(name);
    if (dated && published === null && (name || dated.isAlone)) published = dated.date;
  }
  return { byline, published };
}

function isHeading(line: string): boolean {
  return line.length <= LONGEST_HEADING && !/[.…:;,]$/.test(line);
}

/** @throws DossierError too-large, before anything is made of it */
export function extractPlainText(text: string, now: string): Extracted {
  if (text.length > MAX_LENGTH) throw new DossierError('too-large', { limit: MAX_LENGTH, size: text.length });
  const lines = text
    .trim()
    .split(/\r\n?|[\n\u2028\u2029\f]/)
    .map((line) => line.trim());
  const paragraphs = paragraphsOf(lines);
  const children = paragraphs.map((value, index) => {
    const leaf = [{ type: 'text', value }];
    const isTitle = index === 0 && paragraphs.length > 1 && isHeading(value);
    return isTitle ? { type: 'heading', depth: 1, children: leaf } : { type: 'paragraph', children: leaf };
  });
  const filled = paragraphs.slice(0, TOP_LINES);
  const title = filled[0] === undefined ? null : tidy(titleOf(filled[0]));
  const origins = { title: 'text', byline: 'text', publishedAt: 'text' } as const;
  const details = { ...NO_DETAILS, title, ...findCredits(filled, now), origins };
  return { tree: { type: 'root', children }, details, warnings: [], extractor: 'text 1' };
}
