import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits: not to be guessed in the life of a process, nor of anything else. */
const TOKEN_BYTES = 32;
/** A browser that was started to open a ticket does so at once; the longer it lies about, the more can read it. */
const TICKET_LIFE_MS = 60_000;

export interface SessionToken {
  readonly value: string;
  /** In constant time, whatever is given. */
  matches(given: unknown): boolean;
}

export function createSessionToken(): SessionToken {
  const value = randomBytes(TOKEN_BYTES).toString('base64url');
  const expected = digest(value);
  return {
    value,
    matches: (given) => typeof given === 'string' && timingSafeEqual(digest(given), expected),
  };
}

/** Digests have one length, which `timingSafeEqual` asks for, and tell nothing of the length of the token. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * One-time passes to the token. A browser is opened by its command line, which other users of the machine can
 * read; what stands there is a ticket that is worth nothing once the browser has used it.
 */
export interface Tickets {
  issue(): string;
  /** True once for each ticket, and only soon after it was issued. */
  redeem(ticket: string): boolean;
}

export function createTickets(now: () => number = () => performance.now()): Tickets {
  const open = new Map<string, number>();
  return {
    issue() {
      const ticket = randomBytes(TOKEN_BYTES).toString('base64url');
      open.set(ticket, now() + TICKET_LIFE_MS);
      return ticket;
    },
    redeem(ticket) {
      const until = open.get(ticket);
      open.delete(ticket);
      return until !== undefined && now() <= until;
    },
  };
}
