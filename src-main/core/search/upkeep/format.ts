/** What the stored index is written in. */
import * as v from 'valibot';
import { IndexDamage } from '../index/damage.ts';
import type { AnalysedDocument } from '../index/postings.ts';

/**
 * To be raised with every change of the analysis or of the bytes: an index of another version is not read but made
 * anew. A test holds it against what the analysis gives.
 */
export const INDEX_VERSION = 2;

const TEXT_OR_NULL = v.nullable(v.string());
const PLACE = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));

const ANALYSED = v.object({
  entry: v.object({
    kind: v.picklist(['passage', 'excerpt', 'claim', 'note']),
    id: v.string(),
    sourceId: TEXT_OR_NULL,
    versionId: TEXT_OR_NULL,
    start: PLACE,
    end: PLACE,
    language: TEXT_OR_NULL,
  }),
  fields: v.array(
    v.object({
      field: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
      terms: v.array(v.string()),
      counts: v.array(v.number()),
    }),
  ),
});

export function writeHeadDocument(document: AnalysedDocument): string {
  return JSON.stringify(document);
}

const STORED = v.pipe(v.string(), v.parseJson(), ANALYSED);

/** @throws IndexDamage where it is none */
export function readHeadDocument(json: string): AnalysedDocument {
  const checked = v.safeParse(STORED, json);
  if (!checked.success) throw new IndexDamage('not a document of the head');
  return checked.output;
}
