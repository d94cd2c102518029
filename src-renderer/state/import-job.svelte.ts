/** One file, text or address on its way into the notebook. Each field is followed by itself: a change draws one row. */
import type { Output } from '../../src-main/common/contract/commands.ts';
import type { ErrorValue } from '../../src-main/common/contract/errors.ts';
import type { ImportedLibrary } from '../../src-main/common/contract/libraries.ts';

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

const ENDED: ReadonlySet<JobState> = new Set([
  'added',
  'version',
  'duplicate',
  'library',
  'failed',
  'cancelled',
]);

export const isEndedState = (state: JobState): boolean => ENDED.has(state);
export const isEnded = (job: Job): boolean => isEndedState(job.state);

export class Job {
  /** Changed by the queue alone, which counts. */
  state = $state<JobState>('waiting');
  done = $state(0);
  total = $state<number | null>(null);
  /** With `failed`; null where the file itself could not be read from the disk. */
  error = $state.raw<ErrorValue | null>(null);
  imported = $state.raw<Output<'source.import'> | null>(null);
  /** With `library`. */
  library = $state.raw<ImportedLibrary | null>(null);

  constructor(
    readonly id: number,
    readonly name: string,
    /** `address`: fetched from another machine; `watched`: the app took it by itself, and cannot be asked to try again. */
    readonly origin: 'file' | 'address' | 'watched',
  ) {}

  report(done: number, total: number | null): void {
    this.done = done;
    this.total = total;
  }

  /** Whether the notebook has something that it had not. */
  get isNew(): boolean {
    const { state, library } = this;
    if (library) return Object.values(library.added).some((count) => count > 0);
    return state === 'added' || state === 'version';
  }
}
