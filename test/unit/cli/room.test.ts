import { expect, it } from 'vitest';
import { Room } from '../../../src-main/hosts/cli/room.ts';

/** Works of such sizes, each of which ends when it is told to. */
function begin(room: Room, sizes: readonly number[]) {
  const running = new Set<number>();
  const ends: (() => void)[] = [];
  const all = sizes.map((bytes, at) =>
    room.within(bytes, async () => {
      running.add(at);
      await new Promise<void>((end) => (ends[at] = end));
      running.delete(at);
    }),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { running, all, settle, end: (at: number) => (ends[at]?.(), settle()) };
}

it('holds no more at once than there is room for, and lets them in by their turn', async () => {
  const { running, all, settle, end } = begin(new Room(100), [60, 30, 20, 5]);
  await settle();
  expect([...running]).toEqual([0, 1]);
  await end(1);
  expect([...running]).toEqual([0, 2, 3]);
  for (const at of [0, 2, 3]) await end(at);
  await Promise.all(all);
});

it('lets in alone what is larger than all of the room', async () => {
  const { running, all, settle, end } = begin(new Room(100), [10, 500, 10]);
  await settle();
  expect([...running]).toEqual([0]);
  await end(0);
  expect([...running]).toEqual([1]);
  await end(1);
  expect([...running]).toEqual([2]);
  await end(2);
  await Promise.all(all);
});

it('has room again after a work that failed', async () => {
  const room = new Room(100);
  await expect(room.within(100, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(room.within(100, () => Promise.resolve('yes'))).resolves.toBe('yes');
});
