/** Excerpts: what a highlight stores. */
import type { Checked } from '../../common/contract/commands.ts';
import type { Excerpt, ExcerptId, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import { NOWHERE } from '../storage/anchors.ts';
import type { Edit } from '../storage/edit.ts';
import { getExcerpt, listExcerpts } from '../storage/excerpts.ts';
import { listPastTexts } from '../storage/past-texts.ts';
import { currentVersion, getSource, readVersionText } from '../storage/sources.ts';
import { changeTags } from '../storage/tags.ts';
import { checkNote } from '../storage/user-text.ts';
import { readVersionPart } from '../storage/version-parts.ts';
import { anchoringHandlers } from './anchoring.ts';
import { placeLate } from './late.ts';
import { placeExcerpt, placeRange, placeWhereSaid, type Range } from './placing.ts';

export const excerptHandlers = {
  ...anchoringHandlers,

  'excerpt.add': mutation((edit, input) => {
    const { reader } = edit;
    const { source } = input;
    const { version, isLive } = currentVersion(reader, source);
    if (!isLive) throw new DossierError('not-found', { what: 'source', id: source, trash: true });
    const { warnings, ...place } =
      input.version === undefined || input.version === version
        ? (placeWhereSaid(input, (start, end) => readVersionPart(reader, version, start, end)) ??
          placeExcerpt(readVersionText(reader, source, version), input))
        : placeLate(reader, { source, from: input.version, to: version }, input);
    const id = edit.ids.next() as ExcerptId;
    edit.insert('excerpt', {
      id,
      source_id: source,
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
    edit.touch('source', source);
    edit.subject = place.exact;
    return { excerpt: getExcerpt(reader, id), warnings };
  }),

  'excerpt.list': query(({ notebook }, input) => {
    if (input.source !== undefined) getSource(notebook.reader, input.source);
    return { excerpts: listExcerpts(notebook.reader, input) };
  }),

  'excerpt.get': query(({ notebook }, { id }) => ({ excerpt: getExcerpt(notebook.reader, id) })),

  'excerpt.history': query(({ notebook }, { id }) => {
    const { note, createdAt } = getExcerpt(notebook.reader, id);
    const since = Date.parse(createdAt);
    const place = { table: 'excerpt', id, column: 'note', since, current: note } as const;
    return { notes: [...listPastTexts(notebook.reader, place)] };
  }),

  'excerpt.edit': mutation((edit, input: Checked<'excerpt.edit'>) => {
    const excerpt = getExcerpt(edit.reader, input.id);
    edit.subject = excerpt.exact;
    if (input.range) resize(edit, excerpt, input.range, input.version);
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

/** Only within the version that it stands in: offsets of another one are another text. */
function resize(edit: Edit, excerpt: Excerpt, range: Range, version: VersionId = excerpt.versionId): void {
  const isPlaced = excerpt.anchor !== 'orphan' && version === excerpt.versionId;
  if (!isPlaced) throw new DossierError('invalid', { what: 'version', reason: 'other-version' });
  const place = placeRange(readVersionText(edit.reader, excerpt.sourceId, version), range);
  edit.subject = place.exact;
  edit.update('excerpt', excerpt.id, {
    start_offset: place.start,
    end_offset: place.end,
    exact: place.exact,
    prefix: place.prefix,
    suffix: place.suffix,
    // Who sets its ends by hand has looked at it.
    anchor: 'exact',
    ...NOWHERE,
  });
}
