import type { Fault } from '../../common/contract/faults.ts';
import type { Progress } from '../ports.ts';
import type { Reader } from './connection.ts';

/** Keeps what is derived from the rows for searching. Searchers answer without it, only more slowly. */
export interface IndexKeeper {
  /**
   * What is wrong with each part that is not what was written, and null for each step on the way.
   * @param reader of one state of the notebook, until the end
   */
  check(reader: Reader): Iterable<Fault | null>;
  /**
   * Throws all of it away and makes it anew; other calls are answered meanwhile.
   * @throws DossierError cancelled: the rest is then made when nobody waits
   */
  rebuild(progress: Progress, signal: AbortSignal): Promise<void>;
}
