import { startEngine } from '../../src-main/worker/engine-client.ts';
import { startWorkspace } from '../../src-main/worker/workspace.ts';
import { builtWorker } from '../support/built.ts';
import { tempFolder, tempNotebook } from '../support/temp.ts';
import { describeContract } from './suite.ts';

const capabilities = { host: 'process', platform: process.platform, can: [] } as const;

describeContract('the engine worker', async () => {
  const engine = await startEngine(builtWorker('engine-worker'), { path: tempNotebook(), create: true });
  return { transport: { ...engine, capabilities }, close: () => engine.close() };
});

describeContract('the workspace', async () => {
  const workspace = await startWorkspace({
    dataFolder: tempFolder(),
    notebook: tempNotebook(),
    createNotebook: true,
    version: '0.0.0',
    engineWorker: builtWorker('engine-worker'),
  });
  return {
    transport: {
      call: (request) => workspace.call(request),
      subscribe: (listener) => workspace.subscribe(listener),
      capabilities,
    },
    close: () => workspace.close(),
  };
});
