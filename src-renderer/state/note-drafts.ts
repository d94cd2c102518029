/** Notes as they are being typed, kept until they are saved: a crash or a failed save loses no word. */
import type { ExcerptId } from '../../src-main/common/contract/entities.ts';

const keyOf = (excerpt: ExcerptId): string => `dossier.draft.${excerpt}`;

export function readDraft(excerpt: ExcerptId): string | null {
  return localStorage.getItem(keyOf(excerpt));
}

/** A page keeps some megabytes: a note for which there is no room is stored when its field is left, as ever. */
export function keepDraft(excerpt: ExcerptId, text: string): void {
  try {
    localStorage.setItem(keyOf(excerpt), text);
  } catch (cause) {
    console.info('There is no room for the draft of a note.', cause);
  }
}

export function dropDraft(excerpt: ExcerptId): void {
  localStorage.removeItem(keyOf(excerpt));
}
