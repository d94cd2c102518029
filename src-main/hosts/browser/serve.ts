/** The `serve` verb: workspace and server, a window where there can be one, until someone ends it. */
import { homedir } from 'node:os';
import type { Writable } from 'node:stream';
import type { Output } from '../../common/contract/commands.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { unwrap } from '../../common/contract/result.ts';
import { describeError } from '../../common/messages/errors.ts';
import type { Locale } from '../../common/messages/locale.ts';
import { SERVE_SENTENCES } from '../../common/messages/serve.ts';
import { importFile } from '../../worker/import-file.ts';
import { findPageFolder } from '../../worker/page-files.ts';
import { dataFolder } from '../../worker/platform-folders.ts';
import { startWorkspace, type Workspace } from '../../worker/workspace.ts';
import { browserCapabilities } from './capabilities.ts';
import { type Browser, type Machine, thisMachine } from '../../worker/find-browser.ts';
import { chooseBrowser, type NoWindow, openWindow } from './open-window.ts';
import { type RunningServer, startServer } from './server.ts';
import { profileBase, takeProfile, type WindowProfile } from './window-profile.ts';

export interface ServeOptions {
  /** Absent: the one of the last window, else any free one. */
  readonly port?: number | undefined;
  /** Whether to try to open a window. */
  readonly open: boolean;
  readonly notebook: string | null;
  readonly sample: boolean;
  /** To be imported once the notebook is open. */
  readonly files: readonly string[];
  readonly locale: Locale;
  /** Of the app, shown in the window. */
  readonly version: string;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Ends it, as SIGINT and SIGTERM do. */
  readonly signal?: AbortSignal;
  /** The system's own and the built page where absent; tests give others. */
  readonly machine?: Machine;
  readonly rendererFolder?: string;
}

/**
 * Prints one line of JSON, `{"url"}`, when it is ready, and returns the exit code when it has ended.
 * @throws DossierError where the notebook cannot be opened; Error with code EADDRINUSE where `port` is taken
 */
export async function serve(options: ServeOptions): Promise<number> {
  const stop = stopSignal(options.signal);
  const machine = options.machine ?? thisMachine();
  const folder = dataFolder({ platform: machine.platform, home: homedir(), env: machine.env });
  const workspace = await startWorkspace({
    dataFolder: folder,
    notebook: options.notebook,
    createNotebook: true,
    version: options.version,
  });
  try {
    await refuseProblem(workspace, options);
    const browser = options.open ? chooseBrowser(machine) : null;
    const profile = isBrowser(browser) ? takeProfile(profileBase(browser, folder, homedir())) : null;
    try {
      await prepare(workspace, options);
      await run({ options, workspace, browser, profile, stop: stop.promise });
    } finally {
      profile?.release();
    }
  } finally {
    stop.dispose();
    await workspace.close();
  }
  return 0;
}

/** A notebook that was named and cannot be opened ends the verb; the last one of before is only told by the page. */
async function refuseProblem(workspace: Workspace, { notebook }: ServeOptions): Promise<void> {
  if (notebook === null) return;
  const state = await workspace.call({ id: 'state', name: 'workspace.state', input: {} });
  const { problem } = unwrap(state) as Output<'workspace.state'>;
  if (problem) throw new DossierError(problem.code, problem.details);
}

interface Session {
  readonly options: ServeOptions;
  readonly workspace: Workspace;
  readonly browser: Browser | NoWindow | null;
  readonly profile: WindowProfile | null;
  readonly stop: Promise<void>;
}

async function run(session: Session): Promise<void> {
  const { options, profile, browser, stop } = session;
  const server = await startOnPort(session);
  try {
    options.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
    if (isBrowser(browser) && profile) {
      await Promise.race([stop, showWindow(session, browser, profile, server)]);
      return;
    }
    if (typeof browser === 'string') say(options, SERVE_SENTENCES[options.locale][browser](server.url));
    await stop;
  } finally {
    await server.close();
  }
}

/** The port of the last time is only a wish: where another program has it now, any other will do. */
async function startOnPort({ options, workspace, profile }: Session): Promise<RunningServer> {
  const start = (port: number): Promise<RunningServer> =>
    startServer({
      workspace,
      rendererFolder: options.rendererFolder ?? findPageFolder(import.meta.dirname),
      port,
      capabilities: browserCapabilities(process.platform),
      onRefusal: (reason) => {
        say(options, `refused a request (${reason})`);
      },
    });
  if (options.port !== undefined) return start(options.port);
  try {
    return await start(profile?.port ?? 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return start(0);
  }
}

/** How long a page may be away, as when it reloads, before its window counts as closed. */
const AWAY_MS = 5_000;

/** Ends when the window was closed. A browser that does not start is said, and the app stays served. */
async function showWindow(
  { options, stop }: Session,
  browser: Browser,
  profile: WindowProfile,
  server: RunningServer,
): Promise<void> {
  profile.rememberPort(server.port);
  const words = SERVE_SENTENCES[options.locale];
  const asRoot = process.getuid?.() === 0;
  if (asRoot) say(options, words.withoutSandbox);
  const window = openWindow({ browser, url: server.issueUrl(), profileFolder: profile.folder, asRoot });
  void stop.then(window.close);
  // On macOS a program outlives its last window; there the page that is gone tells.
  const left = process.platform === 'darwin' ? pageLeft(server) : new Promise<never>(() => undefined);
  const outcome = await Promise.race([window.closed, left]);
  if (outcome.failed === null) {
    window.close();
    return;
  }
  say(options, words.notStarted(browser.name, outcome.failed, server.url));
  await stop;
}

function pageLeft(server: RunningServer): Promise<{ readonly failed: null }> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    server.onViewers((count) => {
      clearTimeout(timer);
      if (count === 0) timer = setTimeout(resolve, AWAY_MS, { failed: null });
    });
  });
}

/** The sample or files that were asked for. What cannot be imported is said and does not keep the app from opening. */
async function prepare(workspace: Workspace, options: ServeOptions): Promise<void> {
  const { sample, files, locale } = options;
  const results = sample
    ? [await workspace.call({ id: 'sample', name: 'workspace.sample', input: { locale } })]
    : [];
  for (const file of files) results.push(await importFile(workspace, file));
  for (const result of results) {
    if (!result.ok) say(options, describeError(result.error, locale));
  }
}

function say({ stderr }: ServeOptions, sentence: string): void {
  stderr.write(`${sentence}\n`);
}

function isBrowser(choice: Browser | NoWindow | null): choice is Browser {
  return typeof choice === 'object' && choice !== null;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Settles at the first signal of the system or of `signal`. */
function stopSignal(signal: AbortSignal | undefined): {
  readonly promise: Promise<void>;
  dispose(): void;
} {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = (): void => {
    resolve();
  };
  for (const name of SIGNALS) process.on(name, stop);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  return {
    promise,
    dispose() {
      for (const name of SIGNALS) process.off(name, stop);
      signal?.removeEventListener('abort', stop);
    },
  };
}
