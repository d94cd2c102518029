/** Writes the stored index: gives up what is gone, takes in what is new, in the transaction that it is given. */
import type { Writer } from '../../storage/connection.ts';
import {
  addPlace,
  addSegment,
  addToHead,
  clearHead,
  HEAD,
  listSegments,
  listSlots,
  type Place,
  readHead,
  readStamps,
  readTombstones,
  removeFromHead,
  removePlaces,
  removeSegments,
  writeIndexState,
  writeTombstones,
} from '../../storage/search-store.ts';
import { keyOf, type Plan } from './feed.ts';
import { INDEX_VERSION, readHeadDocument, writeHeadDocument } from './format.ts';
import { analyseDocument, type AnalysedDocument } from '../index/postings.ts';
import type { NewSegment } from '../index/document-columns.ts';
import { encodeDocuments } from '../index/segment-writer.ts';
import { bury } from '../index/tombstones.ts';

/** A full head becomes a segment: making one takes some milliseconds, looking through more than that many too. */
const HEAD_SIZE = 256;
/** As many at once are a segment of their own: an article is written as it will be read. */
const OWN_SEGMENT = 32;

export type Stamps = ReadonlyMap<string, string>;

/** Analyses and writes all of a small plan. */
export function writePlan(writer: Writer, plan: Plan): void {
  const documents = plan.things.flatMap((thing) => thing.documents());
  const stamps = new Map(plan.things.map(({ key, stamp }) => [key, stamp]));
  giveUp(writer, plan.gone);
  takeIn(writer, documents.map(analyseDocument), stamps);
  writeIndexState(writer, { version: INDEX_VERSION, seq: plan.seq });
}

export function giveUp(writer: Writer, places: readonly Place[]): void {
  for (const [segment, all] of Map.groupBy(places, (place) => place.segment)) {
    if (segment === HEAD) for (const { first } of all) removeFromHead(writer, first);
    else buryIn(writer, segment, all);
  }
  for (const key of new Set(places.map((place) => place.key))) removePlaces(writer, key);
}

function buryIn(writer: Writer, segment: number, places: readonly Place[]): void {
  const row = listSegments(writer).find(({ id }) => id === segment);
  if (!row) return;
  const tombstones = readTombstones(writer, segment);
  const buried = places.reduce((sum, { first, count }) => sum + bury(tombstones, first, count), 0);
  if (row.removed + buried >= row.documents) removeSegments(writer, [segment]);
  else writeTombstones(writer, segment, tombstones, row.removed + buried);
}

function takeIn(writer: Writer, documents: readonly AnalysedDocument[], stamps: Stamps): void {
  if (documents.length >= OWN_SEGMENT) {
    for (const segment of encodeDocuments(documents)) writeSegment(writer, segment, stamps);
    return;
  }
  for (const document of documents) {
    const key = keyOf(document.entry);
    const first = addToHead(writer, writeHeadDocument(document));
    addPlace(writer, { key, segment: HEAD, first, count: 1, stamp: stamps.get(key) ?? '' });
  }
  if (documents.length > 0 && listSlots(writer).length >= HEAD_SIZE) flushHead(writer);
}

function flushHead(writer: Writer): void {
  const stamps = readStamps(writer, [HEAD]);
  const documents = readHead(writer, 0).map(({ document }) => readHeadDocument(document));
  clearHead(writer);
  for (const segment of encodeDocuments(documents)) writeSegment(writer, segment, stamps);
}

/** Documents of one key stand side by side, since they are sorted by id. @returns the segment's id */
export function writeSegment(writer: Writer, { bytes, entries }: NewSegment, stamps: Stamps): number {
  const segment = addSegment(writer, entries.length, bytes);
  let first = 0;
  entries.forEach((entry, at) => {
    const key = keyOf(entry);
    const next = entries[at + 1];
    if (next && keyOf(next) === key) return;
    addPlace(writer, { key, segment, first, count: at + 1 - first, stamp: stamps.get(key) ?? '' });
    first = at + 1;
  });
  return segment;
}
