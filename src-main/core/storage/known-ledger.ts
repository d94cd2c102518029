/**
 * The live claims with all that the ledger filters, sorts and counts by, in memory for as long as they are so. Ten thousand claims
 * with their evidence are some megabytes; to count their origins anew for each question would take a tenth of a second. What
 * changed is read from the change log: after a verdict one claim is read anew. Texts that are only shown stay in the notebook.
 */
import type { ClaimId, Stance, Status } from '../../common/contract/entities.ts';
import { foldText } from '../../common/language/folding.ts';
import { type Named, originalsOf, originKey } from '../../common/origins.ts';
import type { Notebook, Reader } from './connection.ts';
import { newestChange } from './search-store.ts';

export interface LedgerEvidence {
  readonly source: string;
  readonly stance: Stance;
  /** As typed. */
  readonly origin: string;
  /** What makes two origins one. */
  readonly originKey: string;
  readonly isChanged: boolean;
  /** In milliseconds; from when on, and until when, it was evidence. */
  readonly from: number;
  readonly until: number | null;
}

export interface LedgerClaim {
  readonly id: ClaimId;
  readonly statement: string;
  /** Without case and accents. */
  readonly folded: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly recheckBy: string | null;
  readonly supersededBy: ClaimId | null;
  /** Ids, of deleted tags too. */
  readonly tags: readonly string[];
  /** The newest of its last edit and its last verdict: a verdict is a row of its own. */
  readonly activityAt: number;
  /** The oldest first. */
  readonly verdicts: readonly { readonly status: Status; readonly at: number }[];
  /** Detached ones too, whose passages are live. */
  readonly evidence: readonly LedgerEvidence[];
}

export type Ledger = ReadonlyMap<string, LedgerClaim>;

const OF = 'IN (SELECT value FROM json_each(?))';
const CLAIMS = `SELECT id, statement, created_at AS createdAt, updated_at AS updatedAt, recheck_by AS recheckBy,
  superseded_by AS supersededBy FROM claim WHERE deleted_at IS NULL`;
const TAGS = 'SELECT owner_id AS claim, tag_id AS tag FROM claim_tag';
const VERDICTS = 'SELECT claim_id AS claim, status, at FROM verdict';
const EVIDENCE = `SELECT evidence.claim_id AS claim, excerpt.source_id AS source, evidence.stance, evidence.origin,
  excerpt.anchor <> 'exact' AS isChanged, evidence.created_at AS "from", evidence.deleted_at AS until
  FROM evidence CROSS JOIN live_excerpt AS excerpt ON excerpt.id = evidence.excerpt_id`;

/** The rows of some claims (their ids as JSON, given to each), or of all. */
export const LEDGER_ROWS = {
  some: {
    claims: `${CLAIMS} AND id ${OF}`,
    tags: `${TAGS} WHERE owner_id ${OF}`,
    verdicts: `${VERDICTS} WHERE claim_id ${OF} ORDER BY claim_id, seq`,
    evidence: `${EVIDENCE} WHERE evidence.claim_id ${OF}`,
  },
  all: {
    claims: CLAIMS,
    tags: TAGS,
    verdicts: `${VERDICTS} ORDER BY seq`,
    evidence: EVIDENCE,
  },
} as const;

/** The claims that something touched bears on. */
export const CLAIMS_OF: Readonly<Record<string, string>> = {
  claim: 'SELECT value AS id FROM json_each(?)',
  evidence: `SELECT claim_id AS id FROM evidence WHERE id ${OF}`,
  excerpt: `SELECT claim_id AS id FROM evidence WHERE excerpt_id ${OF}`,
  source: `SELECT evidence.claim_id AS id FROM excerpt CROSS JOIN evidence ON evidence.excerpt_id = excerpt.id
    WHERE excerpt.source_id ${OF}`,
};

const TOUCHED = `SELECT each.value ->> 'kind' AS kind, each.value ->> 'id' AS id FROM change, json_each(touched) AS each
  WHERE seq > ? LIMIT ?`;

const LIVE_IDS = 'SELECT id FROM claim WHERE deleted_at IS NULL';
/** Of a first reading in parts. */
const PART = 500;

/** Past so many things it is quicker to read all of it anew. */
const MOST_TOUCHED = 2000;

/** One for each open notebook. */
const kept = new WeakMap<Reader, KnownLedger>();

/** As it is now. */
export function readLedger(notebook: Pick<Notebook, 'reader' | 'dataVersion'>): KnownLedger {
  const known = ledgerOf(notebook.reader);
  known.follow(notebook);
  return known;
}

/** See `KnownLedger.prepare`. */
export function prepareLedger(notebook: Pick<Notebook, 'reader' | 'dataVersion'>): boolean {
  return ledgerOf(notebook.reader).prepare(notebook);
}

function ledgerOf(reader: Reader): KnownLedger {
  let known = kept.get(reader);
  if (!known) kept.set(reader, (known = new KnownLedger()));
  return known;
}

export class KnownLedger {
  #claims = new Map<string, LedgerClaim>();
  #seq = -1;
  #dataVersion = -1;
  /** Grows with each change of it. */
  revision = 0;

  get claims(): Ledger {
    return this.#claims;
  }

  /** What is already there by a given name is there for as long as the ledger is the same. */
  readonly #made = new Map<string, { readonly revision: number; readonly value: unknown }>();

  /**
   * Something made from the claims, kept until they change.
   * @param make given what it was before the change, if it was
   */
  keep<Value>(name: string, make: (before: Value | undefined) => Value): Value {
    const known = this.#made.get(name) as { revision: number; value: Value } | undefined;
    if (known?.revision === this.revision) return known.value;
    const value = make(known?.value);
    this.#made.set(name, { revision: this.revision, value });
    return value;
  }

  follow({ reader, dataVersion }: Pick<Notebook, 'reader' | 'dataVersion'>): void {
    const seq = newestChange(reader);
    const version = dataVersion();
    if (seq === this.#seq && version === this.#dataVersion) return;
    const touched = seq > this.#seq ? this.#touched(reader) : null;
    // A foreign client writes no log; and a notebook that took the place of another may have a shorter one.
    if (touched === null) this.#readAll(reader);
    else this.#readSome(reader, touched);
    this.#seq = seq;
    this.#dataVersion = version;
  }

  /** What is left of a first reading in parts, and what the notebook said when that began. */
  #begun: { readonly ids: string[]; readonly seq: number; readonly version: number } | null = null;

  /**
   * A part of the first reading, for when nobody waits: some ten milliseconds. Who asks before it is done reads all at once.
   * @returns whether there is more
   */
  prepare({ reader, dataVersion }: Pick<Notebook, 'reader' | 'dataVersion'>): boolean {
    if (this.#seq >= 0) return false;
    this.#begun ??= {
      ids: reader.all<{ id: string }>(LIVE_IDS).map(({ id }) => id),
      seq: newestChange(reader),
      version: dataVersion(),
    };
    const { ids, seq, version } = this.#begun;
    const part = ids.splice(-PART);
    this.#readSome(reader, new Set(part));
    if (ids.length > 0) return true;
    this.#begun = null;
    this.#seq = seq;
    this.#dataVersion = version;
    return false;
  }

  /** The claims to be read anew; null where that is all of them. */
  #touched(reader: Reader): ReadonlySet<string> | null {
    if (this.#seq < 0) return null;
    const rows = reader.all<{ kind: string; id: string }>(TOUCHED, this.#seq, MOST_TOUCHED);
    if (rows.length === MOST_TOUCHED) return null;
    const ids = new Set<string>();
    for (const [kind, things] of Map.groupBy(rows, ({ kind }) => kind)) {
      const sql = CLAIMS_OF[kind];
      if (sql === undefined) continue;
      const given = JSON.stringify(things.map(({ id }) => id));
      for (const { id } of reader.all<{ id: string }>(sql, given)) ids.add(id);
    }
    return ids;
  }

  #readAll(reader: Reader): void {
    this.revision += 1;
    this.#begun = null;
    this.#claims = new Map();
    this.#take(reader, LEDGER_ROWS.all, []);
  }

  #readSome(reader: Reader, ids: ReadonlySet<string>): void {
    if (ids.size === 0) return;
    this.revision += 1;
    for (const id of ids) this.#claims.delete(id);
    this.#take(reader, LEDGER_ROWS.some, [JSON.stringify([...ids])]);
  }

  #take(reader: Reader, sql: Record<keyof typeof LEDGER_ROWS.all, string>, values: readonly string[]): void {
    const tags = groupRows(reader.all<{ claim: string; tag: string }>(sql.tags, ...values));
    const verdicts = groupRows(reader.all<VerdictRow>(sql.verdicts, ...values));
    const evidence = groupRows(nameOriginals(reader, reader.all<EvidenceRow>(sql.evidence, ...values)));
    const keys = new Map<string, string>();
    for (const row of reader.all<ClaimRow>(sql.claims, ...values)) {
      const given = verdicts.get(row.id)?.map(({ status, at }) => ({ status, at })) ?? [];
      this.#claims.set(row.id, {
        ...row,
        folded: foldText(row.statement),
        activityAt: Math.max(row.updatedAt, given.at(-1)?.at ?? 0),
        tags: tags.get(row.id)?.map(({ tag }) => tag) ?? [],
        verdicts: given,
        evidence: evidence.get(row.id)?.map((each) => toEvidence(each, keys)) ?? [],
      });
    }
  }
}

type ClaimRow = Omit<LedgerClaim, 'folded' | 'activityAt' | 'tags' | 'verdicts' | 'evidence'>;

interface VerdictRow {
  claim: string;
  status: Status;
  at: number;
}

interface EvidenceRow extends Omit<LedgerEvidence, 'originKey' | 'isChanged'> {
  readonly claim: string;
  readonly isChanged: number;
  /** What others call the document by, where it names nobody itself. */
  readonly called?: string;
}

const NAMES = `SELECT id, title, site, byline FROM source WHERE id ${OF}`;

function nameOriginals(reader: Reader, rows: readonly EvidenceRow[]): EvidenceRow[] {
  const isNamed = ({ origin }: EvidenceRow): boolean => origin.trim() !== '';
  const byClaim = [...Map.groupBy(rows, ({ claim }) => claim).values()];
  // Only where some name somebody and some do not: else no source has to be read for its names.
  const mixed = byClaim.filter((own) => own.some(isNamed) && !own.every(isNamed));
  const wanted = new Set(mixed.flat().flatMap((row) => (isNamed(row) ? [] : [row.source])));
  if (wanted.size === 0) return [...rows];
  const sources = new Map(
    reader
      .all<{ id: string; title: string; site: string | null; byline: string | null }>(
        NAMES,
        JSON.stringify([...wanted]),
      )
      .map((row): [string, Named] => [row.id, row]),
  );
  return byClaim.flatMap((own) => {
    const originals = originalsOf(own, (id) => sources.get(id));
    if (originals.size === 0) return own;
    return own.map((row) => {
      const called = isNamed(row) ? undefined : originals.get(row.source);
      return called === undefined ? row : { ...row, called };
    });
  });
}

function groupRows<Row extends { readonly claim: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ claim }) => claim);
}

/** @param keys of names that were met before: to fold a name costs more than to look it up */
function toEvidence(
  { source, stance, origin, called, isChanged, from, until }: EvidenceRow,
  keys: Map<string, string>,
): LedgerEvidence {
  const name = origin.trim() || (called ?? '');
  let key = name === '' ? originKey(name, source) : keys.get(name);
  if (key === undefined) keys.set(name, (key = originKey(name, source)));
  return { source, stance, origin, originKey: key, isChanged: isChanged === 1, from, until };
}
