/** The ledger: claims in lists, when to look again, what took a claim's place, and searches that were kept. */
import type { Claim, ClaimId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { mutation, query, type Handlers, type MutationHandler } from '../handler.ts';
import { getClaim } from '../storage/claims.ts';
import { isoTime } from '../storage/columns.ts';
import { getKeptSearch, listKeptSearches } from '../storage/diligence.ts';
import type { Edit } from '../storage/edit.ts';
import type { Reader } from '../storage/connection.ts';
import { checkNote, oneLine, requireText } from '../storage/user-text.ts';
import { matrixTable, readMatrix } from './read-matrix.ts';
import { checkDay } from './rules.ts';
import { countSummaries, listOrigins, listSummaries } from './summaries.ts';

/** In UTF-16 code units, as search takes them. */
const MAX_QUERY = 1000;

const keepSearch: MutationHandler<'diligence.add'> = {
  kind: 'mutation',
  /** The engine asks itself: what is kept is what was found. */
  async prepare({ searcher, signal }, { claim, query: typed, note, ...filters }) {
    const asked = requireText('query', oneLine(typed), MAX_QUERY);
    const { total } = await searcher.query({ ...filters, query: asked, limit: 0 }, signal);
    return (edit) => {
      edit.subject = getClaim(edit.reader, claim).statement;
      const id = edit.ids.next();
      edit.insert('diligence', {
        id,
        claim_id: claim,
        query: asked,
        filters: JSON.stringify(filters),
        hits: total,
        note: checkNote(note ?? ''),
        created_at: edit.now,
        deleted_at: null,
      });
      return { search: getKeptSearch(edit.reader, id) };
    };
  },
};

export const ledgerHandlers = {
  'claim.summaries': query(({ notebook }, input) => listSummaries(notebook, input)),
  'claim.counts': query(({ notebook, ports }, { today, ...input }) =>
    countSummaries(notebook, input, today === undefined ? dayOf(ports.clock.now()) : checkDay(today)),
  ),
  'claim.origins': query(({ notebook }) => ({ origins: listOrigins(notebook) })),

  'claim.due': query(({ notebook, ports }, { by, limit, offset }) => {
    const day = by === undefined ? dayOf(ports.clock.now()) : checkDay(by);
    const { total, claims } = listSummaries(notebook, { dueBy: day, sort: 'recheck', limit, offset });
    return { by: day, total, claims };
  }),

  'claim.matrix': query(({ notebook: { reader } }, { csv, ...input }) => {
    const matrix = readMatrix(reader, input);
    return { ...matrix, csv: csv === true ? matrixTable(matrix) : null };
  }),

  'claim.recheck': mutation((edit, { id, by }) => {
    getClaim(edit.reader, id);
    edit.update('claim', id, { recheck_by: by === null ? null : checkDay(by) });
    return finish(edit, id);
  }),

  'claim.supersede': mutation((edit, { id, by }) => {
    getClaim(edit.reader, id);
    if (by !== null) refuseCircle(edit.reader, id, by);
    edit.update('claim', id, { superseded_by: by });
    return finish(edit, id);
  }),

  'diligence.add': keepSearch,
  'diligence.list': query(({ notebook: { reader } }, { claim }) => {
    getClaim(reader, claim);
    return { searches: listKeptSearches(reader, claim) };
  }),
  'diligence.remove': mutation((edit, { id }) => {
    edit.subject = getKeptSearch(edit.reader, id).query;
    edit.update('diligence', id, { deleted_at: edit.now });
    return { id };
  }),
} satisfies Handlers;

/** In UTC. */
const dayOf = (time: number): string => isoTime(time).slice(0, 10);

/**
 * Along what took the place of what, from `by` on. Those in the trash count: they may come back.
 * @throws DossierError invalid where that leads back to the claim itself; not-found
 */
function refuseCircle(reader: Reader, id: ClaimId, by: ClaimId): void {
  getClaim(reader, by);
  const seen = new Set<string>();
  for (let at: string | null = by; at !== null && !seen.has(at);) {
    if (at === id) throw new DossierError('invalid', { what: 'supersededBy', reason: 'circle', id });
    seen.add(at);
    at =
      reader.get<{ by: string | null }>('SELECT superseded_by AS by FROM claim WHERE id = ?', at)?.by ?? null;
  }
}

function finish(edit: Edit, id: ClaimId): { claim: Claim } {
  edit.stamp('claim', id);
  const claim = getClaim(edit.reader, id);
  edit.subject = claim.statement;
  return { claim };
}
