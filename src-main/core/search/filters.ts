/** Which documents a question is about: kind, tag, status, language. */
import type { SearchInput } from '../ports.ts';
import type { Reader } from '../storage/connection.ts';
import { tagKey } from '../storage/tags.ts';
import type { Entry } from './documents.ts';

/** A tag on a source covers its passages and excerpts. */
const TAGGED = `SELECT owner_id AS id FROM (
    SELECT owner_id, tag_id FROM source_tag UNION ALL SELECT owner_id, tag_id FROM excerpt_tag
    UNION ALL SELECT owner_id, tag_id FROM claim_tag UNION ALL SELECT owner_id, tag_id FROM note_tag
  ) JOIN tag ON tag.id = tag_id WHERE tag.deleted_at IS NULL AND tag.name_key = ?`;
const WITH_STATUS = 'SELECT claim_id AS id FROM claim_status WHERE status = ?';

/** Only claims have a status: asking for one leaves the others out. Null where the question is about all. */
export function makeFilter(reader: Reader, input: SearchInput): ((entry: Entry) => boolean) | null {
  const tests: ((entry: Entry) => boolean)[] = [];
  const { in: kinds, tag, status, language } = input;
  if (kinds && kinds.length > 0) tests.push(({ kind }) => kinds.includes(kind));
  if (language !== undefined) {
    const wanted = language.toLowerCase();
    tests.push((entry) => entry.language?.toLowerCase() === wanted);
  }
  if (tag !== undefined) {
    const tagged = idsOf(reader, TAGGED, tagKey(tag));
    tests.push(({ id, sourceId }) => tagged.has(id) || (sourceId !== null && tagged.has(sourceId)));
  }
  if (status !== undefined) {
    const claims = idsOf(reader, WITH_STATUS, status);
    tests.push(({ kind, id }) => kind === 'claim' && claims.has(id));
  }
  return tests.length === 0 ? null : (entry) => tests.every((test) => test(entry));
}

function idsOf(reader: Reader, sql: string, value: string): ReadonlySet<string> {
  return new Set(reader.all<{ id: string }>(sql, value).map(({ id }) => id));
}
