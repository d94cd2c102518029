/** Notes as they are being typed, kept until they are saved: a crash or a failed save loses no word. */
import type { ExcerptId } from '../../src-main/common/contract/entities.ts';

const keyOf = (excerpt: ExcerptId): string => `dossier.draft.${excerpt}`;

export function readDraft(excerpt: ExcerptId): string | null {
  return localStorage.getItem(keyOf(excerpt));
}

export function keepDraft(excerpt: ExcerptId, text: string): void {
  localStorage.setItem(keyOf(excerpt), text);
}

export function dropDraft(excerpt: ExcerptId): void {
  localStorage.removeItem(keyOf(excerpt));
}
