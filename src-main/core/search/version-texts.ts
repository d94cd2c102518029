/** What versions say, as far as it was read. */
import type { Reader } from '../storage/connection.ts';

/** In UTF-16 code units: the articles of some pages of results, or all of a notebook of ten thousand passages. */
const KEPT_TEXTS = 8_000_000;

/** Passages of some hundred pages of results. */
const KEPT_PARTS = 2_000_000;
/**
 * Null where SQLite does not count as UTF-16 does; the index tells, in the same words. What is no UTF-8 at all, which only
 * a foreign hand puts there, may shift what is cut: nothing is judged by it.
 */
const PART = `SELECT CASE WHEN EXISTS (
    SELECT 1 FROM version INDEXED BY version_uncut WHERE id = ?
      AND instr(CAST(text AS BLOB), x'F0') + instr(CAST(text AS BLOB), x'F1') + instr(CAST(text AS BLOB), x'F2')
      + instr(CAST(text AS BLOB), x'F3') + instr(CAST(text AS BLOB), x'F4') + instr(CAST(text AS BLOB), x'00') > 0
  ) THEN NULL ELSE substr(text, ?, ?) END AS text FROM version WHERE id = ?`;

/** The texts of versions, which never change: those asked for last are kept. */
export class VersionTexts {
  readonly #texts = new KeptTexts(KEPT_TEXTS);
  readonly #parts = new KeptTexts(KEPT_PARTS);

  of(reader: Reader, id: string): string {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    const text = reader.get<{ text: string }>('SELECT text FROM version WHERE id = ?', id)?.text ?? '';
    this.#texts.set(id, text);
    return text;
  }

  /** From `start` to before `end`. A whole article costs three times as much as a passage of it. */
  part(reader: Reader, id: string, start: number, end: number): string {
    const key = `${id} ${start} ${end}`;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const row = reader.get<{ text: string | null }>(PART, id, start + 1, end - start, id);
    const text = row?.text ?? this.of(reader, id).slice(start, end);
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
