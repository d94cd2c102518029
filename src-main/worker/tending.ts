/** When an engine does what can wait: soon after the last call, and in between where calls do not cease. */
import type { Engine } from '../core/engine.ts';

/** After this long without a call, in milliseconds, what can wait is done, a slice at a time. */
const IDLE = 50;
/** Hundreds of files may be captured without a pause of that length: what can wait does so no longer than this. */
const LONGEST = 400;

export interface Tending {
  /** Something was done: there may be more to do. */
  soon(): void;
  stop(): void;
}

export function startTending(engine: Pick<Engine, 'tend'>): Tending {
  let timer: NodeJS.Timeout | undefined;
  /** By when it is to be done. */
  let due = Infinity;

  const schedule = (delay: number): void => {
    const now = performance.now();
    due = Math.min(due, now + LONGEST);
    clearTimeout(timer);
    // A process that has nothing else to do ends.
    timer = setTimeout(run, Math.max(0, Math.min(delay, due - now))).unref();
  };
  const run = (): void => {
    due = Infinity;
    if (!engine.tend()) return;
    // Calls that come meanwhile do not put off the rest.
    due = performance.now();
    schedule(0);
  };
  return {
    soon: () => {
      schedule(IDLE);
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
