/**
 * Claims × sources. What counts are independent origins, never documents: five articles that repeat one wire story say
 * one thing. An origin is on the side that its passages take; one that takes both sides counts on neither.
 *
 * The balance of a claim is what its origins alone would say: `verified` where more support than dispute, `disputed`
 * where fewer do, else `open`. A source flips a claim where the balance of what remains without that source's passages
 * is another one. An origin that another source carries too remains: taking away one of five copies changes nothing.
 * The verdict is the user's and is never changed by this.
 */
import type { ClaimId, SourceId, Stance } from '../../common/contract/entities.ts';
import type { MatrixCell, MatrixRow } from '../../common/contract/ledger.ts';
import { originKey } from '../storage/claims.ts';

export interface MatrixEvidence {
  readonly claim: ClaimId;
  readonly source: SourceId;
  readonly stance: Stance;
  readonly origin: string;
}

export type Balance = MatrixRow['balance'];

export interface Weighed {
  readonly supports: number;
  readonly disputes: number;
  readonly balance: Balance;
}

/** Which sides an origin takes, and through how many sources. */
interface Voice {
  readonly supports: Set<SourceId>;
  readonly disputes: Set<SourceId>;
}

export function weighClaim(evidence: readonly MatrixEvidence[]): Weighed & { readonly flips: SourceId[] } {
  const voices = voicesOf(evidence);
  const all = count(voices, null);
  const sources = [...new Set(evidence.map(({ source }) => source))];
  return { ...all, flips: sources.filter((source) => count(voices, source).balance !== all.balance) };
}

function voicesOf(evidence: readonly MatrixEvidence[]): readonly Voice[] {
  const voices = new Map<string, Voice>();
  for (const { source, stance, origin } of evidence) {
    if (stance === 'mentions') continue;
    const key = originKey(origin, source);
    let voice = voices.get(key);
    if (!voice) voices.set(key, (voice = { supports: new Set(), disputes: new Set() }));
    voice[stance].add(source);
  }
  return [...voices.values()];
}

/** @param without a source whose passages do not count */
function count(voices: readonly Voice[], without: SourceId | null): Weighed {
  let supports = 0;
  let disputes = 0;
  for (const voice of voices) {
    const isFor = remains(voice.supports, without);
    const isAgainst = remains(voice.disputes, without);
    if (isFor && !isAgainst) supports += 1;
    if (isAgainst && !isFor) disputes += 1;
  }
  const balance = supports > disputes ? 'verified' : supports < disputes ? 'disputed' : 'open';
  return { supports, disputes, balance };
}

function remains(sources: ReadonlySet<SourceId>, without: SourceId | null): boolean {
  return sources.size > (without !== null && sources.has(without) ? 1 : 0);
}

/** One for each claim and source that have passages in common. */
export function matrixCells(evidence: readonly MatrixEvidence[]): MatrixCell[] {
  const groups = Map.groupBy(evidence, ({ claim, source }) => `${claim} ${source}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const origins = new Map(group.map(({ origin, source }) => [originKey(origin, source), origin.trim()]));
    const { claim, source } = first;
    return [
      { claim, source, stance: stanceOf(group), passages: group.length, origins: [...origins.values()] },
    ];
  });
}

function stanceOf(group: readonly MatrixEvidence[]): MatrixCell['stance'] {
  const stances = new Set(group.map(({ stance }) => stance));
  if (stances.has('supports')) return stances.has('disputes') ? 'both' : 'supports';
  return stances.has('disputes') ? 'disputes' : 'mentions';
}
