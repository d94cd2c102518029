/** Whether a notebook is what it says: SQLite's own checks, then ours. Reads everything, changes nothing. */
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { layoutText } from '../../common/document/canonical.ts';
import { readBlob } from '../storage/blobs.ts';
import type { Notebook, Reader } from '../storage/connection.ts';
import { readVersion } from '../storage/sources.ts';

export interface Problem {
  readonly code: 'integrity' | 'foreign-key' | 'blob' | 'text' | 'anchor' | 'passage';
  readonly message: string;
  readonly repaired: boolean;
}

/** @returns every problem found, the worst first */
export function checkNotebook(notebook: Notebook): Problem[] {
  const { reader } = notebook;
  return [
    ...checkIntegrity(reader),
    ...checkForeignKeys(reader),
    ...checkBlobs(reader),
    ...checkVersions(reader),
    ...checkAnchors(reader),
  ];
}

function problem(code: Problem['code'], message: string): Problem {
  return { code, message, repaired: false };
}

function checkIntegrity(reader: Reader): Problem[] {
  const rows = reader.all<{ integrity_check: string }>('PRAGMA integrity_check');
  return rows
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => problem('integrity', row.integrity_check));
}

function checkForeignKeys(reader: Reader): Problem[] {
  const rows = reader.all<{ table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check');
  return rows.map((row) =>
    problem('foreign-key', `${row.table} row ${row.rowid} refers to a ${row.parent} that is not there`),
  );
}

function checkBlobs(reader: Reader): Problem[] {
  return reader.all<{ sha256: string }>('SELECT sha256 FROM blob').flatMap(({ sha256 }) => {
    try {
      readBlob(reader, sha256);
      return [];
    } catch (error) {
      if (!(error instanceof DossierError)) throw error;
      return [problem('blob', `original ${sha256} is not the bytes that were stored`)];
    }
  });
}

/** The text is derived from the tree, and passages lie within it. */
function checkVersions(reader: Reader): Problem[] {
  const versions = reader.all<{ id: VersionId; source_id: SourceId }>('SELECT id, source_id FROM version');
  return versions.flatMap(({ id, source_id }) => {
    const { text, tree } = readVersion(reader, source_id, id);
    const problems: Problem[] = [];
    if (layoutText(tree).text !== text) {
      problems.push(problem('text', `the text of version ${id} is not that of its tree`));
    }
    const outside = reader.get<{ count: number }>(
      'SELECT count(*) AS count FROM passage WHERE version_id = ? AND end_offset > ?',
      id,
      text.length,
    );
    if (outside && outside.count > 0) {
      problems.push(problem('passage', `${outside.count} passages of version ${id} end after its text`));
    }
    return problems;
  });
}

/** An anchored excerpt stands where it says. */
function checkAnchors(reader: Reader): Problem[] {
  const rows = reader.iterate<{ id: string; exact: string; start: number; end: number; text: string }>(
    `SELECT excerpt.id, exact, start_offset AS start, end_offset AS end, text
     FROM excerpt JOIN version ON version.id = excerpt.version_id WHERE anchor <> 'orphan'`,
  );
  const problems: Problem[] = [];
  for (const { id, exact, start, end, text } of rows) {
    if (text.slice(start, end) !== exact) {
      problems.push(problem('anchor', `excerpt ${id} does not stand where it says`));
    }
  }
  return problems;
}
