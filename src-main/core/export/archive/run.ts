/** Answers `export.run` for an archive: everything, written as it is read. */
import type { Checked, Output } from '../../../common/contract/commands.ts';
import type { Warning } from '../../../common/contract/entities.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import type { Context } from '../../handler.ts';
import { startLongReading } from '../../storage/long-reading.ts';
import { collectFiles, writeFiles } from '../deliver.ts';
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
    const { out, force = false } = input;
    const path = `${safeName(notebook.name, 'notebook')}.zip`;
    const files = await (out === undefined
      ? collectFiles([{ path, bytes: upTo(MOST_ANSWERED, chunks) }], { signal })
      : writeFiles(ports.files, { out, layout: 'file', force }, [{ path, bytes: chunks }], { signal }));
    return { files, warnings: isNarrowed(input) ? [WHOLE] : [] };
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

/** @throws DossierError too-large where there are more bytes */
async function* upTo(limit: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw new DossierError('too-large', { what: 'export', size, limit });
    yield chunk;
  }
}
