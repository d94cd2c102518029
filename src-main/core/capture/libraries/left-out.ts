/** Counts what does not come over, by kind and reason, and keeps a few by name. */
import type { LeftOut, LeftOutKind, LeftOutReason } from '../../../common/contract/libraries.ts';
import { shorten } from '../../../common/language/shorten.ts';

/** More would be a list that nobody reads. */
const EXAMPLES = 3;
const LONGEST = 80;

interface Entry {
  readonly what: LeftOutKind;
  readonly reason: LeftOutReason;
  count: number;
  readonly examples: string[];
}

export class LeftOutList {
  readonly #entries = new Map<string, Entry>();

  add(what: LeftOutKind, reason: LeftOutReason, example = '', count = 1): void {
    const key = `${what} ${reason}`;
    const entry = this.#entries.get(key) ?? { what, reason, count: 0, examples: [] };
    entry.count += count;
    const name = shorten(
      example
        .slice(0, 4 * LONGEST)
        .replace(/\s+/g, ' ')
        .trim(),
      LONGEST,
    ).toWellFormed();
    if (name !== '' && entry.examples.length < EXAMPLES && !entry.examples.includes(name))
      entry.examples.push(name);
    this.#entries.set(key, entry);
  }

  addAll(others: readonly LeftOut[]): void {
    for (const { what, reason, count, examples } of others) {
      this.add(what, reason, examples[0], count);
      for (const example of examples.slice(1)) this.add(what, reason, example, 0);
    }
  }

  list(): LeftOut[] {
    return [...this.#entries.values()].map((entry) => ({ ...entry, examples: [...entry.examples] }));
  }
}
