/**
 * What one child process measures. Building and starting are measured in processes of their own, where nothing of
 * another engine lies in the heap; queries in one process, engine after engine for each query.
 */
import { readCorpus, wordsOf, type Corpus } from './corpus.ts';
import { median, spreadOf, time, type Spread } from './statistics.ts';
import { LOADS, type BenchQuery, type Load, type Loaded, type Subject } from './subject.ts';
import { SUBJECTS } from './subjects/all.ts';
import { askWorst, type WorstAnswer } from './worst.ts';

export interface Task {
  readonly phase: 'prepare' | 'build' | 'cold' | 'queries' | 'changes' | 'worst';
  readonly subject: string;
  readonly folder: string;
  readonly rounds: number;
}

export interface BuildFigures {
  readonly buildMs: number;
  readonly storedBytes: number;
}

export interface ColdFigures {
  /** From opening the stored index to the first answer; starting the process is not in it. */
  readonly coldMs: number;
  readonly heapBytes: number;
}

export type QueryFigures = Readonly<Record<string, Readonly<Partial<Record<Load | 'mixed', Spread>>>>>;

export interface ChangeFigures {
  readonly changes: number;
  readonly addAndFind: Spread;
  /** A query for a beginning after each addition. */
  readonly prefixWhileAdding: Spread;
  readonly removal: Spread;
}

export interface Answers {
  prepare: null;
  build: BuildFigures;
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

async function build(subject: Subject, corpus: Corpus, folder: string): Promise<BuildFigures> {
  const start = performance.now();
  const built = await subject.build(corpus, folder);
  const buildMs = performance.now() - start;
  return { buildMs, storedBytes: await built.save() };
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
  const start = performance.now();
  const loaded = await subject.load(folder);
  await loaded.query(query);
  const coldMs = performance.now() - start;
  const heapBytes = memoryInUse() - before;
  await loaded.close();
  return { coldMs, heapBytes };
}

async function compareQueries({ folder, rounds }: Task): Promise<QueryFigures> {
  const { queries } = readCorpus(folder);
  const loaded: (readonly [Subject, Loaded])[] = [];
  for (const subject of SUBJECTS) loaded.push([subject, await subject.load(folder)]);
  const times = new Map<string, number[]>();
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, query] of queries.entries()) {
      for (const [{ name, loads }, index] of loaded) {
        if (!loads.includes(query.load)) continue;
        const took = await time(() => index.query(query));
        const key = `${name} ${at}`;
        if (round > 0) times.set(key, [...(times.get(key) ?? []), took]);
      }
    }
  }
  for (const [, index] of loaded) await index.close();
  return Object.fromEntries(SUBJECTS.map(({ name }) => [name, spreads(name, queries, times)]));
}

/** Over the queries of a load: each counts with its median of all rounds. */
function spreads(name: string, queries: readonly BenchQuery[], times: ReadonlyMap<string, number[]>) {
  const medians = queries.map(({ load }, at) => ({ load, took: times.get(`${name} ${at}`) }));
  const of = (loads: readonly Load[]): Spread | undefined => {
    const values = medians.flatMap(({ load, took }) => (took && loads.includes(load) ? [median(took)] : []));
    return values.length > 0 ? spreadOf(values) : undefined;
  };
  return { ...Object.fromEntries(LOADS.map((load) => [load, of([load])])), mixed: of(LOADS) };
}

const MOST_CHANGES = 1000;
/** An index that is made anew after each change would take minutes. */
const CHANGES_TIME = 15_000;

async function change(subject: Subject, { passages }: Corpus, folder: string): Promise<ChangeFigures | null> {
  const loaded = await subject.load(folder);
  const { add, remove } = loaded;
  if (!add || !remove) return null;
  await loaded.query({ load: 'one', words: ['warm'] });
  const added: number[] = [];
  const prefixes: number[] = [];
  const ids: string[] = [];
  const end = performance.now() + CHANGES_TIME;
  while (ids.length < MOST_CHANGES && (ids.length < 5 || performance.now() < end)) {
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
