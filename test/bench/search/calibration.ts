/** How fast this machine is while it measures: the same work everywhere, to put absolute figures beside. */
import { median } from './statistics.ts';

const ROUNDS = 5;
const STEPS = 10_000_000;
const KEYS = 200_000;

/** @returns milliseconds for whole numbers, then strings in a map: a second or so on a slow machine for all rounds */
export function calibrate(): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}

function work(): number {
  let state = 1;
  for (let step = 0; step < STEPS; step += 1) state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + step;
  const counts = new Map<string, number>();
  for (let key = 0; key < KEYS; key += 1) {
    const name = `k${Math.imul(key, 0x2c1b3c6d) % 50_000}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return state + counts.size;
}
