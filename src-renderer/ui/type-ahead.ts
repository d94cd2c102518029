/** Finding a row by its first letters, as the system's own lists do. */
import { foldName } from './tag-names.ts';

/** Letters that follow one another within this time are one beginning. */
const PAUSE_MS = 900;
/** The key that commands of two keys begin with (`g c`), and the time in which the second one is theirs. */
const LEADER = 'g';
const LEADER_MS = 1200;

export interface TypeAhead {
  /** The index of the row that begins with what was typed, looked for from `at` on; null where the key begins none. */
  find(event: Pick<KeyboardEvent, 'key' | 'timeStamp'>, at: number, texts: readonly string[]): number | null;
}

/** @param isCommand whether a key is a command where the list stands: it begins no search, but goes on with one */
export function createTypeAhead(isCommand: (key: string) => boolean = () => false): TypeAhead {
  let typed = '';
  let last = -Infinity;
  let ledAt = -Infinity;
  return {
    find({ key, timeStamp }, at, texts) {
      const going = timeStamp - last < PAUSE_MS;
      if (!/^[\p{L}\p{N}]$/u.test(key)) return null;
      const isLed = timeStamp - ledAt < LEADER_MS;
      ledAt = -Infinity;
      if (!going && isCommand(key)) {
        if (key.toLowerCase() === LEADER) ledAt = timeStamp;
        return null;
      }
      if (isLed) return null;
      typed = going ? typed + foldName(key) : foldName(key);
      last = timeStamp;
      // A second letter may still fit the row where one is; a first one moves on.
      const from = typed.length > 1 ? Math.max(at, 0) : at + 1;
      for (let step = 0; step < texts.length; step += 1) {
        const index = (from + step) % texts.length;
        if (foldName(texts[index] ?? '').startsWith(typed)) return index;
      }
      // Letters that go on with a search stay in it, or one of them would run a command.
      return going && at >= 0 ? at : null;
    },
  };
}
