/**
 * `npm run bench -- claims`, with `--passages N` (100000), `--claims N` (10000), `--rounds N` (30), and for a quick look
 * `--parts ledger,matrix,draft,window`; `--browser PATH` is what the window is measured in. The report is written to
 * `--out FOLDER` (bench-results).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '../../../src-main/common/contract/client.ts';
import type { CommandName, Input, Output } from '../../../src-main/common/contract/commands.ts';
import { CLAIM_SORTS } from '../../../src-main/common/contract/ledger.ts';
import { unwrap } from '../../../src-main/common/contract/result.ts';
import { createEngine } from '../../../src-main/core/engine.ts';
import { enginePorts } from '../engine-ports.ts';
import { median, quantile } from '../reader/statistics.ts';
import { calibrate } from '../search/calibration.ts';
import { type Figure, measureMatrix } from './browser.ts';
import { makeDraft } from './draft.ts';
import { fillNotebook } from './fill.ts';
import { measureLedgerWindow } from './window.ts';
import { judgeSets } from './quality.ts';

const EVIDENCE = 5;
const PAGE = 100;
const MATRIX = 100;
/** As the window asks for them. */
const FIRST_ROWS = 60;

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '100000' },
    claims: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '30' },
    parts: { type: 'string', default: 'ledger,matrix,draft,window' },
    browser: { type: 'string' },
    out: { type: 'string', default: 'bench-results' },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
const path = join(folder, 'claims.dossier');

const parts = new Set(values.parts.split(','));
const figures: Record<string, Figure> = {};

async function measure(
  name: string,
  count: number,
  work: (round: number) => Promise<unknown>,
): Promise<void> {
  await work(0);
  await measureAgain(name, count, work);
}

/** Without a round before that is not counted. */
async function measureAgain(
  name: string,
  count: number,
  work: (round: number) => Promise<unknown>,
): Promise<void> {
  const times: number[] = [];
  for (let round = 1; round <= count; round += 1) {
    const begun = performance.now();
    await work(round);
    times.push(performance.now() - begun);
  }
  figures[name] = { p50: median(times), p95: quantile(times, 0.95) };
  process.stderr.write(`${name}\n`);
}

async function measureEngine(): Promise<void> {
  const sources = fillNotebook(path, {
    passages: Number(values.passages),
    claims: Number(values.claims),
    evidence: EVIDENCE,
  });
  process.stderr.write('filled\n');
  const engine = createEngine({ path, create: false }, enginePorts);
  let calls = 0;
  const client = createClient(
    { ...engine, capabilities: { host: 'process', platform: 'bench', can: [] } },
    () => `call-${(calls += 1)}`,
  );
  const ask = async <Name extends CommandName>(name: Name, input: Input<Name>): Promise<Output<Name>> =>
    unwrap(await client.call(name, input));
  while (engine.tend());
  process.stderr.write('indexed\n');
  // What the window asks for when the ledger opens: all ids in order, the first rows, and what each choice would leave.
  const openLedger = async (more: Input<'claim.counts'> & Input<'claim.summaries'> = {}) => {
    const { sort, descending, grouped, ...filter } = more;
    const order = { sort: sort ?? ('activity' as const), descending, grouped };
    const [rows] = await Promise.all([
      ask('claim.summaries', { ...filter, ...order, ids: true, limit: FIRST_ROWS }),
      ask('claim.counts', filter),
    ]);
    return rows;
  };
  if (parts.has('ledger')) {
    await measureAgain('ledger, the first time after opening', 1, () => openLedger());
    const { claims } = await ask('claim.summaries', { limit: PAGE });
    const then = new Date().toISOString();
    await measure('ledger, opened', rounds, () => openLedger());
    await measure('as of, opened', rounds, () => openLedger({ asOf: then }));
    await measure('ledger, one status', rounds, () => openLedger({ status: 'disputed' }));
    await measure('as of, one status', rounds, () => openLedger({ status: 'disputed', asOf: then }));
    await measure('ledger, one origin only', rounds, () => openLedger({ doubt: 'one-origin' }));
    await measure('ledger, by words', rounds, () => openLedger({ text: 'port' }));
    await measure('ledger, in groups', rounds, () => openLedger({ grouped: true }));
    for (const sort of CLAIM_SORTS) await measure(`ledger, by ${sort}`, rounds, () => openLedger({ sort }));
    await measure('ledger, the last page', rounds, () =>
      ask('claim.summaries', { limit: PAGE, offset: Number(values.claims) - PAGE }),
    );
    const dispute = async (round: number): Promise<void> => {
      const id = claims[round % claims.length]?.id;
      if (id !== undefined) await ask('claim.dispute', { id, reason: 'They differ.' });
    };
    const find = async (round: number): Promise<unknown> => {
      const word = claims[round % claims.length]?.statement.split(' ')[0] ?? '';
      return ask('search.query', { query: word, in: ['claim'], status: 'disputed' });
    };
    await measure('a verdict, stored', rounds, dispute);
    await measure('a verdict, stored and shown', rounds, async (round) => {
      await dispute(round);
      await openLedger();
    });
    await measure('a verdict, stored, shown and found', rounds, async (round) => {
      await dispute(round);
      await openLedger();
      await find(round);
    });
  }
  if (parts.has('matrix')) {
    const { claims } = await ask('claim.summaries', { limit: MATRIX });
    await measure('matrix of a hundred claims', rounds, () =>
      ask('claim.matrix', { claims: claims.map(({ id }) => id) }),
    );
  }
  if (parts.has('draft')) {
    const draft = makeDraft(sources.map(({ text }) => text));
    await measure('a draft of 5,000 words, 60 quotations', Math.min(5, rounds), async () => {
      const { quotations } = await ask('draft.check', { text: draft });
      if (quotations.length !== 60) throw new Error(`${quotations.length} quotations`);
    });
  }
  await engine.close();
}

/** The ledger in the app beside that of an empty notebook, and the matrix on a page of its own. */
async function measureWindow(browser: string): Promise<void> {
  const empty = join(folder, 'empty.dossier');
  fillNotebook(empty, { passages: 0, claims: 0, evidence: 0 });
  for (const [name, notebook] of [
    ['an empty one', empty],
    ['this one', path],
  ] as const) {
    for (const [what, times] of Object.entries(await measureLedgerWindow(browser, notebook, rounds)))
      figures[`window, ${what}, ${name}`] = { p50: median(times), p95: quantile(times, 0.95) };
    process.stderr.write(`window, ${name}\n`);
  }
  Object.assign(figures, await measureMatrix(browser, rounds));
}

try {
  await measureEngine();
  if (parts.has('window') && values.browser !== undefined) await measureWindow(values.browser);
  const rows = Object.entries(figures).map(
    ([name, { p50, p95 }]) => `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`,
  );
  const sets = await judgeSets();
  const judged = sets.map(
    ({ name, cases, right, first }) => `| ${name} | ${right} of ${cases} | ${first ?? 'made with it'} |`,
  );
  const title = `${values.claims} claims with ${EVIDENCE} pieces of evidence each, ${values.passages} passages; calibration ${calibrate().toFixed(0)} ms`;
  const report = [
    ...['# Claims', '', title, '', '| what | p50 ms | p95 ms |', '|-|-|-|', ...rows, ''],
    ...['| quotations of drafts | judged right | when first run |', '|-|-|-|', ...judged, ''],
  ].join('\n');
  mkdirSync(values.out, { recursive: true });
  writeFileSync(
    join(values.out, 'claims.json'),
    `${JSON.stringify({ ...values, figures, sets }, null, 2)}\n`,
  );
  writeFileSync(join(values.out, 'claims.md'), report);
  process.stdout.write(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
