/** Files on their way out: made, counted and hashed while they are written, so that none is held longer than that. */
import { createHash } from 'node:crypto';
import type { Output } from '../../common/contract/commands.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Files, OutputFile, WriteTarget } from '../ports.ts';
import { pause } from '../slices.ts';
import type { Rendered, RenderedFiles } from './model.ts';
import { textRuns } from './text-runs.ts';

export type ExportedFile = Output<'export.run'>['files'][number];

/** UTF-16 units that are written at once. */
const CHUNK = 64 * 1024;
/** Files between two looks at whether the answer is still wanted. */
const AT_ONCE = 20;

const encoder = new TextEncoder();

export interface Delivery {
  readonly signal: AbortSignal;
  /** Called after each file. */
  progress?(done: number): void;
}

/** @throws DossierError those of `files.write`; cancelled, also within a file; what the files throw */
export async function writeFiles(
  files: Files,
  target: WriteTarget,
  rendered: RenderedFiles,
  { signal, progress }: Delivery,
): Promise<ExportedFile[]> {
  const written: ExportedFile[] = [];
  const pathOf = ({ path }: Rendered): string =>
    target.layout === 'file' ? target.out : `${target.out.replace(/[/\\]+$/, '')}/${path}`;
  async function* outgoing(): AsyncGenerator<OutputFile> {
    for (const file of rendered) {
      const hash = createHash('sha256');
      let size = 0;
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of chunksOf(file)) {
          if (signal.aborted) throw new DossierError('cancelled');
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      }
      yield { path: file.path, bytes: counted() };
      written.push({
        path: pathOf(file),
        bytes: size,
        sha256: hash.digest('hex'),
        content: null,
        data: null,
      });
      progress?.(written.length);
    }
    if (signal.aborted) throw new DossierError('cancelled');
  }
  await files.write(target, outgoing());
  return written;
}

/** For an answer that carries the files. @throws DossierError cancelled */
export async function collectFiles(
  rendered: RenderedFiles,
  { signal, progress }: Delivery,
): Promise<ExportedFile[]> {
  const files: ExportedFile[] = [];
  for (const file of rendered) {
    files.push('bytes' in file ? await collectBytes(file) : collectText(file));
    if (files.length % AT_ONCE === 0) await pause();
    if (signal.aborted) throw new DossierError('cancelled');
    progress?.(files.length);
  }
  return files;
}

type Bytes = Extract<Rendered, { readonly bytes: unknown }>;

async function collectBytes({ path, bytes }: Bytes): Promise<ExportedFile> {
  const data = bytes instanceof Uint8Array ? bytes : new Uint8Array(Buffer.concat(await collect(bytes)));
  const sha256 = createHash('sha256').update(data).digest('hex');
  return { path, bytes: data.length, sha256, content: null, data };
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}

function collectText(file: Exclude<Rendered, Bytes>): ExportedFile {
  const content = textOf(file);
  // Without a copy of each text as bytes.
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { path: file.path, bytes: Buffer.byteLength(content), sha256, content, data: null };
}

/** All of it, for who needs it whole. */
export function textOf(file: Exclude<Rendered, Bytes>): string {
  return 'content' in file ? file.content : [...file.pieces].join('');
}

async function* chunksOf(file: Rendered): AsyncGenerator<Uint8Array> {
  if ('bytes' in file) {
    if (file.bytes instanceof Uint8Array) yield file.bytes;
    else yield* file.bytes;
    return;
  }
  yield* encode('content' in file ? [file.content] : file.pieces);
}

/** Between two chunks others are heard. */
async function* encode(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for (const run of textRuns(pieces, CHUNK)) {
    if (!isFirst) await pause();
    isFirst = false;
    yield encoder.encode(run.join(''));
  }
}
