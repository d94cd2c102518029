/** The notes that the list shows for what is typed. */
import type { NoteBrief } from '../../../src-main/common/contract/notes.ts';
import { foldName } from '../../ui/tag-names.ts';

/** @param held ids of notes whose words hold it, as the search engine found */
export function filterNotes(
  notes: readonly NoteBrief[],
  typed: string,
  held: ReadonlySet<string>,
): readonly NoteBrief[] {
  const words = foldName(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return notes;
  return notes.filter((note) => {
    const text = foldName([note.title, note.beginning, ...note.tags].join(' '));
    return held.has(note.id) || words.every((word) => text.includes(word));
  });
}
