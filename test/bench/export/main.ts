/**
 * `npm run bench -- export`, with `--sources N` (500), `--excerpts N` (10000) and `--rounds N` (5). The report is written
 * to `--out FOLDER` (bench-results).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { calibrate } from '../search/calibration.ts';
import { measureMemory } from './memory.ts';
import { PHASES, runPhase, type Measured } from './phases.ts';
import { writeReport, judge, type ExportReport } from './report.ts';

const PHASE = '--phase';

function readOptions() {
  return parseArgs({
    options: {
      sources: { type: 'string', default: '500' },
      excerpts: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '5' },
      out: { type: 'string', default: 'bench-results' },
    },
  }).values;
}

/** In another process, whose memory is that of the phase alone. */
function measure(name: string, folder: string, rounds: string): Measured {
  process.stderr.write(`${name}\n`);
  const args = [fileURLToPath(import.meta.url), PHASE, name, folder, rounds];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}

async function main(): Promise<void> {
  const { sources, excerpts, rounds, out } = readOptions();
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
  try {
    const sizes = { sources: Number(sources), excerpts: Number(excerpts) };
    process.stderr.write('making the notebook\n');
    // Its parsers are no part of what is measured.
    const { makeNotebook } = await import('./notebook.ts');
    await makeNotebook(join(folder, 'notebook.dossier'), sizes);
    const phases = Object.fromEntries(
      Object.keys(PHASES).map((name) => [name, measure(name, folder, rounds)]),
    );
    process.stderr.write('memory\n');
    const memory = measureMemory(folder);
    const [cpu] = cpus();
    const report: ExportReport = {
      machine: { cpu: cpu?.model ?? 'unknown', cores: cpus().length, node: process.version },
      calibrationMs: calibrate(),
      rounds: Number(rounds),
      sizes,
      phases,
      memory,
    };
    mkdirSync(out, { recursive: true });
    const json = JSON.stringify({ ...report, targets: judge(report) }, null, 2);
    writeFileSync(join(out, 'export.json'), `${json}\n`);
    writeFileSync(join(out, 'export.md'), writeReport(report));
    process.stdout.write(writeReport(report));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [, , first, name, folder, rounds] = process.argv;
if (first === PHASE && name !== undefined && folder !== undefined) {
  process.stdout.write(JSON.stringify(await runPhase(name, { folder, rounds: Number(rounds) })));
} else await main();
