/** The ports that are the same in every host on Node. */
import { v7 as uuidv7 } from 'uuid';
import type { Clock, Ids, Log } from '../core/ports.ts';

export const systemClock: Clock = { now: () => Date.now() };

export const uuidIds: Ids = { next: () => uuidv7() };

/** One JSON line an entry on standard error; `info` only where it is asked for. */
export function createLog(verbose: boolean): Log {
  return {
    write(level, event, details = {}) {
      if (level === 'info' && !verbose) return;
      process.stderr.write(`${JSON.stringify({ level, event, ...details })}\n`);
    },
  };
}
