import { expect, it, onTestFinished } from 'vitest';
import type { MutationName, Input } from '../../../src-main/common/contract/commands.ts';
import type { Notebook } from '../../../src-main/core/storage/connection.ts';
import { KnownLedger } from '../../../src-main/core/storage/known-ledger.ts';
import { openNotebook } from '../../../src-main/core/storage/migrate.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';
import { tempNotebook } from '../../support/temp.ts';

/** As two processes have it: one writes, the other one follows. */
function openBoth(): { app: TestEngine; notebook: Notebook; known: KnownLedger } {
  const path = tempNotebook();
  const app = openTestEngine(path);
  const notebook = openNotebook(path, { create: false });
  onTestFinished(() => notebook.close());
  return { app, notebook, known: new KnownLedger() };
}

/** In one order, whichever way it was read. */
function told(ledger: KnownLedger): unknown {
  const rows = [...ledger.claims.values()].map(({ evidence, tags, ...claim }) => ({
    ...claim,
    tags: tags.toSorted(),
    evidence: evidence.map((one) => JSON.stringify(one)).toSorted(),
  }));
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

it('knows after each change what it would read anew', async () => {
  const { app, notebook, known } = openBoth();
  const check = (step: string): void => {
    known.follow(notebook);
    const fresh = new KnownLedger();
    fresh.follow(notebook);
    expect(told(known), step).toEqual(told(fresh));
  };
  const run = async <Name extends MutationName>(name: Name, input: Input<Name>) => {
    const answer = await app.run(name, input);
    check(name);
    return answer;
  };
  check('empty');
  const url = 'https://example.org/a';
  const text = (middle: string) => bytesOf(`The plant\nIt costs 412 million euros, ${middle}.`);
  const imported = { fileName: 'a.txt', url };
  const { id: source } = await run('source.import', { ...imported, bytes: text('the council says') });
  const excerpt = (await run('excerpt.add', { source, quote: '412 million euros' })).excerpt.id;
  const other = (await run('excerpt.add', { source, quote: 'the council says' })).excerpt.id;
  const evidence = [{ excerpt, stance: 'supports' as const, origin: 'Nordet' }];
  const claim = (await run('claim.add', { statement: 'It costs 412 million.', evidence })).claim.id;
  const better = (await run('claim.add', { statement: 'It costs more.', tags: ['cost'] })).claim.id;
  await run('claim.attach', { id: claim, excerpt: other, stance: 'disputes' });
  await run('claim.reassess', { id: claim, excerpt, stance: 'mentions', origin: '  ' });
  await run('claim.verify', { id: claim, reason: 'Two.' });
  await run('claims.tag', { ids: [claim, better], tags: ['port'], untag: ['cost'] });
  await run('claim.supersede', { id: claim, by: better });
  await run('tag.merge', { tag: 'port', into: 'cost' });
  await run('tag.remove', { tag: 'cost' });
  await run('source.import', { ...imported, bytes: text('nobody says it any more') });
  await run('excerpt.remove', { id: excerpt });
  await run('source.remove', { id: source });
  for (let left = 6; left > 0; left -= 1) await run('history.undo', {});
  for (let left = 3; left > 0; left -= 1) await run('history.redo', {});
  await run('claim.detach', { id: claim, excerpt: other });
  await run('claims.remove', { ids: [better] });
  await run('trash.empty', {});
});

it('reads one claim anew after a verdict, and keeps the others as they are', async () => {
  const { app, notebook, known } = openBoth();
  const one = (await app.run('claim.add', { statement: 'One.' })).claim.id;
  const two = (await app.run('claim.add', { statement: 'Two.' })).claim.id;
  known.follow(notebook);
  const before = known.claims.get(two);
  await app.run('claim.verify', { id: one, reason: 'Said so.' });
  known.follow(notebook);
  expect(known.claims.get(one)?.verdicts).toHaveLength(1);
  expect(known.claims.get(two)).toBe(before);
});

it('sees what another client wrote without telling the log', async () => {
  const { app, notebook, known } = openBoth();
  const { id } = (await app.run('claim.add', { statement: 'One.' })).claim;
  known.follow(notebook);
  const foreign = openNotebook(app.path, { create: false });
  foreign.transaction((writer) => writer.run("UPDATE claim SET statement = 'Another.'"));
  foreign.close();
  known.follow(notebook);
  expect(known.claims.get(id)?.statement).toBe('Another.');
});

it('is read in parts where nobody waits, and knows what was changed between them', async () => {
  const { app, notebook, known } = openBoth();
  const ids = [];
  for (let left = 0; left < 3; left += 1) {
    ids.push((await app.run('claim.add', { statement: `Claim ${left}.` })).claim.id);
  }
  for (let more = true; more;) {
    more = known.prepare(notebook);
    await app.run('claim.verify', { id: ids[0]!, reason: 'Said so.' });
  }
  expect(known.claims.size).toBe(3);
  const first = known.claims.get(ids[1]!);
  known.follow(notebook);
  expect(known.claims.get(ids[0]!)?.verdicts.length).toBeGreaterThan(0);
  expect(known.claims.get(ids[1]!)).toBe(first);
});
