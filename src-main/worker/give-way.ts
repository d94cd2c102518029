import { setPriority } from 'node:os';

/**
 * Has this thread, and those it starts from now on, give way to others of the process by so many steps of 19. Only Linux
 * ranks threads by themselves; a system may keep ranks to itself, and then all goes on as it was.
 */
export function giveWay(rank: number): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(rank);
  } catch (error) {
    if (!(error instanceof Error && 'errno' in error)) throw error;
  }
}
