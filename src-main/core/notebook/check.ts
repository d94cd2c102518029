/**
 * Whether a notebook is what it says: SQLite's own checks, then ours. Reads everything, changes nothing, and does so bit
 * by bit: a notebook of years takes its time, and is written in meanwhile.
 */
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { layoutText } from '../../common/document/canonical.ts';
import type { Fault, FaultDetails, FaultName } from '../../common/contract/faults.ts';
import { describeFault } from '../../common/messages/problems.ts';
import { imagesOf, type Root } from '../../common/document/tree.ts';
import { readBlob } from '../storage/blobs.ts';
import type { Reader } from '../storage/connection.ts';
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

/** Null for each step that found nothing. */
type Check = (reader: Reader) => Iterable<Problem | null>;

const CHECKS: readonly (readonly [part: string, check: Check])[] = [
  ['pages', checkIntegrity],
  ['references', checkForeignKeys],
  ['originals', checkBlobs],
  ['texts', checkVersions],
  ['highlights', checkAnchors],
];

/**
 * Yields every problem found, the worst first, and null in between; what a damaged page hides is one of them, not the end.
 * @param reader of one state of the notebook, until the end
 */
export function* checkNotebook(reader: Reader, path: string): Generator<Problem | null> {
  for (const [part, check] of CHECKS) {
    try {
      yield* check(reader);
    } catch (error) {
      yield unreadable(error, path, part);
    }
  }
}

const STEPS = `SELECT (SELECT count(*) FROM blob) + 2 * (SELECT count(*) FROM version)
  + (SELECT count(*) FROM live_source) + 2 * (SELECT count(*) FROM excerpt)
  + (SELECT count(*) FROM claim) + (SELECT count(*) FROM note) AS steps`;

/** About as many as all of it takes, what is derived included; null where that cannot even be counted. */
export function countSteps(reader: Reader): number | null {
  try {
    return reader.get<{ steps: number }>(STEPS)?.steps ?? null;
  } catch (error) {
    // The check itself says what is wrong, and how bad it is.
    if (error instanceof DossierError) return null;
    throw error;
  }
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

function* checkBlobs(reader: Reader): Generator<Problem | null> {
  for (const { sha256 } of reader.all<{ sha256: string }>('SELECT sha256 FROM blob')) {
    yield isReadable(reader, sha256) ? null : problem('blob', 'original-changed', { sha256 });
  }
}

function isReadable(reader: Reader, sha256: string): boolean {
  try {
    readBlob(reader, sha256);
    return true;
  } catch (error) {
    if (error instanceof DossierError) return false;
    throw error;
  }
}

function* checkVersions(reader: Reader): Generator<Problem | null> {
  const versions = reader.all<{ id: VersionId; source_id: SourceId }>('SELECT id, source_id FROM version');
  for (const { id, source_id } of versions) {
    const { text, tree } = readVersion(reader, source_id, id);
    yield layoutText(tree).text === text ? null : problem('text', 'text-changed', { version: id });
    yield* checkPassages(reader, id, text.length);
    yield* checkImages(reader, id, tree);
  }
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

/** An anchored excerpt stands where it says. In the order of their versions, so that each text is read once. */
function* checkAnchors(reader: Reader): Generator<Problem | null> {
  const rows = reader.iterate<{ id: string; exact: string; start: number; end: number; version: string }>(
    `SELECT id, exact, start_offset AS start, end_offset AS end, version_id AS version
     FROM excerpt WHERE anchor <> 'orphan' ORDER BY version_id`,
  );
  let read = { version: '', text: '' };
  for (const { id, exact, start, end, version } of rows) {
    if (version !== read.version) read = { version, text: textOf(reader, version) };
    yield read.text.slice(start, end) === exact
      ? null
      : problem('anchor', 'highlight-elsewhere', { excerpt: id });
  }
}

function textOf(reader: Reader, version: string): string {
  return reader.get<{ text: string }>('SELECT text FROM version WHERE id = ?', version)?.text ?? '';
}
