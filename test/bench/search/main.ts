/** `npm run bench -- search [--size 1000,10000,100000] [--rounds 5] [--out FOLDER]`: see `report.ts` for what it tells. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { saveCorpus } from './corpus.ts';
import { runTask, type Answers, type BuildFigures, type ColdFigures, type Task } from './phases.ts';
import { plotReport } from './plot.ts';
import { writeReport, type EngineFigures, type SearchReport, type SizeFigures } from './report.ts';
import { median } from './statistics.ts';
import { SUBJECTS } from './subjects/all.ts';

const CHILD = '--child';
const HEAP_MB = 14_000;

async function runChild(task: string): Promise<void> {
  process.stdout.write(JSON.stringify(await runTask(JSON.parse(task) as Task)));
}

function ask<Phase extends Task['phase']>(task: Task & { readonly phase: Phase }): Answers[Phase] {
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MB}`, '--no-warnings'];
  const args = [...flags, fileURLToPath(import.meta.url), CHILD, JSON.stringify(task)];
  const { status, stdout, error } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${task.phase} of ${task.subject} failed`, { cause: error });
  return JSON.parse(stdout) as Answers[Phase];
}

function measureSize(size: number, rounds: number): SizeFigures {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
  const say = (step: string): void => {
    process.stderr.write(`${size} passages: ${step}\n`);
  };
  const task = (subject: string) => ({ subject, folder, rounds });
  try {
    const builds = new Map<string, BuildFigures[]>();
    const colds = new Map<string, ColdFigures[]>();
    saveCorpus(folder, size);
    for (const { name, prepare } of SUBJECTS) if (prepare) ask({ ...task(name), phase: 'prepare' });
    for (let round = 0; round < rounds; round += 1) {
      say(`build and cold start, round ${round + 1}`);
      for (const { name } of SUBJECTS) {
        builds.set(name, [...(builds.get(name) ?? []), ask({ ...task(name), phase: 'build' })]);
        colds.set(name, [...(colds.get(name) ?? []), ask({ ...task(name), phase: 'cold' })]);
      }
    }
    say('queries');
    const queries = ask({ ...task(''), phase: 'queries' });
    say('worst queries');
    const worst = ask({ ...task('Dossier'), phase: 'worst' });
    const engines = SUBJECTS.map(({ name }): EngineFigures => {
      say(`changes, ${name}`);
      const of = <T>(all: readonly T[] | undefined, read: (one: T) => number) =>
        median((all ?? []).map(read));
      return {
        name,
        buildMs: of(builds.get(name), ({ buildMs }) => buildMs),
        storedBytes: of(builds.get(name), ({ storedBytes }) => storedBytes),
        coldMs: of(colds.get(name), ({ coldMs }) => coldMs),
        heapBytes: of(colds.get(name), ({ heapBytes }) => heapBytes),
        queries: queries[name] ?? {},
        changes: ask({ ...task(name), phase: 'changes' }),
      };
    });
    return { size, engines, worst };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runBench(): void {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '5' },
      out: { type: 'string', default: 'bench-results' },
    },
  });
  const rounds = Number(values.rounds);
  const [cpu] = cpus();
  const report: SearchReport = {
    machine: { cpu: cpu?.model ?? 'unknown', cores: cpus().length, node: process.version },
    rounds,
    sizes: values.size.split(',').map((size) => measureSize(Number(size), rounds)),
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
