import { describe, expect, it } from 'vitest';
import { reachOf } from '../../../src-main/worker/fetch/addresses.ts';

describe('an address is public only where the public internet begins', () => {
  it.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '2606:2800:220:1::1',
    '2a00:1450::1',
  ])('goes to %s', (address) => expect(reachOf(address)).toBe('public'));

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
  ])('goes to %s only where it is allowed', (address) => expect(reachOf(address)).toBe('private'));

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.9',
    '198.18.0.1',
    '192.88.99.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::ffff:8.8.8.8',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '2002:7f00:1::1',
    '2001:db8::1',
    '2001::1',
    '3fff::1',
    'ff02::1',
    'fe80::1%eth0',
    '100::1',
    'localhost',
    '1.2.3',
    '',
  ])('never goes to %s', (address) => expect(reachOf(address)).toBe('never'));

  it('judges an address of IPv4 that a network of IPv6 wraps by what is within', () => {
    expect(reachOf('64:ff9b::8.8.8.8')).toBe('public');
    expect(reachOf('64:ff9b::808:808')).toBe('public');
  });
});
