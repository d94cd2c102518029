/** Files of a format that is a ZIP inside (`.docx`, `.qdpx`): packed as they are made, so that none is held whole as text. */
import { crc32, createDeflateRaw } from 'node:zlib';
import { ZipWriter, type PackedEntry } from './zip-writer.ts';

export interface PackableFile {
  /** ASCII. */
  readonly path: string;
  /** Text in pieces, or bytes that are packed already, such as a picture. */
  readonly content: Iterable<string> | AsyncIterable<string> | Uint8Array;
}

/** A file is asked for when the one before is packed: what it holds may depend on it. */
export async function* packFiles(files: Iterable<PackableFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter();
  for (const { path, content } of files) {
    const entry =
      content instanceof Uint8Array ? storeEntry(path, content) : await deflateEntry(path, content);
    yield* zip.add(entry);
  }
  yield* zip.finish();
}

function storeEntry(name: string, bytes: Uint8Array): PackedEntry {
  return { name, isDeflated: false, packed: bytes, size: bytes.length, crc: crc32(bytes) };
}

async function deflateEntry(
  name: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<PackedEntry> {
  let size = 0;
  let crc = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      size += bytes.length;
      crc = crc32(bytes, crc);
      yield bytes;
    }
  }
  const packed = Buffer.concat(await collect(counted()));
  return { name, isDeflated: true, packed, size, crc };
}

async function collect(pieces: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const deflate = createDeflateRaw();
  const packed: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    deflate.on('data', (chunk: Buffer) => packed.push(chunk));
    deflate.on('end', resolve);
    deflate.on('error', reject);
  });
  try {
    for await (const piece of pieces) {
      if (!deflate.write(piece)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
    await done;
  } finally {
    deflate.destroy();
  }
  return packed;
}
