/** Excerpts: what a highlight stores. */
import type { Checked } from '../../common/contract/commands.ts';
import type { ExcerptId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import { getExcerpt, listExcerpts } from '../storage/excerpts.ts';
import { getSource, readVersionText } from '../storage/sources.ts';
import { changeTags } from '../storage/tags.ts';
import { checkNote } from '../storage/user-text.ts';
import { anchoringHandlers } from './anchoring.ts';
import { placeLate } from './late.ts';
import { placeExcerpt } from './placing.ts';

export const excerptHandlers = {
  ...anchoringHandlers,

  'excerpt.add': mutation((edit, input) => {
    const source = getSource(edit.reader, input.source);
    if (source.deletedAt !== null) {
      throw new DossierError('not-found', { what: 'source', id: input.source, trash: true });
    }
    const version = source.versionId;
    const { warnings, ...place } =
      input.version === undefined || input.version === version
        ? placeExcerpt(readVersionText(edit.reader, source.id, version), input)
        : placeLate(edit.reader, { source: source.id, from: input.version, to: version }, input);
    const id = edit.ids.next() as ExcerptId;
    edit.insert('excerpt', {
      id,
      source_id: source.id,
      version_id: version,
      start_offset: place.start,
      end_offset: place.end,
      exact: place.exact,
      prefix: place.prefix,
      suffix: place.suffix,
      anchor: place.anchor,
      color: input.color ?? 'yellow',
      note: checkNote(input.note ?? ''),
      created_at: edit.now,
      updated_at: edit.now,
      deleted_at: null,
    });
    changeTags(edit, 'excerpt_tag', id, input);
    edit.touch('source', source.id);
    edit.subject = place.exact;
    return { excerpt: getExcerpt(edit.reader, id), warnings };
  }),

  'excerpt.list': query(({ notebook }, input) => {
    if (input.source !== undefined) getSource(notebook.reader, input.source);
    return { excerpts: listExcerpts(notebook.reader, input) };
  }),

  'excerpt.edit': mutation((edit, input: Checked<'excerpt.edit'>) => {
    const excerpt = getExcerpt(edit.reader, input.id);
    edit.subject = excerpt.exact;
    edit.update('excerpt', input.id, {
      note: checkNote(input.note ?? excerpt.note),
      color: input.color ?? excerpt.color,
    });
    changeTags(edit, 'excerpt_tag', input.id, input);
    edit.stamp('excerpt', input.id);
    return { excerpt: getExcerpt(edit.reader, input.id) };
  }),

  'excerpt.remove': mutation((edit, { id }) => {
    edit.subject = getExcerpt(edit.reader, id).exact;
    edit.update('excerpt', id, { deleted_at: edit.now });
    return { id };
  }),
} satisfies Handlers;
