/** The tree of tags as rows: what is folded, what a filter leaves, where a key leads. */
import type { Tag } from '../../../src-main/common/contract/entities.ts';
import { foldName } from '../../ui/tag-names.ts';

export interface TreeRow {
  readonly tag: Tag;
  /** From 1. */
  readonly level: number;
  /** Among those that are shown beside it, from 1. */
  readonly place: number;
  readonly beside: number;
  /** Null where nothing is below it. */
  readonly open: boolean | null;
}

/** By their parents' names, in the alphabet of the language. */
export function childrenByParent(
  tags: readonly Tag[],
  locale: string,
): ReadonlyMap<string | null, readonly Tag[]> {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sorted = tags.toSorted((a, b) => compare(a.name, b.name));
  return Map.groupBy(sorted, ({ parent }) => parent);
}

/** Whatever holds the words by its name, alias or meaning, and what is above that. */
export function matchTags(tags: readonly Tag[], filter: string): ReadonlySet<string> | null {
  const words = foldName(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const byName = new Map(tags.map((tag) => [tag.name, tag]));
  const kept = new Set<string>();
  for (const tag of tags) {
    const where = foldName([tag.name, ...tag.aliases, tag.meaning].join('\n'));
    if (!words.every((word) => where.includes(word))) continue;
    for (let at: Tag | undefined = tag; at && !kept.has(at.name); at = byName.get(at.parent ?? ''))
      kept.add(at.name);
  }
  return kept;
}

/** @param folded ids of tags whose children are not shown; while a filter is on, nothing is folded */
export function layRows(
  children: ReadonlyMap<string | null, readonly Tag[]>,
  folded: ReadonlySet<string>,
  kept: ReadonlySet<string> | null,
): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const shownUnder = (parent: string | null): readonly Tag[] =>
    (children.get(parent) ?? []).filter(({ name }) => kept === null || kept.has(name));
  const add = (tag: Tag, level: number, place: number, beside: number): void => {
    const below = shownUnder(tag.name);
    const open = below.length === 0 ? null : kept !== null || !folded.has(tag.id);
    rows.push({ tag, level, place, beside, open });
    if (open) for (const [at, child] of below.entries()) add(child, level + 1, at + 1, below.length);
  };
  const top = shownUnder(null);
  for (const [at, tag] of top.entries()) add(tag, 1, at + 1, top.length);
  return rows;
}

/** Itself and what is below it, by name: where it cannot be moved to. */
export function familyOf(
  children: ReadonlyMap<string | null, readonly Tag[]>,
  tag: Tag,
): ReadonlySet<string> {
  const family = [tag.name];
  for (const name of family) family.push(...(children.get(name) ?? []).map((child) => child.name));
  return new Set(family);
}

/** The row that a key leads to from row `at`: parent and first child by the arrows, as in every tree. */
export function rowForKey(key: string, at: number, rows: readonly TreeRow[]): number | null {
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, rows.length - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowRight':
      return row?.open ? at + 1 : null;
    case 'ArrowLeft': {
      const parent = rows.findLastIndex((each, index) => index < at && each.level < (row?.level ?? 1));
      return row?.open || parent < 0 ? null : parent;
    }
    default:
      return null;
  }
}

/**
 * Where a tag goes that is set in (below the one before it on its level) or out (beside its parent); undefined where it
 * cannot. Null is the top.
 */
export function shiftTarget(
  how: 'in' | 'out',
  at: number,
  rows: readonly TreeRow[],
  tags: readonly Tag[],
): string | null | undefined {
  const row = rows[at];
  if (!row) return undefined;
  if (how === 'out') {
    const parent = tags.find(({ name }) => name === row.tag.parent);
    return parent?.parent ?? (parent ? null : undefined);
  }
  const before = rows.slice(0, at).findLast(({ level }) => level <= row.level);
  return before?.level === row.level ? before.tag.name : undefined;
}
