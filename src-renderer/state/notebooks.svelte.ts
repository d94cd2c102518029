/** Which notebook is open, and how another one is: by a native dialog where the host has one, else by its path. */
import type { Output } from '../../src-main/common/contract/commands.ts';
import type { ErrorValue } from '../../src-main/common/contract/errors.ts';
import type { DraftMirror } from './note-drafts.ts';
import type { AppPort } from './port.ts';
import type { Locale } from '../messages/index.ts';

type Workspace = Output<'workspace.state'>;
export type NotebookInfo = Output<'workspace.open'>['notebook'];

interface Restoring {
  readonly done: number;
  readonly total: number | null;
  cancel(): void;
}

/** Of a file, without its folders and ending. */
function nameOf(path: string): string {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return file.replace(/\.[a-z0-9]{1,8}$/i, '');
}

interface Owner extends AppPort {
  readonly locale: Locale;
  readonly drafts: Pick<DraftMirror, 'flush'>;
  enter(notebook: NotebookInfo): Promise<void>;
  can(capability: 'native-dialogs'): boolean;
}

export class Notebooks {
  #workspace = $state.raw<Workspace | null>(null);
  /** Which path dialog of ours is shown; only where the host has no native one. */
  asking = $state<'open' | 'create' | 'restore' | null>(null);
  /** A notebook is being made from an archive. */
  #restoring = $state.raw<Restoring | null>(null);
  #busy = $state(false);

  constructor(private readonly app: Owner) {}

  get workspace(): Workspace | null {
    return this.#workspace;
  }

  /** Notebooks opened before, newest first, without the one that is open. */
  recent(openPath: string | undefined): Workspace['recent'] {
    return (this.#workspace?.recent ?? []).filter((each) => each.path !== openPath);
  }

  /** While another notebook is being opened. */
  get busy(): boolean {
    return this.#busy;
  }

  async load(): Promise<Workspace | null> {
    this.#workspace = await this.app.call('workspace.state', {});
    return this.#workspace;
  }

  async open(): Promise<void> {
    if (!this.app.can('native-dialogs')) {
      this.asking = 'open';
      return;
    }
    const answer = await this.app.call('host.choose', { purpose: 'open-notebook' });
    if (answer?.path) await this.openPath(answer.path);
  }

  async create(): Promise<void> {
    if (!this.app.can('native-dialogs')) {
      this.asking = 'create';
      return;
    }
    const suggestion = this.suggestPath();
    const answer = await this.app.call('host.choose', { purpose: 'create-notebook', suggestion });
    if (answer?.path) await this.openPath(answer.path, true);
  }

  get restoring(): Restoring | null {
    return this.#restoring;
  }

  /** Makes a new notebook from an archive, where the user says, and opens it. */
  async restore(): Promise<void> {
    if (!this.app.can('native-dialogs')) {
      this.asking = 'restore';
      return;
    }
    const archive = await this.app.call('host.choose', { purpose: 'open-archive' });
    if (!archive?.path) return;
    const suggestion = this.suggestPath(nameOf(archive.path));
    const target = await this.app.call('host.choose', { purpose: 'create-notebook', suggestion });
    if (target?.path) await this.restorePath(archive.path, target.path);
  }

  /** @returns whether it is open now; else a notice says why not, unless the user cancelled it */
  async restorePath(archive: string, path: string): Promise<boolean> {
    const stopping = new AbortController();
    const tell = (done: number, total: number | null): void => {
      this.#restoring = { done, total, cancel: () => stopping.abort() };
    };
    tell(0, null);
    const { signal } = stopping;
    const restored = await this.app.call(
      'workspace.restore',
      { archive, path },
      { signal, onProgress: tell },
    );
    this.#restoring = null;
    return restored !== null && this.openPath(path);
  }

  /** @returns whether it is open now; else a notice says why not */
  async openPath(path: string, create = false): Promise<boolean> {
    return this.#take(() => this.app.call('workspace.open', { path, create }));
  }

  /** As `openPath`, for a form that says itself why not. @returns null where it is open now */
  async tryPath(path: string, create: boolean): Promise<ErrorValue | null> {
    let refused: ErrorValue | null = null;
    await this.#take(async () => {
      const answer = await this.app.client.call('workspace.open', { path, create });
      if (answer.ok) return answer.value;
      refused = answer.error;
      return null;
    });
    return refused;
  }

  async sample(): Promise<boolean> {
    return this.#take(() => this.app.call('workspace.sample', { locale: this.app.locale }));
  }

  /** A path for a new notebook in the platform's data folder, in the user's language. */
  suggestPath(called: string = this.app.t.settings.choose.suggestion): string {
    const folder = this.#workspace?.folder ?? '';
    const separator = folder.includes('\\') ? '\\' : '/';
    const name = `${called}.dossier`;
    return folder === '' ? name : `${folder}${folder.endsWith(separator) ? '' : separator}${name}`;
  }

  async #take(open: () => Promise<{ readonly notebook: NotebookInfo } | null>): Promise<boolean> {
    this.#busy = true;
    await this.app.drafts.flush();
    const answer = await open();
    this.#busy = false;
    if (!answer) return false;
    await Promise.all([this.app.enter(answer.notebook), this.load()]);
    return true;
  }
}
