/**
 * `npm run bench -- search`, with
 * `--size 1000,10000,100000` (10000), `--rounds N` (5), `--out FOLDER` (bench-results), and for a quick look
 * `--engines Dossier,lunr` and `--phases queries,worst`. `report.ts` says what it tells.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHILD, measureSize, PHASES, type PhaseName } from './children.ts';
import { runTask, type Task } from './phases.ts';
import { plotReport } from './plot.ts';
import { writeReport, type SearchReport } from './report.ts';
import { SUBJECTS } from './subjects/all.ts';
import { judgeSizes } from './targets.ts';

async function runChild(task: string): Promise<void> {
  process.stdout.write(JSON.stringify(await runTask(JSON.parse(task) as Task)));
}

/** @throws Error for a name that is none */
function choose<T>(asked: string | undefined, all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  if (asked === undefined) return all;
  const names = asked.split(',').map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !all.some((one) => nameOf(one).toLowerCase() === name));
  if (unknown !== undefined) throw new Error(`${unknown}: there are ${all.map(nameOf).join(', ')}`);
  return all.filter((one) => names.includes(nameOf(one).toLowerCase()));
}

function runBench(): void {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '5' },
      out: { type: 'string', default: 'bench-results' },
      engines: { type: 'string' },
      phases: { type: 'string' },
    },
  });
  const subjects = choose(values.engines, SUBJECTS, ({ name }) => name);
  const phases = new Set<PhaseName>(choose(values.phases, PHASES, (phase) => phase));
  const rounds = Number(values.rounds);
  const plan = { subjects, phases, rounds, script: fileURLToPath(import.meta.url) };
  const [cpu] = cpus();
  const sizes = values.size.split(',').map((size) => measureSize(Number(size), plan));
  const report: SearchReport = {
    machine: { cpu: cpu?.model ?? 'unknown', cores: cpus().length, node: process.version },
    rounds,
    sizes,
    targets: judgeSizes(sizes),
  };
  mkdirSync(values.out, { recursive: true });
  const markdown = writeReport(report);
  writeFileSync(join(values.out, 'search.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(values.out, 'search.md'), markdown);
  writeFileSync(join(values.out, 'search.svg'), plotReport(report));
  process.stdout.write(markdown);
}

const [, , first, task] = process.argv;
if (first === CHILD && task !== undefined) await runChild(task);
else runBench();
