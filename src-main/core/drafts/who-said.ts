/** Whether a source has a quotation of the speaker that the draft names. */
import { namedIn, namesSame } from '../../common/draft/names.ts';
import { findSpeaker } from '../../common/draft/speakers.ts';
import { antecedentOf, paragraphAround } from '../../common/draft/subjects.ts';
import type { Span } from '../../common/draft/spans.ts';
import type { Reader } from '../storage/connection.ts';
import type { Match } from './match.ts';

interface Authors {
  readonly title: string;
  readonly byline: string | null;
  readonly site: string | null;
  readonly origins: string;
}

/** The origins are those that the user gave to evidence on this very passage. */
const AUTHORS = `SELECT source.title, source.byline, source.site,
  (SELECT json_group_array(evidence.origin) FROM live_evidence AS evidence
    JOIN excerpt ON excerpt.id = evidence.excerpt_id
    WHERE excerpt.source_id = source.id AND excerpt.version_id = ?
      AND excerpt.start_offset < ? AND excerpt.end_offset > ? AND evidence.origin <> '') AS origins
  FROM source WHERE source.id = ?`;

const OPENING = /[«“"„‹‘]\s*$/;

/**
 * Null where the draft may name this speaker: the origin, the byline or the outlet of the passage, or who the source
 * itself says said it. Else who it was, as far as the source tells.
 */
export function whoElseSaid(reader: Reader, { passage, alignment }: Match, speaker: string): string | null {
  const row = reader.get<Authors>(
    AUTHORS,
    passage.versionId,
    alignment.end,
    alignment.start,
    passage.sourceId,
  );
  if (!row) return null;
  const origins = JSON.parse(row.origins) as string[];
  const authors = [...origins, row.byline, row.site].filter((name) => name !== null);
  if (authors.some((name) => namesSame(speaker, name))) return null;
  const quoted = quotedSpan(passage.text, alignment);
  const said = findSpeaker(passage.text, quoted ?? alignment);
  if (said !== null) return namesSame(speaker, said) ? null : said;
  return unnamed(passage.text, quoted ?? alignment, quoted !== null, { speaker, title: row.title, authors });
}

interface Named {
  readonly speaker: string;
  readonly title: string;
  readonly authors: readonly string[];
}

/** Where the source has a pronoun, or nobody, beside the words. */
function unnamed(
  text: string,
  place: Span,
  isQuoted: boolean,
  { speaker, title, authors }: Named,
): string | null {
  const { start, end } = paragraphAround(text, place);
  // The source's own words may tell what somebody said who is named beside them, or who answers in an interview.
  if (!isQuoted)
    return namedIn(speaker, text.slice(start, end)) || namedIn(speaker, title) ? null : (authors[0] ?? title);
  const meant = antecedentOf(text, place.start);
  if (!meant) return namedIn(speaker, title) || namedIn(speaker, text) ? null : (authors[0] ?? title);
  if ([meant.name, ...meant.others].some((name) => namesSame(speaker, name))) return null;
  // An interview names in its title who answers.
  return !meant.isNear && namedIn(speaker, title) ? null : meant.name;
}

/** With the marks around it, which may stand some sentences away on either side. Null where it stands in none. */
function quotedSpan(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const from = Math.max(0, start - 1500);
  const before = text.slice(from, start);
  const paragraph = before.slice(before.lastIndexOf('\n') + 1);
  if (OPENING.test(before))
    return { start: from + before.trimEnd().length - 1, end: closingAfter(text, end) };
  const open = Math.max(paragraph.lastIndexOf('«'), paragraph.lastIndexOf('“'));
  const close = Math.max(paragraph.lastIndexOf('»'), paragraph.lastIndexOf('”'));
  if (open > close) return { start: start - paragraph.length + open, end: closingAfter(text, end) };
  return null;
}

function closingAfter(text: string, end: number): number {
  const after = /^[^»”"\n]{0,1500}[»”"]/.exec(text.slice(end, end + 1600));
  return after ? end + after[0].length : end;
}
