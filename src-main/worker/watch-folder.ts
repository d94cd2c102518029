/**
 * A folder whose new files are captured, a few at a time. The system tells of changes where it can, and the folder is
 * looked through twice a minute all the same: on network drives and in some containers nothing is told.
 */
import { watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { DossierError, type ErrorValue } from '../common/contract/errors.ts';
import { FILE_EXTENSIONS } from '../common/contract/source-formats.ts';
import { toErrorValue } from '../common/messages/error-value.ts';

/** What is known of a file without reading it. Times in milliseconds since 1970. */
export interface FileFacts {
  readonly name: string;
  readonly size: number;
  /** Last time it, its name or its content changed, or it came to be. */
  readonly changed: number;
}

/** The machine, as far as watching needs it. */
export interface WatchSystem {
  now(): number;
  /** Regular files that may be of interest; links are none. @throws Error with a code of the system */
  list(folder: string, wanted: (name: string) => boolean, now: number): Promise<readonly FileFacts[]>;
  /** Calls `changed` when something changes in the folder, if the system tells. @returns what ends it */
  follow(folder: string, changed: () => void): () => void;
  /** @returns what ends it */
  every(milliseconds: number, run: () => void): () => void;
  after(milliseconds: number, run: () => void): () => void;
}

export interface WatchOptions {
  readonly folder: string;
  /** Only files that changed after it are taken. */
  readonly since: number;
  /** Never rejects. */
  readonly capture: (path: string, name: string) => Promise<void>;
  /** Everything that changed until then was taken: what the next start may begin with. */
  readonly onSince: (since: number) => void;
}

const RESCAN = 30_000;
/** A file that was the same in two looks so far apart is complete. */
const SETTLED = 1000;
/** The system tells several times of one file. */
const GATHER = 200;
const MOST_AT_ONCE = 2;
/** Files that a browser or an editor is still writing, or keeps for itself. */
const TEMPORARY = /^[.~]|^#.*#$|~$|\.(?:part|partial|crdownload|download|tmp|temp)$/i;

export const isWanted = (name: string): boolean =>
  !TEMPORARY.test(name) && FILE_EXTENSIONS.includes(extname(name).toLowerCase());

interface Look {
  readonly stamp: string;
  readonly at: number;
}

export class FolderWatch {
  #since: number;
  #problem: ErrorValue | null = null;
  #closed = false;
  /** Files that may still be written, as they were at the first look at this state. */
  readonly #unsettled = new Map<string, Look>();
  /** Files that were taken, or could not be, as they were then: not tried again until they change. */
  readonly #done = new Map<string, string>();
  #looking: Promise<void> | null = null;
  #again = false;
  #stops: (() => void)[] = [];
  #pending: (() => void) | null = null;

  constructor(
    readonly options: WatchOptions,
    private readonly system: WatchSystem = nodeSystem,
  ) {
    this.#since = options.since;
  }

  get folder(): string {
    return this.options.folder;
  }

  /** Why the folder could not be read at the last look. */
  get problem(): ErrorValue | null {
    return this.#problem;
  }

  start(): void {
    this.#stops = [
      this.system.follow(this.folder, () => this.#lookIn(GATHER)),
      this.system.every(RESCAN, () => void this.look()),
    ];
    void this.look();
  }

  /** Nothing is begun any more; what is being captured belongs to the engine, which ends it. */
  close(): void {
    this.#closed = true;
    this.#pending?.();
    for (const stop of this.#stops) stop();
  }

  /** Looks through the folder once, and takes what has settled. Looks that are asked for meanwhile become one more. */
  look(): Promise<void> {
    if (this.#looking) {
      this.#again = true;
      return this.#looking;
    }
    this.#looking = this.#lookThrough().finally(() => {
      this.#looking = null;
      if (!this.#again) return;
      this.#again = false;
      this.#lookIn(GATHER);
    });
    return this.#looking;
  }

  #lookIn(milliseconds: number): void {
    if (this.#closed || this.#pending) return;
    const stop = this.system.after(milliseconds, () => {
      this.#pending = null;
      void this.look();
    });
    this.#pending = stop;
  }

  async #lookThrough(): Promise<void> {
    const files = await this.#list();
    if (this.#closed || !files) return;
    const fresh = files.filter(
      (file) => file.changed > this.#since && this.#done.get(file.name) !== stampOf(file),
    );
    const settled = fresh.filter((file) => this.#hasSettled(file));
    await this.#take(settled);
    if (this.#closed) return;
    if (settled.length < fresh.length) return this.#lookIn(SETTLED);
    this.#unsettled.clear();
    this.#moveOn(files);
  }

  async #list(): Promise<readonly FileFacts[] | null> {
    try {
      const files = await this.system.list(this.folder, isWanted, this.system.now());
      this.#problem = null;
      return files;
    } catch (cause) {
      this.#problem = toErrorValue(asFolderError(cause, this.folder));
      return null;
    }
  }

  #hasSettled(file: FileFacts): boolean {
    const before = this.#unsettled.get(file.name);
    const stamp = stampOf(file);
    if (before?.stamp === stamp) return this.system.now() - before.at >= SETTLED;
    this.#unsettled.set(file.name, { stamp, at: this.system.now() });
    return false;
  }

  async #take(files: readonly FileFacts[]): Promise<void> {
    const waiting = [...files];
    const work = async (): Promise<void> => {
      for (let file = waiting.shift(); file && !this.#closed; file = waiting.shift()) {
        await this.options.capture(join(this.folder, file.name), file.name);
        // What closing cut off is taken at the next start.
        if (this.#closed) return;
        this.#done.set(file.name, stampOf(file));
        this.#unsettled.delete(file.name);
      }
    };
    await Promise.all(Array.from({ length: MOST_AT_ONCE }, work));
  }

  /** Only when nothing waits: the next start would not see it. */
  #moveOn(files: readonly FileFacts[]): void {
    const newest = files.reduce((most, { changed }) => Math.max(most, changed), this.#since);
    if (newest === this.#since) return;
    this.#since = newest;
    this.#done.clear();
    this.options.onSince(newest);
  }
}

const stampOf = ({ size, changed }: FileFacts): string => `${size} ${changed}`;

function asFolderError(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error && 'code' in cause)) return cause;
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
    return new DossierError('not-found', { what: 'folder', path }, { cause });
  const reason = cause.code === 'EACCES' || cause.code === 'EPERM' ? 'denied' : String(cause.code);
  return new DossierError('unreadable', { path, reason }, { cause });
}

export const nodeSystem: WatchSystem = {
  now: () => Date.now(),
  list: listFolder,
  follow(folder, changed) {
    try {
      const watcher = watch(folder, { persistent: false }, changed);
      // The rescan goes on, and says what is wrong.
      watcher.on('error', () => watcher.close());
      return () => watcher.close();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return () => undefined;
    }
  },
  every(milliseconds, run) {
    const timer = setInterval(run, milliseconds).unref();
    return () => clearInterval(timer);
  },
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

async function listFolder(
  folder: string,
  wanted: (name: string) => boolean,
  now: number,
): Promise<readonly FileFacts[]> {
  const found: FileFacts[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !wanted(entry.name)) continue;
    const facts = await lstat(join(folder, entry.name)).catch(ignoreGone);
    if (!facts?.isFile()) continue;
    // A time to come would hide all that comes until then; a clock that is ahead by a little is caught up with.
    const times = [facts.ctimeMs, facts.mtimeMs, facts.birthtimeMs].filter((time) => time <= now);
    found.push({ name: entry.name, size: facts.size, changed: Math.max(0, ...times) });
  }
  return found;
}

/** Between two calls a file may be renamed. */
function ignoreGone(error: unknown): null {
  if (error instanceof Error && 'code' in error) return null;
  throw error;
}
