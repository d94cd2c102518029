/** Each phase of each engine in a process of its own; what they answer, put together for one size. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calibrate } from './calibration.ts';
import { saveCorpus } from './corpus.ts';
import type { Answers, BuildFigures, ColdFigures, Task } from './phases.ts';
import type { EngineFigures, SizeFigures } from './report.ts';
import { median } from './statistics.ts';
import type { Subject } from './subject.ts';
import { OURS } from './subjects/ours.ts';

export const CHILD = '--child';
const HEAP_MB = 14_000;

/** `oracle` is not of an engine: see `oracle.ts`. */
export const PHASES = ['build', 'cold', 'queries', 'worst', 'changes', 'oracle'] as const;
export type PhaseName = (typeof PHASES)[number];

export interface Plan {
  readonly subjects: readonly Subject[];
  readonly phases: ReadonlySet<PhaseName>;
  readonly rounds: number;
  /** What the children run: the bundle itself. */
  readonly script: string;
}

export function askChild(script: string, task: object): unknown {
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MB}`, '--no-warnings'];
  const { status, stdout, error } = spawnSync(
    process.execPath,
    [...flags, script, CHILD, JSON.stringify(task)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status !== 0) throw new Error(`${JSON.stringify(task)} failed`, { cause: error });
  return JSON.parse(stdout);
}

export function measureSize(size: number, plan: Plan): SizeFigures {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
  try {
    saveCorpus(folder, size);
    return new SizeRun(size, plan, folder).run();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class SizeRun {
  readonly #names: readonly string[];

  constructor(
    readonly size: number,
    readonly plan: Plan,
    readonly folder: string,
  ) {
    this.#names = plan.subjects.map(({ name }) => name);
  }

  run(): SizeFigures {
    const { phases } = this.plan;
    const calibrations = [calibrate()];
    this.#prepare();
    const { builds, colds } = this.#buildAndStart();
    this.#say('queries', phases.has('queries'));
    const queries = phases.has('queries') ? this.#ask('queries', '') : {};
    const worst = phases.has('worst') && this.#names.includes(OURS) ? this.#ask('worst', OURS) : [];
    const engines = this.#names.map((name): EngineFigures => {
      this.#say(`changes, ${name}`, phases.has('changes'));
      return {
        name,
        build: mediansOf(builds.get(name)),
        cold: mediansOf(colds.get(name)),
        queries: queries[name] ?? {},
        changes: phases.has('changes') ? this.#ask('changes', name) : null,
      };
    });
    calibrations.push(calibrate());
    return { size: this.size, calibrationMs: median(calibrations), engines, worst };
  }

  #prepare(): void {
    const { subjects } = this.plan;
    const reads = subjects.some(({ build }) => !build);
    if (reads && !this.#names.includes(OURS)) throw new Error(`${OURS} makes the index of the others`);
    for (const { name, prepare } of subjects) if (prepare) this.#ask('prepare', name);
  }

  /** What is not to be measured is built all the same, once: the other phases read it. */
  #buildAndStart() {
    const { rounds, phases } = this.plan;
    const builds = new Map<string, BuildFigures[]>();
    const colds = new Map<string, ColdFigures[]>();
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0 && !phases.has('build') && !phases.has('cold')) break;
      this.#say(`build and cold start, round ${round + 1}`, true);
      for (const name of this.#names) {
        const built = round === 0 || phases.has('build') ? this.#ask('build', name) : null;
        if (built && phases.has('build')) builds.set(name, [...(builds.get(name) ?? []), built]);
        if (phases.has('cold')) colds.set(name, [...(colds.get(name) ?? []), this.#ask('cold', name)]);
      }
    }
    return { builds, colds };
  }

  #ask<Phase extends Task['phase']>(phase: Phase, subject: string): Answers[Phase] {
    const task: Task = {
      ...{ phase, subject, folder: this.folder },
      ...{ subjects: this.#names, rounds: this.plan.rounds },
    };
    return askChild(this.plan.script, task) as Answers[Phase];
  }

  #say(step: string, wanted: boolean): void {
    if (wanted) process.stderr.write(`${this.size} passages: ${step}\n`);
  }
}

/** Each figure's median over the rounds. */
function mediansOf<Figures extends BuildFigures | ColdFigures>(
  rounds: readonly Figures[] | undefined,
): Figures | null {
  const [first] = rounds ?? [];
  if (!rounds || !first) return null;
  const keys = Object.keys(first) as (keyof Figures)[];
  return Object.fromEntries(
    keys.map((key) => [key, median(rounds.map((round) => Number(round[key])))]),
  ) as unknown as Figures;
}
