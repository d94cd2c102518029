/** Which words of two quotations are not in the other: what the eye looks for when both are side by side. */

export interface Piece {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Longer quotations are shown as they are: nobody compares them word by word, and it would take too long. */
const MOST_WORDS = 600;

/** The longest common part of the words, in their order (spaces belong to the word after). */
export function markChanges(
  before: string,
  after: string,
): { readonly before: readonly Piece[]; readonly after: readonly Piece[] } {
  const one = wordsOf(before);
  const other = wordsOf(after);
  if (one.length > MOST_WORDS || other.length > MOST_WORDS) {
    return { before: [{ text: before, isChanged: false }], after: [{ text: after, isChanged: false }] };
  }
  const same = commonWords(one, other);
  return {
    before: toPieces(one, same.one),
    after: toPieces(other, same.other),
  };
}

const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*$|\s*\S+/gu) ?? [];
const keyOf = (word: string): string => word.trim().normalize('NFC').replace(/[’‘]/gu, "'");

function commonWords(one: readonly string[], other: readonly string[]) {
  const [a, b] = [one.map(keyOf), other.map(keyOf)];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const across = Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
      lengths[i * width + j] = a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : across;
    }
  }
  const same = { one: new Set<number>(), other: new Set<number>() };
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      same.one.add(i++);
      same.other.add(j++);
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return same;
}

/** A space between two words is changed where both are. */
function toPieces(words: readonly string[], same: ReadonlySet<number>): readonly Piece[] {
  return joinPieces(
    words.flatMap((text, at) => {
      const space = /^\s*/u.exec(text)?.[0] ?? '';
      const isChanged = !same.has(at);
      return [
        { text: space, isChanged: isChanged && at > 0 && !same.has(at - 1) },
        { text: text.slice(space.length), isChanged },
      ].filter((piece) => piece.text !== '');
    }),
  );
}

function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.isChanged === piece.isChanged)
      joined[joined.length - 1] = { ...piece, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
