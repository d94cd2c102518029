/** Whether a notebook is what it says: SQLite's own checks, then ours. Reads everything, changes nothing. */
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { layoutText } from '../../common/document/canonical.ts';
import { imagesOf, type Root } from '../../common/document/tree.ts';
import { readBlob } from '../storage/blobs.ts';
import type { Notebook, Reader } from '../storage/connection.ts';
import { listImages } from '../storage/images.ts';
import { asDossierError } from '../storage/sqlite-errors.ts';
import { readVersion } from '../storage/sources.ts';

export interface Problem {
  readonly code: 'integrity' | 'foreign-key' | 'blob' | 'text' | 'anchor' | 'passage' | 'index';
  readonly message: string;
  readonly repaired: boolean;
}

const CHECKS: readonly (readonly [what: string, check: (reader: Reader) => Problem[]])[] = [
  ['the pages', checkIntegrity],
  ['the references', checkForeignKeys],
  ['the originals', checkBlobs],
  ['the texts', checkVersions],
  ['the highlights', checkAnchors],
];

/** @returns every problem found, the worst first; what a damaged page hides is one of them, not the end */
export function checkNotebook(notebook: Notebook): Problem[] {
  return CHECKS.flatMap(([what, check]) => {
    try {
      return check(notebook.reader);
    } catch (error) {
      return [unreadable(error, notebook.path, what)];
    }
  });
}

/** @throws the error again where it is no damage */
function unreadable(error: unknown, path: string, what: string): Problem {
  const known = asDossierError(error, path);
  if (!(known instanceof DossierError) || known.code !== 'notebook-damaged') throw error;
  const reason = known.cause instanceof Error ? known.cause.message : known.code;
  return problem('integrity', `${what} cannot be read to the end: ${reason}`);
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

/** Row numbers say nothing to a person, and some tables have none: the rows of a table are counted. */
function checkForeignKeys(reader: Reader): Problem[] {
  const rows = reader.all<{ table: string; parent: string }>('PRAGMA foreign_key_check');
  const groups = Map.groupBy(rows, ({ table, parent }) => `${table} → ${parent}`);
  return [...groups].map(([reference, { length }]) =>
    problem('foreign-key', `${reference}: rows that refer to what is not there: ${length}`),
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

function checkVersions(reader: Reader): Problem[] {
  const versions = reader.all<{ id: VersionId; source_id: SourceId }>('SELECT id, source_id FROM version');
  return versions.flatMap(({ id, source_id }) => {
    const { text, tree } = readVersion(reader, source_id, id);
    const problems = [...checkPassages(reader, id, text.length), ...checkImages(reader, id, tree)];
    if (layoutText(tree).text === text) return problems;
    return [problem('text', `the text of version ${id} is not that of its tree`), ...problems];
  });
}

/** Passages are what search finds: numbered from 0 without a gap, within the text, at least one. */
function checkPassages(reader: Reader, version: VersionId, length: number): Problem[] {
  const found = reader.get<{ count: number; last: number | null; outside: number }>(
    `SELECT count(*) AS count, max(ordinal) AS last, count(*) FILTER (WHERE end_offset > ?) AS outside
     FROM passage WHERE version_id = ?`,
    length,
    version,
  );
  const { count = 0, last = null, outside = 0 } = found ?? {};
  return [
    ...(count === 0 || last !== count - 1
      ? [problem('passage', `passages of version ${version} are missing`)]
      : []),
    ...(outside > 0
      ? [problem('passage', `${outside} passages of version ${version} end after its text`)]
      : []),
  ];
}

/** What the tree shows is stored, and known to be in use; that its bytes are those that were stored is looked at with all. */
function checkImages(reader: Reader, version: VersionId, tree: Root): Problem[] {
  const kept = listImages(reader, version);
  const lost = [...imagesOf(tree)].filter((sha256) => !kept.has(sha256)).length;
  return lost === 0 ? [] : [problem('blob', `${lost} pictures of version ${version} are missing`)];
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
