/** The draft of a note: its title and words together, as one text. */
import type { NoteId } from '../../../src-main/common/contract/entities.ts';
import { readDraft } from '../../state/note-drafts.ts';

export interface NoteWords {
  readonly title: string;
  readonly body: string;
}

export const draftKey = (note: NoteId): string => `note:${note}`;

/** The first line is the title: whatever stands in the rest is the body. */
export function writeNoteDraft({ title, body }: NoteWords): string {
  return `${title.replace(/\s+/g, ' ')}\n${body}`;
}

/** Null where nothing is being written. */
export function readNoteDraft(note: NoteId): NoteWords | null {
  const text = readDraft(draftKey(note));
  if (text === null) return null;
  const end = text.indexOf('\n');
  return end < 0 ? { title: text, body: '' } : { title: text.slice(0, end), body: text.slice(end + 1) };
}
