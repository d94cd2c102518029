/** Claims, their evidence and their verdicts. */
import type { Checked, Output } from '../../common/contract/commands.ts';
import type { Claim, ClaimId, Status } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import { getClaim, getEvidenceId, listClaims } from '../storage/claims.ts';
import type { Edit } from '../storage/edit.ts';
import { getExcerpt } from '../storage/excerpts.ts';
import { changeTags } from '../storage/tags.ts';
import { checkNote } from '../storage/user-text.ts';
import { ledgerHandlers } from './ledger.ts';
import { manyHandlers } from './many.ts';
import { checkReason, checkStatement, readMoment } from './rules.ts';

export const claimHandlers = {
  ...ledgerHandlers,
  ...manyHandlers,

  'claim.add': mutation((edit, input) => {
    const statement = checkStatement(input.statement);
    const id = edit.ids.next() as ClaimId;
    edit.insert('claim', {
      id,
      statement,
      note: checkNote(input.note ?? ''),
      created_at: edit.now,
      updated_at: edit.now,
      deleted_at: null,
    });
    changeTags(edit, 'claim_tag', id, input);
    for (const evidence of input.evidence ?? []) attach(edit, id, evidence);
    return finish(edit, id);
  }),

  'claim.get': query(({ notebook }, { id, asOf }) => ({
    claim: getClaim(notebook.reader, id, readMoment(asOf)),
  })),
  'claim.list': query(({ notebook }, { asOf, ...input }) => ({
    claims: listClaims(notebook.reader, { ...input, asOf: readMoment(asOf) }),
  })),

  'claim.edit': mutation((edit, input) => {
    const claim = getClaim(edit.reader, input.id);
    edit.update('claim', input.id, {
      statement: input.statement === undefined ? claim.statement : checkStatement(input.statement),
      note: checkNote(input.note ?? claim.note),
    });
    changeTags(edit, 'claim_tag', input.id, input);
    return finish(edit, input.id);
  }),

  'claim.remove': mutation((edit, { id }) => {
    edit.subject = getClaim(edit.reader, id).statement;
    edit.update('claim', id, { deleted_at: edit.now });
    return { id };
  }),

  'claim.attach': mutation((edit, { id, ...evidence }) => {
    getClaim(edit.reader, id);
    attach(edit, id, evidence);
    return finish(edit, id);
  }),

  'claim.reassess': mutation((edit, { id, excerpt, stance, origin, note }) => {
    getClaim(edit.reader, id);
    edit.update('evidence', getEvidenceId(edit.reader, id, excerpt), {
      ...(stance === undefined ? {} : { stance }),
      ...(origin === undefined ? {} : { origin: origin.trim() }),
      ...(note === undefined ? {} : { note: checkNote(note) }),
    });
    return finish(edit, id);
  }),

  'claim.detach': mutation((edit, { id, excerpt }) => {
    getClaim(edit.reader, id);
    edit.update('evidence', getEvidenceId(edit.reader, id, excerpt), { deleted_at: edit.now });
    return finish(edit, id);
  }),

  'claim.verify': mutation((edit, input) => judge(edit, input, 'verified')),
  'claim.dispute': mutation((edit, input) => judge(edit, input, 'disputed')),
  'claim.reopen': mutation((edit, input) => judge(edit, input, 'unreviewed')),
} satisfies Handlers;

function attach(edit: Edit, claim: ClaimId, evidence: Omit<Checked<'claim.attach'>, 'id'>): void {
  getExcerpt(edit.reader, evidence.excerpt);
  const known = edit.reader.get(
    'SELECT 1 FROM evidence WHERE claim_id = ? AND excerpt_id = ? AND deleted_at IS NULL',
    claim,
    evidence.excerpt,
  );
  if (known) throw new DossierError('duplicate', { what: 'evidence', id: evidence.excerpt });
  edit.insert('evidence', {
    id: edit.ids.next(),
    claim_id: claim,
    excerpt_id: evidence.excerpt,
    stance: evidence.stance,
    origin: evidence.origin?.trim() ?? '',
    note: checkNote(evidence.note ?? ''),
    created_at: edit.now,
    deleted_at: null,
  });
  edit.touch('excerpt', evidence.excerpt);
}

function judge(edit: Edit, input: Checked<'claim.verify'>, status: Status): Output<'claim.verify'> {
  const reason = checkReason(input.reason);
  getClaim(edit.reader, input.id);
  edit.verdict(input.id, status, reason);
  return finish(edit, input.id);
}

/** Stamps a claim that was changed, names it in the change log, and answers with it. */
function finish(edit: Edit, id: ClaimId): { claim: Claim } {
  edit.stamp('claim', id);
  const claim = getClaim(edit.reader, id);
  edit.subject = claim.statement;
  return { claim };
}
