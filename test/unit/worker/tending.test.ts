/** When what can wait is done. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTending } from '../../../src-main/worker/tending.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(slices: number) {
  let done = 0;
  const tending = startTending({ tend: () => ++done < slices });
  return { tending, done: () => done };
}

it('is soon after the last call, slice by slice until there is no more', () => {
  const { tending, done } = start(3);
  tending.soon();
  vi.advanceTimersByTime(40);
  tending.soon();
  vi.advanceTimersByTime(40);
  expect(done()).toBe(0);
  vi.advanceTimersByTime(20);
  expect(done()).toBe(3);
  vi.advanceTimersByTime(1000);
  expect(done()).toBe(3);
});

it('is not put off for ever by calls that do not cease, and goes on between them', () => {
  const { tending, done } = start(1000);
  for (let call = 0; call < 60; call += 1) {
    tending.soon();
    vi.advanceTimersByTime(10);
  }
  expect(done()).toBeGreaterThan(10);
});

it('does not begin once it was stopped', () => {
  const { tending, done } = start(1);
  tending.soon();
  tending.stop();
  vi.advanceTimersByTime(1000);
  expect(done()).toBe(0);
});
