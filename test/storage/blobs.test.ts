/** Bytes as they are packed to be stored. */
import { expect, it } from 'vitest';
import { hashOf, packBlob } from '../../src-main/core/storage/blobs.ts';

it('holds no more memory than the packed bytes: a library has thousands of small records', async () => {
  const bytes = new TextEncoder().encode('The same words. '.repeat(30));
  const packed = await packBlob(bytes, hashOf(bytes));
  expect(packed.encoding).toBe('deflate');
  expect(packed.bytes.buffer.byteLength).toBe(packed.bytes.length);
});
