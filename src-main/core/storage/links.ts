/** What links to a thing: read from the words of notes themselves, so that nothing can be out of date. */
import type { SourceId } from '../../common/contract/entities.ts';
import type { Mention } from '../../common/contract/notes.ts';
import {
  formatInternalLink,
  type InternalLink,
  type LinkKind,
} from '../../common/document/internal-links.ts';
import { shorten } from '../../common/language/shorten.ts';
import type { Reader } from './connection.ts';
import { oneLine } from './user-text.ts';

/** Enough to recognise a thing by. */
const TITLE_LENGTH = 200;
/** Letters on each side of a link. */
const AROUND = 120;
const MOST_MENTIONS = 500;

interface HolderRow {
  id: string;
  title: string;
  sourceId: SourceId | null;
  sourceTitle: string | null;
  at: number;
  words: string;
}

/** Live things with what may hold a link, as it is written; ids are of one length, so that none begins another. */
const HOLDERS: Readonly<Record<Exclude<LinkKind, 'source'>, string>> = {
  note: `SELECT id, title, NULL AS sourceId, NULL AS sourceTitle, updated_at AS at, body FROM note
    WHERE deleted_at IS NULL`,
  excerpt: `SELECT excerpt.id, substr(excerpt.exact, 1, 1000) AS title, source.id AS sourceId,
      source.title AS sourceTitle, excerpt.updated_at AS at, excerpt.note AS body
    FROM live_excerpt AS excerpt JOIN source ON source.id = excerpt.source_id`,
  claim: `SELECT id, statement AS title, NULL AS sourceId, NULL AS sourceTitle, updated_at AS at, note AS body
    FROM claim WHERE deleted_at IS NULL`,
};

/** The last changed first. */
export function listMentions(reader: Reader, link: Pick<InternalLink, 'kind' | 'id'>): Mention[] {
  const written = formatInternalLink(link);
  const found = (Object.keys(HOLDERS) as (keyof typeof HOLDERS)[]).flatMap((kind) =>
    reader
      .all<HolderRow>(
        `SELECT id, title, sourceId, sourceTitle, at,
           substr(body, max(1, instr(body, ?) - ${3 * AROUND}), ${6 * AROUND}) AS words
         FROM (${HOLDERS[kind]}) WHERE instr(body, ?) > 0 ORDER BY at DESC LIMIT ${MOST_MENTIONS}`,
        written,
        written,
      )
      .map((row) => ({ at: row.at, mention: toMention(kind, row, written) })),
  );
  return found.sort((a, b) => b.at - a.at).map(({ mention }) => mention);
}

function toMention(kind: LinkKind, row: HolderRow, written: string): Mention {
  return {
    kind,
    id: row.id,
    title: shorten(oneLine(row.title), TITLE_LENGTH),
    sourceId: row.sourceId,
    sourceTitle: row.sourceTitle,
    words: wordsAround(row.words, written),
  };
}

/** Plain words on both sides of the link, and its own. */
function wordsAround(markdown: string, address: string): string {
  const at = markdown.indexOf(address);
  const before = plain(markdown.slice(0, at).replace(/\[((?:[^\]\n\\]|\\.)*)\]\($/, '$1'));
  const after = plain(markdown.slice(at + address.length).replace(/^\)/, ''));
  return oneLine(before.slice(-AROUND) + after.slice(0, AROUND));
}

/** Markdown without its signs, as far as a line in a list needs it. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]\n]*)\]\([^)\s]*\)/g, '$1')
    .replace(/^#+[ \t]+|[*_`>]+/gm, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
