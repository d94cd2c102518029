/**
 * What filters and facets ask of rows and the index does not hold: outlets, dates, tags and statuses. Read once for
 * all, and again when the notebook has changed.
 */
import type { Status } from '../../../common/contract/entities.ts';
import { foldText } from '../../../common/language/folding.ts';
import { newestChange } from '../../storage/search-store.ts';
import { TagTree, type TagNode } from '../../storage/tag-tree.ts';
import type { Reader } from '../../storage/connection.ts';
import type { Part } from '../index/postings.ts';
import type { Group } from '../index/segment-layout.ts';
import { NONE, Values } from './values.ts';

export interface SourceFacts {
  /** Its number in `sites`, or `NONE`. */
  readonly site: number;
  /** A year, month or day. */
  readonly published: string | null;
  /** Its number in `years`, or `NONE`. */
  readonly year: number;
  readonly tags: readonly number[];
}

const NO_TAGS: readonly number[] = [];
const NO_SOURCE: SourceFacts = { site: NONE, published: null, year: NONE, tags: NO_TAGS };

interface SourceRow {
  id: string;
  site: string | null;
  published: string | null;
  language: string | null;
}

interface OwnerRow {
  owner: string;
  tag: string;
}

const SOURCES = 'SELECT id, site, published_at AS published, language FROM live_source';
const SOURCE_TAGS = 'SELECT owner_id AS owner, tag_id AS tag FROM source_tag';
const ownTags = (where = ''): string => `SELECT owner_id AS owner, tag_id AS tag FROM excerpt_tag ${where}
  UNION ALL SELECT owner_id, tag_id FROM claim_tag ${where}
  UNION ALL SELECT owner_id, tag_id FROM note_tag ${where}`;
const OWN_TAGS = ownTags();
const OWN_TAGS_OF = ownTags('WHERE owner_id IN (SELECT value FROM json_each(?))');
const MEMBERS = `SELECT source_id AS id FROM collection_source JOIN collection ON collection.id = collection_id
  WHERE collection_id = ? AND collection_source.deleted_at IS NULL AND collection.deleted_at IS NULL`;
const STATUSES = `SELECT claim_id AS id, status FROM claim_status WHERE status <> 'unreviewed'`;
/** By the verdicts' own index: the view would be made for all claims. */
const STATUSES_OF = `SELECT wanted.value AS id, (SELECT status FROM verdict WHERE claim_id = wanted.value
  ORDER BY seq DESC LIMIT 1) AS status FROM json_each(?) AS wanted`;

/** A full time is cut to its day. */
const SHORT_DATE = /^\d{4}(?!\d)(?:-\d{2}){0,2}/;

/** What all documents of one group of the index have from their source; of claims and notes only the language. */
export interface Origin {
  readonly source: SourceFacts;
  /** Its number in `languages`, or `NONE`. */
  readonly language: number;
}

export const NO_ORIGIN: Origin = { source: NO_SOURCE, language: NONE };

interface Library {
  readonly sources: ReadonlyMap<string, SourceFacts>;
  readonly sites: Values;
  readonly years: Values;
  /** Of sources; what claims and notes are written in is added when it is met. */
  readonly languages: Values;
}

/** Nothing is read before it is asked for. */
export class Facts {
  #library: Library | null = null;
  #tagTree: TagTree | null = null;
  readonly #origins = new WeakMap<Part, readonly Origin[]>();
  #ownTags: Map<string, readonly number[]> | null = null;
  #statuses: Map<string, Status> | null = null;

  /** @param exactTags what carries a tag does not carry those above it */
  constructor(
    readonly reader: Reader,
    readonly exactTags = false,
  ) {}

  get library(): Library {
    return (this.#library ??= this.#readLibrary());
  }

  /** Of each group of that part; queries that follow each other ask for the same. */
  origins(part: Part): readonly Origin[] {
    let origins = this.#origins.get(part);
    // What is not in a segment yet may have grown.
    if (origins?.length !== part.groups.length) {
      origins = part.groups.map((group) => this.#origin(group));
      this.#origins.set(part, origins);
    }
    return origins;
  }

  #origin([, sourceId = null, language = null]: Group): Origin {
    const { sources, languages } = this.library;
    return {
      source: (sourceId === null ? undefined : sources.get(sourceId)) ?? NO_SOURCE,
      language: language === null ? NONE : languages.number(language),
    };
  }

  /** The tags that an excerpt, claim or note carries itself. */
  ownTags(id: string): readonly number[] {
    this.#ownTags ??= this.#readTags(OWN_TAGS);
    return this.#ownTags.get(id) ?? NO_TAGS;
  }

  status(claim: string): Status {
    this.#statuses ??= new Map(
      this.reader.all<{ id: string; status: Status }>(STATUSES).map(({ id, status }) => [id, status]),
    );
    return this.#statuses.get(claim) ?? 'unreviewed';
  }

  /** What was read of these excerpts, claims and notes is read anew; of the rest it stays. */
  renew(ids: readonly string[]): void {
    const given = JSON.stringify(ids);
    if (this.#ownTags) {
      for (const id of ids) this.#ownTags.delete(id);
      for (const [id, tags] of this.#readTags(OWN_TAGS_OF, given, given, given)) this.#ownTags.set(id, tags);
    }
    if (!this.#statuses) return;
    const rows = this.reader.all<{ id: string; status: Status | null }>(STATUSES_OF, given);
    for (const { id, status } of rows) this.#statuses.set(id, status ?? 'unreviewed');
  }

  /** The live sources of a collection; none where there is no such one. */
  membersOf(collection: string): ReadonlySet<SourceFacts> {
    const { sources } = this.library;
    const rows = this.reader.all<{ id: string }>(MEMBERS, collection);
    return new Set(rows.flatMap(({ id }) => sources.get(id) ?? []));
  }

  /** Live tags; positions in it are their numbers. */
  get tags(): readonly TagNode[] {
    return this.#tree.nodes;
  }

  get #tree(): TagTree {
    return (this.#tagTree ??= TagTree.read(this.reader));
  }

  #readLibrary(): Library {
    const sites = new Values((site) => foldText(site).trim());
    const years = new Values((year) => year);
    const languages = new Values((language) => language.toLowerCase());
    const sources = new Map<string, SourceFacts>();
    const tags = this.#readTags(SOURCE_TAGS);
    for (const { id, site, published, language } of this.reader.all<SourceRow>(SOURCES)) {
      if (language !== null) languages.count(language);
      const date = SHORT_DATE.exec(published ?? '')?.[0] ?? null;
      sources.set(id, {
        site: site === null ? NONE : sites.count(site),
        published: date,
        year: date === null ? NONE : years.count(date.slice(0, 4)),
        tags: tags.get(id) ?? NO_TAGS,
      });
    }
    return { sources, sites, years, languages };
  }

  #readTags(sql: string, ...values: readonly string[]): Map<string, readonly number[]> {
    const carried = this.#carriedWith();
    const found = new Map<string, number[]>();
    for (const { owner, tag } of this.reader.all<OwnerRow>(sql, ...values)) {
      const numbers = carried.get(tag) ?? NO_TAGS;
      const known = found.get(owner);
      if (!known) found.set(owner, [...numbers]);
      else for (const number of numbers) if (!known.includes(number)) known.push(number);
    }
    return found;
  }

  /** By a tag's id the numbers of what carries it: its own and those above it. */
  #carriedWith(): ReadonlyMap<string, readonly number[]> {
    const numbers = new Map(this.tags.map(({ id }, at) => [id, at]));
    return new Map(
      this.tags.map(({ id }) => {
        const line = this.exactTags ? [{ id }] : this.#tree.lineOf(id);
        return [id, line.flatMap((each) => numbers.get(each.id) ?? [])];
      }),
    );
  }
}

const TOUCHED = `SELECT each.value ->> 'kind' AS kind, each.value ->> 'id' AS id FROM change, json_each(touched) AS each
  WHERE seq > ? LIMIT ?`;
/** Past so many things it is quicker to read all of it anew. */
const MOST_TOUCHED = 1000;

/** Facts as long as they are true. */
export class KnownFacts {
  #known: { readonly facts: Facts; readonly seq: number } | null = null;

  /** What facts are made of changes only with what the change log tells. */
  at(reader: Reader, exactTags = false): Facts {
    const seq = newestChange(reader);
    const known = this.#known;
    if (known?.facts.exactTags !== exactTags || (known.seq !== seq && !catchUp(known.facts, known.seq, seq)))
      this.#known = { facts: new Facts(reader, exactTags), seq };
    else this.#known = { ...known, seq };
    return this.#known.facts;
  }

  forget(): void {
    this.#known = null;
  }
}

/** @returns whether the facts are true now; a source or a tag that changed bears on too many of them */
function catchUp(facts: Facts, from: number, to: number): boolean {
  // Another notebook may stand in its place.
  if (to < from) return false;
  const touched = facts.reader.all<{ kind: string; id: string }>(TOUCHED, from, MOST_TOUCHED);
  if (touched.length === MOST_TOUCHED) return false;
  if (touched.some(({ kind }) => kind === 'source' || kind === 'tag')) return false;
  facts.renew(touched.map(({ id }) => id));
  return true;
}
