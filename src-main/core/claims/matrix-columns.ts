/**
 * The order of the matrix's columns: sources that mostly repeat one origin stand together, that origin itself first where
 * it is among them. The largest group comes first; in a group, the source that bears on most claims.
 */
import type { SourceId } from '../../common/contract/entities.ts';
import type { MatrixSource } from '../../common/contract/ledger.ts';
import { nameKey, namesOf, originalsOf, originKey } from '../../common/origins.ts';
import type { MatrixEvidence } from './matrix.ts';

export interface ColumnSource {
  readonly id: SourceId;
  readonly title: string;
  readonly site: string | null;
  readonly byline: string | null;
}

/** @param evidence all that is shown; sources without any are left out */
export function arrangeColumns(
  sources: readonly ColumnSource[],
  evidence: readonly MatrixEvidence[],
): MatrixSource[] {
  const bySource = Map.groupBy(evidence, ({ source }) => source);
  const homes = new Map(sources.map((source) => [source.id, homeOf(source, bySource.get(source.id) ?? [])]));
  const named = new Map<string, string>();
  // As the first of them spells it.
  for (const origin of homes.values())
    if (origin !== '' && !named.has(nameKey(origin))) named.set(nameKey(origin), origin);
  const columns = sources.flatMap((source): MatrixSource[] => {
    const own = bySource.get(source.id);
    if (!own) return [];
    const { id, title, site } = source;
    const self = [source.site, source.byline, title].find(
      (name) => name !== null && named.has(nameKey(name)),
    );
    const home = homes.get(id) ?? '';
    // Who is named by others as the first to say it heads them, unless it mostly repeats somebody itself.
    const origin = home === '' ? (named.get(nameKey(self ?? '')) ?? '') : (named.get(nameKey(home)) ?? home);
    const isOrigin = origin !== '' && isCalled(source, origin);
    return [{ id, title, site, claims: new Set(own.map(({ claim }) => claim)).size, origin, isOrigin }];
  });
  const groups = [...Map.groupBy(columns, groupKey).values()];
  return groups
    .map((group) => group.toSorted(inGroup))
    .toSorted((a, b) => total(b) - total(a) || compare(a[0]?.id ?? '', b[0]?.id ?? ''))
    .flat();
}

/** The origin that most of its passages name; its own words where as many are. */
function homeOf(source: ColumnSource, evidence: readonly MatrixEvidence[]): string {
  const counts = new Map<string, { origin: string; count: number }>();
  let own = 0;
  for (const { origin } of evidence) {
    const name = origin.trim();
    const known = counts.get(nameKey(name));
    if (name === '' || isCalled(source, name)) own += 1;
    else if (known) known.count += 1;
    else counts.set(nameKey(name), { origin: name, count: 1 });
  }
  let most = { origin: '', count: own };
  for (const each of counts.values()) if (each.count > most.count) most = each;
  return most.origin;
}

/** Passages that name nobody, with the name that others call them by: see `originalsOf`. */
export function nameOriginals(
  evidence: readonly MatrixEvidence[],
  sources: ReadonlyMap<SourceId, ColumnSource>,
): MatrixEvidence[] {
  const byClaim = Map.groupBy(evidence, ({ claim }) => claim);
  return [...byClaim.values()].flatMap((own) => {
    const originals = originalsOf(own, (id) => sources.get(id as SourceId));
    return own.map((each) =>
      each.origin.trim() === '' ? { ...each, origin: originals.get(each.source) ?? '' } : each,
    );
  });
}

const isCalled = (source: ColumnSource, origin: string): boolean => namesOf(source).includes(nameKey(origin));

const groupKey = ({ id, origin }: MatrixSource): string => originKey(origin, id);
const total = (group: readonly MatrixSource[]): number => group.reduce((sum, { claims }) => sum + claims, 0);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inGroup = (a: MatrixSource, b: MatrixSource): number =>
  Number(b.isOrigin) - Number(a.isOrigin) || b.claims - a.claims || compare(a.id, b.id);
