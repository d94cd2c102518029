/**
 * What one export takes, as the user makes it: the built command line, once, in a process of its own. The most that the
 * whole process ever held (threads, V8, SQLite and all), as the system counts it; rounds in one process say nothing of
 * that, since V8 collects only when it has to.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const APP = resolve('out/main/dossier.js');
const REPORT = 'DOSSIER_BENCH_MEMORY';
/** Written when all is done. */
const HOOK = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.${REPORT},String(process.resourceUsage().maxRSS)))`;

/** Those that are asked for come first; what a printing browser takes beside it is not counted. */
const FORMATS = 'markdown archive obsidian html docx csv json-ld refi-qda evidence'.split(' ');

/** In megabytes, by what was made; `idle` is the command line that only opens the notebook. */
export function measureMemory(folder: string): Readonly<Record<string, number>> {
  const notebook = join(folder, 'notebook.dossier');
  const archive = join(folder, 'memory-archive');
  const exportAs = (format: string): number =>
    peakOf(folder, [
      'export',
      '--format',
      format,
      '--out',
      join(folder, `memory-${format}`),
      '--notebook',
      notebook,
    ]);
  return {
    ...Object.fromEntries(FORMATS.map((format) => [format, exportAs(format)])),
    restore: peakOf(folder, ['restore', archive, '--notebook', join(folder, 'memory-restored.dossier')]),
    idle: peakOf(folder, ['sources', '--notebook', notebook]),
  };
}

function peakOf(folder: string, args: readonly string[]): number {
  const report = join(folder, 'memory.txt');
  const env = { ...process.env, [REPORT]: report };
  execFileSync(process.execPath, ['--import', HOOK, APP, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return Number(readFileSync(report, 'utf8')) / 1024;
}
