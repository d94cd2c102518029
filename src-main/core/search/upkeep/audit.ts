/**
 * The stored index against the rows: each live document is in it once, with the stamp and with all the words that
 * analysing the row again gives, and nothing else is. Reads and analyses everything, a thing at a time; of the index a
 * number a document is kept.
 */
import type { Fault, FaultName } from '../../../common/contract/faults.ts';
import type { Reader } from '../../storage/connection.ts';
import {
  HEAD,
  listPlaces,
  listSegments,
  newestChange,
  readHead,
  readIndexState,
  readSegment,
  readTombstones,
  type Place,
} from '../../storage/search-store.ts';
import { Documents } from '../documents.ts';
import { allThings, planChanges, type Thing } from './feed.ts';
import { fingerprintOf, fingerprintsOf } from './fingerprint.ts';
import { INDEX_VERSION, readHeadDocument } from './format.ts';
import { analyseDocument } from '../index/postings.ts';
import { Segment } from '../index/segment.ts';
import { MAX_DOCUMENTS } from '../index/document-columns.ts';
import { isGone } from '../index/tombstones.ts';

/**
 * To be called with one state of the notebook until it ends. Yields null for each document that it went through, then
 * each kind of fault once, with how often and where first; nothing for an index that is not there or of another version.
 * @throws IndexDamage where a segment or the head cannot be read at all
 */
export function* auditIndex(reader: Reader): Generator<Fault | null> {
  const state = readIndexState(reader);
  if (state?.version === INDEX_VERSION) yield* new Audit(reader, state.seq).run();
}

type Kind = Extract<FaultName, `index-${string}`> extends `index-${infer Name}` ? Name : never;

/** One part of the index as it is stored. */
interface StoredPart {
  /** By number: of a segment all, of the head by slot. */
  readonly fingerprints: ReadonlyMap<number, number>;
  isGone(document: number): boolean;
}

class Audit {
  readonly #faults = new Map<Kind, { count: number; readonly first: string }>();
  readonly #parts = new Map<number, StoredPart>();
  readonly #places: Map<string, Place[]>;
  /** Documents of each part that a place names. */
  readonly #named = new Map<number, Set<number>>();

  constructor(
    readonly reader: Reader,
    readonly seq: number,
  ) {
    this.#places = Map.groupBy(listPlaces(reader), ({ key }) => key);
  }

  *run(): Generator<Fault | null> {
    if (this.seq > newestChange(this.reader)) this.#tell('ahead', String(this.seq));
    yield* this.#readParts();
    for (const places of this.#places.values()) for (const place of places) this.#name(place);
    // What the index has not taken in yet is no fault: it knows that it is behind.
    const pending = planChanges(this.reader, this.seq);
    const awaited = new Set(pending.things.map(({ key }) => key));
    for (const thing of allThings(new Documents(this.reader))) {
      if (!awaited.has(thing.key)) this.#compare(thing, this.#places.get(thing.key) ?? []);
      this.#places.delete(thing.key);
      yield null;
    }
    for (const { key } of pending.gone) this.#places.delete(key);
    for (const key of this.#places.keys()) this.#tell('dead', key);
    this.#findUnnamed();
    for (const [kind, details] of this.#faults) yield { fault: `index-${kind}`, details };
  }

  #tell(kind: Kind, what: string): void {
    const known = this.#faults.get(kind);
    if (known) known.count += 1;
    else this.#faults.set(kind, { count: 1, first: what });
  }

  *#readParts(): Generator<null> {
    for (const { id, removed } of listSegments(this.reader)) {
      const segment = new Segment(readSegment(this.reader, id) ?? new Uint8Array());
      const tombstones = readTombstones(this.reader, id);
      const found = fingerprintsOf(segment);
      if (!found) this.#tell('order', String(id));
      const fingerprints = new Map<number, number>();
      let gone = 0;
      for (let document = 0; document < segment.size; document += 1) {
        fingerprints.set(document, found?.[document] ?? 0);
        if (isGone(tombstones, document)) gone += 1;
      }
      if (gone !== removed) this.#tell('count', String(id));
      this.#parts.set(id, { fingerprints, isGone: (document) => isGone(tombstones, document) });
      yield null;
    }
    const head = readHead(this.reader, 0).map(({ slot, document }): readonly [number, number] => [
      slot,
      fingerprintOf(readHeadDocument(document)),
    ]);
    this.#parts.set(HEAD, { fingerprints: new Map(head), isGone: () => false });
  }

  #name(place: Place): void {
    const named = this.#named.get(place.segment) ?? new Set();
    for (const document of documentsAt(place)) named.add(document);
    this.#named.set(place.segment, named);
  }

  #compare(thing: Thing, places: readonly Place[]): void {
    const { key, stamp, size } = thing;
    if (places.length === 0) {
      this.#tell('missing', key);
      return;
    }
    if (places.some((place) => place.stamp !== stamp)) this.#tell('stamp', key);
    const found: number[] = [];
    for (const place of places) {
      const part = this.#parts.get(place.segment);
      for (const document of documentsAt(place)) {
        if (part?.isGone(document)) this.#tell('buried', key);
        found.push(part?.fingerprints.get(document) ?? -1);
      }
    }
    if (found.length !== size || found.includes(-1)) this.#tell('double', key);
    else if (!sameNumbers(found, wordsOf(thing))) this.#tell('words', key);
  }

  /** What no place names can never be removed: it must be already. */
  #findUnnamed(): void {
    for (const [id, { fingerprints, isGone: gone }] of this.#parts) {
      const named = this.#named.get(id);
      for (const document of fingerprints.keys()) {
        if (!named?.has(document) && !gone(document)) this.#tell('unburied', `${id}/${document}`);
      }
    }
  }
}

/** One too many where there are more than any part has: whoever made the notebook may have written any number. */
function documentsAt({ first, count }: Place): number[] {
  return Array.from({ length: Math.min(count, MAX_DOCUMENTS + 1) }, (_none, at) => first + at);
}

const wordsOf = (thing: Thing): number[] =>
  thing.documents().map((document) => fingerprintOf(analyseDocument(document)));

/** In any order. */
function sameNumbers(some: readonly number[], others: readonly number[]): boolean {
  const sorted = others.toSorted((a, b) => a - b);
  return some.toSorted((a, b) => a - b).every((value, at) => value === sorted[at]);
}
