/** Highlights that a newer version moved or has no place for: listed, confirmed, placed, or left as they are. */
import type { Excerpt, ExcerptId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { wholeCharacters } from '../../common/document/selectors.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import { countAnchors, listKept, readStood, returnTo, settleAt } from '../storage/anchors.ts';
import type { Edit } from '../storage/edit.ts';
import { getExcerpt, listExcerpts } from '../storage/excerpts.ts';
import { getSource, readVersionText } from '../storage/sources.ts';
import { reviewExcerpt } from './candidates.ts';
import { listChanged, VersionTexts, wordsBefore } from './changed.ts';

export const anchoringHandlers = {
  'excerpt.review': query(({ notebook: { reader } }, { source }) => {
    if (source !== undefined) getSource(reader, source);
    const kept = listKept(reader, source);
    const open = (['moved', 'orphan'] as const).flatMap((anchor) => listExcerpts(reader, { source, anchor }));
    const texts = new VersionTexts(reader);
    return {
      items: open.toSorted(bySourceAndPlace).map((excerpt) => ({
        ...{ excerpt, isKept: kept.has(excerpt.id), before: wordsBefore(reader, texts, excerpt) },
      })),
      meters: countAnchors(reader, source),
    };
  }),

  'excerpt.changed': query(({ notebook: { reader } }, { source }) => {
    if (source !== undefined) getSource(reader, source);
    return listChanged(reader, source);
  }),

  'excerpt.candidates': query(({ notebook: { reader } }, { id }) => {
    const excerpt = getExcerpt(reader, id);
    return { excerpt, ...reviewExcerpt(reader, excerpt) };
  }),

  'excerpt.confirm': mutation((edit, { ids }) =>
    each(edit, ids, (excerpt) => {
      if (excerpt.anchor === 'orphan') refuse(excerpt);
      const text = readVersionText(edit.reader, excerpt.sourceId, excerpt.versionId);
      settleAt(edit, excerpt.id, text, excerpt);
    }),
  ),

  'excerpt.anchor': mutation((edit, { id, version, start, end }) => {
    const excerpt = getExcerpt(edit.reader, id);
    const { versionId } = getSource(edit.reader, excerpt.sourceId);
    if (version !== versionId) throw new DossierError('version-replaced', { id: excerpt.sourceId });
    const text = readVersionText(edit.reader, excerpt.sourceId, version);
    if (end > text.length || text.slice(start, end).trim() === '') {
      throw new DossierError('invalid', { what: 'range', value: `${start}–${end}` });
    }
    edit.subject = excerpt.exact;
    settleAt(edit, id, text, wholeCharacters(text, { versionId, start, end }));
    edit.stamp('excerpt', id);
    return { excerpt: getExcerpt(edit.reader, id) };
  }),

  'excerpt.keep': mutation((edit, { ids }) =>
    each(edit, ids, (excerpt) => {
      const stood = excerpt.anchor === 'moved' ? readStood(edit.reader, excerpt.id) : null;
      if (excerpt.anchor === 'orphan') edit.update('excerpt', excerpt.id, { kept: 1 });
      else if (stood) returnTo(edit, excerpt, stood, 1);
      else refuse(excerpt);
    }),
  ),
} satisfies Handlers;

/** One step of undo for all of them. */
function each(edit: Edit, ids: readonly ExcerptId[], change: (excerpt: Excerpt) => void) {
  for (const id of new Set(ids)) {
    const excerpt = getExcerpt(edit.reader, id);
    edit.subject = ids.length === 1 ? excerpt.exact : '';
    const before = edit.patches.length;
    change(excerpt);
    if (edit.patches.length > before) edit.stamp('excerpt', id);
  }
  return { excerpts: ids.map((id) => getExcerpt(edit.reader, id)) };
}

function refuse({ id, anchor }: Excerpt): never {
  throw new DossierError('invalid', { what: 'anchor', id, value: anchor });
}

function bySourceAndPlace(one: Excerpt, other: Excerpt): number {
  return one.sourceId === other.sourceId ? one.start - other.start : one.sourceId < other.sourceId ? -1 : 1;
}
