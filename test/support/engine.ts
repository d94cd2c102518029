/** A real engine over a real temporary notebook; only the worker threads are left out. */
import { onTestFinished } from 'vitest';
import { createClient, type Client } from '../../src-main/common/contract/client.ts';
import type { CommandName, Input, Output } from '../../src-main/common/contract/commands.ts';
import { openLibrary } from '../../src-main/core/capture/library.ts';
import { parseCapture } from '../../src-main/core/capture/parse.ts';
import { createEngine, type Engine } from '../../src-main/core/engine.ts';
import type { Ports } from '../../src-main/core/ports.ts';
import { renderTemplate } from '../../src-main/core/export/templates/liquid.ts';
import { nodeFiles } from '../../src-main/worker/files.ts';
import { createFetcher } from '../../src-main/worker/fetch/fetcher.ts';
import { uuidIds } from '../../src-main/worker/node-ports.ts';
import { createBrowserPrinter } from '../../src-main/worker/print-page.ts';
import { inProcessSearcher } from '../../src-main/worker/search-client.ts';
import { tempNotebook } from './temp.ts';

/** Starts on 1 March 2026 and goes on by one second a look, so that times differ and tests do not depend on the day. */
export function testClock(): Ports['clock'] {
  let now = Date.UTC(2026, 2, 1, 9);
  return { now: () => (now += 1000) };
}

export function testPorts(): Ports {
  return {
    clock: testClock(),
    ids: uuidIds,
    log: { write: () => undefined },
    parser: {
      parse: (input) => parseCapture(input),
      openLibrary: async (input) => openLibrary(input),
      close: () => Promise.resolve(),
    },
    files: nodeFiles,
    templater: {
      render: async (question) => renderTemplate(question),
      close: () => Promise.resolve(),
    },
    fetcher: createFetcher(),
    printer: createBrowserPrinter(),
    openSearcher: inProcessSearcher,
  };
}

export interface TestEngine {
  readonly path: string;
  readonly engine: Engine;
  readonly client: Client;
  /** Calls and returns the value. @throws Error naming the code where the call fails */
  run<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** Calls and returns the error code, or null where the call succeeds. */
  codeOf<Name extends CommandName>(name: Name, input: Input<Name>): Promise<string | null>;
}

export function openTestEngine(path: string = tempNotebook(), ports: Partial<Ports> = {}): TestEngine {
  const engine = createEngine({ path, create: true }, { ...testPorts(), ...ports });
  onTestFinished(() => engine.close());
  const client = createClient(
    { ...engine, capabilities: { host: 'process', platform: 'test', can: [] } },
    createCallIds(),
  );
  return { path, engine, client, ...callers(client) };
}

export function callers(client: Client): Pick<TestEngine, 'run' | 'codeOf'> {
  return {
    async run(name, input) {
      const result = await client.call(name, input);
      if (result.ok) return result.value;
      throw new Error(`${name}: ${result.error.code} ${JSON.stringify(result.error.details)}`);
    },
    async codeOf(name, input) {
      const result = await client.call(name, input);
      return result.ok ? null : result.error.code;
    },
  };
}

export function createCallIds(): () => string {
  let next = 0;
  return () => `test-${next++}`;
}

/** Text as the bytes of a file. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
