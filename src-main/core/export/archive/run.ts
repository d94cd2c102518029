/** Answers `export.run` for an archive: everything, written as it is read. */
import { createHash } from 'node:crypto';
import type { Checked, Output } from '../../../common/contract/commands.ts';
import type { Warning } from '../../../common/contract/entities.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import type { Context } from '../../handler.ts';
import { startLongReading } from '../../storage/long-reading.ts';
import { safeName } from '../file-names.ts';
import { writeArchive } from './archive.ts';

/** Where the answer goes back to a page, which has to hold all of it. */
const MOST_ANSWERED = 64 * 1024 * 1024;

type Input = Pick<Checked<'export.run'>, keyof Checked<'export.count'> | 'out' | 'force'>;

/** @throws DossierError target-exists, target-unwritable, disk-full, cancelled, notebook-damaged, too-large */
export async function exportArchive(context: Context, input: Input): Promise<Output<'export.run'>> {
  const { notebook, ports, signal, progress } = context;
  const reading = startLongReading(notebook);
  try {
    const chunks = writeArchive({
      reader: reading.reader,
      name: notebook.name,
      schemaVersion: notebook.schemaVersion(),
      at: new Date(ports.clock.now()).toISOString(),
      signal,
      progress,
    });
    const file = await (input.out === undefined
      ? collect(chunks, `${safeName(notebook.name, 'notebook')}.zip`)
      : write(context, chunks, input.out, input.force ?? false));
    return { files: [file], warnings: isNarrowed(input) ? [WHOLE] : [] };
  } finally {
    reading.close();
  }
}

export const WHOLE: Warning = {
  code: 'archive-is-whole',
  message: 'An archive holds the whole notebook: what the export was narrowed to does not apply.',
};

/** Whether less than everything was asked for. */
export function isNarrowed({
  sources,
  collection,
  tag,
  status,
  claims,
  saved,
}: Checked<'export.count'>): boolean {
  return (
    (sources?.length ?? 0) > 0 ||
    [collection, tag, status, claims, saved].some((narrowing) => narrowing !== undefined)
  );
}

type ExportedFile = Output<'export.run'>['files'][number];

async function write(
  { ports }: Context,
  chunks: AsyncIterable<Uint8Array>,
  out: string,
  force: boolean,
): Promise<ExportedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await ports.files.write({ out, layout: 'file', force }, [{ path: out, bytes: counted() }]);
  return { path: out, bytes, sha256: hash.digest('hex'), content: null, data: null };
}

async function collect(chunks: AsyncIterable<Uint8Array>, path: string): Promise<ExportedFile> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MOST_ANSWERED)
      throw new DossierError('too-large', { what: 'export', size, limit: MOST_ANSWERED });
    parts.push(chunk);
  }
  const data = new Uint8Array(Buffer.concat(parts));
  const sha256 = createHash('sha256').update(data).digest('hex');
  return { path, bytes: size, sha256, content: null, data };
}
