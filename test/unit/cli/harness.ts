/** Runs the command line in this process, over a real engine and with streams that are only remembered. */
import { onTestFinished } from 'vitest';
import { createClient, type Client } from '../../../src-main/common/contract/client.ts';
import type { DossierError } from '../../../src-main/common/contract/errors.ts';
import { createEngine } from '../../../src-main/core/engine.ts';
import type {
  BenchRequest,
  CliApp,
  CliIo,
  OutputStream,
  ServeRequest,
} from '../../../src-main/hosts/cli/app.ts';
import { runCli } from '../../../src-main/hosts/cli/main.ts';
import { restoreNotebook } from '../../../src-main/worker/restore.ts';
import { testPorts } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Harness {
  readonly cwd: string;
  readonly served: ServeRequest[];
  readonly benched: BenchRequest[];
  run(...argv: readonly string[]): Promise<Ran>;
  /** With `--json`; the one document, parsed. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what JSON.parse gives
  json(...argv: readonly string[]): Promise<any>;
}

export interface HarnessOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly isTty?: boolean;
  readonly stdout?: OutputStream;
  /** What opening throws instead of opening. */
  readonly refuse?: DossierError;
  /** What serving throws. */
  readonly serving?: Error;
}

export function remember(): OutputStream & { text(): string } {
  let all = '';
  return {
    write(text, done) {
      all += text;
      done();
    },
    on: () => undefined,
    text: () => all,
  };
}

export function createHarness(options: HarnessOptions = {}): Harness {
  const cwd = tempFolder();
  const served: ServeRequest[] = [];
  const benched: BenchRequest[] = [];
  const app = createApp(cwd, options, served, benched);

  async function run(...argv: readonly string[]): Promise<Ran> {
    const out = remember();
    const err = remember();
    const io: CliIo = {
      stdin: stream(options.stdin ?? ''),
      stdout: options.stdout ?? out,
      stderr: err,
      env: { LANG: 'en_GB.UTF-8', ...options.env },
      isTty: options.isTty ?? false,
      cwd,
      platform: 'linux',
    };
    const code = await runCli(argv, io, app);
    return { code, out: out.text(), err: err.text() };
  }

  return {
    cwd,
    served,
    benched,
    run,
    async json(...argv) {
      const { out } = await run(...argv, '--json');
      return JSON.parse(out) as unknown;
    },
  };
}

function createApp(
  cwd: string,
  { refuse, serving }: HarnessOptions,
  served: ServeRequest[],
  benched: BenchRequest[],
): CliApp {
  return {
    version: '9.8.7',
    defaultNotebook: () => `${cwd}/default.dossier`,
    open(path, { create }) {
      if (refuse) return Promise.reject(refuse);
      return Promise.resolve().then(() => openClient(path, create));
    },
    serve(request) {
      served.push(request);
      if (serving) return Promise.reject(serving);
      return Promise.resolve(0);
    },
    restore: (request, progress) => restoreNotebook(request, new AbortController().signal, progress),
    bench(request) {
      benched.push(request);
      return Promise.resolve(0);
    },
  };
}

function openClient(path: string, create: boolean): Client & { close(): Promise<void> } {
  const engine = createEngine({ path, create }, testPorts());
  onTestFinished(() => engine.close());
  let next = 0;
  const capabilities = { host: 'process', platform: 'test', can: [] } as const;
  return { ...createClient({ ...engine, capabilities }, () => `t-${next++}`), close: () => engine.close() };
}

async function* stream(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
