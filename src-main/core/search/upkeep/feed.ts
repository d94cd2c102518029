/**
 * What the index has to take in and to give up: all that is live, or what changed after one change of the log. A
 * stamp of what a document was made from tells what is in the index as it is.
 */
import {
  newestChange,
  readIndexState,
  readPlaces,
  stampOf,
  type IndexState,
  type Place,
} from '../../storage/search-store.ts';
import type { Reader } from '../../storage/connection.ts';
import { Documents, type Entry, type OwnKind, type SearchDocument, type SourceRow } from '../documents.ts';
import { INDEX_VERSION } from './format.ts';

/** What is taken in and given up as one: an excerpt, claim or note, or passages of a version. */
export interface Thing {
  readonly key: string;
  readonly stamp: string;
  readonly size: number;
  documents(): readonly SearchDocument[];
}

export interface Plan {
  /** The newest change that the index holds after this. */
  readonly seq: number;
  readonly gone: readonly Place[];
  readonly things: readonly Thing[];
}

export function planSize({ things }: Plan): number {
  return things.reduce((sum, { size }) => sum + size, 0);
}

/** A version's first passage stands alone: it changes with the source's title and tags, the others never do. */
export function keyOf({ kind, id, versionId }: Entry): string {
  return kind !== 'passage' || id.endsWith('#0') ? id : (versionId ?? id);
}

const OWN_KINDS: readonly OwnKind[] = ['excerpt', 'claim', 'note'];

/** Everything that is live, bit by bit. */
export function* allThings(documents: Documents): Generator<Thing> {
  for (const source of documents.sources()) yield* passageThings(documents, source);
  for (const kind of OWN_KINDS) for (const document of documents.all(kind)) yield ownThing(document);
}

function passageThings(documents: Documents, source: SourceRow): Thing[] {
  const { versionId, title, tags, language } = source;
  const [first, ...rest] = documents.passages(source);
  if (!first) return [];
  const load = (passage: typeof first) => documents.passage(source, passage);
  const thing = {
    key: `${versionId}#0`,
    stamp: `${stampOf(language)} ${stampOf([title, tags])}`,
    size: 1,
    documents: () => [load(first)],
  };
  if (rest.length === 0) return [thing];
  const stamp = stampOf(language);
  return [thing, { key: versionId, stamp, size: rest.length, documents: () => rest.map(load) }];
}

function ownThing(document: SearchDocument): Thing {
  const { entry, texts } = document;
  return { key: entry.id, stamp: stampOf([entry, texts]), size: 1, documents: () => [document] };
}

/**
 * Null where there is no index to go on with: none, one of another version, or one that says to hold changes which are
 * yet to be made, so that it would never take them in.
 */
export function usableState(reader: Reader): IndexState | null {
  const state = readIndexState(reader);
  return state?.version === INDEX_VERSION && state.seq <= newestChange(reader) ? state : null;
}

/** @param seq the newest change that the index holds */
export function planChanges(reader: Reader, seq: number): Plan {
  const plan = new Planner(reader);
  const newest = newestChange(reader);
  if (newest > seq) {
    const touched = readTouched(reader, seq);
    for (const id of touched.source) plan.addSource(id, touched.excerpt);
    for (const kind of OWN_KINDS) for (const id of touched[kind]) plan.addOwn(kind, id);
  }
  return { seq: newest, gone: plan.gone, things: plan.things };
}

class Planner {
  readonly gone: Place[] = [];
  readonly things: Thing[] = [];
  readonly #documents: Documents;

  constructor(readonly reader: Reader) {
    this.#documents = new Documents(reader);
  }

  /** Its excerpts go with it: they are added to `excerpts` where it was not in the index as it is now. */
  addSource(id: string, excerpts: Set<string>): void {
    const source = this.#documents.source(id);
    const wanted = source ? passageThings(this.#documents, source) : [];
    const keys = new Set(wanted.map(({ key }) => key));
    const versions = this.reader.all<{ id: string }>('SELECT id FROM version WHERE source_id = ?', id);
    for (const { id: version } of versions) {
      for (const key of [`${version}#0`, version]) if (!keys.has(key)) this.#giveUp(key);
    }
    const [known] = source ? readPlaces(this.reader, `${source.versionId}#0`) : [];
    for (const thing of wanted) this.#take(thing);
    if (source && known?.stamp.startsWith(`${stampOf(source.language)} `)) return;
    const all = this.reader.all<{ id: string }>('SELECT id FROM excerpt WHERE source_id = ?', id);
    for (const { id: excerpt } of all) excerpts.add(excerpt);
  }

  addOwn(kind: OwnKind, id: string): void {
    const document = this.#documents.thing(kind, id);
    if (document) this.#take(ownThing(document));
    else this.#giveUp(id);
  }

  #take(thing: Thing): void {
    const places = readPlaces(this.reader, thing.key);
    if (places.length > 0 && places.every(({ stamp }) => stamp === thing.stamp)) return;
    this.gone.push(...places);
    this.things.push(thing);
  }

  #giveUp(key: string): void {
    this.gone.push(...readPlaces(this.reader, key));
  }
}

type Touched = Readonly<Record<'source' | OwnKind, Set<string>>>;

/** A tag with all that is below it, whose words are theirs too. */
const FAMILY = `WITH RECURSIVE family (id) AS (
  SELECT ? UNION SELECT tag.id FROM family JOIN tag ON tag.parent_id = family.id
)`;
const OWNERS = (['source', ...OWN_KINDS] as const)
  .map(
    (kind) =>
      `SELECT '${kind}' AS kind, owner_id AS id FROM ${kind}_tag WHERE tag_id IN (SELECT id FROM family)`,
  )
  .join(' UNION ALL ');

/** A tag that was renamed or moved changes all that carries it. */
function readTouched(reader: Reader, seq: number): Touched {
  const touched: Touched = {
    source: new Set(),
    excerpt: new Set(),
    claim: new Set(),
    note: new Set(),
  };
  const add = (kind: unknown, id: unknown): void => {
    if (typeof id !== 'string') return;
    if (isKind(kind)) touched[kind].add(id);
    else if (kind === 'tag')
      for (const owner of reader.all<{ kind: string; id: string }>(`${FAMILY} ${OWNERS}`, id))
        add(owner.kind, owner.id);
  };
  const rows = reader.all<{ kind: unknown; id: unknown }>(
    `SELECT DISTINCT each.value ->> 'kind' AS kind, each.value ->> 'id' AS id
     FROM change, json_each(touched) AS each WHERE seq > ?`,
    seq,
  );
  for (const { kind, id } of rows) add(kind, id);
  return touched;
}

function isKind(kind: unknown): kind is keyof Touched {
  return kind === 'source' || OWN_KINDS.some((own) => own === kind);
}

const COUNT = `SELECT
  (SELECT count(*) FROM passage) + (SELECT count(*) FROM excerpt) + (SELECT count(*) FROM claim)
  + (SELECT count(*) FROM note) AS count`;

/** About: what is in the trash is counted too. */
export function countDocuments(reader: Reader): number {
  return reader.get<{ count: number }>(COUNT)?.count ?? 0;
}
