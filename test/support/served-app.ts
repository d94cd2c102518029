/** The built app, served by a process of its own as `dossier serve` does it, and called over its real transport. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { createClient, type Client } from '../../src-main/common/contract/client.ts';
import type { Result } from '../../src-main/common/contract/result.ts';
import { decodeWire, encodeWire } from '../../src-main/common/contract/wire.ts';
import { builtFile } from './built.ts';
import { createCallIds } from './engine.ts';
import { tempFolder } from './temp.ts';

export interface ServedApp {
  /** With the session token in its fragment. */
  readonly url: string;
  readonly process: ChildProcess;
  readonly client: Client;
  /** Sends `signal` and waits for the end. @returns the exit code, null where a signal ended it */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ServeOptions {
  readonly notebook?: string;
  readonly dataFolder?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts it and waits for its address; it is killed when the test ends. */
export async function serveApp(options: ServeOptions = {}): Promise<ServedApp> {
  const notebook = options.notebook === undefined ? [] : ['--notebook', options.notebook];
  const child = spawn(
    process.execPath,
    [builtFile('main/dossier.js'), 'serve', '--no-open', ...notebook, ...(options.args ?? [])],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LANG: 'en_GB.UTF-8',
        DOSSIER_DATA: options.dataFolder ?? tempFolder(),
        ...options.env,
      },
    },
  );
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const url = await readUrl(child);
  return {
    url,
    process: child,
    client: httpClient(url),
    async stop(signal) {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

async function readUrl(child: ChildProcess): Promise<string> {
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  if (!child.stdout) throw new Error('no standard output');
  for await (const line of createInterface(child.stdout)) {
    return (JSON.parse(line) as { url: string }).url;
  }
  throw new Error(`the app did not start: ${errors.join('')}`);
}

/** Calls without events: what scripts against the loopback address would do. */
function httpClient(url: string): Client {
  const { origin, hash } = new URL(url);
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  return createClient(
    {
      capabilities: { host: 'browser', platform: process.platform, can: [] },
      subscribe: () => () => undefined,
      async call(request) {
        const response = await fetch(new URL('/rpc', origin), {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-dossier-token': token },
          body: encodeWire(request),
        });
        return decodeWire(await response.text()) as Result<unknown>;
      },
    },
    createCallIds(),
  );
}
