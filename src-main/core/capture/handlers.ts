/** Capture: bytes in, a source or a new version of one out. */
import type { Handlers, MutationHandler } from '../handler.ts';
import { hashOf, packBlob } from '../storage/blobs.ts';
import { isoTime } from '../storage/columns.ts';
import { detailColumns } from '../storage/source-details.ts';
import { mayAddPictures, shareOf } from './added-pictures.ts';
import { importLibrary } from './import-library.ts';
import { extractSource, readPage } from './extract-again.ts';
import { fetchSource } from './fetch.ts';
import { findTwin, storeCapture, storeTwin } from './store.ts';

const importSource: MutationHandler<'source.import'> = {
  kind: 'mutation',
  // Which of two files of one address is the newer version does not depend on which is parsed sooner.
  inOrder: true,

  async prepare({ notebook, ports, signal, progress }, { files, ...input }) {
    // Wrong details are refused before a large file is read.
    detailColumns(input);
    const sha256 = hashOf(input.bytes);
    // So hundreds of files are gone on with after a crash at the cost of reading them.
    const twin = findTwin(notebook.reader, sha256);
    if (twin && !mayAddPictures(notebook.reader, twin.id, sha256, files))
      return (edit) => storeTwin(edit, input, sha256);
    const article = await ports.parser.parse(
      {
        bytes: input.bytes,
        fileName: input.fileName ?? null,
        as: input.as,
        url: input.url,
        resources: files && new Map(files.map(({ path, bytes }) => [path.normalize(), bytes])),
        now: isoTime(ports.clock.now()),
        how: twin ? shareOf(notebook.reader, twin.id) : undefined,
      },
      signal,
      progress,
    );
    const prepared = { article, blob: await packBlob(input.bytes, sha256) };
    return (edit) => storeCapture(edit, input, prepared);
  },
};

export const captureHandlers = {
  'source.import': importSource,
  'library.import': importLibrary,
  'source.fetch': fetchSource,
  'source.extract': extractSource,
  'source.page': readPage,
} satisfies Handlers;
