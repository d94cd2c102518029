/** Several at once, told in the order in which they were given. */

/** Yields what `start` gives for each item, in order; at most `atOnce` are running or wait to be told. */
export async function* mapInOrder<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  start: (item: Item) => Promise<Value>,
): AsyncGenerator<Value> {
  const running: Promise<Value>[] = [];
  try {
    for (const item of items) {
      running.push(start(item));
      if (running.length < atOnce) continue;
      const [first] = running;
      if (first) yield await first;
      void running.splice(0, 1);
    }
    for (let [first] = running; first; [first] = running) {
      yield await first;
      void running.splice(0, 1);
    }
  } finally {
    // Where one failed or nobody asks on, what the others come to concerns nobody.
    await Promise.allSettled(running);
  }
}
