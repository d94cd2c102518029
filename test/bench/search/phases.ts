/**
 * What one child process measures. Building and starting are measured in processes of their own, where nothing of
 * another engine lies in the heap; queries in one process, engine after engine for each query.
 */
import { readCorpus, wordsOf, type Corpus } from './corpus.ts';
import { median, spreadOf, time, type Spread } from './statistics.ts';
import { LOADS, type BenchQuery, type Load, type Loaded, type Subject } from './subject.ts';
import { SUBJECTS } from './subjects/all.ts';
import { OURS } from './subjects/ours.ts';
import { askWorst, type WorstAnswer } from './worst.ts';

export interface Task {
  readonly phase: 'prepare' | 'build' | 'cold' | 'queries' | 'changes' | 'worst';
  readonly subject: string;
  /** All that are compared. */
  readonly subjects: readonly string[];
  readonly folder: string;
  readonly rounds: number;
}

export interface BuildFigures {
  readonly buildMs: number;
  /** What was left to be done after it, off the path of any query; 0 for most engines. */
  readonly settleMs: number;
  readonly storedBytes: number;
}

export interface ColdFigures {
  /** From opening the stored index to the first answer; starting the process is not in it. */
  readonly coldMs: number;
  readonly heapBytes: number;
  /** How much larger the process is, with what native code (SQLite's cache) holds. */
  readonly residentBytes: number;
}

/** `first`: the mixed load where each query was asked for the first time, nothing of it being remembered. */
export type QueryLoad = Load | 'mixed' | 'first';

export type QueryFigures = Readonly<Record<string, Readonly<Partial<Record<QueryLoad, Spread>>>>>;

export interface ChangeFigures {
  readonly changes: number;
  readonly addAndFind: Spread;
  /** A query for a beginning after each addition. */
  readonly prefixWhileAdding: Spread;
  readonly removal: Spread;
}

export interface Answers {
  prepare: null;
  build: BuildFigures | null;
  cold: ColdFigures;
  queries: QueryFigures;
  changes: ChangeFigures | null;
  worst: readonly WorstAnswer[];
}

export async function runTask(task: Task): Promise<Answers[Task['phase']]> {
  const subject = SUBJECTS.find(({ name }) => name === task.subject);
  if (task.phase === 'queries') return compareQueries(task);
  if (!subject) throw new Error(`no such engine: ${task.subject}`);
  const corpus = readCorpus(task.folder);
  switch (task.phase) {
    case 'prepare':
      await subject.prepare?.(corpus, task.folder);
      return null;
    case 'build':
      return build(subject, corpus, task.folder);
    case 'cold':
      return startCold(subject, corpus, task.folder);
    case 'changes':
      return change(subject, corpus, task.folder);
    case 'worst':
      return askWorst(task.folder);
  }
}

async function build(subject: Subject, corpus: Corpus, folder: string): Promise<BuildFigures | null> {
  if (!subject.build) return null;
  await subject.clear?.(folder);
  const start = performance.now();
  const built = await subject.build(corpus, folder);
  const buildMs = performance.now() - start;
  const settleMs = await time(() => built.settle?.());
  return { buildMs, settleMs, storedBytes: await built.save() };
}

/** Heap and what hangs on it outside, after a collection. */
function memoryInUse(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function startCold(subject: Subject, corpus: Corpus, folder: string): Promise<ColdFigures> {
  const [query] = corpus.queries;
  if (!query) throw new Error('no queries');
  const before = memoryInUse();
  const residentBefore = process.memoryUsage.rss();
  const start = performance.now();
  const loaded = await subject.load(folder);
  await loaded.query(query);
  const coldMs = performance.now() - start;
  const heapBytes = memoryInUse() - before;
  const residentBytes = process.memoryUsage.rss() - residentBefore;
  await loaded.close();
  return { coldMs, heapBytes, residentBytes };
}

async function compareQueries({ folder, rounds, subjects }: Task): Promise<QueryFigures> {
  const { queries } = readCorpus(folder);
  const loaded: (readonly [Subject, Loaded])[] = [];
  for (const subject of SUBJECTS) {
    if (subjects.includes(subject.name)) loaded.push([subject, await subject.load(folder)]);
  }
  const times = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, query] of queries.entries()) {
      for (const [{ name, loads }, index] of loaded) {
        if (!loads.includes(query.load)) continue;
        const took = await time(() => index.query(query));
        const key = `${name} ${at}`;
        times.set(key, [...(times.get(key) ?? []), took]);
      }
    }
  }
  for (const [, index] of loaded) await index.close();
  return Object.fromEntries(loaded.map(([{ name }]) => [name, spreads(name, queries, times)]));
}

/** Over the queries of a load: each counts with its median of all rounds but the first, which warms up. */
function spreads(name: string, queries: readonly BenchQuery[], times: ReadonlyMap<string, number[]>) {
  const of = (loads: readonly Load[], read: (took: readonly number[]) => number): Spread | undefined => {
    const values = queries.flatMap(({ load }, at) => {
      const took = times.get(`${name} ${at}`);
      return took && loads.includes(load) ? [read(took)] : [];
    });
    return values.length > 0 ? spreadOf(values) : undefined;
  };
  const later = (took: readonly number[]): number => median(took.slice(1));
  return {
    ...Object.fromEntries(LOADS.map((load) => [load, of([load], later)])),
    mixed: of(LOADS, later),
    first: of(LOADS, (took) => took[0] ?? Number.NaN),
  };
}

const MOST_CHANGES = 3000;
/** Ours makes all of them; of an engine that needs longer than this, what it made by then is told. */
const CHANGES_TIME = 20_000;

async function change(subject: Subject, { passages }: Corpus, folder: string): Promise<ChangeFigures | null> {
  const loaded = await subject.load(folder);
  const { add, remove } = loaded;
  if (!add || !remove) return null;
  await loaded.query({ load: 'one', words: ['warm'] });
  const added: number[] = [];
  const prefixes: number[] = [];
  const ids: string[] = [];
  const end = subject.name === OURS ? Infinity : performance.now() + CHANGES_TIME;
  while (ids.length < MOST_CHANGES && performance.now() < end) {
    const { text } = passages[(ids.length * 7) % passages.length] ?? { text: '' };
    const unique = `zq${ids.length.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}zq`;
    const start = performance.now();
    ids.push(await add({ id: `added-${ids.length}`, text: `${text} ${unique}` }));
    const found = await loaded.query({ load: 'rare', words: [unique] });
    added.push(performance.now() - start);
    if (found === 0) throw new Error(`${subject.name} does not find what was added`);
    prefixes.push(
      await time(() => loaded.query({ load: 'prefix', words: [wordsOf(text)[1]?.slice(0, 3) ?? 'ban'] })),
    );
  }
  const removed: number[] = [];
  for (const id of ids.slice(0, 200)) removed.push(await time(() => remove(id)));
  await loaded.close();
  return {
    changes: ids.length,
    addAndFind: spreadOf(added),
    prefixWhileAdding: spreadOf(prefixes),
    removal: spreadOf(removed),
  };
}
