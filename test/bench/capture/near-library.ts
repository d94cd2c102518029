/** The tables that near sources are found by, alone, in memory; with a clock. */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Near, SourceId, VersionId } from '../../../src-main/common/contract/entities.ts';
import { makeSignature } from '../../../src-main/common/similarity/signature.ts';
import { readWords } from '../../../src-main/common/similarity/words.ts';
import type { Value, Writer } from '../../../src-main/core/storage/connection.ts';
import { findNear } from '../../../src-main/core/storage/near.ts';
import { storeSignature } from '../../../src-main/core/storage/signatures.ts';

export class NearLibrary {
  readonly #database = new Database(':memory:');
  readonly #writer = makeWriter(this.#database);
  #count = 0;
  #words = 0;
  readonly #times = { sign: 0, store: 0, near: new Map<string, readonly number[]>() };

  constructor() {
    this.#database.exec(readFileSync(new URL('../../../db/schema.sql', import.meta.url), 'utf8'));
    this.#database.pragma('foreign_keys = OFF');
  }

  /** @returns the source's id */
  add(text: string): string {
    const id = `s${(this.#count += 1)}`;
    const version = `v${this.#count}`;
    this.#writer.run(
      "INSERT INTO source (id, kind, title, version_id, added_at, updated_at) VALUES (?, 'text', ?, ?, 0, 0)",
      ...[id, id, version],
    );
    this.#writer.run(
      `INSERT INTO version (id, source_id, captured_at, sha256, media_type, charset, extractor, words, tree, text)
       VALUES (?, ?, 0, ?, '', '', '', 0, '{}', ?)`,
      ...[version, id, id, text],
    );
    const [begun, signed] = [performance.now(), makeSignature(readWords(text))];
    const made = performance.now();
    storeSignature(this.#writer, version as VersionId, { signature: signed, repeated: 0 });
    this.#times.sign += made - begun;
    this.#times.store += performance.now() - made;
    this.#words += signed.words;
    return id;
  }

  near(id: string, what: string): readonly Near[] {
    const begun = performance.now();
    const near = findNear(this.#writer, id as SourceId, id.replace('s', 'v') as VersionId);
    const times = this.#times.near;
    times.set(what, [...(times.get(what) ?? []), performance.now() - begun]);
    return near;
  }

  report(): string {
    const { sign, store, near } = this.#times;
    const pages = this.#database.pragma('page_count', { simple: true }) as number;
    return [
      `${this.#count} sources, ${(pages / 256).toFixed(0)} MB in all`,
      `signing ${((1000 * sign) / this.#words).toFixed(3)} ms per 1,000 words, storing ${(store / this.#count).toFixed(3)} ms each`,
      ...[...near].map(([what, times]) => `asking, ${what}: ${describe(times)}`),
    ].join('\n');
  }
}

function makeWriter(database: Database.Database): Writer {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    all: <Row>(sql: string, ...values: readonly Value[]) => prepare(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: readonly Value[]) => prepare(sql).get(...values) as Row | undefined,
    iterate: <Row>(sql: string, ...values: readonly Value[]) =>
      prepare(sql).iterate(...values) as IterableIterator<Row>,
    run: (sql, ...values) => prepare(sql).run(...values).changes,
    attempt: (part) => ({ value: part() }),
  };
}

function describe(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(2);
  return `${at(0.5)} ms (median), ${at(0.95)} (p95)`;
}
