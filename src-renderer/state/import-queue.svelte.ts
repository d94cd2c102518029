/** Files and texts on their way into the notebook: a few at a time, in order, each with its own outcome. */
import { untrack } from 'svelte';
import type { Input, Output } from '../../src-main/common/contract/commands.ts';
import type { ErrorValue } from '../../src-main/common/contract/errors.ts';
import { type ImportedLibrary, libraryOf } from '../../src-main/common/contract/libraries.ts';
import type { Captured } from '../../src-main/common/contract/events.ts';
import type { Result } from '../../src-main/common/contract/result.ts';
import { isEnded, isEndedState, Job, type JobState } from './import-job.svelte.ts';
import type { AppPort } from './port.ts';

type PicturesBeside = NonNullable<Input<'source.import'>['files']>;
type Details = Omit<Input<'source.import'>, 'bytes' | 'files'>;

/** A file, and how to read what lies beside it where it is a saved page. */
export interface NewFile {
  readonly file: File;
  readonly readBeside?: (() => Promise<PicturesBeside>) | undefined;
}

/** Bytes that the page has. */
interface FileOrigin {
  readonly size: number;
  readonly read: () => Promise<Uint8Array>;
  /** The pictures that lie beside a saved page; what cannot be read of them is left out. */
  readonly readBeside?: (() => Promise<PicturesBeside>) | undefined;
  readonly details: Details;
}

/** What the engine fetches. */
interface AddressOrigin {
  readonly address: Input<'source.fetch'>;
}

type Task = (FileOrigin | AddressOrigin) & { readonly stop: AbortController };

interface Addition {
  readonly name: string;
  readonly origin: FileOrigin | AddressOrigin;
}

/**
 * The engine parses as many at once as there are cores, and stores together what waits together. A browser has six
 * connections to a host: one is for events, and one must be left for the rest of the page.
 */
const MOST_AT_ONCE = 4;
/** Bytes of files on their way at once: each is held several times over, as text too. A larger one goes by itself. */
const MOST_BYTES_AT_ONCE = 32 * 1024 * 1024;

export class ImportQueue {
  #jobs = $state.raw<readonly Job[]>([]);
  /** Whether the tray is unfolded. */
  open = $state(false);
  #running = $state(0);
  /** Of what runs. */
  #bytes = 0;
  #ended = $state(0);
  #failed = $state(0);
  #new = $state(0);
  /** Grows when a job fails, or is no longer one that failed. */
  #troubles = $state(0);
  readonly #ordered = $derived.by(() => {
    void this.#troubles;
    const jobs = this.#jobs;
    // What a thousand rows are put in order by is not followed row by row.
    return untrack(() => [...jobs.filter(hasFailed), ...jobs.filter((job) => !hasFailed(job))]);
  });
  #next = 1;
  #waiting: Job[] = [];
  #ran: Job[] = [];
  readonly #tasks = new Map<Job, Task>();

  constructor(
    private readonly app: AppPort,
    /** Called when nothing waits any more, with the jobs of this run. */
    private readonly ondone: (jobs: readonly Job[]) => void,
  ) {}

  /** In the order of their coming. */
  get jobs(): readonly Job[] {
    return this.#jobs;
  }

  /** As they are shown: what went wrong asks for a look, and so comes first. */
  get ordered(): readonly Job[] {
    return this.#ordered;
  }

  get ended(): number {
    return this.#ended;
  }

  get busy(): boolean {
    return this.#ended < this.#jobs.length;
  }

  /** Jobs that ask for a look: those that failed. */
  get troubled(): number {
    return this.#failed;
  }

  /** Jobs that brought something. */
  get added(): number {
    return this.#new;
  }

  addFiles(files: readonly (File | NewFile)[]): void {
    this.#add(
      files.map((given) => {
        const { file, readBeside }: NewFile = given instanceof File ? { file: given } : given;
        const read = async (): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
        return {
          name: file.name,
          origin: { size: file.size, read, readBeside, details: { fileName: file.name } },
        };
      }),
    );
  }

  /** Text that was pasted or dropped. `name` is what the tray calls it. */
  addText(text: string, name: string, details: Details): void {
    const bytes = new TextEncoder().encode(text);
    this.#add([{ name, origin: { size: bytes.length, read: () => Promise.resolve(bytes), details } }]);
  }

  /** An address that the user asked for. */
  addAddress(url: string, { images }: { readonly images: boolean }): void {
    this.#add([{ name: url, origin: { address: { url, images } } }]);
  }

  /** A file that the app took by itself, from the watched folder. The tray stays as it is. */
  addCaptured(name: string, result: Result<Captured>): void {
    const job = new Job(this.#next++, name, 'watched');
    this.#count(job, 1);
    this.#jobs = [...this.#jobs, job];
    if (!result.ok) return this.#fail(job, result.error);
    if ('status' in result.value) job.imported = result.value;
    const library = 'status' in result.value ? null : result.value;
    this.#move(job, 'status' in result.value ? result.value.status : 'library', library);
  }

  cancel(id: number): void {
    const job = this.#jobs.find((each) => each.id === id);
    if (job) this.#cancel(job);
  }

  cancelAll(): void {
    for (const job of this.#jobs) this.#cancel(job);
  }

  retry(id: number): void {
    const job = this.#jobs.find((each) => each.id === id);
    const task = job && this.#tasks.get(job);
    if (!task || !isEnded(job)) return;
    this.#tasks.set(job, { ...task, stop: new AbortController() });
    job.error = null;
    job.report(0, null);
    this.#move(job, 'waiting');
    this.#waiting.push(job);
    this.#pump();
  }

  dismiss(id: number): void {
    this.#forget((job) => job.id === id);
  }

  /** Forgets what has ended. */
  clear(): void {
    this.#forget(() => true);
  }

  #add(additions: readonly Addition[]): void {
    const jobs = additions.map(({ name, origin }) => {
      const job = new Job(this.#next++, name, 'address' in origin ? 'address' : 'file');
      this.#tasks.set(job, { ...origin, stop: new AbortController() });
      return job;
    });
    if (jobs.length === 0) return;
    this.#jobs = [...this.#jobs, ...jobs];
    this.#waiting.push(...jobs);
    this.open = true;
    this.#pump();
  }

  #cancel(job: Job): void {
    if (isEnded(job)) return;
    this.#tasks.get(job)?.stop.abort();
    if (job.state === 'waiting') this.#move(job, 'cancelled');
  }

  #forget(wanted: (job: Job) => boolean): void {
    const gone = this.#jobs.filter((job) => isEnded(job) && wanted(job));
    for (const job of gone) {
      this.#tasks.delete(job);
      this.#count(job, -1);
    }
    const left = new Set(gone);
    this.#jobs = this.#jobs.filter((job) => !left.has(job));
  }

  /** Starts what may run. The last one to end tells of the whole run. */
  #pump(): void {
    while (this.#running < MOST_AT_ONCE) {
      const [job] = this.#waiting;
      if (!job) break;
      const size = job.state === 'waiting' ? this.#sizeOf(job) : 0;
      if (this.#running > 0 && this.#bytes + size > MOST_BYTES_AT_ONCE) break;
      this.#waiting.shift();
      if (job.state === 'waiting') this.#start(job, size);
    }
    if (this.#running > 0 || this.#ran.length === 0) return;
    const ran = this.#ran;
    this.#ran = [];
    this.ondone(ran);
  }

  #start(job: Job, size: number): void {
    this.#ran.push(job);
    this.#running++;
    this.#bytes += size;
    void this.#import(job).finally(() => {
      this.#running--;
      this.#bytes -= size;
      this.#pump();
    });
  }

  #sizeOf(job: Job): number {
    const task = this.#tasks.get(job);
    return task && 'size' in task ? task.size : 0;
  }

  async #import(job: Job): Promise<void> {
    const task = this.#tasks.get(job);
    if (!task) return;
    this.#move(job, 'running');
    const bytes = 'read' in task ? await readBytes(task.read) : null;
    if (task.stop.signal.aborted) return this.#move(job, 'cancelled');
    if ('read' in task && !bytes) return this.#move(job, 'failed');
    const files = 'read' in task ? await task.readBeside?.() : undefined;
    const result = await this.#call(job, task, bytes, files);
    if (!result.ok) {
      const isLibrary = bytes && 'read' in task && libraryOf(result.error) !== null;
      return isLibrary ? this.#importLibrary(job, task, bytes) : this.#fail(job, result.error);
    }
    this.#tasks.delete(job);
    job.imported = result.value;
    this.#move(job, result.value.status);
  }

  /** What the engine told from an article as the export of another program. */
  async #importLibrary(job: Job, { details, stop }: FileOrigin & Task, bytes: Uint8Array): Promise<void> {
    const { fileName, tags } = details;
    const result = await this.app.client.call(
      'library.import',
      { bytes, fileName, tags },
      { signal: stop.signal, onProgress: (done, total) => job.report(done, total) },
    );
    if (!result.ok) return this.#fail(job, result.error);
    this.#tasks.delete(job);
    this.#move(job, 'library', result.value);
  }

  #fail(job: Job, error: ErrorValue): void {
    if (error.code !== 'cancelled') job.error = error;
    this.#move(job, error.code === 'cancelled' ? 'cancelled' : 'failed');
  }

  #call(
    job: Job,
    task: Task,
    bytes: Uint8Array | null,
    files: PicturesBeside | undefined,
  ): Promise<Result<Output<'source.import'>>> {
    const options = {
      signal: task.stop.signal,
      onProgress: (done: number, total: number | null) => job.report(done, total),
    };
    if ('address' in task) return this.app.client.call('source.fetch', task.address, options);
    const file = { ...task.details, bytes: bytes ?? new Uint8Array(), ...(files && { files }) };
    return this.app.client.call('source.import', file, options);
  }

  #move(job: Job, state: JobState, library: ImportedLibrary | null = null): void {
    this.#count(job, -1);
    job.state = state;
    job.library = library;
    this.#count(job, 1);
  }

  /** What is known of all jobs together, without looking at each. */
  #count(job: Job, change: 1 | -1): void {
    if (isEndedState(job.state)) this.#ended += change;
    if (job.isNew) this.#new += change;
    if (!hasFailed(job)) return;
    this.#failed += change;
    this.#troubles++;
  }
}

const hasFailed = (job: Job): boolean => job.state === 'failed';

/** Null where the disk does not give the file: it was moved, or it is a folder. */
async function readBytes(read: () => Promise<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return await read();
  } catch (cause) {
    console.warn('A file could not be read.', cause);
    return null;
  }
}
