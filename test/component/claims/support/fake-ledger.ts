/** Answers of the ledger over claims in memory: enough of the engine for the screens. */
import type { Input, Output } from '../../../../src-main/common/contract/commands.ts';
import type { Claim } from '../../../../src-main/common/contract/entities.ts';
import type { ClaimSummary } from '../../../../src-main/common/contract/ledger.ts';
import type { Answers } from './fake-notebook.ts';

export function toSummary(claim: Claim): ClaimSummary {
  const of = (stance: string): number => claim.evidence.filter((one) => one.stance === stance).length;
  return {
    ...{ id: claim.id, statement: claim.statement, status: claim.status, tags: claim.tags },
    ...{ evidence: claim.evidence.length, sources: claim.sources, origins: claim.origins },
    ...{ supports: of('supports'), disputes: of('disputes'), mentions: of('mentions') },
    changed: claim.evidence.some(({ quotation }) => quotation.anchor !== 'exact'),
    verdict: claim.history.at(-1) ?? null,
    recheckBy: claim.recheckBy ?? null,
    supersededBy: claim.supersededBy ?? null,
    ...{ createdAt: claim.createdAt, updatedAt: claim.updatedAt },
  };
}

/** In the order in which they are given. */
export function fakeLedger(claims: readonly Claim[]): Answers {
  const found = (input: Input<'claim.summaries'>): readonly Claim[] =>
    claims.filter(
      (claim) =>
        (input.status === undefined || claim.status === input.status) &&
        (input.claims === undefined || input.claims.includes(claim.id)) &&
        (input.supersededBy === undefined || claim.supersededBy === input.supersededBy) &&
        claim.statement.toLowerCase().includes((input.text ?? '').toLowerCase()),
    );
  return {
    'claim.summaries': (input: Input<'claim.summaries'>): Output<'claim.summaries'> => {
      const all = found(input);
      const from = input.offset ?? 0;
      return {
        total: all.length,
        claims: all.slice(from, from + (input.limit ?? 100)).map(toSummary),
        ...(input.ids && { ids: all.map(({ id }) => id) }),
      };
    },
    'claim.counts': (): Output<'claim.counts'> => ({
      ...{ total: claims.length, all: claims.length, due: 0, superseded: 0 },
      statuses: {
        unreviewed: claims.filter(({ status }) => status === 'unreviewed').length,
        verified: claims.filter(({ status }) => status === 'verified').length,
        disputed: claims.filter(({ status }) => status === 'disputed').length,
      },
      doubts: { 'one-origin': 0, 'one-source': 0, contradicted: 0, changed: 0 },
      tags: [],
    }),
    'claim.origins': (): Output<'claim.origins'> => ({ origins: [] }),
    'claim.get': ({ id }: Input<'claim.get'>): Output<'claim.get'> => {
      const claim = claims.find((one) => one.id === id);
      if (!claim) throw new Error(`no claim ${id}`);
      return { claim };
    },
  };
}
