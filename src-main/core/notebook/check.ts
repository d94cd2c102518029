/** Whether a notebook is what it says: SQLite's own checks, then ours. Reads everything, changes nothing. */
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { layoutText } from '../../common/document/canonical.ts';
import type { Fault, FaultDetails, FaultName } from '../../common/contract/faults.ts';
import { describeFault } from '../../common/messages/problems.ts';
import { imagesOf, type Root } from '../../common/document/tree.ts';
import { readBlob } from '../storage/blobs.ts';
import type { Notebook, Reader } from '../storage/connection.ts';
import { listImages } from '../storage/images.ts';
import { asDossierError } from '../storage/sqlite-errors.ts';
import { readVersion } from '../storage/sources.ts';

export interface Problem {
  readonly code: 'integrity' | 'foreign-key' | 'blob' | 'text' | 'anchor' | 'passage' | 'index';
  readonly fault: FaultName;
  readonly details: FaultDetails;
  /** In English; the user's language is a matter of whoever shows it. */
  readonly message: string;
  readonly repaired: boolean;
}

const CHECKS: readonly (readonly [part: string, check: (reader: Reader) => Problem[]])[] = [
  ['pages', checkIntegrity],
  ['references', checkForeignKeys],
  ['originals', checkBlobs],
  ['texts', checkVersions],
  ['highlights', checkAnchors],
];

/** @returns every problem found, the worst first; what a damaged page hides is one of them, not the end */
export function checkNotebook(notebook: Notebook): Problem[] {
  return CHECKS.flatMap(([part, check]) => {
    try {
      return check(notebook.reader);
    } catch (error) {
      return [unreadable(error, notebook.path, part)];
    }
  });
}

/** @throws the error again where it is no damage */
function unreadable(error: unknown, path: string, part: string): Problem {
  const known = asDossierError(error, path);
  if (!(known instanceof DossierError) || known.code !== 'notebook-damaged') throw error;
  const reason = known.cause instanceof Error ? known.cause.message : known.code;
  return problem('integrity', 'unreadable', { part, reason });
}

export function toProblem(code: Problem['code'], fault: Fault): Problem {
  return { code, ...fault, message: describeFault(fault, 'en'), repaired: false };
}

const problem = (code: Problem['code'], fault: FaultName, details: FaultDetails): Problem =>
  toProblem(code, { fault, details });

function checkIntegrity(reader: Reader): Problem[] {
  const rows = reader.all<{ integrity_check: string }>('PRAGMA integrity_check');
  return rows
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => problem('integrity', 'pages', { text: row.integrity_check }));
}

/** Row numbers say nothing to a person, and some tables have none: the rows of a table are counted. */
function checkForeignKeys(reader: Reader): Problem[] {
  const rows = reader.all<{ table: string; parent: string }>('PRAGMA foreign_key_check');
  const groups = Map.groupBy(rows, ({ table, parent }) => `${table} → ${parent}`);
  return [...groups].map(([reference, { length }]) =>
    problem('foreign-key', 'references', { reference, count: length }),
  );
}

function checkBlobs(reader: Reader): Problem[] {
  return reader.all<{ sha256: string }>('SELECT sha256 FROM blob').flatMap(({ sha256 }) => {
    try {
      readBlob(reader, sha256);
      return [];
    } catch (error) {
      if (!(error instanceof DossierError)) throw error;
      return [problem('blob', 'original-changed', { sha256 })];
    }
  });
}

function checkVersions(reader: Reader): Problem[] {
  const versions = reader.all<{ id: VersionId; source_id: SourceId }>('SELECT id, source_id FROM version');
  return versions.flatMap(({ id, source_id }) => {
    const { text, tree } = readVersion(reader, source_id, id);
    const problems = [...checkPassages(reader, id, text.length), ...checkImages(reader, id, tree)];
    if (layoutText(tree).text === text) return problems;
    return [problem('text', 'text-changed', { version: id }), ...problems];
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
    ...(count === 0 || last !== count - 1 ? [problem('passage', 'passages-missing', { version })] : []),
    ...(outside > 0 ? [problem('passage', 'passages-outside', { version, count: outside })] : []),
  ];
}

/** What the tree shows is stored, and known to be in use; that its bytes are those that were stored is looked at with all. */
function checkImages(reader: Reader, version: VersionId, tree: Root): Problem[] {
  const kept = listImages(reader, version);
  const lost = [...imagesOf(tree)].filter((sha256) => !kept.has(sha256)).length;
  return lost === 0 ? [] : [problem('blob', 'pictures-missing', { version, count: lost })];
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
      problems.push(problem('anchor', 'highlight-elsewhere', { excerpt: id }));
    }
  }
  return problems;
}
