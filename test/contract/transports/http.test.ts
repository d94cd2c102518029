import { vi } from 'vitest';
import { startWorkspace } from '../../../src-main/worker/workspace.ts';
import { builtWorker } from '../../support/built.ts';
import { tempFolder, tempNotebook } from '../../support/temp.ts';
import { startHttpTransport } from '../../support/transports.ts';
import { describeContract } from '../suite.ts';

// The bridge says that its stream ended, which is how each of these tests ends.
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

describeContract('HTTP, with the page’s own bridge', async () => {
  const workspace = await startWorkspace({
    dataFolder: tempFolder(),
    notebook: tempNotebook(),
    createNotebook: true,
    version: '0.0.0',
    engineWorker: builtWorker('engine-worker'),
  });
  const { transport, close } = await startHttpTransport(workspace);
  return {
    transport,
    async close() {
      await close();
      await workspace.close();
    },
  };
});
