/** What `check` says of an index that is not of the rows, each fault planted as another program might leave it. */
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Documents } from '../../../src-main/core/search/documents.ts';
import { analyseDocument, type AnalysedDocument } from '../../../src-main/core/search/index/postings.ts';
import { encodeDocuments } from '../../../src-main/core/search/index/segment-writer.ts';
import { Segment } from '../../../src-main/core/search/index/segment.ts';
import { openNotebook } from '../../../src-main/core/storage/migrate.ts';
import { listSegments, readSegment } from '../../../src-main/core/storage/search-store.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';

const PARAGRAPHS = Array.from({ length: 40 }, (_none, at) => `Le cormoran numéro ${at} pêche au large.`);

/** An article, which is a segment of its own, and claims, which are in the head. */
async function filled(): Promise<TestEngine> {
  const engine = openTestEngine();
  await engine.run('source.import', { bytes: bytesOf(PARAGRAPHS.join('\n\n')), fileName: 'a.txt' });
  for (const bird of ['pélican', 'héron', 'grèbe']) {
    await engine.run('claim.add', { statement: `Un ${bird} vole.` });
  }
  while (engine.engine.tend());
  return engine;
}

function change({ path }: TestEngine, ...statements: readonly string[]): void {
  const database = new Database(path);
  database.pragma('recursive_triggers = OFF');
  for (const statement of statements) database.exec(statement);
  database.close();
}

/** Writes a sound segment that says something else of one of its documents. */
function rewriteSegment({ path }: TestEngine, alter: (document: AnalysedDocument) => AnalysedDocument): void {
  const notebook = openNotebook(path, { create: false });
  const { reader } = notebook;
  const [row] = listSegments(reader);
  const segment = new Segment(readSegment(reader, row?.id ?? 0) ?? new Uint8Array());
  const documents = new Documents(reader);
  const analysed = Array.from({ length: segment.size }, (_none, at) => {
    const document = documents.load(segment.entry(at));
    if (!document) throw new Error('not live');
    return analyseDocument(document);
  });
  const [made] = encodeDocuments(analysed.map((each, at) => (at === 7 ? alter(each) : each)));
  if (!made) throw new Error('no segment');
  notebook.transaction((writer) => {
    const sql = 'UPDATE search_segment SET bytes = ?, checksum = ? WHERE id = ?';
    writer.run(sql, made.bytes, crc32(made.bytes), row?.id ?? 0);
  });
  notebook.close();
}

const oneMore = (document: AnalysedDocument): AnalysedDocument => ({
  ...document,
  fields: document.fields.map((field) => ({
    ...field,
    counts: field.counts.map((count, at) => (at === 2 ? count + 1 : count)),
  })),
});

const otherWord = (document: AnalysedDocument): AnalysedDocument => ({
  ...document,
  fields: document.fields.map((field) => ({
    ...field,
    terms: field.terms.map((term, at) => (at === 2 ? 'albatros' : term)),
  })),
});

const elsewhere = ({ entry, fields }: AnalysedDocument): AnalysedDocument => ({
  entry: { ...entry, start: (entry.start ?? 0) + 1 },
  fields,
});

const FIRST_CLAIM = 'SELECT key FROM search_place WHERE segment = 0 ORDER BY first LIMIT 1';

const FAULTS: readonly (readonly [name: string, told: RegExp, plant: (engine: TestEngine) => void])[] = [
  [
    'a place that is missing',
    /missing from the search index: 1 \(/,
    (engine) => {
      change(engine, `DELETE FROM search_place WHERE key = (${FIRST_CLAIM})`);
    },
  ],
  [
    'a place of what is not there',
    /not in the notebook: 1 \(ghost\)/,
    (engine) => {
      change(engine, "INSERT INTO search_place VALUES ('ghost', 0, 999, 1, 'x')");
    },
  ],
  [
    'two places of one document',
    /exactly once: 1 \(/,
    (engine) => {
      change(
        engine,
        `INSERT INTO search_place SELECT key, 0, 999, 1, stamp FROM search_place WHERE key = (${FIRST_CLAIM})`,
      );
    },
  ],
  [
    'a place of more documents than can be',
    /exactly once: 2 \(/,
    (engine) => {
      change(engine, 'UPDATE search_place SET count = 9007199254740991 WHERE segment > 0');
    },
  ],
  [
    'a stamp of another text',
    /changed without the search index: 1 \(/,
    (engine) => {
      change(engine, `UPDATE search_place SET stamp = 'x' WHERE key = (${FIRST_CLAIM})`);
    },
  ],
  [
    'a row that was changed behind the log’s back',
    /changed without the search index: 1 \(/,
    (engine) => {
      change(engine, "UPDATE claim SET statement = 'Une mouette' WHERE statement LIKE '%héron%'");
    },
  ],
  [
    'a count that is one more, in a segment of a right checksum',
    /other words than the search index says: 1 \(/,
    (engine) => {
      rewriteSegment(engine, oneMore);
    },
  ],
  [
    'another word, in a segment of a right checksum',
    /other words than the search index says: 1 \(/,
    (engine) => {
      rewriteSegment(engine, otherWord);
    },
  ],
  [
    'another place in the text, in a segment of a right checksum',
    /other words than the search index says: 1 \(/,
    (engine) => {
      rewriteSegment(engine, elsewhere);
    },
  ],
  [
    'another word in the head',
    /other words than the search index says: 1 \(/,
    (engine) => {
      change(engine, `UPDATE search_head SET document = replace(document, '"heron"', '"albatros"')`);
    },
  ],
  [
    'a live document that is marked as removed',
    /live documents are marked as removed in the search index: 1 \(/,
    (engine) => {
      change(engine, "UPDATE search_segment SET tombstones = x'0800000000', removed = 1");
    },
  ],
  [
    'a removed document that is not marked',
    /not marked as such in the search index: 1 \(/,
    (engine) => {
      change(engine, `INSERT INTO search_head (document) SELECT document FROM search_head LIMIT 1`);
    },
  ],
  [
    'a wrong number of removed documents',
    /count their removed documents wrongly: 1 \(/,
    (engine) => {
      change(engine, 'UPDATE search_segment SET removed = 3');
    },
  ],
  [
    'a state after the newest change',
    /changes that the notebook does not have: 1 \(/,
    (engine) => {
      change(engine, 'UPDATE search_state SET seq = seq + 9');
    },
  ],
];

describe('a check of the index against the rows', () => {
  it('finds nothing where the index follows, is behind, is older or is not there', async () => {
    const engine = await filled();
    const { run } = engine;
    const sound = async () => {
      expect(await run('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
    };
    await sound();
    const [hit] = (await run('search.query', { query: 'héron' })).hits;
    await run('claim.remove', { id: hit?.id as never });
    await sound();
    await run('history.undo', {});
    const long = Array.from({ length: 150 }, (_none, at) => `La digue numéro ${at} tient.`).join('\n\n');
    await run('source.import', { bytes: bytesOf(long), fileName: 'b.txt' });
    await sound();
    while (engine.engine.tend());
    await sound();
    change(engine, 'UPDATE search_state SET version = 0');
    await sound();
    change(engine, 'DELETE FROM search_state');
    await sound();
  });

  it('is not needed to go on with an index that names any number of documents', async () => {
    const engine = await filled();
    change(engine, 'UPDATE search_place SET count = 9007199254740991 WHERE segment > 0');
    const [hit] = (await engine.run('search.query', { query: 'cormoran' })).hits;
    await engine.run('source.remove', { id: hit?.sourceId as never });
    expect((await engine.run('search.query', { query: 'cormoran' })).total).toBe(0);
    while (engine.engine.tend());
    expect(await engine.run('notebook.check', {})).toMatchObject({ ok: true });
  });

  it.each(FAULTS)('tells of %s, and repairs it', async (_name, told, plant) => {
    const engine = await filled();
    plant(engine);
    const found = await engine.run('notebook.check', {});
    expect(found.ok).toBe(false);
    const sentences = found.problems.map(({ code, message }) => `${code}: ${message}`);
    expect(sentences).toContainEqual(expect.stringMatching(told));
    expect(found.problems.every(({ code }) => code === 'index')).toBe(true);
    const repaired = await engine.run('notebook.check', { repair: true });
    expect(repaired.problems.map((problem) => problem.repaired)).not.toContain(false);
    expect(await engine.run('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
    expect((await engine.run('search.query', { query: 'cormoran' })).total).toBe(PARAGRAPHS.length);
  });
});
