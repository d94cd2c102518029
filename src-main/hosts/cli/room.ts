/** What is held at the same time, in bytes: eight files of a hundred megabytes would fill a machine. */
export class Room {
  #taken = 0;
  readonly #waiting: { readonly bytes: number; readonly enter: () => void }[] = [];

  /** @param size for all together; what is larger by itself is let in alone */
  constructor(private readonly size: number) {}

  /** Runs `work` as soon as there is room for it; who came first goes first, so that nobody waits for ever. */
  async within<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.#waiting.length > 0 || !this.#fits(bytes)) {
      await new Promise<void>((enter) => this.#waiting.push({ bytes, enter }));
    } else this.#taken += bytes;
    try {
      return await work();
    } finally {
      this.#taken -= bytes;
      this.#admit();
    }
  }

  #fits(bytes: number): boolean {
    return this.#taken === 0 || this.#taken + bytes <= this.size;
  }

  #admit(): void {
    for (let [first] = this.#waiting; first && this.#fits(first.bytes); [first] = this.#waiting) {
      this.#taken += first.bytes;
      this.#waiting.shift();
      first.enter();
    }
  }
}
