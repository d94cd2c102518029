/**
 * What a window talks to: one open notebook at a time, which one, and which were before. Engine commands pass
 * through to its worker; `workspace.*` are answered here; `host.*` belong to the host.
 */
import { stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { checkInput } from '../common/contract/check-input.ts';
import type { CallRequest } from '../common/contract/client.ts';
import { COMMANDS, isCommandName, type Output, type WorkspaceCommand } from '../common/contract/commands.ts';
import type { NotebookInfo } from '../common/contract/entities.ts';
import { DossierError, type ErrorValue } from '../common/contract/errors.ts';
import type { DossierEvent, Listener } from '../common/contract/events.ts';
import { failure, success, unwrap, type Result } from '../common/contract/result.ts';
import { toErrorValue } from '../common/messages/error-value.ts';
import {
  readAppState,
  readWatched,
  rememberNotebook,
  rememberWatched,
  type WatchedFolder,
} from './app-state.ts';
import type { Printer } from '../core/ports.ts';
import { startEngine, type EngineClient } from './engine-client.ts';
import { importFile } from './import-file.ts';
import { startRestore, type Restoring } from './restore-client.ts';
import { ensureSample } from './sample.ts';
import { FolderWatch } from './watch-folder.ts';
import { workerFile } from './worker-files.ts';

export interface WorkspaceOptions {
  readonly dataFolder: string;
  /** Opened at start; null opens the one that was open last, and none at the first start. */
  readonly notebook: string | null;
  /** Makes `notebook` where it is missing. */
  readonly createNotebook?: boolean;
  readonly version: string;
  /** The built engine worker; another one in tests. */
  readonly engineWorker?: URL;
  /** Of a host that prints by itself. */
  readonly printer?: Printer;
}

export interface Workspace {
  /** Engine and workspace commands. Never rejects. */
  call(request: CallRequest): Promise<Result<unknown>>;
  subscribe(listener: Listener): () => void;
  /** Ends running calls and closes the notebook; nothing is opened any more. */
  close(): Promise<void>;
}

const SAMPLE_NAMES = { en: 'Sample notebook', fr: 'Carnet d’exemple' } as const;

/** Never rejects: a notebook that cannot be opened is the `problem` of `workspace.state`. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const workspace = new OneNotebook(options);
  await workspace.start();
  return workspace;
}

class OneNotebook implements Workspace {
  #engine: EngineClient | null = null;
  #problem: ErrorValue | null = null;
  readonly #listeners = new Set<Listener>();
  /** Opening closes what was open: two at once would leave both half done. */
  #opening: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** Of the open notebook. */
  #path = '';
  #watch: FolderWatch | null = null;
  /** By the id of the call. */
  readonly #restoring = new Map<string, Restoring>();

  constructor(readonly options: WorkspaceOptions) {}

  async start(): Promise<void> {
    const { notebook, createNotebook, dataFolder } = this.options;
    const path = notebook ?? readAppState(dataFolder).recent[0]?.path;
    if (path === undefined) return;
    try {
      await this.#open(path, notebook !== null && (createNotebook ?? false));
    } catch (error) {
      this.#problem = toErrorValue(error);
    }
  }

  async call(request: CallRequest): Promise<Result<unknown>> {
    const { name } = request;
    if (isCommandName(name) && COMMANDS[name].owner === 'workspace') {
      return this.#answer(name as WorkspaceCommand, request);
    }
    await this.#opened();
    if (!this.#engine) return failure(toErrorValue(new DossierError('notebook-closed')));
    return this.#engine.call(request);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#opened();
    this.#stopWatching();
    await Promise.all([...this.#restoring.values()].map((each) => each.cancel()));
    const engine = this.#engine;
    this.#engine = null;
    await engine?.close();
  }

  async #answer(name: WorkspaceCommand, { id, input }: CallRequest): Promise<Result<unknown>> {
    try {
      return success(await this.#run(name, input, id));
    } catch (error) {
      return failure(toErrorValue(error));
    }
  }

  #run(name: WorkspaceCommand, input: unknown, call: string): unknown {
    switch (name) {
      case 'workspace.state':
        return this.#describe();
      case 'workspace.open': {
        const { path, create } = checkInput(name, input);
        return this.#openQueued(async () => this.#open(path, create ?? false));
      }
      case 'workspace.sample': {
        const { locale } = checkInput(name, input);
        const path = join(this.options.dataFolder, `${SAMPLE_NAMES[locale]}.dossier`);
        return this.#openQueued(async () => {
          await ensureSample(path, (unfinished) => this.#startEngine(unfinished, true));
          return this.#open(path, false);
        });
      }
      case 'workspace.watch': {
        const { folder } = checkInput(name, input);
        return this.#watchFolder(folder);
      }
      case 'workspace.restore': {
        const { archive, path } = checkInput(name, input);
        return this.#restore(call, archive, resolve(path));
      }
      case 'workspace.cancel':
        return this.#cancel(checkInput(name, input).call);
    }
  }

  /** Waits as the call itself does: a cancel that overtook it would find nothing to stop. */
  async #cancel(call: string): Promise<Output<'workspace.cancel'>> {
    await this.#opened();
    this.#engine?.cancel(call);
    await this.#restoring.get(call)?.cancel();
    return {};
  }

  async #restore(call: string, archive: string, path: string): Promise<Output<'workspace.restore'>> {
    if (this.#closed) throw new DossierError('notebook-closed');
    const url = this.options.engineWorker ?? workerFile('engine-worker');
    const restoring = startRestore(url, { archive, path }, (done, total) => {
      this.#emit({ type: 'progress', call, done, total });
    });
    this.#restoring.set(call, restoring);
    try {
      return await restoring.done;
    } finally {
      this.#restoring.delete(call);
    }
  }

  async #describe(): Promise<Output<'workspace.state'>> {
    await this.#opened();
    return {
      notebook: this.#engine ? await readInfo(this.#engine) : null,
      recent: readAppState(this.options.dataFolder).recent,
      version: this.options.version,
      problem: this.#problem,
      folder: this.options.dataFolder,
      watched: this.#watched(),
    };
  }

  #watched(): Output<'workspace.watch'>['watched'] {
    return this.#watch && { folder: this.#watch.folder, problem: this.#watch.problem };
  }

  /** @throws DossierError notebook-closed, notebook-read-only; invalid, not-found of the folder */
  async #watchFolder(folder: string | null): Promise<Output<'workspace.watch'>> {
    await this.#opened();
    const engine = this.#engine;
    if (!engine) throw new DossierError('notebook-closed');
    const path = this.#path;
    const { readOnly } = await readInfo(engine);
    if (folder !== null) {
      if (readOnly) throw new DossierError('notebook-read-only', { path });
      await checkFolder(folder);
    }
    // Another notebook may be open by now; what was said was said of the one before.
    if (this.#engine !== engine) throw new DossierError('notebook-closed');
    const watched = folder === null ? null : { folder: resolve(folder), since: Date.now() };
    rememberWatched(this.options.dataFolder, path, watched);
    this.#stopWatching();
    if (watched) this.#startWatching(engine, path, watched);
    return { watched: this.#watched() };
  }

  #startWatching(engine: EngineClient, notebook: string, { folder, since }: WatchedFolder): void {
    this.#watch = new FolderWatch({
      folder,
      since,
      capture: async (path, fileName) => {
        const result = await importFile(engine, path, 'refused');
        if (this.#engine === engine) this.#emit({ type: 'captured', fileName, result });
      },
      onSince: (moved) => rememberWatched(this.options.dataFolder, notebook, { folder, since: moved }),
    });
    this.#watch.start();
  }

  #stopWatching(): void {
    this.#watch?.close();
    this.#watch = null;
  }

  /** When what is being opened is open, or could not be. */
  #opened(): Promise<unknown> {
    return this.#opening.catch(() => undefined);
  }

  async #openQueued(open: () => Promise<NotebookInfo>): Promise<{ notebook: NotebookInfo }> {
    const opening = this.#opened().then(() => {
      if (this.#closed) throw new DossierError('notebook-closed');
      return open();
    });
    this.#opening = opening;
    return { notebook: await opening };
  }

  /** The new one is opened before the old one is closed: a failure leaves the user where they were. */
  async #open(path: string, create: boolean): Promise<NotebookInfo> {
    const full = resolve(path);
    const engine = await this.#startEngine(full, create);
    const notebook = await readInfo(engine).catch(async (error: unknown) => {
      await engine.close();
      throw error;
    });
    const before = this.#engine;
    this.#stopWatching();
    engine.subscribe((event) => {
      if (this.#engine === engine) this.#emit(event);
    });
    this.#engine = engine;
    this.#path = full;
    this.#problem = null;
    await before?.close();
    rememberNotebook(this.options.dataFolder, {
      path: full,
      name: notebook.name,
      openedAt: new Date().toISOString(),
    });
    const watched = notebook.readOnly ? null : readWatched(this.options.dataFolder, full);
    if (watched) this.#startWatching(engine, full, watched);
    this.#emit({ type: 'notebook', notebook });
    return notebook;
  }

  #startEngine(path: string, create: boolean): Promise<EngineClient> {
    const { engineWorker = workerFile('engine-worker'), printer } = this.options;
    return startEngine(engineWorker, { path, create }, printer);
  }

  #emit(event: DossierEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** A path that is not whole would mean another folder at the next start. */
async function checkFolder(path: string): Promise<void> {
  if (!isAbsolute(path)) throw new DossierError('invalid', { what: 'folder', path });
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) throw new DossierError('not-found', { what: 'folder', path });
}

async function readInfo(engine: EngineClient): Promise<NotebookInfo> {
  const result = await engine.call({ id: 'workspace-info', name: 'notebook.info', input: {} });
  return unwrap(result) as NotebookInfo;
}
