import { describe, expect, it } from 'vitest';
import { readImageFacts } from '../../../src-main/common/document/image-facts.ts';
import { makeGif, makePng } from '../../support/images.ts';

const text = (value: string) => new TextEncoder().encode(value);
const latin1 = (value: string) => Uint8Array.from(value, (sign) => sign.charCodeAt(0));

function jpeg(width: number, height: number): Buffer {
  const app = Buffer.from([0xff, 0xe0, 0, 4, 1, 2, 0xff]);
  const frame = Buffer.from([0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 0x11, 0, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app, frame, Buffer.alloc(20)]);
}

function webp(kind: string, write: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write(`WEBP${kind}`, 8, 'latin1');
  write(bytes);
  return bytes;
}

function avif(...sizes: readonly (readonly [number, number])[]): Buffer {
  const boxes = sizes.map(([width, height]) => {
    const box = Buffer.alloc(20);
    box.write('ispe', 4, 'latin1');
    box.writeUInt32BE(width, 12);
    box.writeUInt32BE(height, 16);
    return box;
  });
  return Buffer.concat([latin1('\0\0\0\x1cftypavif\0\0\0\0mif1miaf'), ...boxes, Buffer.alloc(16)]);
}

describe('a picture is told by its bytes', () => {
  it.each([
    ['image/png', 640, 480, makePng({ width: 640, height: 480 })],
    ['image/gif', 30, 20, makeGif(30, 20)],
    ['image/jpeg', 1200, 800, jpeg(1200, 800)],
    [
      'image/webp',
      300,
      200,
      webp('VP8 ', (bytes) => {
        bytes.writeUInt16LE(300, 26);
        bytes.writeUInt16LE(200, 28);
      }),
    ],
    ['image/webp', 300, 200, webp('VP8L', (bytes) => bytes.writeUInt32LE(299 | (199 << 14), 21))],
    [
      'image/webp',
      70_000,
      200,
      webp('VP8X', (bytes) => {
        bytes.writeUIntLE(69_999, 24, 3);
        bytes.writeUIntLE(199, 27, 3);
      }),
    ],
    ['image/avif', 800, 600, avif([80, 60], [800, 600])],
    ['image/svg+xml', 40, 30, text('<svg xmlns="http://www.w3.org/2000/svg" width="40px" height="30"/>')],
    [
      'image/svg+xml',
      400,
      300,
      text('<?xml version="1.0"?>\n<!-- a --><svg viewBox="0 0 400 300.5" width="100%">'),
    ],
    ['image/svg+xml', 0, 0, text('<svg>')],
  ] as const)('%s of %i by %i', (mediaType, width, height, bytes) => {
    expect(readImageFacts(bytes)).toEqual({ mediaType, width, height });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', text('A text about <svg>.')],
    ['a page', text('<!doctype html><svg>')],
    ['a head that ends', makePng({ width: 9, height: 9 }).subarray(0, 18)],
    ['a JPEG without a frame', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff]), Buffer.alloc(9)])],
    ['a WebP of no kind', webp('VP9 ', () => undefined)],
    ['an AVIF that names no size', avif()],
    ['a video', latin1('\0\0\0\x1cftypisom')],
  ])('and %s is none', (_, bytes) => expect(readImageFacts(bytes)).toBeNull());

  it('in a time that does not grow with what follows', () => {
    const long = new Uint8Array(50_000_000).fill(0x20);
    long.set(text('<svg '));
    const start = performance.now();
    readImageFacts(long);
    readImageFacts(new Uint8Array(50_000_000).fill(0xff));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

it('ends at once of a file that begins with any number of comments', () => {
  // One that took each run of comments for one comment, too, would not end within a day.
  expect(readImageFacts(text(`${'<!---->'.repeat(500)}<p>`))).toBeNull();
});
