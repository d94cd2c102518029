/**
 * A table of words that are looked up where they stand in a text: making a string of each word of it, only to find it
 * among those that are known, was half of what counting a text cost.
 */

/** Odd, and another in each run: nobody can write words that all meet in one place. */
const MULTIPLIER = Math.floor(Math.random() * 0x3fffffff) * 2 + 1;

export class WordTable<Value> {
  /** 0 where nothing is, else the position of a word plus one; a power of two of them, at most half full. */
  #slots = new Int32Array(1024);
  #hashes = new Int32Array(512);
  readonly #words: string[] = [];
  readonly #values: Value[] = [];

  /** The value of the word from `start` to `end`; where it is new, what `make` gives for it. */
  get(text: string, start: number, end: number, make: (word: string) => Value): Value {
    const hash = hashOf(text, start, end);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      const known = this.#values[entry - 1];
      if (
        this.#hashes[entry - 1] === hash &&
        known !== undefined &&
        this.#isWord(entry - 1, text, start, end)
      )
        return known;
      slot = (slot + 1) & mask;
    }
    return this.#add(text.slice(start, end), hash, slot, make);
  }

  #add(word: string, hash: number, slot: number, make: (word: string) => Value): Value {
    const value = make(word);
    const size = this.#words.push(word);
    this.#values.push(value);
    this.#hashes[size - 1] = hash;
    this.#slots[slot] = size;
    if (size === this.#hashes.length) this.#grow();
    return value;
  }

  #grow(): void {
    const size = this.#words.length;
    const hashes = new Int32Array(2 * size);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(4 * size);
    const mask = this.#slots.length - 1;
    for (let at = 0; at < size; at += 1) {
      const hash = hashes[at] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = at + 1;
    }
  }

  #isWord(at: number, text: string, start: number, end: number): boolean {
    const word = this.#words[at] ?? '';
    if (word.length !== end - start) return false;
    for (let unit = 0; unit < word.length; unit += 1) {
      if (word.charCodeAt(unit) !== text.charCodeAt(start + unit)) return false;
    }
    return true;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), MULTIPLIER);
  return hash ^ (hash >>> 13);
}
