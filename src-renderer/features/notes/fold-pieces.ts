/** A difference as it is shown: of what stayed the same, only what stands around a change. */
import type { DiffPiece } from '../../../src-main/common/language/word-diff.ts';

export type ShownPiece =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
  /** So many letters that stayed the same are left out. */
  | { readonly kind: 'left'; readonly count: number };

/** Letters that stay on each side of a change. */
const AROUND = 240;
/** Letters of one change that are shown; a whole text that was pasted is only begun. */
const MOST = 20_000;
/** Changes that are shown, each with what stands around it. */
const MOST_PIECES = 2000;

export function foldPieces(pieces: readonly DiffPiece[]): readonly ShownPiece[] {
  return pieces.slice(0, MOST_PIECES).flatMap(({ kind, text }, at): readonly ShownPiece[] => {
    if (kind !== 'same') return cut(kind, text);
    const head = at === 0 ? 0 : AROUND;
    const tail = at === pieces.length - 1 ? 0 : AROUND;
    const left = text.length - head - tail;
    if (left < AROUND) return [{ kind, text }];
    return [
      { kind, text: text.slice(0, head) },
      { kind: 'left', count: left },
      { kind, text: tail === 0 ? '' : text.slice(-tail) },
    ];
  });
}

function cut(kind: 'added' | 'removed', text: string): readonly ShownPiece[] {
  if (text.length <= MOST) return [{ kind, text }];
  return [{ kind, text: `${text.slice(0, MOST)}…` }];
}
