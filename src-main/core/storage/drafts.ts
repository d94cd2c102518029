/** What is being written and is not saved yet: it survives a crash, and is no step of undo. */
import * as v from 'valibot';
import { DRAFT, type Draft } from '../../common/contract/notes.ts';
import { isoTime } from './columns.ts';
import type { Reader } from './connection.ts';
import type { Edit } from './edit.ts';

interface DraftRow {
  key: string;
  value: string;
  at: number;
}

/** A notebook may come from anyone: what is no draft is passed over. */
export function listDrafts(reader: Reader): Draft[] {
  return reader.all<DraftRow>('SELECT key, value, at FROM draft ORDER BY at, key').flatMap((row) => {
    const read = v.safeParse(DRAFT.entries.value, JSON.parse(row.value));
    return read.success ? [{ key: row.key, value: read.output, at: isoTime(row.at) }] : [];
  });
}

export function keepDraft(edit: Edit, key: string, value: Draft['value'] | null): void {
  if (value === null) edit.writer.run('DELETE FROM draft WHERE key = ?', key);
  else {
    edit.writer.run(
      `INSERT INTO draft (key, value, at) VALUES (?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at`,
      key,
      JSON.stringify(value),
      edit.now,
    );
  }
}
