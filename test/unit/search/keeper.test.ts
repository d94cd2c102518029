/** The stored index follows the rows, and whatever happens to it, answers are right and it is made anew. */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { indexTerms } from '../../../src-main/core/search/analysis/analysis.ts';
import type { SearchDocument } from '../../../src-main/core/search/documents.ts';
import { INDEX_VERSION } from '../../../src-main/core/search/upkeep/format.ts';
import { Keeper } from '../../../src-main/core/search/upkeep/keeper.ts';
import { buildParts, LiveIndex } from '../../../src-main/core/search/index/live-index.ts';
import type { Progress } from '../../../src-main/core/ports.ts';
import type { Reader } from '../../../src-main/core/storage/connection.ts';
import { openNotebook } from '../../../src-main/core/storage/migrate.ts';
import { openTestEngine, type TestEngine } from '../../support/engine.ts';
import { askTerms, buildStock } from '../../support/stock-lunr.ts';
import { ENGLISH_FAMILIES, FRENCH_FAMILIES } from './word-families.ts';

const CLAIMS = 300;

/** More claims than a head holds, so that there is a segment and a head. */
async function filled(): Promise<TestEngine & { sql(statement: string): unknown[] }> {
  const engine = openTestEngine();
  for (let at = 0; at < CLAIMS; at += 1) {
    await engine.run('claim.add', { statement: `Le cormoran numéro ${at} vole.` });
  }
  return {
    ...engine,
    sql(statement) {
      const database = new Database(engine.path);
      try {
        const prepared = database.prepare(statement);
        return prepared.reader ? prepared.pluck().all() : [prepared.run()];
      } finally {
        database.close();
      }
    },
  };
}

const totalOf = async ({ run }: TestEngine, query: string) => (await run('search.query', { query })).total;

describe('the stored index', () => {
  it('holds each change when its command is answered', { timeout: 60_000 }, async () => {
    const engine = await filled();
    expect(engine.sql('SELECT documents FROM search_segment')).toEqual([256]);
    expect(engine.sql('SELECT count(*) FROM search_head')).toEqual([CLAIMS - 256]);
    expect(engine.sql('SELECT seq FROM search_state')).toEqual(engine.sql('SELECT max(seq) FROM change'));
    const { hits } = await engine.run('search.query', { query: 'cormoran', limit: 1 });
    await engine.run('claim.remove', { id: hits[0]?.id as never });
    expect(engine.sql('SELECT removed FROM search_segment')).toEqual([1]);
    expect(await totalOf(engine, 'cormoran')).toBe(CLAIMS - 1);
    await engine.run('history.undo', {});
    expect(await totalOf(engine, 'cormoran')).toBe(CLAIMS);
  });

  it('takes in a large article after its command, and answers meanwhile', { timeout: 60_000 }, async () => {
    const engine = await filled();
    const text = Array.from({ length: 250 }, (_none, at) => `Le pélican ${at} pêche au large de la digue.`);
    const bytes = new TextEncoder().encode(text.join('\n\n'));
    await engine.run('source.import', { bytes, fileName: 'a.txt' });
    expect(engine.sql('SELECT seq FROM search_state')).not.toEqual(engine.sql('SELECT max(seq) FROM change'));
    expect(await totalOf(engine, 'pélican')).toBe(250);
    await engine.run('claim.add', { statement: 'Un pélican encore.' });
    expect(await totalOf(engine, 'pélican')).toBe(251);
    while (engine.engine.tend());
    expect(engine.sql('SELECT seq FROM search_state')).toEqual(engine.sql('SELECT max(seq) FROM change'));
    expect(await totalOf(engine, 'pélican')).toBe(251);
  });

  it.each([
    ['a segment of other bytes', 'UPDATE search_segment SET bytes = zeroblob(length(bytes))'],
    ['a segment cut short', 'UPDATE search_segment SET bytes = substr(bytes, 1, 10)'],
    ['a head that is no JSON', "UPDATE search_head SET document = '{' WHERE slot % 2 = 0"],
    ['a head of other things', "UPDATE search_head SET document = '[1]'"],
  ])(
    'with %s is told by a check, made anew, and answers all along',
    { timeout: 60_000 },
    async (_name, sql) => {
      const engine = await filled();
      while (engine.engine.tend());
      engine.sql(sql);
      expect(await totalOf(engine, 'cormoran')).toBe(CLAIMS);
      // The user's own writing goes on whatever the state of the index; enough of it to fill the head.
      for (let at = 0; at < 256; at += 1) await engine.run('claim.add', { statement: `Une mouette ${at}.` });
      expect(await totalOf(engine, 'mouette')).toBe(256);
      if (sql.includes('segment')) {
        const found = await engine.run('notebook.check', {});
        expect(found).toMatchObject({ ok: false, problems: [{ code: 'index', repaired: false }] });
      }
      expect(await engine.run('notebook.check', { repair: true })).toMatchObject({ ok: true });
      expect(await engine.run('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
      expect(engine.sql('SELECT seq FROM search_state')).toEqual(engine.sql('SELECT max(seq) FROM change'));
      expect(await totalOf(engine, 'cormoran')).toBe(CLAIMS);
    },
  );

  it('that is damaged or of another version is made anew when the notebook is open again', async () => {
    const first = await filled();
    for (const sql of [
      'UPDATE search_segment SET checksum = 0',
      'UPDATE search_state SET version = 0',
      'UPDATE search_state SET seq = 1000000',
      'DELETE FROM search_state',
    ]) {
      first.sql(sql);
      const again = openTestEngine(first.path);
      expect(await totalOf(again, 'cormoran')).toBe(CLAIMS);
      while (again.engine.tend());
      expect(first.sql('SELECT version FROM search_state')).toEqual([INDEX_VERSION]);
      expect(first.sql('SELECT seq FROM search_state')).toEqual(first.sql('SELECT max(seq) FROM change'));
      expect(first.sql('SELECT sum(documents - removed) FROM search_segment')).toEqual([CLAIMS]);
      expect(await totalOf(again, 'cormoran')).toBe(CLAIMS);
    }
  });
});

it('an index that says to hold changes which are yet to be made takes them in all the same', async () => {
  const engine = openTestEngine();
  await engine.run('claim.add', { statement: 'Un héron vole.' });
  const database = new Database(engine.path);
  database.exec('UPDATE search_state SET seq = 1000000');
  database.close();
  await engine.run('claim.add', { statement: 'Un pélican vole.' });
  expect(await totalOf(engine, 'vole')).toBe(2);
  while (engine.engine.tend());
  expect(await engine.run('notebook.check', {})).toMatchObject({ ok: true });
});

describe('segments that do not hold as many live documents as is said of them', () => {
  it.each([
    ['none', `removed = documents - 1, tombstones = x'${'ff'.repeat(32)}'`],
    ['more', 'removed = documents - 1'],
  ])('are not merged but made anew: %s', { timeout: 60_000 }, async (_name, wrong) => {
    const engine = await filled();
    while (engine.engine.tend());
    engine.sql(`UPDATE search_segment SET ${wrong}`);
    while (engine.engine.tend());
    expect(engine.sql('SELECT documents - removed FROM search_segment')).toEqual([CLAIMS]);
    expect(await totalOf(engine, 'cormoran')).toBe(CLAIMS);
    expect(await engine.run('notebook.check', {})).toMatchObject({ ok: true });
  });
});

describe('making the index anew on request', () => {
  /** Every step looks at a clock that has moved on, so that each slice is one step. */
  async function keeperOf(
    progress?: Progress,
  ): Promise<{ keeper: Keeper; sql(statement: string): unknown[] }> {
    const { path, sql, engine } = await filled();
    while (engine.tend());
    const notebook = openNotebook(path, { create: false });
    onTestFinished(() => {
      notebook.close();
    });
    let now = 0;
    return { keeper: new Keeper(notebook, progress, () => (now += 5)), sql };
  }

  it('is one work with what is done when nobody waits', { timeout: 60_000 }, async () => {
    const told: number[] = [];
    const tell = (count: number): void => void told.push(count);
    const { keeper } = await keeperOf(tell);
    const done = keeper.rebuild(tell, new AbortController().signal);
    // The tending goes on meanwhile, as it does between calls.
    for (let at = 0; at < 2; at += 1) keeper.tend();
    await done;
    expect(told.filter((count) => count === 0)).toHaveLength(1);
    expect([...keeper.check(keeper.notebook.reader)].filter(Boolean)).toEqual([]);
  });

  it('ends when it is given up, and is then made to its end', { timeout: 60_000 }, async () => {
    const { keeper, sql } = await keeperOf();
    const stopping = new AbortController();
    const done = keeper.rebuild(() => {
      stopping.abort();
    }, stopping.signal);
    await expect(done).rejects.toMatchObject({ code: 'cancelled' });
    expect(sql('SELECT seq FROM search_state')).toEqual([]);
    while (keeper.tend());
    expect(sql('SELECT seq FROM search_state')).toEqual(sql('SELECT max(seq) FROM change'));
  });
});

describe('an index that two processes make at once', () => {
  const begin = `INSERT INTO search_segment (documents, removed, tombstones, checksum, bytes)
    VALUES (${CLAIMS}, 0, x'', 0, x'')`;

  /** What is stored after each step of making the index anew beside what `others` have begun. */
  async function storedMeanwhile(others: number): Promise<string[]> {
    const { path, sql } = await filled();
    for (const table of ['state', 'segment', 'head', 'place']) sql(`DELETE FROM search_${table}`);
    for (let other = 0; other < others; other += 1) sql(begin);
    const notebook = openNotebook(path, { create: false });
    onTestFinished(() => {
      notebook.close();
    });
    let now = 0;
    const keeper = new Keeper(notebook, undefined, () => (now += 5));
    const seen = new Set<string>();
    while (keeper.tend()) seen.add(sql('SELECT id FROM search_segment ORDER BY id').join(' '));
    return [...seen];
  }

  it('is not taken from the other before one of them is done', { timeout: 60_000 }, async () => {
    expect(await storedMeanwhile(2)).toEqual(['2 3', '2 3 4', '4']);
  });

  it(
    'is not taken for damaged where the other merges while it is looked at',
    { timeout: 60_000 },
    async () => {
      const { path, sql, engine } = await filled();
      while (engine.tend());
      const notebook = openNotebook(path, { create: false });
      onTestFinished(() => {
        notebook.close();
      });
      let merged = false;
      const merge = () => {
        if (merged) return;
        merged = true;
        sql('UPDATE search_segment SET id = 100');
        sql('UPDATE search_place SET segment = 100 WHERE segment <> 0');
      };
      const interrupted = (reader: Reader): Reader => ({
        ...reader,
        get: (statement, ...values) => {
          if (statement.startsWith('SELECT bytes')) merge();
          return reader.get(statement, ...values);
        },
      });
      const keeper = new Keeper({
        ...notebook,
        reader: interrupted(notebook.reader),
        snapshot: (work) => notebook.snapshot((reader) => work(interrupted(reader))),
      });
      while (keeper.tend());
      expect(merged).toBe(true);
      expect(sql('SELECT id FROM search_segment')).toEqual([100]);
    },
  );

  it('does not grow by what many have begun and left', { timeout: 60_000 }, async () => {
    expect(await storedMeanwhile(3)).toEqual(['2 3 4', '', '5']);
  });
});

describe('what is counted', () => {
  it('is not clipped where a byte is too small for it', () => {
    const repeated = [1, 254, 255, 256, 70_000];
    const place = { sourceId: null, versionId: null, start: null, end: null, language: null };
    const documents = repeated.map((count): SearchDocument => ({
      entry: { kind: 'note', id: `n${count}`, ...place },
      title: '',
      texts: { text: 'eau '.repeat(count) },
    }));
    const clauses = [{ terms: ['eau'], fields: ['text'], boost: 1, presence: 'optional' }] as const;
    const { page } = new LiveIndex(buildParts(documents)).search(clauses, { accepts: null, from: 0, to: 10 });
    const found = page.map(({ entry, score }) => ({ id: entry.id, score }));
    expect(found).toEqual(askTerms(buildStock(documents), clauses));
  });
});

describe('the version of the index', () => {
  it('is another whenever the analysis is: raise it together with this checksum', () => {
    const words = `${FRENCH_FAMILIES} ${ENGLISH_FAMILIES} 46,7 300 000 l’île 10x H20 U.S. 日本語の新聞 œuvre`;
    const terms = [null, 'fr', 'en'].map((language) => indexTerms(words, language));
    const checksum = createHash('sha256').update(JSON.stringify(terms)).digest('hex').slice(0, 12);
    expect([INDEX_VERSION, checksum]).toEqual([2, '0973dc519234']);
  });
});
