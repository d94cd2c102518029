/** Random choices that are the same for the same seed. */
import { seededRandom } from '../../src-main/worker/synthetic.ts';

export class Dice {
  /** In [0, 1). */
  readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** A whole number from 0 to before `limit`. */
  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  pick<T>(all: readonly T[]): T {
    const picked = all[this.below(all.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  words(all: readonly string[], count: number): string {
    return Array.from({ length: count }, () => this.pick(all)).join(' ');
  }
}
