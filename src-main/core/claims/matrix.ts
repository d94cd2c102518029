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
import { originKey } from '../../common/origins.ts';

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
  readonly origin: string;
  readonly supports: Set<SourceId>;
  readonly disputes: Set<SourceId>;
}

export interface FlippingOrigin {
  /** As first typed. */
  readonly origin: string;
  readonly sources: number;
}

export interface Weight extends Weighed {
  readonly flips: SourceId[];
  readonly flippingOrigins: FlippingOrigin[];
}

/** Linear in the evidence: taking a source away changes only the voices that it carries. */
export function weighClaim(evidence: readonly MatrixEvidence[]): Weight {
  const voices = voicesOf(evidence);
  const all = { supports: 0, disputes: 0 };
  for (const voice of voices) tally(all, sideOf(voice, null), 1);
  const balance = balanceOf(all);
  return {
    ...{ ...all, balance },
    flips: [...carriedBy(voices)].flatMap(([source, carried]) =>
      balanceWithout(all, carried, source) === balance ? [] : [source],
    ),
    flippingOrigins: voices.flatMap((voice) => {
      const sources = new Set([...voice.supports, ...voice.disputes]).size;
      // Of an origin that one source carries, the source is named.
      const isShared = voice.origin !== '' && sources > 1;
      return isShared && balanceWithout(all, [voice]) !== balance ? [{ origin: voice.origin, sources }] : [];
    }),
  };
}

function voicesOf(evidence: readonly MatrixEvidence[]): readonly Voice[] {
  const voices = new Map<string, Voice>();
  for (const { source, stance, origin } of evidence) {
    if (stance === 'mentions') continue;
    const key = originKey(origin, source);
    let voice = voices.get(key);
    if (!voice)
      voices.set(key, (voice = { origin: origin.trim(), supports: new Set(), disputes: new Set() }));
    voice[stance].add(source);
  }
  return [...voices.values()];
}

function carriedBy(voices: readonly Voice[]): ReadonlyMap<SourceId, readonly Voice[]> {
  const carried = new Map<SourceId, Voice[]>();
  for (const voice of voices) {
    for (const source of new Set([...voice.supports, ...voice.disputes])) {
      const own = carried.get(source);
      if (own) own.push(voice);
      else carried.set(source, [voice]);
    }
  }
  return carried;
}

type Side = 'supports' | 'disputes' | null;
type Tally = Record<'supports' | 'disputes', number>;

/** @param without a source whose passages do not count; undefined: none of them does */
function balanceWithout(all: Tally, voices: readonly Voice[], without?: SourceId): Balance {
  const rest = { ...all };
  for (const voice of voices) {
    tally(rest, sideOf(voice, null), -1);
    if (without !== undefined) tally(rest, sideOf(voice, without), 1);
  }
  return balanceOf(rest);
}

function tally(counts: Tally, side: Side, by: 1 | -1): void {
  if (side) counts[side] += by;
}

function sideOf({ supports, disputes }: Voice, without: SourceId | null): Side {
  const isFor = remains(supports, without);
  const isAgainst = remains(disputes, without);
  if (isFor === isAgainst) return null;
  return isFor ? 'supports' : 'disputes';
}

function balanceOf({ supports, disputes }: Tally): Balance {
  return supports > disputes ? 'verified' : supports < disputes ? 'disputed' : 'open';
}

function remains(sources: ReadonlySet<SourceId>, without: SourceId | null): boolean {
  return sources.size > (without !== null && sources.has(without) ? 1 : 0);
}

/** One for each claim and source that have passages in common, `columns` telling which source comes first. */
export function matrixCells(
  evidence: readonly MatrixEvidence[],
  columns: ReadonlyMap<SourceId, number>,
): MatrixCell[] {
  const placed = evidence
    .filter(({ source }) => columns.has(source))
    .toSorted((a, b) => (columns.get(a.source) ?? 0) - (columns.get(b.source) ?? 0));
  const groups = Map.groupBy(placed, ({ claim, source }) => `${claim} ${source}`);
  const told = new Set<string>();
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const origins = new Map(group.map(({ origin, source }) => [originKey(origin, source), origin.trim()]));
    const { claim, source } = first;
    const stance = stanceOf(group);
    const isRepeat = stance !== 'mentions' && !isNews(group, told);
    return [{ claim, source, stance, passages: group.length, origins: [...origins.values()], isRepeat }];
  });
}

/** Whether a passage says for its origin what no source before it said, and from now on is told. */
function isNews(group: readonly MatrixEvidence[], told: Set<string>): boolean {
  const before = told.size;
  for (const { claim, source, stance, origin } of group) {
    if (stance !== 'mentions') told.add(`${claim} ${stance} ${originKey(origin, source)}`);
  }
  return told.size > before;
}

function stanceOf(group: readonly MatrixEvidence[]): MatrixCell['stance'] {
  const stances = new Set(group.map(({ stance }) => stance));
  if (stances.has('supports')) return stances.has('disputes') ? 'both' : 'supports';
  return stances.has('disputes') ? 'disputes' : 'mentions';
}
