/** Sources as they were read, for as long as they are so. */
import type { Reader } from '../storage/connection.ts';
import { newestChange } from '../storage/search-store.ts';
import type { SourceRow } from './documents.ts';

const CHANGED = `SELECT 1 AS found FROM change, json_each(touched) AS each
  WHERE seq > ? AND each.value ->> 'kind' IN ('source', 'tag') LIMIT 1`;

/** By id; null for what is not live. The log tells of every change, and whoever writes mostly changes something else. */
export class KnownSources {
  #known = new Map<string, SourceRow | null>();
  #seq = 0;

  at(reader: Reader): Map<string, SourceRow | null> {
    const seq = newestChange(reader);
    // A notebook may have been put in the place of another: then the log may be shorter.
    if (seq < this.#seq || (seq > this.#seq && reader.get(CHANGED, this.#seq))) this.forget();
    this.#seq = seq;
    return this.#known;
  }

  forget(): void {
    this.#known = new Map();
  }
}
