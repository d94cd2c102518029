/** Sources and their details, and the trash. */
import { DossierError } from '../../common/contract/errors.ts';
import { notableRepeats } from '../../common/similarity/fingerprint.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import { readBlob } from '../storage/blobs.ts';
import { giveCitekey, readCitekey } from '../storage/citekeys.ts';
import { getCollection } from '../storage/collections.ts';
import type { Edit } from '../storage/edit.ts';
import { readImage } from '../storage/images.ts';
import { findNear } from '../storage/near.ts';
import { readSignature } from '../storage/signatures.ts';
import { correctedColumns } from '../storage/source-details.ts';
import { getSource, listSources, listVersions, readVersion } from '../storage/sources.ts';
import { changeTags } from '../storage/tags.ts';
import { checkOriginal, originalOf, translationsOf } from '../storage/translations.ts';

export const libraryHandlers = {
  'source.list': query(({ notebook }, input) => {
    if (input.collection !== undefined) getCollection(notebook.reader, input.collection);
    return { sources: listSources(notebook.reader, input) };
  }),

  'source.get': query(({ notebook }, { id, version }) => {
    const { reader } = notebook;
    const source = getSource(reader, id);
    const shown = version ?? source.versionId;
    const signature = readSignature(reader, shown);
    return {
      source: {
        ...source,
        versions: listVersions(reader, id),
        ...readVersion(reader, id, shown),
        near: [...findNear(reader, id, source.versionId)],
        repeated: signature ? notableRepeats(signature) : 0,
        translationOf: originalOf(reader, id),
        translations: translationsOf(reader, id),
      },
    };
  }),

  'source.original': query(({ notebook }, { version }) => {
    const row = notebook.reader.get<{ sha256: string; file_name: string | null; media_type: string }>(
      'SELECT sha256, file_name, media_type FROM version WHERE id = ?',
      version,
    );
    if (!row) throw new DossierError('not-found', { what: 'version', id: version });
    const bytes = readBlob(notebook.reader, row.sha256);
    return { fileName: row.file_name, mediaType: row.media_type, bytes };
  }),

  'source.image': query(({ notebook }, { sha256 }) => readImage(notebook.reader, sha256)),

  'source.citekey': query(({ notebook }, { id }) => readCitekey(notebook.reader, id)),

  'source.edit': mutation((edit, { id, tags, untag, translationOf, citekey, ...details }) => {
    const source = getSource(edit.reader, id);
    edit.subject = details.title ?? source.title;
    edit.update('source', id, correctedColumns(source, details));
    if (translationOf !== undefined) {
      edit.update('source', id, { translation_of: checkOriginal(edit.reader, id, translationOf) });
    }
    if (citekey !== undefined) giveCitekey(edit, id, citekey);
    changeTags(edit, 'source_tag', id, { tags, untag });
    edit.stamp('source', id);
    return { source: getSource(edit.reader, id) };
  }),

  'source.remove': mutation((edit, { id }) => setTrashed(edit, id, true)),
  'source.restore': mutation((edit, { id }) => setTrashed(edit, id, false)),
} satisfies Handlers;

function setTrashed(edit: Edit, id: string, trashed: boolean): { source: ReturnType<typeof getSource> } {
  const source = getSource(edit.reader, id);
  edit.subject = source.title;
  if ((source.deletedAt !== null) !== trashed) {
    edit.update('source', id, { deleted_at: trashed ? edit.now : null });
  }
  return { source: getSource(edit.reader, id) };
}
