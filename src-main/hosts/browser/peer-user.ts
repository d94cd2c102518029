/** Which user of this machine is at the other end of a connection, where the system tells: Linux does, in /proc. */
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** IPv4, and IPv6 as which the same connection can be made. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'] as const;
const ESTABLISHED = '01';

/**
 * False where another user's process has made this connection. A ticket stands on a command line that every user
 * of the machine can read, some tenths of a second before the browser that was started with it has used it.
 */
export function isOwnUser(socket: Pick<Socket, 'remotePort' | 'localPort'>): boolean {
  const own = process.getuid?.();
  const { remotePort, localPort } = socket;
  if (own === undefined || remotePort === undefined || localPort === undefined) return true;
  return TABLES.flatMap((path) => usersOf(readTable(path), remotePort, localPort)).every(
    (user) => user === own,
  );
}

/** The users of connections between two ports, from the system's table; whatever the addresses, to miss none. */
export function usersOf(table: string, from: number, to: number): readonly number[] {
  return table.split('\n').flatMap((line) => {
    const [, local = '', remote = '', state, , , , user] = line.trim().split(/\s+/);
    const isIt = state === ESTABLISHED && portOf(local) === from && portOf(remote) === to;
    return isIt ? [Number(user)] : [];
  });
}

function portOf(address: string): number {
  return Number.parseInt(address.slice(address.lastIndexOf(':') + 1), 16);
}

/** Empty where there is no such table, as on other systems. */
function readTable(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
