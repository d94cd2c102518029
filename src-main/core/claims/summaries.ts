/** The ledger in lists: what was asked for, in order, a page of it as rows. */
import type { Checked, Output } from '../../common/contract/commands.ts';
import type { ClaimId } from '../../common/contract/entities.ts';
import type { ClaimSummary } from '../../common/contract/ledger.ts';
import { readLastVerdicts, readTagNames } from '../storage/claim-rows.ts';
import { NOW } from '../storage/claims.ts';
import { isoTime } from '../storage/columns.ts';
import type { Notebook, Reader } from '../storage/connection.ts';
import { readLedger, type KnownLedger, type LedgerClaim } from '../storage/known-ledger.ts';
import { TagTree } from '../storage/tag-tree.ts';
import { tagScope } from '../storage/tags.ts';
import { groupClaims, inOrder } from './order.ts';
import { readMoment } from './rules.ts';
import { countChoices, sift, type ClaimSieve } from './sift.ts';
import { lastVerdict, statusAt, weighAt, type Moment } from './standing.ts';

type Asked = Checked<'claim.summaries'>;

/** As many as a screen shows, and some more. */
const DEFAULT_LIMIT = 100;
const MOST_ORIGINS = 500;

export function listSummaries(notebook: Notebook, asked: Asked): Output<'claim.summaries'> {
  const { reader } = notebook;
  const ledger = readLedger(notebook);
  const sieve = sieveOf(reader, ledger, asked);
  const { moment } = sieve;
  const order = inOrder(ledger, { sort: asked.sort ?? 'created', descending: asked.descending, moment });
  const sifted = sift(order, sieve);
  const grouped = asked.grouped ? groupClaims(sifted, firstTag(reader)) : null;
  const claims = grouped?.claims ?? sifted;
  const from = asked.offset ?? 0;
  const page = claims.slice(from, from + (asked.limit ?? DEFAULT_LIMIT));
  return {
    total: claims.length,
    claims: toSummaries(reader, ledger, page, moment),
    ...(asked.ids && { ids: claims.map(({ id }) => id) }),
    ...(grouped && { groups: grouped.groups }),
  };
}

/** @param today a day */
export function countSummaries(
  notebook: Notebook,
  asked: Checked<'claim.counts'>,
  today: string,
): Output<'claim.counts'> {
  const { reader } = notebook;
  const ledger = readLedger(notebook);
  const tree = TagTree.read(reader);
  const names = new Map<string, readonly string[]>();
  const namesOf = (tag: string): readonly string[] => {
    let known = names.get(tag);
    if (!known) {
      const line = tree.lineOf(tag).map(({ name }) => name);
      names.set(tag, (known = asked.exactTag ? line.slice(0, 1) : line));
    }
    return known;
  };
  return countChoices(ledger.claims.values(), { sieve: sieveOf(reader, ledger, asked), today, namesOf });
}

/** One spelling of each, the most frequent first. */
export function listOrigins(notebook: Notebook): string[] {
  const ledger = readLedger(notebook);
  return ledger.keep<string[]>('origins', () => namedOrigins(ledger));
}

function namedOrigins({ claims }: KnownLedger): string[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { evidence } of claims.values()) {
    for (const { origin, originKey, until } of evidence) {
      if (until !== null || origin.trim() === '') continue;
      const found = spellings.get(originKey);
      if (!found) spellings.set(originKey, new Map([[origin, 1]]));
      else found.set(origin, (found.get(origin) ?? 0) + 1);
    }
  }
  return [...spellings.values()]
    .map((found) => {
      const counts = [...found].sort((a, b) => b[1] - a[1]);
      return { name: counts[0]?.[0] ?? '', count: counts.reduce((sum, [, count]) => sum + count, 0) };
    })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_ORIGINS)
    .map(({ name }) => name);
}

type Filters = Pick<Asked, 'tag' | 'exactTag' | 'asOf' | 'claims'> &
  Omit<ClaimSieve, 'tags' | 'claims' | 'moment' | 'isLive'>;

function sieveOf(reader: Reader, { claims }: KnownLedger, asked: Filters): ClaimSieve {
  const scope = tagScope(reader, asked);
  return {
    ...asked,
    tags: scope === undefined ? undefined : new Set(JSON.parse(scope) as string[]),
    claims: asked.claims && new Set(asked.claims),
    moment: readMoment(asked.asOf) ?? null,
    isLive: (id) => claims.has(id),
  };
}

function firstTag(reader: Reader): (claim: LedgerClaim) => string | null {
  const { nodes } = TagTree.read(reader);
  const places = new Map(nodes.map(({ id }, at) => [id as string, at]));
  return ({ tags }) => {
    const first = Math.min(...tags.map((tag) => places.get(tag) ?? Infinity));
    return nodes[first]?.name ?? null;
  };
}

function toSummaries(
  reader: Reader,
  ledger: KnownLedger,
  page: readonly LedgerClaim[],
  moment: Moment,
): ClaimSummary[] {
  const ids = page.map(({ id }) => id);
  const verdicts = readLastVerdicts(reader, ids, moment ?? NOW);
  const names = readTagNames(reader, new Set(page.flatMap(({ tags }) => tags)));
  return page.map((claim) => {
    const { supports, disputes, mentions, ...weight } = weighAt(claim, moment);
    const carried = new Set(claim.tags);
    return {
      id: claim.id,
      statement: claim.statement,
      status: statusAt(claim, moment),
      // The names stand in the order of names.
      tags: [...names].filter(([id]) => carried.has(id)).map(([, name]) => name),
      evidence: supports + disputes + mentions,
      ...{ supports, disputes, mentions },
      ...weight,
      verdict: (lastVerdict(claim, moment) && verdicts.get(claim.id)) ?? null,
      recheckBy: claim.recheckBy,
      supersededBy: liveSuccessor(ledger, claim),
      createdAt: isoTime(claim.createdAt),
      updatedAt: isoTime(claim.updatedAt),
    };
  });
}

function liveSuccessor({ claims }: KnownLedger, { supersededBy }: LedgerClaim): ClaimId | null {
  return supersededBy !== null && claims.has(supersededBy) ? supersededBy : null;
}
