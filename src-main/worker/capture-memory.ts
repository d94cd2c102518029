/**
 * Who is parsed at the same time shares the machine's memory, and who takes too much of it is ended. Told by each
 * thread's own figures: those of the process would blame whoever happens to be parsed beside a bomb, or while other
 * files wait.
 */

/** One article in its thread. */
export interface Member {
  /** Of its thread, as last looked at: its heap and what lies outside of it. */
  readonly bytes: number;
  /** @param isAlone whether it is too much by itself, and not only beside the others */
  end(isAlone: boolean): void;
}

export class Crowd {
  readonly #members = new Set<Member>();

  /** @param limit bytes, for one and for all together */
  constructor(private readonly limit: number) {}

  enter(member: Member): void {
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
  }

  #end(member: Member, isAlone: boolean): void {
    this.leave(member);
    member.end(isAlone);
  }
}
