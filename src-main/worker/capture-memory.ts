/**
 * Who is parsed at the same time shares the machine's memory, and who takes too much of it is ended. Told by each
 * thread's own figures: those of the process would blame whoever happens to be parsed beside a bomb, or while other
 * files wait. The process is looked at too, since what was given back within it is not always the system's again: there
 * whoever holds the most is ended, where that is more than a page needs.
 */

/** One article in its thread. */
export interface Member {
  /** Of its thread, as last looked at: its heap and what lies outside of it. */
  readonly bytes: number;
  /** @param isAlone whether it is too much by itself, and not only beside the others */
  end(isAlone: boolean): void;
}

/** The whole process, in bytes. */
export interface Surroundings {
  /** What it holds of the machine's memory. */
  held(): number;
  /** What it may hold. */
  readonly ceiling: number;
}

const MB = 1024 * 1024;
/** Who holds less is never the reason why the process holds too much. */
const A_LOT = 128 * MB;
/** Beside an engine that holds much itself an article may still be read. */
const LEFT_TO_ARTICLES = 300 * MB;

export class Crowd {
  readonly #members = new Set<Member>();
  #ceiling: number;

  /** @param limit bytes, for one and for all together */
  constructor(
    private readonly limit: number,
    private readonly around: Surroundings,
  ) {
    this.#ceiling = around.ceiling;
  }

  enter(member: Member): void {
    if (this.#members.size === 0)
      this.#ceiling = Math.max(this.around.ceiling, this.around.held() + LEFT_TO_ARTICLES);
    this.#members.add(member);
  }

  leave(member: Member): void {
    this.#members.delete(member);
  }

  /** Ends at most one: what it gives back may be enough for the others. */
  judge(): void {
    const [biggest, ...others] = [...this.#members].sort((a, b) => b.bytes - a.bytes);
    if (!biggest) return;
    const together = others.reduce((sum, { bytes }) => sum + bytes, biggest.bytes);
    if (biggest.bytes > this.limit) this.#end(biggest, true);
    else if (others.length > 0 && together > this.limit) this.#end(biggest, false);
    else if (biggest.bytes > A_LOT && this.around.held() > this.#ceiling)
      this.#end(biggest, others.length === 0);
  }

  #end(member: Member, isAlone: boolean): void {
    this.leave(member);
    member.end(isAlone);
  }
}
