/**
 * Takes out of the change log what it has of things that are gone: their words, and the steps of undo that would
 * bring them back. Rows stay, since whoever follows the log counts them.
 */
import type { Reader, Writer } from './connection.ts';
import type { Patch } from './edit.ts';
import { checkPatches } from './patch-guard.ts';

interface ChangeRow {
  seq: number;
  patches: string;
}

/** Rows are read so many at a time: a patch may hold a note of megabytes, twice. */
const BATCH = 200;

export function forgetChanges(writer: Writer, gone: ReadonlySet<string>): void {
  let last = 0;
  for (let rows = nextRows(writer, last); rows.length > 0; rows = nextRows(writer, last)) {
    for (const { seq, patches } of rows) {
      forgetIn(writer, seq, checkPatches(JSON.parse(patches)), gone);
      last = seq;
    }
  }
}

function nextRows(reader: Reader, after: number): ChangeRow[] {
  return reader.all<ChangeRow>(
    "SELECT seq, patches FROM change WHERE seq > ? AND patches <> '[]' ORDER BY seq LIMIT ?",
    after,
    BATCH,
  );
}

function forgetIn(writer: Writer, seq: number, patches: readonly Patch[], gone: ReadonlySet<string>): void {
  const kept = patches.flatMap((patch) => keep(patch, gone));
  const isSame = kept.length === patches.length && kept.every((patch, at) => patch === patches[at]);
  if (isSame) return;
  if (!kept.every(isStamp)) {
    // What it was called may be the name of what is gone.
    writer.run("UPDATE change SET patches = ?, subject = '' WHERE seq = ?", JSON.stringify(kept), seq);
  } else {
    writer.run(
      `UPDATE change SET patches = '[]', subject = '',
         state = CASE WHEN state = 'step' THEN state ELSE 'dropped' END
       WHERE seq = ?`,
      seq,
    );
  }
}

/** Only dates a thing whose change is gone: undoing that is nothing to be seen. */
function isStamp(patch: Patch): boolean {
  return patch.do === 'set' && Object.keys(patch.before).every((column) => column === 'updated_at');
}

/** The patch as it is, without what names a thing that is gone, or nothing. */
function keep(patch: Patch, gone: ReadonlySet<string>): readonly Patch[] {
  switch (patch.do) {
    // Without it what other parts of that change did could not be undone.
    case 'also':
      return [patch];
    case 'tag':
      return gone.has(patch.owner) || gone.has(patch.tag) ? [] : [patch];
    case 'verdict':
      return gone.has(patch.claim) ? [] : [patch];
    case 'set': {
      if (gone.has(patch.id)) return [];
      const { before, after } = patch;
      // A source that was a translation of one that is gone: it cannot be made so again.
      const columns = Object.keys(before).filter(
        (column) => !gone.has(String(before[column])) && !gone.has(String(after[column])),
      );
      if (columns.length === Object.keys(before).length) return [patch];
      const pick = (cells: typeof before): typeof before =>
        Object.fromEntries(columns.map((column) => [column, cells[column] ?? null]));
      return columns.length === 0 ? [] : [{ ...patch, before: pick(before), after: pick(after) }];
    }
  }
}
