/** What a row of the ledger shows and the memory of it does not hold. */
import type { Status, Verdict } from '../../common/contract/entities.ts';
import { WITH_MOMENT } from './claims.ts';
import { isoTime } from './columns.ts';
import type { Reader } from './connection.ts';

/** In UTF-16 code units: two lines of a row, and some more. */
const SHOWN_REASON = 400;

/** Of the claims of one page, whose ids are the second value, as JSON; the first is the moment, in milliseconds. */
export const LAST_VERDICTS = `${WITH_MOMENT} SELECT wanted.value AS claim, verdict.status, verdict.at, verdict.author,
    substr(verdict.reason, 1, ${SHOWN_REASON}) AS reason
  FROM json_each(?) AS wanted CROSS JOIN verdict ON verdict.seq = (
    SELECT seq FROM verdict AS last WHERE last.claim_id = wanted.value AND last.at <= (SELECT at FROM moment) ORDER BY seq DESC LIMIT 1)`;

interface VerdictRow {
  claim: string;
  status: Status;
  at: number;
  author: string | null;
  reason: string;
}

/** By claim; reasons are cut. */
export function readLastVerdicts(
  reader: Reader,
  ids: readonly string[],
  moment: number,
): ReadonlyMap<string, Verdict> {
  const rows = reader.all<VerdictRow>(LAST_VERDICTS, moment, JSON.stringify(ids));
  return new Map(
    rows.map(({ claim, status, at, author, reason }) => [
      claim,
      { status, at: isoTime(at), reason, ...(author === null ? {} : { by: author }) },
    ]),
  );
}

const TAG_NAMES = `SELECT id, name FROM tag
  WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY name_key`;

/** Names of live tags, by their ids and in the order of names. */
export function readTagNames(reader: Reader, ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  const rows = reader.all<{ id: string; name: string }>(TAG_NAMES, JSON.stringify([...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
