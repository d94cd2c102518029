/**
 * Entry of the command line and of the browser window: the composition root that knows both hosts. Heavy parts
 * are loaded by the verb that needs them, so that `dossier sources` starts at once.
 */
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import type { Client } from './common/contract/client.ts';
import type { BenchRequest, CliApp, ServeRequest } from './hosts/cli/app.ts';
import { runCli } from './hosts/cli/main.ts';
import { defaultNotebook } from './worker/app-state.ts';
import { Interruption } from './worker/interruption.ts';
import { dataFolder } from './worker/platform-folders.ts';
import { makePrivateFolder } from './worker/private-folder.ts';
import { createProcessClient } from './worker/process-client.ts';
import { version } from '../package.json';

const interruption = new Interruption(process);
const folder = dataFolder({ platform: process.platform, home: homedir(), env: process.env });

async function open(
  notebook: string,
  options: { create: boolean },
): Promise<Client & { close(): Promise<void> }> {
  const { openEngine } = await import('./worker/engine-process.ts');
  if (options.create && dirname(notebook) === folder) makePrivateFolder(folder);
  const engine = interruption.guard(openEngine({ path: notebook, create: options.create, search: 'here' }));
  return { ...createProcessClient(engine, 'cli'), close: () => engine.close() };
}

async function serve(request: ServeRequest): Promise<number> {
  const host = await import('./hosts/browser/serve.ts');
  return host.serve({ ...request, files: [], version, stdout: process.stdout, stderr: process.stderr });
}

async function bench(request: BenchRequest): Promise<number> {
  const { runBench } = await import('./worker/bench.ts');
  const report = await runBench(request.size ?? 10_000, (step) => process.stderr.write(`${step}\n`));
  process.stdout.write(`${JSON.stringify(report, null, request.json ? 0 : 2)}\n`);
  return 0;
}

const restore: CliApp['restore'] = async (request, progress) => {
  const { restoreNotebook } = await import('./worker/restore.ts');
  return restoreNotebook(request, interruption.signal, progress);
};

const app: CliApp = { open, serve, bench, restore, version, defaultNotebook: () => defaultNotebook(folder) };

const code = await runCli(
  process.argv.slice(2),
  {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    isTty: process.stderr.isTTY,
    cwd: process.cwd(),
    platform: process.platform,
  },
  app,
);
process.exitCode = interruption.code ?? code;
