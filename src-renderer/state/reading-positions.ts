/** How far each source was read on this machine. By offset: pixels mean nothing at another size or width. */
import type { SourceId } from '../../src-main/common/contract/entities.ts';

export interface ReadingPosition {
  /** Offset of the first character on screen. */
  readonly offset: number;
  /** Part of the text that was passed, from 0 to 1. */
  readonly progress: number;
}

const keyOf = (source: SourceId): string => `dossier.position.${source}`;

/** Null where the source was never opened here. */
export function readPosition(source: SourceId): ReadingPosition | null {
  const stored = localStorage.getItem(keyOf(source));
  const [offset, progress] = stored?.split(' ').map(Number) ?? [];
  if (offset === undefined || progress === undefined) return null;
  return Number.isFinite(offset + progress) ? { offset, progress } : null;
}

export function keepPosition(source: SourceId, position: ReadingPosition): void {
  localStorage.setItem(keyOf(source), `${position.offset} ${position.progress.toFixed(4)}`);
}
