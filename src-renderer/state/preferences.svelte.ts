/** What this reader set on this machine. Kept in localStorage: it belongs to the screen, not to the notebook. */
import type { Locale } from '../messages/index.ts';

export type Theme = 'system' | 'light' | 'sepia' | 'dark';

export interface Preferences {
  theme: Theme;
  /** Null follows the system. */
  locale: Locale | null;
  /** Of article text. `dyslexia` is OpenDyslexic. */
  typeface: 'serif' | 'sans' | 'dyslexia';
  /** Article text in px; null is the size that the window's width calls for. */
  textSize: number | null;
  /** Column of the article in characters, about. */
  measure: 'narrow' | 'normal' | 'wide';
  leading: 'tight' | 'normal' | 'loose';
  justified: boolean;
  /** Words are broken at the end of a line, where the browser knows how in the article's language. */
  hyphenated: boolean;
  marginShown: boolean;
  outlineShown: boolean;
  /** Highlights without their underline styles. */
  quietMarks: boolean;
  /** List pane, in px. */
  listWidth: number;
  listShown: boolean;
  /** The first of two panes, as a part of both. */
  paneShare: number;
  listSort: 'added' | 'published' | 'title' | 'site' | 'length';
  /** Ledger rows without their reason line. */
  denseLedger: boolean;
}

const KEY = 'dossier.preferences';

const DEFAULTS: Preferences = {
  theme: 'system',
  locale: null,
  typeface: 'serif',
  textSize: null,
  measure: 'normal',
  leading: 'normal',
  justified: false,
  hyphenated: true,
  marginShown: true,
  outlineShown: true,
  quietMarks: false,
  listWidth: 304,
  listShown: true,
  paneShare: 0.5,
  listSort: 'added',
  denseLedger: false,
};

/** Reads and writes like a plain object: `preferences.values.theme = 'dark'` is kept at once. */
export class PreferenceStore {
  readonly values: Preferences;

  constructor(private readonly storage: Storage = localStorage) {
    const values = $state<Preferences>({ ...DEFAULTS, ...readStored(storage) });
    this.values = new Proxy(values, {
      set: (target, key, value) => {
        const done = Reflect.set(target, key, value);
        this.#keep();
        return done;
      },
    });
  }

  #keep(): void {
    this.storage.setItem(KEY, JSON.stringify(this.values));
  }
}

function readStored(storage: Storage): Partial<Preferences> {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter(([key, value]) => isSameKind(value, DEFAULTS[key as keyof Preferences])),
    );
  } catch (cause) {
    console.warn('Preferences could not be read and start afresh.', cause);
    return {};
  }
}

/** A stored value of another type was written by another version. Null stands for "not set" and fits only there. */
function isSameKind(value: unknown, example: unknown): boolean {
  if (example === undefined) return false;
  if (example === null || value === null) return example === null;
  return typeof value === typeof example;
}
