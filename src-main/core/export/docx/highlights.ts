/** Where highlights begin and end inside the leaves of a tree, in one pass over both. */
import type { Excerpt } from '../../../common/contract/entities.ts';
import { rawRun, runXml, type Look } from './runs.ts';

/** A highlight cut down to where there is text. */
interface Placed {
  readonly excerpt: Excerpt;
  readonly begin: number;
  readonly end: number;
}

type Open = Placed & { readonly comment: number | null };

type Range = readonly [start: number, end: number];

export class Highlights {
  /** Those that lie where no text is, as in a damaged notebook. */
  readonly unplaced: readonly Excerpt[];
  readonly #placed: readonly Placed[];
  #next = 0;
  #open: Open[] = [];

  /**
   * @param excerpts of one version
   * @param leaves ranges of all leaves, in order
   * @param comment number of the comment at an excerpt; null where there is nothing to say
   */
  constructor(
    excerpts: readonly Excerpt[],
    leaves: readonly Range[],
    private readonly comment: (excerpt: Excerpt) => number | null,
  ) {
    const filled = leaves.filter(([start, end]) => start < end);
    const placed = excerpts.map((excerpt) => place(excerpt, filled));
    this.#placed = placed.filter((each) => each !== null).toSorted((a, b) => a.begin - b.begin);
    this.unplaced = excerpts.filter((_excerpt, at) => placed[at] === null);
  }

  touches(start: number, end: number): boolean {
    return this.#placed.some((each) => each.begin < end && each.end > start);
  }

  /** Runs of one leaf. Leaves are asked for in the order of the text. */
  runs(value: string, offset: number, look: Look): string {
    const end = offset + value.length;
    const parts: string[] = [];
    for (let at = offset; at < end;) {
      parts.push(this.#openUntil(at));
      const until = this.#nextCut(value, offset, end);
      const color = this.#open.at(-1)?.excerpt.color;
      parts.push(runXml(value.slice(at - offset, until - offset), color ? { ...look, color } : look));
      at = until;
      parts.push(this.#closeUntil(at));
    }
    return parts.join('');
  }

  #openUntil(at: number): string {
    const parts: string[] = [];
    for (let next = this.#placed[this.#next]; next && next.begin <= at; next = this.#placed[this.#next]) {
      this.#next += 1;
      const comment = this.comment(next.excerpt);
      this.#open.push({ ...next, comment });
      if (comment !== null) parts.push(`<w:commentRangeStart w:id="${comment}"/>`);
    }
    return parts.join('');
  }

  #closeUntil(at: number): string {
    const closed = this.#open.filter(({ end }) => end <= at);
    if (closed.length === 0) return '';
    this.#open = this.#open.filter(({ end }) => end > at);
    return closed.map(({ comment }) => (comment === null ? '' : commentEnd(comment))).join('');
  }

  /** Where the next highlight begins or ends, never between the halves of a character. */
  #nextCut(value: string, offset: number, end: number): number {
    const begin = this.#placed[this.#next]?.begin ?? end;
    const cut = this.#open.reduce((least, open) => Math.min(least, open.end), Math.min(begin, end));
    const code = value.charCodeAt(cut - offset);
    const isLow = code >= 0xdc00 && code <= 0xdfff;
    const before = value.charCodeAt(cut - offset - 1);
    return isLow && before >= 0xd800 && before <= 0xdbff ? cut + 1 : cut;
  }
}

function commentEnd(comment: number): string {
  const mark = rawRun(`<w:commentReference w:id="${comment}"/>`, { style: 'CommentReference' });
  return `<w:commentRangeEnd w:id="${comment}"/>${mark}`;
}

function place(excerpt: Excerpt, leaves: readonly Range[]): Placed | null {
  const first = leaves[firstWhere(leaves, ([, end]) => end > excerpt.start)];
  const last = leaves[firstWhere(leaves, ([start]) => start >= excerpt.end) - 1];
  if (!first || !last) return null;
  const begin = Math.max(excerpt.start, first[0]);
  const end = Math.min(excerpt.end, last[1]);
  return begin < end ? { excerpt, begin, end } : null;
}

/** Of a list in which the test fails first and holds from one place on. */
function firstWhere(leaves: readonly Range[], test: (leaf: Range) => boolean): number {
  let [low, high] = [0, leaves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const leaf = leaves[middle];
    if (leaf && test(leaf)) high = middle;
    else low = middle + 1;
  }
  return low;
}
