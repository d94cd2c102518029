export type MoveKey = 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** Where a vertical list's focus goes; null where the key does not move it. `from` is -1 where nothing is chosen. */
export function moveIndex(key: string, from: number, length: number): number | null {
  if (length === 0) return null;
  if (key === 'ArrowDown') return (from + 1) % length;
  if (key === 'ArrowUp') return from <= 0 ? length - 1 : from - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  return null;
}

/** As `moveIndex`, for a row of tabs or choices. */
export function moveAcross(key: string, from: number, length: number): number | null {
  if (key === 'ArrowRight') return moveIndex('ArrowDown', from, length);
  if (key === 'ArrowLeft') return moveIndex('ArrowUp', from, length);
  return moveIndex(key, from, length);
}
