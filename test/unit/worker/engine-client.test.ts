import { existsSync, rmSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../../src-main/core/engine.ts';
import { startEngine, type EngineQuestion } from '../../../src-main/worker/engine-client.ts';
import { serveEngine } from '../../../src-main/worker/serve-engine.ts';
import { testPorts } from '../../support/engine.ts';
import { scriptWorker } from '../../support/script-worker.ts';
import { tempNotebook } from '../../support/temp.ts';

const request = { id: '1', name: 'notebook.info', input: {} };

describe('the engine’s client', () => {
  it('answers a call that its worker died of as an error that may be tried again', async () => {
    const engine = await startEngine(
      scriptWorker('if (input.ask === "call") process.exit(1); return null;'),
      { path: 'x', create: false },
    );
    onTestFinished(() => engine.close());
    expect(await engine.call(request)).toMatchObject({
      ok: false,
      error: { code: 'internal', retryable: true },
    });
  });

  it('starts no worker again for a call after it was closed', async () => {
    const log = tempNotebook();
    const worker = scriptWorker(
      `files.appendFileSync(${JSON.stringify(log)}, input.ask); return { ok: true };`,
    );
    const engine = await startEngine(worker, { path: 'x', create: false });
    await Promise.all([engine.close(), engine.close()]);
    rmSync(log);
    expect(await engine.call(request)).toMatchObject({ ok: false, error: { code: 'notebook-closed' } });
    engine.cancel('1');
    await engine.close();
    expect(existsSync(log)).toBe(false);
  });
});

describe('the engine’s worker', () => {
  function serve(path: string): (question: EngineQuestion) => Promise<unknown> {
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => {
      port1.close();
    });
    serveEngine(port2, { path, create: true }, (options) => createEngine(options, testPorts()));
    return (input) =>
      new Promise((resolve) => {
        port1.once('message', resolve);
        port1.postMessage({ id: 1, input });
      });
  }

  it('makes the notebook where it is told to open it', async () => {
    const ask = serve(tempNotebook());
    expect(await ask({ ask: 'open' })).toEqual({ id: 1, value: null });
    expect(await ask({ ask: 'call', request })).toMatchObject({ value: { ok: true } });
    await ask({ ask: 'close' });
  });

  it('makes none in place of one that is gone when it has to take over', async () => {
    const path = tempNotebook();
    const ask = serve(path);
    expect(await ask({ ask: 'call', request })).toMatchObject({ error: { code: 'notebook-missing' } });
    expect(existsSync(path)).toBe(false);
  });
});
