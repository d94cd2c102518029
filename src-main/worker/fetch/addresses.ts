/**
 * Which network addresses a request of ours may go to. The default is « no »: of IPv6 only what is handed out to
 * the public internet counts as public, of IPv4 what no registry sets apart.
 */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

export type Reach = 'public' | 'private' | 'never';

type Range = readonly [network: string, prefix: number];

function listOf(family: 'ipv4' | 'ipv6', ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}

/** This machine, its network, the provider's: reached only where the user allows it. */
const PRIVATE_4 = listOf('ipv4', [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
]);

/** Nobody in particular, many at once, examples and tests. */
const NEVER_4 = listOf('ipv4', [
  ['0.0.0.0', 8],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]);

const PRIVATE_6 = listOf('ipv6', [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
]);

const GLOBAL_6 = listOf('ipv6', [['2000::', 3]]);

/** Within the global range: Teredo and other protocols, 6to4, documentation. */
const NEVER_6 = listOf('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

/** How a network of IPv6 alone reaches a host of IPv4: the address to judge is the one within. */
const NAT64 = /^64:ff9b::([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/** The address in its shortest spelling, so that it can be looked at as text. */
function shorten(address: string): string {
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}

function reachOf6(address: string): Reach {
  const [, high, low] = NAT64.exec(shorten(address)) ?? [];
  if (high !== undefined && low !== undefined) {
    const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
    const within = reachOf(`${a >> 8}.${a & 255}.${b >> 8}.${b & 255}`);
    return within === 'public' ? 'public' : 'never';
  }
  if (PRIVATE_6.check(address, 'ipv6')) return 'private';
  // What carries an IPv4 address within it (mapped, compatible, 6to4) is no address of a public host.
  return GLOBAL_6.check(address, 'ipv6') && !NEVER_6.check(address, 'ipv6') ? 'public' : 'never';
}

/** @param address of IPv4 or IPv6, without brackets; anything else is never reached */
export function reachOf(address: string): Reach {
  if (isIPv4(address)) {
    if (NEVER_4.check(address, 'ipv4')) return 'never';
    return PRIVATE_4.check(address, 'ipv4') ? 'private' : 'public';
  }
  // A zone (`fe80::1%eth0`) names a network of this machine.
  return isIPv6(address) && !address.includes('%') ? reachOf6(address) : 'never';
}
