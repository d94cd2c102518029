/**
 * `npm run bench -- claims`, with `--passages N` (100000), `--claims N` (10000), `--rounds N` (30). The report is written to
 * `--out FOLDER` (bench-results).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '../../../src-main/common/contract/client.ts';
import type { CommandName, Input, Output } from '../../../src-main/common/contract/commands.ts';
import { unwrap } from '../../../src-main/common/contract/result.ts';
import { createEngine } from '../../../src-main/core/engine.ts';
import { enginePorts } from '../engine-ports.ts';
import { median, quantile } from '../reader/statistics.ts';
import { calibrate } from '../search/calibration.ts';
import { makeDraft } from './draft.ts';
import { fillNotebook } from './fill.ts';
import { judgeSets } from './quality.ts';

const EVIDENCE = 5;
const PAGE = 100;
const MATRIX = 100;

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '100000' },
    claims: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '30' },
    out: { type: 'string', default: 'bench-results' },
  },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
const path = join(folder, 'claims.dossier');

interface Figure {
  readonly p50: number;
  readonly p95: number;
}
const figures: Record<string, Figure> = {};

async function measure(
  name: string,
  count: number,
  work: (round: number) => Promise<unknown>,
): Promise<void> {
  const times: number[] = [];
  await work(0);
  for (let round = 1; round <= count; round += 1) {
    const begun = performance.now();
    await work(round);
    times.push(performance.now() - begun);
  }
  figures[name] = { p50: median(times), p95: quantile(times, 0.95) };
  process.stderr.write(`${name}\n`);
}

try {
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
  const { claims } = await ask('claim.summaries', { limit: PAGE });
  const then = new Date().toISOString();
  const limit = PAGE;
  await measure('ledger, a page', rounds, () => ask('claim.summaries', { limit }));
  await measure('ledger, the last page', rounds, () =>
    ask('claim.summaries', { limit, offset: Number(values.claims) - PAGE }),
  );
  await measure('ledger, one status', rounds, () => ask('claim.summaries', { limit, status: 'disputed' }));
  await measure('ledger, by status', rounds, () => ask('claim.summaries', { limit, sort: 'status' }));
  await measure('ledger, by statement', rounds, () => ask('claim.summaries', { limit, sort: 'statement' }));
  await measure('as of, a page', rounds, () => ask('claim.summaries', { limit, asOf: then }));
  await measure('as of, one status', rounds, () =>
    ask('claim.summaries', { limit, status: 'disputed', asOf: then }),
  );
  await measure('a verdict, stored and found', rounds, async (round) => {
    const id = claims[round % claims.length]?.id;
    if (id === undefined) return;
    await ask('claim.dispute', { id, reason: 'They differ.' });
    const word = claims[round % claims.length]?.statement.split(' ')[0] ?? '';
    await ask('search.query', { query: word, in: ['claim'], status: 'disputed' });
  });
  await measure('matrix of a hundred claims', rounds, () =>
    ask('claim.matrix', { claims: claims.slice(0, MATRIX).map(({ id }) => id) }),
  );
  const draft = makeDraft(sources.map(({ text }) => text));
  await measure('a draft of 5,000 words, 60 quotations', Math.min(5, rounds), async () => {
    const { quotations } = await ask('draft.check', { text: draft });
    if (quotations.length !== 60) throw new Error(`${quotations.length} quotations`);
  });
  await engine.close();
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
