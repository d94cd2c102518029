/** What versions say, as far as it was read. */
import type { Reader } from '../storage/connection.ts';

/** In UTF-16 code units: the articles of some pages of results, or all of a notebook of ten thousand passages. */
const KEPT_TEXTS = 8_000_000;

/** Passages of some hundred pages of results. */
const KEPT_PARTS = 2_000_000;
/** Versions of which it is known whether parts of them can be read. */
const KNOWN_PLAIN = 100_000;

/** What SQLite counts in code points, and reads to its end, as UTF-16 does; no damaged sign either. */
const PLAIN = /^[^\0\ud800-\udfff\ufffd]*$/;

/** The texts of versions, which never change: those asked for last are kept. */
export class VersionTexts {
  readonly #texts = new KeptTexts(KEPT_TEXTS);
  readonly #parts = new KeptTexts(KEPT_PARTS);
  readonly #plain = new Map<string, boolean>();

  of(reader: Reader, id: string): string {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    const text = reader.get<{ text: string }>('SELECT text FROM version WHERE id = ?', id)?.text ?? '';
    if (this.#plain.size >= KNOWN_PLAIN) this.#plain.clear();
    this.#plain.set(id, PLAIN.test(text));
    this.#texts.set(id, text);
    return text;
  }

  /** From `start` to before `end`. A whole article costs three times as much as a passage of it. */
  part(reader: Reader, id: string, start: number, end: number): string {
    const key = `${id} ${start} ${end}`;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    if (!this.#plain.get(id)) return this.of(reader, id).slice(start, end);
    const sql = 'SELECT substr(text, ?, ?) AS text FROM version WHERE id = ?';
    const text = reader.get<{ text: string }>(sql, start + 1, end - start, id)?.text ?? '';
    this.#parts.set(key, text);
    return text;
  }
}

class KeptTexts {
  readonly #texts = new Map<string, string>();
  #size = 0;

  /** @param room in UTF-16 code units */
  constructor(readonly room: number) {}

  get(key: string): string | undefined {
    const known = this.#texts.get(key);
    if (known === undefined) return undefined;
    this.#texts.delete(key);
    this.#texts.set(key, known);
    return known;
  }

  /** Of one that is not kept yet. The last one stays, whatever its size. */
  set(key: string, added: string): void {
    this.#texts.set(key, added);
    this.#size += added.length;
    for (const [oldest, text] of this.#texts) {
      if (this.#size <= this.room || this.#texts.size === 1) return;
      this.#texts.delete(oldest);
      this.#size -= text.length;
    }
  }
}
