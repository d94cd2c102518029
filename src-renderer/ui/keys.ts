import { splitShortcut } from '../messages/shortcut-notation.ts';
import type { UiWords } from './words.ts';

interface Giver {
  readonly words: UiWords;
  readonly mac: boolean;
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** One key as it stands on the keyboard: Mod → Ctrl, Shift → Maj, k → K. */
export function writeKey(key: string, { words, mac }: Giver): string {
  const sign = mac ? MAC_SIGNS[key] : undefined;
  return sign ?? words.keys[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** A whole shortcut in words: `Ctrl Maj Z`, `G puis C`. */
export function writeShortcut(shortcut: string, giver: Giver): string {
  return splitShortcut(shortcut)
    .map((step) => step.map((key) => writeKey(key, giver)).join(' '))
    .join(` ${giver.words.then} `);
}
