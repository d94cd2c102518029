/** Long work on the engine's thread, done bit by bit: whatever waits is answered in between. */
import { DossierError } from '../common/contract/errors.ts';

/** How long a slice may take, in milliseconds, but for one endless step. */
export const SLICE = 8;

/** Lets what waits be answered first. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** The same, a cancel being among what waits. @throws DossierError cancelled */
export async function pauseUnlessCancelled(signal: AbortSignal): Promise<void> {
  await pause();
  if (signal.aborted) throw new DossierError('cancelled');
}

export interface Slicing {
  readonly signal: AbortSignal;
  /** Told after each slice how many steps were done by then. */
  readonly onSteps?: (done: number) => void;
  readonly elapsed?: () => number;
}

/**
 * Goes through work that yields what it found at each of its steps, or null.
 * @returns what was found
 * @throws DossierError cancelled
 */
export async function collectInSlices<Found>(
  work: Iterable<Found | null>,
  { signal, onSteps, elapsed = () => performance.now() }: Slicing,
): Promise<Found[]> {
  const found: Found[] = [];
  let done = 0;
  let end = elapsed() + SLICE;
  for (const each of work) {
    if (each !== null) found.push(each);
    done += 1;
    if (elapsed() < end) continue;
    onSteps?.(done);
    await pauseUnlessCancelled(signal);
    end = elapsed() + SLICE;
  }
  return found;
}
