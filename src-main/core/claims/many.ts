/** What is done to several claims at once: one step of undo, or nothing where one of them is not there. */
import { DossierError } from '../../common/contract/errors.ts';
import { mutation, type Handlers } from '../handler.ts';
import type { Edit } from '../storage/edit.ts';
import { changeTags } from '../storage/tags.ts';
import { checkDay } from './rules.ts';

export const manyHandlers = {
  'claims.tag': mutation((edit, { ids, ...tags }) =>
    changeEach(edit, ids, (id) => {
      const before = edit.patches.length;
      changeTags(edit, 'claim_tag', id, tags);
      if (edit.patches.length > before) edit.update('claim', id, { updated_at: edit.now });
    }),
  ),
  'claims.recheck': mutation((edit, { ids, by }) => {
    const day = by === null ? null : checkDay(by);
    return changeEach(edit, ids, (id) => {
      const before = edit.patches.length;
      edit.update('claim', id, { recheck_by: day });
      if (edit.patches.length > before) edit.update('claim', id, { updated_at: edit.now });
    });
  }),
  'claims.remove': mutation((edit, { ids }) =>
    changeEach(edit, ids, (id) => edit.update('claim', id, { deleted_at: edit.now })),
  ),
} satisfies Handlers;

/** The first one names the change, where it is alone. @throws DossierError not-found */
function changeEach(edit: Edit, ids: readonly string[], change: (id: string) => void): { changed: number } {
  let changed = 0;
  for (const id of new Set(ids)) {
    const row = edit.reader.get<{ statement: string }>(
      'SELECT statement FROM claim WHERE id = ? AND deleted_at IS NULL',
      id,
    );
    if (!row) throw new DossierError('not-found', { what: 'claim', id });
    const before = edit.patches.length;
    change(id);
    if (edit.patches.length === before) continue;
    changed += 1;
    edit.subject = changed === 1 ? row.statement : `× ${changed}`;
  }
  return { changed };
}
