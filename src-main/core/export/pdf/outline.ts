/** What stands beside a long PDF to find one's way in it: claims, sources and notes by their names. */
import type { ExportData } from '../model.ts';
import type { ExportWords } from '../words.ts';

export interface OutlineEntry {
  readonly title: string;
  /** The name of the place that it leads to. */
  readonly target: string;
}

export interface OutlineGroup {
  readonly title: string;
  readonly entries: readonly OutlineEntry[];
}

export function outlineOf({ claims, sources, notes }: ExportData, words: ExportWords): OutlineGroup[] {
  const groups = [
    {
      title: words.claims,
      entries: claims.map(({ id, statement }) => ({ title: statement, target: `c-${id}` })),
    },
    {
      title: words.sources,
      entries: sources.map(({ source: { id, title } }) => ({ title, target: `s-${id}` })),
    },
    { title: words.notes, entries: notes.map(({ id, title }) => ({ title, target: `note-${id}` })) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}
