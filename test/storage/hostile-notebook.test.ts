/** A notebook file that someone else made: right in its version and checksums, hostile in everything else. */
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { callers, createCallIds, openTestEngine, bytesOf, testPorts } from '../support/engine.ts';
import { createClient } from '../../src-main/common/contract/client.ts';
import type { DossierError } from '../../src-main/common/contract/errors.ts';
import { createEngine } from '../../src-main/core/engine.ts';
import { openNotebook } from '../../src-main/core/storage/migrate.ts';
import { tempNotebook } from '../support/temp.ts';

/** A sound notebook with one article and a claim, closed, and then changed by `statements` as an attacker would. */
async function hostileNotebook(...statements: readonly string[]): Promise<string> {
  const path = tempNotebook();
  const engine = createEngine({ path, create: true }, testPorts());
  const client = createClient(
    { ...engine, capabilities: { host: 'process', platform: 'test', can: [] } },
    createCallIds(),
  );
  const { run } = callers(client);
  const source = await run('source.import', {
    bytes: bytesOf('# Title\n\nWords of an article.\n\n1. One\n'),
    fileName: 'a.md',
  });
  const { excerpt } = await run('excerpt.add', {
    source: source.id,
    quote: 'Words of an article.',
    note: 'n',
  });
  // One without a note or a claim, whose only trace in an export is its colour.
  await run('excerpt.add', { source: source.id, quote: 'One' });
  await run('claim.add', { statement: 'A claim', evidence: [{ excerpt: excerpt.id, stance: 'supports' }] });
  await engine.close();
  const database = new Database(path);
  database.unsafeMode();
  database.pragma('ignore_check_constraints = ON');
  database.pragma('foreign_keys = OFF');
  for (const statement of statements) database.exec(statement);
  database.close();
  return path;
}

function open(path: string): void {
  openNotebook(path, { create: false }).close();
}

const SCHEMAS: Readonly<Record<string, string>> = {
  'a trigger': 'CREATE TRIGGER extra AFTER INSERT ON note BEGIN DELETE FROM source; END',
  'a view': 'CREATE VIEW extra AS SELECT * FROM source',
  'a virtual table': 'CREATE VIRTUAL TABLE extra USING fts5(text)',
  'a table': 'CREATE TABLE extra (id TEXT)',
  'an index': "CREATE INDEX extra ON note (json_extract(body, '$'))",
  'a generated column': 'ALTER TABLE note ADD COLUMN extra TEXT AS (upper(body))',
  'a guard less': 'DROP TRIGGER verdict_is_append_only',
  'another view under our name':
    "DROP VIEW claim_status; CREATE VIEW claim_status AS SELECT id AS claim_id, 'verified' AS status FROM claim",
  'no version': 'PRAGMA user_version = 0',
  'a version between ours': 'PRAGMA user_version = 5',
  'a version below all': 'PRAGMA user_version = -1',
  'a trigger with a name that SQLite keeps': `CREATE TRIGGER extra AFTER INSERT ON note BEGIN DELETE FROM source; END;
    PRAGMA writable_schema = ON; UPDATE sqlite_schema SET name = 'sqlite_stat1' WHERE name = 'extra'`,
};

it.each(Object.entries(SCHEMAS))('is refused with %s in its schema', async (_what, statement) => {
  const path = await hostileNotebook(statement);
  expect(() => {
    open(path);
  }).toThrow(expect.objectContaining({ code: 'notebook-damaged' }) as DossierError);
});

it('is opened after what any SQLite tool may do to it', async () => {
  const path = await hostileNotebook('ANALYZE', 'VACUUM', 'REINDEX');
  expect(() => {
    open(path);
  }).not.toThrow();
});

it.each([
  ['a table', { do: 'set', table: "setting SET value = '1' --", id: 'x', before: { a: 1 }, after: { a: 1 } }],
  ['a table of ours', { do: 'set', table: 'blob', id: 'x', before: { size: 1 }, after: { size: 1 } }],
  [
    'a column',
    { do: 'set', table: 'claim', id: 'x', before: { "note = 'gone', note": '1' }, after: { note: '1' } },
  ],
  ['a tag table', { do: 'tag', table: 'source_tag WHERE 1 --', owner: 'x', tag: 'y', present: true }],
])('undoes nothing through %s of its own in the log', async (_what, patch) => {
  const path = await hostileNotebook(
    `UPDATE change SET patches = '${JSON.stringify([patch]).replaceAll("'", "''")}'`,
  );
  const { client } = openTestEngine(path);
  const result = await client.call('history.undo', {});
  expect(result).toMatchObject({ ok: false, error: { code: 'notebook-damaged' } });
});

it('exports no markup out of values that no command would have stored', async () => {
  const markup = '"><meta http-equiv=refresh content="0;url=https://evil.example/"><b x="';
  const tree = {
    type: 'root',
    children: [
      { type: 'heading', depth: `1${markup}`, children: [{ type: 'text', value: 'Heading' }] },
      { type: 'list', ordered: true, start: `2${markup}`, children: [] },
      {
        type: 'table',
        align: [markup],
        children: [{ type: 'tableRow', children: [{ type: 'tableCell', header: false, children: [] }] }],
      },
      { type: 'paragraph', children: [{ type: 'text', value: 'Words of an article. One' }] },
      {
        type: 'paragraph',
        children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', value: 'l' }] }],
      },
    ],
  };
  const path = await hostileNotebook(
    'DROP TRIGGER version_is_immutable',
    `UPDATE version SET tree = '${JSON.stringify(tree).replaceAll("'", "''")}'`,
    `UPDATE excerpt SET color = '${markup}' WHERE exact = 'One'`,
    `INSERT INTO verdict (claim_id, status, reason, at) SELECT id, '${markup}', 'r', 1 FROM claim`,
    `UPDATE claim SET id = '${markup}'; UPDATE evidence SET claim_id = '${markup}'`,
    `CREATE TRIGGER version_is_immutable BEFORE UPDATE ON version
BEGIN
  SELECT RAISE(ABORT, 'a version never changes');
END`,
  );
  const { run } = openTestEngine(path);
  await run('setting.set', { key: 'colors.names', value: {} });
  const { files } = await run('export.run', { format: 'html' });
  expect(files[0]?.content).not.toContain('<meta http-equiv=refresh');
  expect(files[0]?.content).not.toContain('javascript:');
});

it('tells searches that were kept without filters that are none', async () => {
  const path = await hostileNotebook(
    `INSERT INTO diligence (id, claim_id, query, filters, hits, created_at)
     SELECT 'd', id, 'q', '{"in":5,"from":{"a":1}}', 1, 1 FROM claim`,
  );
  const { run } = openTestEngine(path);
  const [claim] = (await run('claim.list', {})).claims;
  const { searches } = await run('diligence.list', { claim: claim?.id ?? '' });
  expect(searches.map(({ filters }) => filters)).toEqual([{}]);
});

it('lists templates of a time that no calendar has', async () => {
  const path = await hostileNotebook(
    `INSERT INTO template (id, name, name_key, format, body, created_at, updated_at)
     VALUES ('t', 'T', 't', 'html', '', 9007199254740991, -9007199254740991)`,
  );
  const { templates } = await openTestEngine(path).run('template.list', {});
  expect(templates.map(({ name }) => name)).toEqual(['T']);
});

it.each([['null'], ['5'], ['[1]'], ['{"title":{"a":1},"__proto__":"page","byline":"evil"}']])(
  'reads no origins of details out of %s',
  async (json) => {
    const { run } = openTestEngine(await hostileNotebook(`UPDATE source SET origins = '${json}'`));
    const { sources } = await run('source.list', {});
    expect(sources[0]?.origins).toEqual({});
    const { source } = await run('source.edit', { id: sources[0]?.id ?? '', byline: 'Me' });
    expect(source.origins).toEqual({ byline: 'user' });
  },
);

it.each([
  ['5'],
  ['{"length":3}'],
  ['[{"label":{"a":1},"start":0}]'],
  ['[{"label":"1","start":"x"}]'],
  ['[null]'],
])('reads no pages out of %s', async (json) => {
  const path = await hostileNotebook(
    'DROP TRIGGER version_is_immutable',
    `UPDATE version SET pages = '${json}'`,
    `CREATE TRIGGER version_is_immutable BEFORE UPDATE ON version
BEGIN
  SELECT RAISE(ABORT, 'a version never changes');
END`,
  );
  const { run } = openTestEngine(path);
  const { excerpts } = await run('excerpt.list', {});
  expect(excerpts.map(({ page }) => page)).toEqual([null, null]);
});
