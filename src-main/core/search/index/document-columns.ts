/** Documents as columns of a segment. */
import type { Entry } from '../documents.ts';
import { KINDS } from './segment.ts';
import type { Group } from './segment-layout.ts';

/** Document numbers are of 16 bits; half of what they hold keeps a merge short. */
export const MAX_DOCUMENTS = 32_768;

export interface NewSegment {
  readonly bytes: Uint8Array;
  /** By number. */
  readonly entries: readonly Entry[];
}

/** The columns of documents, in the order of their numbers. */
export function documentColumns(entries: readonly Entry[]) {
  const groups = new Map<string, number>();
  const known: Group[] = [];
  const ids: string[] = [];
  let last: Entry | null = null;
  let lastGroup = 0;
  const groupOf = (entry: Entry): number => {
    // Mostly they stand side by side.
    if (last && isSameGroup(last, entry)) return lastGroup;
    const group: Group = [entry.versionId, entry.sourceId, entry.language];
    const key = JSON.stringify(group);
    lastGroup = groups.get(key) ?? known.push(group) - 1;
    groups.set(key, lastGroup);
    last = entry;
    return lastGroup;
  };
  return {
    kinds: Uint8Array.from(entries, ({ kind }) => KINDS.indexOf(kind)),
    numbers: Uint32Array.from(entries, ({ kind, id }) =>
      kind === 'passage' ? Number(id.slice(id.lastIndexOf('#') + 1)) : ids.push(id) - 1,
    ),
    starts: Uint32Array.from(entries, ({ start }) => start ?? 0),
    ends: Uint32Array.from(entries, ({ end }) => end ?? 0),
    groups: Uint16Array.from(entries, groupOf),
    meta: { groups: known, ids },
  };
}

function isSameGroup(a: Entry, b: Entry): boolean {
  return a.versionId === b.versionId && a.sourceId === b.sourceId && a.language === b.language;
}

export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
