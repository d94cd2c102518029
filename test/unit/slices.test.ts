import { describe, expect, it } from 'vitest';
import { collectInSlices, SLICE } from '../../src-main/core/slices.ts';

/** A clock by which each look takes half a slice. */
function clock(): () => number {
  let now = 0;
  return () => (now += SLICE / 2);
}

function* steps(found: readonly (string | null)[], onEnd = () => {}): Generator<string | null> {
  try {
    yield* found;
  } finally {
    onEnd();
  }
}

describe('work in slices', () => {
  it('gives what was found, in order, and nothing of the steps between', async () => {
    const { signal } = new AbortController();
    expect(await collectInSlices(steps([null, 'a', null, 'b']), { signal })).toEqual(['a', 'b']);
  });

  it('lets what waits go first after each slice', async () => {
    const { signal } = new AbortController();
    const order: string[] = [];
    setImmediate(() => order.push('another'));
    const work = collectInSlices(steps(Array(6).fill(null)), {
      ...{ signal, elapsed: clock() },
      onSteps: (done) => order.push(`slice to ${done}`),
    });
    await work;
    expect(order.slice(0, 3)).toEqual(['slice to 2', 'another', 'slice to 4']);
  });

  it('ends at once when it is given up, and lets the work clean up', async () => {
    const stopping = new AbortController();
    let ended = false;
    const work = collectInSlices(
      steps(Array(100).fill(null), () => (ended = true)),
      {
        ...{ signal: stopping.signal, elapsed: clock() },
        onSteps: () => stopping.abort(),
      },
    );
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(ended).toBe(true);
  });
});
