/** Files and texts on their way into the notebook: one after the other, each with its own outcome. */
import type { Input, Output } from '../../src-main/common/contract/commands.ts';
import type { ErrorValue } from '../../src-main/common/contract/errors.ts';
import { type ImportedLibrary, libraryOf } from '../../src-main/common/contract/libraries.ts';
import type { Result } from '../../src-main/common/contract/result.ts';
import type { AppPort } from './port.ts';

export type JobState =
  | 'waiting'
  | 'running'
  | 'added'
  | 'version'
  | 'duplicate'
  /** The library of another program, taken over. */
  | 'library'
  | 'failed'
  | 'cancelled';

type Details = Omit<Input<'source.import'>, 'bytes'>;

export interface Job {
  readonly id: number;
  readonly name: string;
  /** It is fetched from another machine. */
  readonly isAddress: boolean;
  readonly state: JobState;
  readonly done: number;
  readonly total: number | null;
  /** With `failed`; null where the file itself could not be read from the disk. */
  readonly error: ErrorValue | null;
  readonly imported: Output<'source.import'> | null;
  /** With `library`. */
  readonly library: ImportedLibrary | null;
}

/** Bytes that the page has. */
interface FileTask {
  readonly read: () => Promise<Uint8Array>;
  readonly details: Details;
  readonly stop: AbortController;
}

/** What the engine fetches. */
interface AddressTask {
  readonly address: Input<'source.fetch'>;
  readonly stop: AbortController;
}

type Task = FileTask | AddressTask;

const ENDED: ReadonlySet<JobState> = new Set([
  'added',
  'version',
  'duplicate',
  'library',
  'failed',
  'cancelled',
]);

export const isEnded = (job: Job): boolean => ENDED.has(job.state);

export class ImportQueue {
  #jobs = $state.raw<readonly Job[]>([]);
  /** Whether the tray is unfolded. */
  open = $state(false);
  #next = 1;
  #running = false;
  readonly #tasks = new Map<number, Task>();

  constructor(
    private readonly app: AppPort,
    /** Called when nothing waits any more, with the jobs of this run. */
    private readonly ondone: (jobs: readonly Job[]) => void,
  ) {}

  get jobs(): readonly Job[] {
    return this.#jobs;
  }

  get ended(): number {
    return this.#jobs.filter(isEnded).length;
  }

  get busy(): boolean {
    return this.ended < this.#jobs.length;
  }

  /** Jobs that ask for a look: those that failed. */
  get troubled(): number {
    return this.#jobs.filter((job) => job.state === 'failed').length;
  }

  addFiles(files: readonly File[]): void {
    for (const file of files) {
      const read = async (): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
      this.#add(file.name, { read, details: { fileName: file.name } });
    }
  }

  /** Text that was pasted or dropped. `name` is what the tray calls it. */
  addText(text: string, name: string, details: Details): void {
    const bytes = new TextEncoder().encode(text);
    this.#add(name, { read: () => Promise.resolve(bytes), details });
  }

  /** An address that the user asked for. */
  addAddress(url: string, { images }: { readonly images: boolean }): void {
    this.#add(url, { address: { url, images } });
  }

  cancel(id: number): void {
    this.#tasks.get(id)?.stop.abort();
    const job = this.#jobs.find((each) => each.id === id);
    if (job?.state === 'waiting') this.#set(id, { state: 'cancelled' });
  }

  cancelAll(): void {
    for (const job of this.#jobs) {
      if (!isEnded(job)) this.cancel(job.id);
    }
  }

  retry(id: number): void {
    const task = this.#tasks.get(id);
    if (!task) return;
    this.#tasks.set(id, { ...task, stop: new AbortController() });
    this.#set(id, { state: 'waiting', error: null, done: 0, total: null });
    void this.#run();
  }

  dismiss(id: number): void {
    this.#tasks.delete(id);
    this.#jobs = this.#jobs.filter((job) => job.id !== id || !isEnded(job));
  }

  /** Forgets what has ended. */
  clear(): void {
    for (const job of this.#jobs.filter(isEnded)) this.dismiss(job.id);
  }

  #add(name: string, origin: Omit<FileTask, 'stop'> | Omit<AddressTask, 'stop'>): void {
    const id = this.#next++;
    this.#tasks.set(id, { ...origin, stop: new AbortController() });
    const job: Job = {
      id,
      name,
      isAddress: 'address' in origin,
      state: 'waiting',
      done: 0,
      total: null,
      error: null,
      imported: null,
      library: null,
    };
    this.#jobs = [...this.#jobs, job];
    this.open = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const ran = new Set<number>();
    for (;;) {
      const job = this.#jobs.find((each) => each.state === 'waiting');
      if (!job) break;
      ran.add(job.id);
      await this.#import(job.id);
    }
    this.#running = false;
    this.ondone(this.#jobs.filter((job) => ran.has(job.id)));
  }

  async #import(id: number): Promise<void> {
    const task = this.#tasks.get(id);
    if (!task) return;
    this.#set(id, { state: 'running' });
    const bytes = 'read' in task ? await readBytes(task.read) : null;
    if (task.stop.signal.aborted) return this.#set(id, { state: 'cancelled' });
    if ('read' in task && !bytes) return this.#set(id, { state: 'failed' });
    const result = await this.#call(id, task, bytes);
    if (!result.ok) {
      const isLibrary = bytes && 'read' in task && libraryOf(result.error) !== null;
      return isLibrary ? this.#importLibrary(id, task, bytes) : this.#fail(id, result.error);
    }
    this.#set(id, { state: result.value.status, imported: result.value });
    this.#tasks.delete(id);
  }

  /** What the engine told from an article as the export of another program. */
  async #importLibrary(id: number, { details, stop }: FileTask, bytes: Uint8Array): Promise<void> {
    const { fileName, tags } = details;
    const result = await this.app.client.call(
      'library.import',
      { bytes, fileName, tags },
      { signal: stop.signal, onProgress: (done, total) => this.#set(id, { done, total }) },
    );
    if (!result.ok) return this.#fail(id, result.error);
    this.#set(id, { state: 'library', library: result.value });
    this.#tasks.delete(id);
  }

  #fail(id: number, error: ErrorValue): void {
    this.#set(id, error.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', error });
  }

  #call(id: number, task: Task, bytes: Uint8Array | null): Promise<Result<Output<'source.import'>>> {
    const options = {
      signal: task.stop.signal,
      onProgress: (done: number, total: number | null) => this.#set(id, { done, total }),
    };
    if ('address' in task) return this.app.client.call('source.fetch', task.address, options);
    const file = { ...task.details, bytes: bytes ?? new Uint8Array() };
    return this.app.client.call('source.import', file, options);
  }

  #set(id: number, change: Partial<Job>): void {
    this.#jobs = this.#jobs.map((job) => (job.id === id ? { ...job, ...change } : job));
  }
}

/** Null where the disk does not give the file: it was moved, or it is a folder. */
async function readBytes(read: () => Promise<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return await read();
  } catch (cause) {
    console.warn('A file could not be read.', cause);
    return null;
  }
}
