import { describeContract } from '../contract/suite.ts';
import { builtWorker } from '../support/built.ts';
import { tempNotebook } from '../support/temp.ts';
import { boot, bootPage } from './boot.ts';

describeContract('Electron’s IPC, with the real preload', async () => {
  const { window, quit } = await boot({
    args: ['--notebook', tempNotebook()],
    engineWorker: builtWorker('engine-worker'),
  });
  return { transport: await bootPage(window), close: quit };
});
