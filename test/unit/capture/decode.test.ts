import { describe, expect, it } from 'vitest';
import { decodeBytes, MAX_BYTES } from '../../../src-main/core/capture/bytes/decode.ts';
import { captureError } from './capture.ts';

const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const utf16 = (text: string) => [...Buffer.from(text, 'utf16le')];
const decode = (...bytes: readonly number[]) => {
  const { text, charset, warnings } = decodeBytes(Uint8Array.from(bytes), null);
  return [text, charset, ...warnings.map(({ code }) => code)];
};

describe('decodeBytes', () => {
  it('reads UTF-8, with a mark or without, and warns of nothing', () => {
    expect(decode(...utf8('été'))).toEqual(['été', 'utf-8']);
    expect(decode(0xef, 0xbb, 0xbf, ...utf8('été'))).toEqual(['été', 'utf-8']);
  });

  it('reads UTF-16 by its mark or by its zeros', () => {
    expect(decode(0xff, 0xfe, ...utf16('été'))).toEqual(['été', 'utf-16le', 'decoded-utf-16le']);
    expect(decode(0xfe, 0xff, 0x00, 0xe9)).toEqual(['é', 'utf-16be', 'decoded-utf-16be']);
    expect(decode(...utf16('ete indien'))).toEqual(['ete indien', 'utf-16le', 'decoded-utf-16le']);
  });

  it('reads Windows-1252 where nothing else fits, and replaces what it leaves undefined', () => {
    expect(decode(0xe9, 0x74, 0xe9, 0x20, 0x93, 0x80)).toEqual([
      'été “€',
      'windows-1252',
      'decoded-windows-1252',
    ]);
    expect(decode(0x61, 0x81)).toEqual(['a\ufffd', 'windows-1252', 'decoded-windows-1252', 'bytes-replaced']);
  });

  it('reads what a page calls user-defined as browsers do', () => {
    expect(decode(...utf8('<meta charset="x-user-defined">'), 0xe9)).toEqual([
      '<meta charset="x-user-defined">é',
      'windows-1252',
      'decoded-windows-1252',
    ]);
  });

  it('does not take UTF-32 for UTF-16, whose mark it begins with', () => {
    const bytes = [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0, 0x62, 0, 0, 0];
    expect(() => decode(...bytes)).toThrow(
      expect.objectContaining({ code: 'unreadable', details: { fileName: null, reason: 'binary' } }),
    );
  });

  it('replaces the broken bytes of what is mostly UTF-8', () => {
    expect(decode(...utf8('déjà été'), 0xc3, 0x28)).toEqual(['déjà été\ufffd(', 'utf-8', 'bytes-replaced']);
  });

  it('believes a declared encoding, but valid UTF-8 more', () => {
    const shiftJis = [...utf8('<meta charset="shift_jis">'), 0x93, 0xfa];
    expect(decode(...shiftJis)).toEqual(['<meta charset="shift_jis">日', 'shift_jis', 'decoded-shift_jis']);
    expect(decode(...utf8('<meta charset="iso-8859-1">é'))[1]).toBe('utf-8');
    expect(decode(...utf8('<meta charset="nonsense">'), 0xe9)[1]).toBe('windows-1252');
  });

  it('refuses what is empty, binary or too large, and says which', async () => {
    expect(await captureError('')).toMatchObject({ code: 'unreadable', details: { reason: 'empty' } });
    expect(await captureError(' \n')).toMatchObject({ code: 'unreadable', details: { reason: 'empty' } });
    expect(await captureError('<html><body><img src="x"></body></html>')).toMatchObject({
      details: { reason: 'no-text' },
    });
    expect(await captureError('PK\x03\x04')).toMatchObject({
      code: 'unreadable',
      details: { reason: 'binary' },
    });
    expect(await captureError(Uint8Array.from([1, 0, 2, 0xff, 3]))).toMatchObject({
      details: { reason: 'binary' },
    });
    expect(await captureError('{\\rtf1 x}')).toMatchObject({ code: 'unsupported', details: { what: 'rtf' } });
    const size = MAX_BYTES + 1;
    expect(await captureError(new Uint8Array(size))).toMatchObject({
      code: 'too-large',
      details: { limit: MAX_BYTES, size },
    });
  });
});

it.each(['a.pdf', 'a.epub', 'a.docx', 'a.mhtml', 'a.html'])(
  'says of %s that it is empty where it is',
  async (fileName) => {
    expect(await captureError(new Uint8Array(), { fileName })).toMatchObject({
      code: 'unreadable',
      details: { reason: 'empty' },
    });
  },
);
