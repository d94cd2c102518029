/**
 * Heights of the rows that were drawn once, of a list that draws only those near its view. One observer for all of
 * them tells once a frame: an observer for each row would have the list laid out anew for each.
 */
export class RowHeights<Key> {
  // Plain, with a counter to follow: a reactive map would keep one subscription for each of ten thousand rows.
  readonly #heights = new Map<Key, number>();
  readonly #keys = new WeakMap<Element, Key>();
  #measured = $state(0);
  #observer: ResizeObserver | null = null;
  #observed = 0;

  /** In px; undefined where the row was not drawn yet. Does not follow what is measured later: see `follow`. */
  of(key: Key): number | undefined {
    return this.#heights.get(key);
  }

  /** Whoever reads heights in an effect or a derived value reads them again when one has changed. */
  follow(): void {
    void this.#measured;
  }

  /** For a row's element. */
  measure(key: Key) {
    return (node: Element) => {
      this.#keys.set(node, key);
      this.#observer ??= new ResizeObserver((entries) => this.#take(entries));
      this.#observer.observe(node);
      this.#observed++;
      return () => {
        this.#observer?.unobserve(node);
        if (--this.#observed > 0) return;
        this.#observer?.disconnect();
        this.#observer = null;
      };
    };
  }

  #take(entries: readonly ResizeObserverEntry[]): void {
    let changed = false;
    for (const { target, borderBoxSize } of entries) {
      const key = this.#keys.get(target);
      const size = borderBoxSize[0]?.blockSize ?? 0;
      if (key === undefined || size === 0 || this.#heights.get(key) === size) continue;
      this.#heights.set(key, size);
      changed = true;
    }
    if (changed) this.#measured++;
  }
}
