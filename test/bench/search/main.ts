/**
 * `npm run bench -- search`, with
 * `--size 1000,10000,100000` (10000), `--rounds N` (5), `--out FOLDER` (bench-results), and for a quick look
 * `--engines Dossier,lunr` and `--phases queries,worst`. `--oracle N` (10000) is how many random commands are tried
 * against stock lunr, with a tenth as many queries, and `--seed` which: one difference fails the run. `--from FILE`
 * writes the report of a JSON that was measured before, and `--readme` the README's figures. `report.ts` says what is
 * told.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { askChild, CHILD, measureSize, PHASES, type PhaseName } from './children.ts';
import { askOracle, type OracleFigures, type OracleTask } from './oracle.ts';
import { runTask, type Task } from './phases.ts';
import { plotReport } from './plot.ts';
import { putIntoReadme } from './readme.ts';
import { writeReport, type SearchReport, type SizeFigures } from './report.ts';
import { SUBJECTS } from './subjects/all.ts';
import { judgeSizes } from './targets.ts';

async function runChild(task: string): Promise<void> {
  const asked = JSON.parse(task) as Task | OracleTask;
  const answer = asked.phase === 'oracle' ? askOracle(asked) : await runTask(asked);
  process.stdout.write(JSON.stringify(answer));
}

const SCRIPT = fileURLToPath(import.meta.url);

function tryOracle(commands: number, seed: number): OracleFigures {
  process.stderr.write(`oracle: ${commands} commands\n`);
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
  try {
    const task: OracleTask = { phase: 'oracle', folder, commands, seed };
    return askChild(SCRIPT, task) as OracleFigures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws Error for a name that is none */
function choose<T>(asked: string | undefined, all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  if (asked === undefined) return all;
  const names = asked.split(',').map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !all.some((one) => nameOf(one).toLowerCase() === name));
  if (unknown !== undefined) throw new Error(`${unknown}: there are ${all.map(nameOf).join(', ')}`);
  return all.filter((one) => names.includes(nameOf(one).toLowerCase()));
}

function readOptions() {
  return parseArgs({
    options: {
      size: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '5' },
      out: { type: 'string', default: 'bench-results' },
      engines: { type: 'string' },
      phases: { type: 'string' },
      oracle: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '20261122' },
      from: { type: 'string' },
      readme: { type: 'boolean', default: false },
    },
  }).values;
}

type Options = ReturnType<typeof readOptions>;

/** What was measured so far is written after each size: the largest takes most of an hour. */
function measure(values: Options): SearchReport {
  const subjects = choose(values.engines, SUBJECTS, ({ name }) => name);
  const phases = new Set<PhaseName>(choose(values.phases, PHASES, (phase) => phase));
  const rounds = Number(values.rounds);
  const plan = { subjects, phases, rounds, script: SCRIPT };
  const [cpu] = cpus();
  const oracle = phases.has('oracle') ? tryOracle(Number(values.oracle), Number(values.seed)) : null;
  const measures = PHASES.some((phase) => phase !== 'oracle' && phases.has(phase));
  const machine = { cpu: cpu?.model ?? 'unknown', cores: cpus().length, node: process.version };
  const reportOf = (sizes: SearchReport['sizes']): SearchReport => ({
    ...{ machine, rounds, oracle, sizes },
    targets: judgeSizes(sizes),
  });
  const sizes: SizeFigures[] = [];
  for (const size of measures ? values.size.split(',') : []) {
    sizes.push(measureSize(Number(size), plan));
    write(reportOf(sizes), values);
  }
  return reportOf(sizes);
}

/** @returns the report as Markdown */
function write(report: SearchReport, { out }: Options): string {
  mkdirSync(out, { recursive: true });
  const markdown = writeReport(report);
  writeFileSync(join(out, 'search.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(out, 'search.md'), markdown);
  writeFileSync(join(out, 'search.svg'), plotReport(report));
  return markdown;
}

function runBench(): void {
  const values = readOptions();
  const { from } = values;
  const report =
    from === undefined ? measure(values) : (JSON.parse(readFileSync(from, 'utf8')) as SearchReport);
  const markdown = write(report, values);
  if (values.readme) writeFileSync('README.md', putIntoReadme(readFileSync('README.md', 'utf8'), report));
  process.stdout.write(markdown);
  const { oracle } = report;
  if (oracle && oracle.differences > 0) {
    process.stderr.write(`${oracle.differences} answers are not stock lunr’s\n`);
    process.exitCode = 1;
  }
}

const [, , first, task] = process.argv;
if (first === CHILD && task !== undefined) await runChild(task);
else runBench();
