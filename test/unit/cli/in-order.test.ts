/** Several at once, told in the order given. */
import { expect, it } from 'vitest';
import { mapInOrder } from '../../../src-main/hosts/cli/in-order.ts';

it('runs as many at once as it may, and tells them in order whichever ends first', async () => {
  const gates = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
  const started: number[] = [];
  const told: number[] = [];
  const all = (async () => {
    const start = (at: number): Promise<number> => {
      started.push(at);
      return gates[at]?.promise ?? Promise.reject(new Error());
    };
    for await (const value of mapInOrder([0, 1, 2, 3, 4], 3, start)) told.push(value);
  })();
  expect(started).toEqual([0, 1, 2]);
  for (const at of [4, 2, 1]) gates[at]?.resolve(at);
  await Promise.resolve();
  expect([started, told]).toEqual([[0, 1, 2], []]);
  for (const at of [0, 3]) gates[at]?.resolve(at);
  await all;
  expect(told).toEqual([0, 1, 2, 3, 4]);
});

it('throws what one threw when its turn comes, and leaves no other unheard', async () => {
  const told: number[] = [];
  const start = (at: number): Promise<number> =>
    at > 0 ? Promise.reject(new Error(`no ${at}`)) : Promise.resolve(at);
  await expect(
    (async () => {
      for await (const value of mapInOrder([0, 1, 2], 3, start)) told.push(value);
    })(),
  ).rejects.toThrow('no 1');
  expect(told).toEqual([0]);
});
