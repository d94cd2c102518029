/** `dossier bench`: this machine's own figures, beside a calibration of the same run. Times in milliseconds. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../common/contract/client.ts';
import type { CommandName, Input, Output } from '../common/contract/commands.ts';
import { unwrap } from '../common/contract/result.ts';
import { startEngine } from './engine-client.ts';
import { createProcessClient } from './process-client.ts';
import { ensureSample } from './sample.ts';
import { syntheticArticle } from './synthetic.ts';
import { workerFile } from './worker-files.ts';

const ROUNDS = 5;
const PASSAGES_AN_ARTICLE = 50;

export interface BenchReport {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  /** SHA-256 over 64 MB: how fast this machine was during this very run. */
  readonly calibrationMs: number;
  readonly rounds: number;
  readonly startup: readonly StartupFigures[];
}

export interface StartupFigures {
  readonly notebook: string;
  readonly passages: number;
  /** From nothing to an engine worker that has answered its first command. */
  readonly engineReadyMs: number;
  /** The first search after that, the making of the index included. */
  readonly firstSearchMs: number;
  /** A search after that. */
  readonly searchMs: number;
}

/** @param size passages of the synthetic notebook */
export async function runBench(size: number, progress: (step: string) => void): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
  try {
    const sample = join(folder, 'sample.dossier');
    await ensureSample(sample, (path) => open(path, true));
    progress('sample');
    const synthetic = join(folder, 'synthetic.dossier');
    await fillNotebook(synthetic, size);
    progress('synthetic');
    const startup = [await measureStartup('sample', sample), await measureStartup('synthetic', synthetic)];
    const [cpu] = cpus();
    return {
      machine: { cpu: cpu?.model ?? 'unknown', cores: cpus().length, node: process.version },
      calibrationMs: median(Array.from({ length: ROUNDS }, calibrate)),
      rounds: ROUNDS,
      startup,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a notebook of about `passages` passages, 50 to a source, through the ordinary import. */
export async function fillNotebook(path: string, passages: number): Promise<void> {
  await withClient(path, true, async (client) => {
    for (let article = 0; article * PASSAGES_AN_ARTICLE < passages; article++) {
      const paragraphs = Math.min(PASSAGES_AN_ARTICLE, passages - article * PASSAGES_AN_ARTICLE);
      const bytes = new TextEncoder().encode(syntheticArticle(article + 1, paragraphs));
      await call(client, 'source.import', { bytes, fileName: `article-${article}.txt`, language: 'fr' });
    }
  });
}

async function measureStartup(notebook: string, path: string): Promise<StartupFigures> {
  const ready: number[] = [];
  const first: number[] = [];
  const later: number[] = [];
  let passages = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await withClient(path, false, async (client) => {
      ({ passages } = (await call(client, 'notebook.info', {})).counts);
      ready.push(performance.now() - start);
      first.push(await time(() => call(client, 'search.query', { query: 'la' })));
      later.push(await time(() => call(client, 'search.query', { query: 'de' })));
    });
  }
  return {
    notebook,
    passages,
    engineReadyMs: median(ready),
    firstSearchMs: median(first),
    searchMs: median(later),
  };
}

function open(path: string, create: boolean): ReturnType<typeof startEngine> {
  return startEngine(workerFile('engine-worker'), { path, create });
}

async function withClient(
  path: string,
  create: boolean,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const engine = await open(path, create);
  try {
    await work(createProcessClient(engine, 'bench'));
  } finally {
    await engine.close();
  }
}

async function call<Name extends CommandName>(
  client: Client,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  return unwrap(await client.call(name, input));
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function calibrate(): number {
  const bytes = Buffer.alloc(64 * 1024 * 1024, 7);
  const start = performance.now();
  createHash('sha256').update(bytes).digest();
  return performance.now() - start;
}

/** Of an odd number of values. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
