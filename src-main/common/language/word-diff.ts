/** What became of a text, word by word: Myers' shortest edit script, lines first, so that long texts stay quick. */

export interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Time and room grow with the square of it; what differs more is told as a whole. */
const MOST_EDITS = 800;
const WORD = /\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;
const LINE = /[^\n]*\n|[^\n]+$/g;

export function diffWords(before: string, after: string): readonly DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let removed = '';
  let added = '';
  const settle = (): void => {
    pieces.push(...diffTokens(tokens(removed, WORD), tokens(added, WORD)));
    removed = added = '';
  };
  for (const { kind, text } of diffTokens(tokens(before, LINE), tokens(after, LINE))) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      settle();
      pieces.push({ kind, text });
    }
  }
  settle();
  return join(pieces);
}

const tokens = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? [];

function diffTokens(before: readonly string[], after: readonly string[]): DiffPiece[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const from = before.slice(start, before.length - end);
  const to = after.slice(start, after.length - end);
  return [
    piece('same', before.slice(0, start)),
    ...(editScript(from, to) ?? [piece('removed', from), piece('added', to)]),
    piece('same', before.slice(before.length - end)),
  ].filter(({ text }) => text !== '');
}

const piece = (kind: DiffPiece['kind'], parts: readonly string[]): DiffPiece => ({
  kind,
  text: parts.join(''),
});

/** Null where there are too many edits. */
function editScript(from: readonly string[], to: readonly string[]): DiffPiece[] | null {
  const steps: Int32Array[] = [];
  const size = 2 * MOST_EDITS + 3;
  const middle = MOST_EDITS + 1;
  let reach = new Int32Array(size);
  for (let edits = 0; edits <= MOST_EDITS; edits += 1) {
    steps.push(reach);
    const next = reach.slice();
    for (let k = -edits; k <= edits; k += 2) {
      let x = isDown(reach, middle + k, k, edits)
        ? (reach[middle + k + 1] ?? 0)
        : (reach[middle + k - 1] ?? 0) + 1;
      while (x < from.length && x - k < to.length && from[x] === to[x - k]) x += 1;
      next[middle + k] = x;
      if (x >= from.length && x - k >= to.length) return walkBack(steps, from, to, middle);
    }
    reach = next;
  }
  return null;
}

/** Whether the furthest way to diagonal `k` came by adding. */
function isDown(reach: Int32Array, at: number, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
}

function walkBack(
  steps: readonly Int32Array[],
  from: readonly string[],
  to: readonly string[],
  middle: number,
): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let x = from.length;
  let y = to.length;
  for (let edits = steps.length - 1; edits > 0; edits -= 1) {
    const reach = steps[edits] ?? new Int32Array();
    const k = x - y;
    const down = isDown(reach, middle + k, k, edits);
    const before = reach[middle + (down ? k + 1 : k - 1)] ?? 0;
    const startX = down ? before : before + 1;
    pieces.push(piece('same', from.slice(startX, x)));
    pieces.push(
      down
        ? piece('added', to.slice(startX - k - 1, startX - k))
        : piece('removed', from.slice(before, startX)),
    );
    x = before;
    y = before - (down ? k + 1 : k - 1);
  }
  pieces.push(piece('same', from.slice(0, x)));
  return pieces.reverse();
}

/** Neighbours of one kind are one piece; what was removed stands before what came in its place. */
function join(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const joined: DiffPiece[] = [];
  let removed = '';
  let added = '';
  const settle = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const { kind, text } of pieces) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      settle();
      const last = joined.at(-1);
      if (last?.kind === 'same') joined[joined.length - 1] = { kind, text: last.text + text };
      else joined.push({ kind, text });
    }
  }
  settle();
  return joined;
}
