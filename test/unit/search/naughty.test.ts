/** Every naughty text as the title and the body of a note, through a whole engine: nothing is lost, all is found again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../src-main/common/contract/client.ts';
import { foldText } from '../../../src-main/common/language/folding.ts';
import { createEngine, type Engine } from '../../../src-main/core/engine.ts';
import { NAUGHTY } from '../../fixtures/naughty.ts';
import { callers, createCallIds, testPorts } from '../../support/engine.ts';

let folder: string;
let engine: Engine;
let run: ReturnType<typeof callers>['run'];
/** What was written, and the notes that hold it: by title, and by body. */
const titled = new Map<string, string>();
const bodied = new Map<string, string>();
const refused: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'));
  engine = createEngine({ path: join(folder, 'naughty.dossier'), create: true }, testPorts());
  const client = createClient(
    { ...engine, capabilities: { host: 'process', platform: 'test', can: [] } },
    createCallIds(),
  );
  ({ run } = callers(client));
  for (const text of NAUGHTY) {
    const body = await client.call('note.add', { title: 'Note', body: `Avant ${text} après.` });
    const title = await client.call('note.add', { title: text, body: '' });
    if (body.ok) bodied.set(text, body.value.note.id);
    if (title.ok) titled.set(text, title.value.note.id);
    else refused.push(text);
  }
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

/** In the quotes that the text does not have itself; null where it has all, or is longer than a query. */
function quote(text: string): string | null {
  const fitting = [
    ['"', '"'],
    ['«', '»'],
    ['“', '”'],
  ].find(([open, close]) => !text.includes(open ?? '') && !text.includes(close ?? ''));
  return fitting && text.length < 900 ? fitting.join(text) : null;
}

const isVisible = (text: string) =>
  text.isWellFormed() && !text.includes('\0') && foldText(text).trim() !== '';

async function findIds(query: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let offset = 0; ; offset += 1000) {
    const { hits, total } = await run('search.query', { query, limit: 1000, offset });
    ids.push(...hits.map(({ id }) => id));
    if (hits.length === 0 || ids.length >= total) return ids;
  }
}

describe('a naughty text', () => {
  it.each(NAUGHTY.map((text) => [JSON.stringify(text).slice(0, 40), text]))('%s', async (_name, text) => {
    await expect(run('search.query', { query: text, typing: true, explain: true })).resolves.toBeDefined();
    const literally = quote(text);
    if (literally === null || !isVisible(text)) return;
    const found = await findIds(literally);
    expect(found).toContain(bodied.get(text));
    if (titled.has(text)) expect(found).toContain(titled.get(text));
  });
});

it('loses no row: what is stored is what was written', async () => {
  const { notes } = await run('note.list', {});
  expect(notes).toHaveLength(titled.size + bodied.size);
  expect(bodied.size).toBeGreaterThan(400);
  // Only what shows nothing at all may be refused as a title.
  expect(refused.filter(isVisible)).toEqual([]);
});
