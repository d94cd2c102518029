import { describe, expect, it } from 'vitest';
import { decodeWire, encodeWire } from '../../src-main/common/contract/wire.ts';

const across = (value: unknown): unknown => decodeWire(encodeWire(value));

/** Every byte, in a length that no power of two and no part divides. */
const many = Uint8Array.from({ length: 100_003 }, (_, at) => (at * 7 + (at >> 8)) % 256);

describe('bytes that travel as JSON', () => {
  it.each([0, 1, 2, 3, 255, 24_575, 24_576, 24_577, 100_003])('arrive as they are: %i', (length) => {
    const bytes = many.subarray(0, length);
    expect(across({ name: 'a', bytes })).toEqual({ name: 'a', bytes: Uint8Array.from(bytes) });
  });

  it('are the same for what writes and reads base64 by itself', () => {
    const [{ $bytes }] = JSON.parse(encodeWire([many])) as [{ $bytes: string }];
    expect($bytes).toBe(Buffer.from(many).toString('base64'));
    expect(decodeWire(JSON.stringify({ $bytes }))).toEqual(many);
  });

  it('are told from an object of the user’s that looks like them', () => {
    const lookalikes = [{ $bytes: 'AAAA' }, { $$bytes: 'AAAA' }, { $bytes: 1 }, { $bytes: 'AA', more: 1 }];
    expect(across(lookalikes)).toEqual(lookalikes);
  });

  it('are read and written by what the engine has built in, where it has', () => {
    const native = Object.assign(Uint8Array.of(1, 2, 3), { toBase64: () => 'BwgJ' });
    expect(encodeWire(native)).toBe('{"$bytes":"BwgJ"}');
  });
});
