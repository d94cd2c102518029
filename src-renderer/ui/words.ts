import { createContext } from 'svelte';
import shell from '../messages/en/shell.ts';
import type { Messages } from '../messages/index.ts';

/** The words of the interface's own parts (Close, Cancel, names of keys). */
export type UiWords = Messages['shell']['ui'];

interface Giver {
  readonly words: UiWords;
  readonly mac: boolean;
}

const [read, set, has] = createContext<() => Giver>();

/** Called once, at the root; the function is read anew, so that the words follow the language. */
export const setUiWords = set;

/** @returns a function to be called where the words are shown; English where no root has given any */
export function useUiWords(): () => Giver {
  return has() ? read() : () => ({ words: shell.ui, mac: false });
}
