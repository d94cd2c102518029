/** Links between things: what an address leads to, and what links to a thing. Read from the words themselves. */
import { writeAddress, type Address, type LinkKind } from '../../common/contract/addresses.ts';
import type { SourceId } from '../../common/contract/entities.ts';
import type { LinkedThing, LinkTarget, Mention } from '../../common/contract/notes.ts';
import { foldText } from '../../common/language/folding.ts';
import { shorten } from '../../common/language/shorten.ts';
import type { Reader } from './connection.ts';
import { oneLine } from './user-text.ts';

/** Enough to recognise a thing by. */
const TITLE_LENGTH = 200;
/** Letters on each side of a link. */
const AROUND = 80;
const MOST_MENTIONS = 500;

interface TargetRow {
  id: string;
  title: string;
  sourceId: SourceId | null;
  aside: string | null;
}

const TARGETS: Readonly<Record<LinkKind, string>> = {
  source: 'SELECT id, title, NULL AS sourceId, site AS aside, added_at AS at FROM live_source AS thing',
  claim:
    'SELECT id, statement AS title, NULL AS sourceId, NULL AS aside, updated_at AS at FROM claim AS thing WHERE deleted_at IS NULL',
  note: 'SELECT id, title, NULL AS sourceId, NULL AS aside, updated_at AS at FROM note AS thing WHERE deleted_at IS NULL',
  excerpt: `SELECT thing.id, substr(thing.exact, 1, 1000) AS title, thing.source_id AS sourceId, source.title AS aside,
    thing.updated_at AS at FROM live_excerpt AS thing JOIN source ON source.id = thing.source_id`,
};

function toTarget(kind: LinkKind, row: TargetRow): LinkTarget {
  return {
    kind,
    id: row.id,
    title: shorten(oneLine(row.title), TITLE_LENGTH),
    sourceId: row.sourceId,
    aside: row.aside,
  };
}

/** Null where there is no live thing of that address. */
export function findTarget(reader: Reader, { kind, id }: Address): LinkTarget | null {
  const row = reader.get<TargetRow>(`SELECT * FROM (${TARGETS[kind]}) WHERE id = ?`, id);
  return row ? toTarget(kind, row) : null;
}

/** Also where it is gone: its words then stand for nothing. */
export function describeLink(reader: Reader, address: Address): LinkedThing {
  const target = findTarget(reader, address);
  return target
    ? { ...target, gone: false }
    : { ...address, title: '', sourceId: null, aside: null, gone: true };
}

/** Live things whose names hold all words of `text`; those that begin with it first, then the newest. */
export function findTargets(
  reader: Reader,
  text: string,
  kinds: readonly LinkKind[],
  limit: number,
): LinkTarget[] {
  const whole = foldText(oneLine(text));
  const words = whole.split(' ').filter((word) => word !== '');
  const found = kinds.flatMap((kind) => {
    const rows = reader.all<TargetRow & { at: number }>(`${TARGETS[kind]} ORDER BY at DESC`);
    return rows.flatMap((row) => {
      const name = foldText(row.title);
      return words.every((word) => name.includes(word))
        ? [{ kind, row, rank: name.startsWith(whole) ? 0 : 1 }]
        : [];
    });
  });
  return found
    .sort((a, b) => a.rank - b.rank || b.row.at - a.row.at)
    .slice(0, limit)
    .map(({ kind, row }) => toTarget(kind, row));
}

/** What holds an address, as it is written; ids are of one length, so that none is the beginning of another. */
const HOLDERS: readonly (readonly [kind: LinkKind, body: string, from: string])[] = [
  ['note', 'body', TARGETS.note.replace(', title,', ', title, body,')],
  ['excerpt', 'note', TARGETS.excerpt.replace('thing.id,', 'thing.id, thing.note,')],
  ['claim', 'note', TARGETS.claim.replace(' id,', ' id, note,')],
];

/** The last changed first. */
export function listMentions(reader: Reader, address: Address): Mention[] {
  const written = writeAddress(address);
  const found = HOLDERS.flatMap(([kind, body, from]) =>
    reader
      .all<TargetRow & { at: number; words: string; place: number }>(
        `SELECT id, title, sourceId, aside, at, instr(${body}, ?) AS place,
           substr(${body}, max(1, instr(${body}, ?) - ${3 * AROUND}), ${6 * AROUND}) AS words
         FROM (${from}) WHERE instr(${body}, ?) > 0 LIMIT ${MOST_MENTIONS}`,
        written,
        written,
        written,
      )
      .map((row) => ({
        at: row.at,
        mention: { ...toTarget(kind, row), words: wordsAround(row.words, written) },
      })),
  );
  return found.sort((a, b) => b.at - a.at).map(({ mention }) => mention);
}

/** Plain words on both sides of the link, and its own. */
function wordsAround(markdown: string, address: string): string {
  const at = markdown.indexOf(address);
  const before = plain(markdown.slice(0, at).replace(/\[([^\]\n]*)\]\($/, '$1'));
  const after = plain(markdown.slice(at + address.length).replace(/^\)/, ''));
  return oneLine(before.slice(-2 * AROUND) + after.slice(0, 2 * AROUND));
}

/** Markdown without its signs, as far as a line in a list needs it. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]\n]*)\]\([^)\s]*\)/g, '$1')
    .replace(/^#+[ \t]+|[*_`>]+/gm, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
