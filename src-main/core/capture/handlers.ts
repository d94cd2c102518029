/** Capture: bytes in, a source or a new version of one out. */
import type { Handlers, MutationHandler } from '../handler.ts';
import { packBlob } from '../storage/blobs.ts';
import { isoTime } from '../storage/columns.ts';
import { detailColumns } from '../storage/source-details.ts';
import { fetchSource } from './fetch.ts';
import { storeCapture } from './store.ts';

const importSource: MutationHandler<'source.import'> = {
  kind: 'mutation',

  async prepare({ ports, signal }, { files, ...input }) {
    // Wrong details are refused before a large file is read.
    detailColumns(input);
    const article = await ports.parser.parse(
      {
        bytes: input.bytes,
        fileName: input.fileName ?? null,
        as: input.as,
        url: input.url,
        resources: files && new Map(files.map(({ path, bytes }) => [path.normalize(), bytes])),
        now: isoTime(ports.clock.now()),
      },
      signal,
    );
    const prepared = { article, blob: packBlob(input.bytes) };
    return (edit) => storeCapture(edit, input, prepared);
  },
};

export const captureHandlers = {
  'source.import': importSource,
  'source.fetch': fetchSource,
} satisfies Handlers;
