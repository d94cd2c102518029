/**
 * Notes as they are being typed, kept until they are saved: a crash or a failed save loses no word. Each letter is kept
 * on this machine at once, and a moment later in the notebook, where it is found from any window and any browser.
 */
import type { AppPort } from './port.ts';

const PREFIX = 'dossier.draft.';
/** Of a draft on this machine, in letters: browsers keep some megabytes in all. */
const MOST_LOCAL = 200_000;
/** Milliseconds without a letter, after which the notebook has it too. */
const REST = 700;
/** Who types on without a rest is not kept waiting for longer, in milliseconds. */
const AT_MOST = 2000;

const held = new Map<string, string>();

/** Null where nothing is being written. */
export function readDraft(key: string): string | null {
  return held.get(key) ?? localStorage.getItem(PREFIX + key);
}

export function keepDraft(key: string, text: string): void {
  held.set(key, text);
  if (text.length <= MOST_LOCAL) keepLocal(key, text);
  else localStorage.removeItem(PREFIX + key);
  mirror?.later(key);
}

export function dropDraft(key: string): void {
  const isKept = held.delete(key) || localStorage.getItem(PREFIX + key) !== null;
  localStorage.removeItem(PREFIX + key);
  if (isKept) mirror?.drop(key);
}

function keepLocal(key: string, text: string): void {
  try {
    localStorage.setItem(PREFIX + key, text);
  } catch (cause) {
    console.warn('A draft is kept in the notebook only.', cause);
  }
}

/** The notebook that is open has them too; one at a time, as one notebook is open at a time. */
let mirror: DraftMirror | null = null;

export class DraftMirror {
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** When the first letter was typed that the notebook has not. */
  readonly #since = new Map<string, number>();

  constructor(private readonly app: Pick<AppPort, 'client'>) {}

  /** What the notebook has and this machine has not: another window's, or of before a crash. */
  async load(): Promise<void> {
    // It is another notebook's: that was given it before this one was opened, or it stays on this machine.
    for (const key of this.#waiting.keys()) this.#forget(key);
    held.clear();
    mirror = this;
    const answer = await this.app.client.call('draft.list', {});
    if (!answer.ok) return;
    for (const { key, value } of answer.value.drafts) {
      const text = value['text'];
      if (text !== undefined && readDraft(key) === null) held.set(key, text);
    }
  }

  later(key: string): void {
    const now = performance.now();
    const since = this.#since.get(key) ?? now;
    this.#since.set(key, since);
    clearTimeout(this.#waiting.get(key));
    const wait = Math.max(0, Math.min(REST, since + AT_MOST - now));
    this.#waiting.set(
      key,
      setTimeout(() => void this.#store(key), wait),
    );
  }

  drop(key: string): void {
    this.#forget(key);
    void this.app.client.call('draft.keep', { key, value: null });
  }

  /** What still waits is stored now: before another notebook is opened. */
  async flush(): Promise<void> {
    await Promise.all([...this.#waiting.keys()].map((key) => this.#store(key)));
  }

  #forget(key: string): void {
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
    this.#since.delete(key);
  }

  async #store(key: string): Promise<void> {
    this.#forget(key);
    const text = held.get(key);
    if (text !== undefined) await this.app.client.call('draft.keep', { key, value: { text } });
  }
}
