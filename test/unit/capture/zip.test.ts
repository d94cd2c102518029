import { describe, expect, it } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import { openZip } from '../../../src-main/core/capture/bytes/zip.ts';
import { withDirectory, zipOf } from './archives.ts';

const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes);

function errorOf(zip: Uint8Array, name = 'a'): unknown {
  try {
    openZip(zip, 'x.epub').read(name);
  } catch (error) {
    if (error instanceof DossierError) return { code: error.code, ...error.details };
    throw error;
  }
  return null;
}

describe('openZip', () => {
  it('reads entries by name, deflated or stored, also behind something else', () => {
    const zip = zipOf({ a: 'a'.repeat(1000), 'b/c': 'x' });
    const archive = openZip(Uint8Array.from([1, 2, 3, ...zip]), null);
    expect(archive.names).toEqual(['a', 'b/c']);
    expect(text(archive.read('a'))).toBe('a'.repeat(1000));
    expect(text(archive.read('b/c'))).toBe('x');
    expect(archive.read('d')).toBeNull();
  });

  it('never reads names that lead out of the archive', () => {
    const names = ['../up', 'a/../../up', '/root', 'C:/x', 'c:x', 'a\\b', 'a\0b', 'a//b', './a', 'folder/'];
    const files = Object.fromEntries(names.map((name) => [name, 'x']));
    expect(openZip(zipOf({ ...files, 'fine.txt': 'x' }), null).names).toEqual(['fine.txt']);
  });

  it('ignores links', () => {
    const zip = withDirectory(zipOf({ a: '/etc/passwd' }), (view, at) => {
      view.setUint16(at + 4, 3 << 8, true);
      view.setUint32(at + 38, 0xa1ff << 16, true);
    });
    expect(openZip(zip, null).names).toEqual([]);
  });

  it('refuses what is encrypted', () => {
    const zip = withDirectory(zipOf({ a: 'x' }), (view, at) => {
      view.setUint16(at + 8, 1, true);
    });
    expect(errorOf(zip)).toMatchObject({ code: 'unreadable', reason: 'encrypted', fileName: 'x.epub' });
  });

  it('refuses a bomb by what it declares, before a byte of it is unpacked', () => {
    const zip = zipOf({ a: new Uint8Array(10_000_000) });
    expect(errorOf(zip)).toMatchObject({ code: 'too-large', reason: 'ratio' });
    const huge = withDirectory(zip, (view, at) => {
      view.setUint32(at + 24, 100 * 1024 * 1024, true);
    });
    expect(errorOf(huge)).toMatchObject({ code: 'too-large', size: 100 * 1024 * 1024 });
  });

  it('stops a bomb that declares less than it holds', () => {
    const zip = withDirectory(zipOf({ a: new Uint8Array(10_000_000) }), (view, at) => {
      view.setUint32(at + 24, 1000, true);
    });
    expect(errorOf(zip)).toMatchObject({ code: 'unreadable', reason: 'broken-zip' });
  });

  it('refuses more in all than memory should hold, though each entry is small enough', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251);
    const entry = new Uint8Array(63 * 1024 * 1024);
    for (let at = 0; at < entry.length; at += 8192) entry.set(noise, at);
    const archive = openZip(zipOf({ a: entry }), null);
    const readOften = () => {
      for (let time = 0; time < 5; time += 1) archive.read('a');
    };
    expect(readOften).toThrow('too-large');
  });

  it('refuses a directory of too many entries', () => {
    const files = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`f${at}`, '']));
    expect(errorOf(zipOf(files))).toMatchObject({ code: 'too-large', reason: 'entries' });
  });

  it.each([
    ['cut short', (zip: Uint8Array) => zip.slice(0, -30)],
    ['without its beginning', (zip: Uint8Array) => zip.slice(40)],
    ['with other bytes than it had', (zip: Uint8Array) => zip.with(40, (zip[40] ?? 0) ^ 0xff)],
    [
      'with an entry that begins behind its end',
      (zip: Uint8Array) =>
        withDirectory(zip, (view, at) => {
          view.setUint32(at + 42, 0x7fffffff, true);
        }),
    ],
    [
      'with a name longer than the directory',
      (zip: Uint8Array) =>
        withDirectory(zip, (view, at) => {
          view.setUint16(at + 28, 0xffff, true);
        }),
    ],
    [
      'that is nothing but an end',
      () => Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0xff)]),
    ],
  ])('refuses one %s', (_, damage) => {
    expect(
      errorOf(damage(zipOf({ a: 'Some words that deflate a little, a little, a little.' }))),
    ).toMatchObject({
      code: 'unreadable',
      reason: 'broken-zip',
    });
  });
});
