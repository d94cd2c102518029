/** The built command line in a process of its own, as a user's shell starts it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { builtFile } from '../../support/built.ts';
import { tempFolder } from '../../support/temp.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
}

export const checkout = join(import.meta.dirname, '../../..');

export function startProcess(program: string, argv: readonly string[], options: ProcessOptions = {}) {
  const {
    ELECTRON_RUN_AS_NODE: _unwanted,
    NO_COLOR: _color,
    LC_ALL: _all,
    LC_MESSAGES: _messages,
    ...env
  } = process.env;
  return spawn(program, argv, {
    cwd: options.cwd ?? checkout,
    env: { ...env, LANG: 'en_GB.UTF-8', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

export async function runProcess(
  program: string,
  argv: readonly string[],
  options: ProcessOptions = {},
): Promise<Ended> {
  const child = startProcess(program, argv, options);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => out.push(part));
  child.stderr.on('data', (part: Buffer) => err.push(part));
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.stdin);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

export interface CommandLine {
  readonly folder: string;
  readonly notebook: string;
  run(argv: readonly string[], options?: ProcessOptions): Promise<Ended>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what JSON.parse gives
  json(argv: readonly string[], options?: ProcessOptions): Promise<any>;
}

/** With a folder and a notebook of this test's own. */
export function createCommandLine(): CommandLine {
  const folder = tempFolder();
  const notebook = join(folder, 'n.dossier');
  const entry = builtFile('main/dossier.js');
  const env = { XDG_DATA_HOME: join(folder, 'data'), HOME: folder };

  function run(argv: readonly string[], options: ProcessOptions = {}): Promise<Ended> {
    return runProcess(process.execPath, [entry, '--notebook', notebook, ...argv], {
      cwd: folder,
      ...options,
      env: { ...env, ...options.env },
    });
  }

  return {
    folder,
    notebook,
    run,
    async json(argv, options) {
      const { out } = await run(['--json', ...argv], options);
      return JSON.parse(out) as unknown;
    },
  };
}
