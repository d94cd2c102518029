/** What a text of the user's was before, read from the change log: it is the only place that remembers. */
import type { PastNote } from '../../common/contract/entities.ts';
import { isoTime } from './columns.ts';
import type { Reader } from './connection.ts';
import { checkPatches } from './patch-guard.ts';

export interface TextPlace {
  readonly table: 'excerpt' | 'claim' | 'note';
  readonly id: string;
  readonly column: 'note' | 'body';
  /** When the thing was made, in milliseconds: no earlier change is looked at. */
  readonly since: number;
  /** What it says now, which is not past. */
  readonly current: string;
}

/** Texts, and UTF-16 units of them together: a note of a megabyte may have been written often. */
const MOST_TEXTS = 100;
const MOST_UNITS = 4_000_000;

interface Step {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** Each text once, the newest first; also what was undone, since it may be what is looked for. Empty ones say nothing. */
export function listPastTexts(reader: Reader, place: TextPlace): readonly PastNote[] {
  const found = new Map<string, PastNote>();
  let from = place.since;
  for (const { at, before, after } of readSteps(reader, place)) {
    found.delete(before);
    found.set(before, { note: before, from: isoTime(from), until: isoTime(at) });
    found.delete(after);
    found.set(after, { note: after, from: isoTime(at), until: isoTime(at) });
    from = at;
  }
  return limit([...found.values()].filter(({ note }) => note !== '' && note !== place.current).reverse());
}

function* readSteps(reader: Reader, { table, id, column, since }: TextPlace): Generator<Step> {
  const rows = reader.all<{ at: number; patches: string }>(
    'SELECT at, patches FROM change WHERE at >= ? AND instr(touched, ?) > 0 AND instr(patches, ?) > 0 ORDER BY seq',
    since,
    JSON.stringify(id),
    JSON.stringify(column),
  );
  for (const { at, patches } of rows) {
    for (const patch of checkPatches(JSON.parse(patches))) {
      if (patch.do !== 'set' || patch.table !== table || patch.id !== id) continue;
      const [before, after] = [patch.before[column], patch.after[column]];
      if (typeof before === 'string' && typeof after === 'string') yield { at, before, after };
    }
  }
}

function limit(texts: readonly PastNote[]): readonly PastNote[] {
  let units = 0;
  const kept = texts.slice(0, MOST_TEXTS);
  const cut = kept.findIndex(({ note }) => (units += note.length) > MOST_UNITS);
  return cut < 0 ? kept : kept.slice(0, Math.max(1, cut));
}
