/** Looks into a notebook file as any SQLite client would. */
import Database from 'better-sqlite3';

export interface NotebookRows {
  readonly sources: readonly string[];
  readonly excerpts: readonly { exact: string; color: string; note: string; anchor: string }[];
  readonly tagged: readonly { exact: string; tag: string }[];
  readonly evidence: readonly { statement: string; exact: string; stance: string; origin: string }[];
  readonly verdicts: readonly { statement: string; status: string; reason: string }[];
}

export function readRows(path: string): NotebookRows {
  const database = new Database(path, { readonly: true });
  try {
    const all = <Row>(sql: string): Row[] => database.prepare(sql).all() as Row[];
    return {
      sources: all<{ title: string }>('SELECT title FROM live_source ORDER BY added_at').map(
        ({ title }) => title,
      ),
      excerpts: all('SELECT exact, color, note, anchor FROM live_excerpt ORDER BY start_offset'),
      tagged: all(
        `SELECT exact, tag.name AS tag FROM excerpt_tag JOIN live_excerpt ON live_excerpt.id = owner_id
         JOIN tag ON tag.id = tag_id ORDER BY start_offset, tag.name_key`,
      ),
      evidence: all(
        `SELECT statement, exact, stance, origin FROM live_evidence JOIN claim ON claim.id = claim_id
         JOIN excerpt ON excerpt.id = excerpt_id ORDER BY live_evidence.created_at`,
      ),
      verdicts: all(
        'SELECT statement, status, reason FROM verdict JOIN claim ON claim.id = claim_id ORDER BY seq',
      ),
    };
  } finally {
    database.close();
  }
}
