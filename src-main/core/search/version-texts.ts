/** What versions say, as far as it was read. */
import type { Reader } from '../storage/connection.ts';
import { readVersionPart } from '../storage/version-parts.ts';

/** In UTF-16 code units: the articles of some pages of results, or all of a notebook of ten thousand passages. */
const KEPT_TEXTS = 8_000_000;

/** Passages of some hundred pages of results. */
const KEPT_PARTS = 2_000_000;
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

  /** From `start` to before `end`. */
  part(reader: Reader, id: string, start: number, end: number): string {
    const key = `${id} ${start} ${end}`;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const text = readVersionPart(reader, id, start, end) ?? this.of(reader, id).slice(start, end);
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
