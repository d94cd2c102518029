/** The order in which the pieces of a page are read: columns from top to bottom, and what spans them in between. */
import {
  extent,
  median,
  mostCommon,
  textOf,
  type Line,
  type Piece,
  type Region,
  type Segment,
} from './model.ts';

/** Segments of a column of prose have about so many characters; those of a table's columns have fewer. */
const PROSE = 15;
/** Lines that have notes beside them fill most of a page's width. */
const FULL_LINE = 40;
/** So many lines begin at one place where a column does. */
const FEWEST_STARTS = 3;
/** In units of the size: what is further apart is cells of a table. */
const WIDEST_GAP = 3;
/** Places tried on one page: the fullest are the columns, if any are. */
const MOST_GUTTERS = 8;
/** Columns within columns: more than four side by side are a table. */
const DEEPEST = 3;

interface Band {
  readonly segments: readonly Segment[];
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
  readonly isColumnar: boolean;
}

/** Where at least so many of some places are, in order. */
function clusters(places: readonly number[]): { readonly x: number; readonly count: number }[] {
  const found: { x: number; count: number }[] = [];
  for (const x of places.toSorted((a, b) => a - b)) {
    const open = found.at(-1);
    if (open && x - open.x < 2) open.count += 1;
    else found.push({ x, count: 1 });
  }
  return found;
}

/** The least of some places that is beyond another. */
const nextOf = (places: readonly number[], than: number) =>
  places.reduce((least, x) => (x > than && x < least ? x : least), Infinity);

/** Where several segments begin, other than the leftmost, or what follows where they end; the fullest first. */
function gutters(segments: readonly Segment[]): number[] {
  const starts = clusters(segments.map(({ x0 }) => x0)).slice(1);
  const ends = clusters(segments.map(({ x1 }) => x1)).slice(0, -1);
  const places = segments.map(({ x0 }) => x0);
  return [...starts, ...ends.map(({ x, count }) => ({ x: nextOf(places, x), count }))]
    .filter(({ x, count }) => count >= FEWEST_STARTS && x < Infinity)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_GUTTERS)
    .map(({ x }) => x);
}

/** Characters on one line of a side; justified lines may be several segments. */
function lengthOf(side: readonly Segment[]): number {
  const lines = new Map<number, number>();
  for (const segment of side) {
    const y = Math.round(segment.y);
    lines.set(y, (lines.get(y) ?? 0) + textOf(segment).length);
  }
  return median([...lines.values()]);
}

const isProse = (side: readonly Segment[]) => side.length >= 2 && lengthOf(side) >= PROSE;

/** Notes in the margin: few words, but not on the lines of the text, as the cells of a table would be. */
function isMargin(text: readonly Segment[], side: readonly Segment[]): boolean {
  if (lengthOf(text) < FULL_LINE || side.length * 2 > text.length) return false;
  const lines = new Set(text.flatMap(({ y }) => [Math.round(y - 0.5), Math.round(y + 0.5)]));
  return side.filter(({ y }) => lines.has(Math.round(y))).length < side.length * 0.4;
}

const areColumns = (left: readonly Segment[], right: readonly Segment[]) =>
  (isProse(left) && isProse(right) && isAligned(left, right) && isAligned(right, left)) ||
  isMargin(left, right) ||
  isMargin(right, left);

/** A column of so many lines may have one of two beside it: where it ends. */
const LONG_COLUMN = 5;

/** Whether the lines of a column begin below each other, as words that only happen to stand apart do not. */
function isAligned(side: readonly Segment[], other: readonly Segment[]): boolean {
  if (side.some(({ isRtl }) => isRtl)) return true;
  const starts = [...rowStarts(side).values()];
  const isEnd = starts.length < FEWEST_STARTS && rowStarts(other).size >= LONG_COLUMN;
  const fewest = isEnd ? starts.length : FEWEST_STARTS;
  // Lists and quotations have edges of their own.
  const aligned = clusters(starts).filter(({ count }) => count >= fewest);
  return aligned.reduce((sum, { count }) => sum + count, 0) >= Math.max(fewest, starts.length * 0.5);
}

/** Where each line of a side begins, by its height. */
function rowStarts(side: readonly Segment[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const { y, x0 } of side) {
    const row = Math.round(y);
    starts.set(row, Math.min(x0, starts.get(row) ?? Infinity));
  }
  return starts;
}

function overlap(a: readonly Segment[], b: readonly Segment[]): boolean {
  const [topA, endA] = extent(a.map(({ y }) => y));
  const [topB, endB] = extent(b.map(({ y }) => y));
  return Math.min(endA, endB) - Math.max(topA, topB) >= 0;
}

/** Divides segments, sorted from top to bottom, at those that cross a gutter. */
function divide(segments: readonly Segment[], gutter: number): Band[] {
  const bands: Band[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  let held: Segment[] = [];
  const close = () => {
    const isColumnar = overlap(left, right) && areColumns(left, right);
    if (held.length > 0) bands.push({ segments: held, left, right, isColumnar });
    [left, right, held] = [[], [], []];
  };
  for (const segment of segments) {
    if (segment.x0 < gutter - 1 && segment.x1 > gutter - segment.size * 0.2) {
      close();
      bands.push({ segments: [segment], left: [], right: [], isColumnar: false });
      continue;
    }
    held.push(segment);
    (segment.x0 < gutter - 1 ? left : right).push(segment);
  }
  close();
  return bands;
}

const weigh = (bands: readonly Band[]) =>
  bands.reduce((sum, band) => sum + (band.isColumnar ? Math.min(band.left.length, band.right.length) : 0), 0);

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** The segments of one line in reading order, and the gaps between them. */
function arrange(row: readonly Segment[]): { readonly ordered: readonly Segment[]; readonly gaps: number[] } {
  const isRtl = row.filter((segment) => segment.isRtl).length * 2 > row.length;
  const ordered = row.toSorted((a, b) => (isRtl ? b.x0 - a.x0 : a.x0 - b.x0));
  const gaps: number[] = [];
  let [x0, x1] = [ordered[0]?.x0 ?? 0, ordered[0]?.x1 ?? 0];
  for (const next of ordered.slice(1)) {
    gaps.push(isRtl ? x0 - next.x1 : next.x0 - x1);
    x0 = Math.min(x0, next.x0);
    x1 = Math.max(x1, next.x1);
  }
  return { ordered, gaps };
}

/** Lines on either side that are looked at to tell whether a line keeps to their edges. */
const AROUND = 6;

/** Some words drawn apart by the same gap each until they fill the line, rather than cells of a table. */
function isJustified(rows: readonly (readonly Segment[])[], at: number, edges: Edges): boolean {
  const row = rows[at] ?? [];
  const { ordered, gaps } = arrange(row);
  const [least, most] = extent(isMarker(textOf(ordered[0] as Segment)) ? gaps.slice(1) : gaps);
  const size = row[0]?.size ?? 0;
  if (most - least > Math.max(size * 0.2, most * 0.1)) return false;
  if (row.some((segment) => textOf(segment).includes(' '))) return false;
  const around = [edges, ...rows.slice(Math.max(0, at - AROUND), at + AROUND + 1).map(edgesOf)];
  const { left, right } = edgesOf(row);
  const others = around.filter((_, index) => index !== Math.min(at, AROUND) + 1);
  // The first line of a paragraph may be indented as no other is.
  const isStart = left - edges.left < size * 3;
  return (
    (isStart || others.some((other) => Math.abs(other.left - left) < size * 0.3)) &&
    others.some((other) => Math.abs(other.right - right) < size * 0.5)
  );
}

function edgesOf(row: readonly Segment[]): Edges {
  const [left] = extent(row.map((segment) => segment.x0));
  const [, right] = extent(row.map((segment) => segment.x1));
  return { left, right };
}

const NUMBER = /^[\d.,\s%€$£+–−-]*\d[\d.,\s%€$£+–−-]*$/;

/** Whether all that follows the first cell begins where something in the other row does, or both end in numbers. */
function sharesColumns(row: readonly Segment[], other: readonly Segment[] | undefined): boolean {
  if (!other || other.length < row.length) return false;
  const areNumbers = [row, other].every((cells) => NUMBER.test(textOf(cells.at(-1) as Segment)));
  if (areNumbers && other.length === row.length) return true;
  return row.slice(1).every(({ x0 }) => other.slice(1).some((cell) => Math.abs(cell.x0 - x0) < 1.5));
}

function isTable(rows: readonly (readonly Segment[])[], at: number, edges: Edges): boolean {
  const row = rows[at] ?? [];
  const { ordered, gaps } = arrange(row);
  const isApart = gaps.some((gap, index) => {
    const isAfterMarker = index === 0 && isMarker(textOf(ordered[0] as Segment));
    return gap > (ordered[index + 1]?.size ?? 0) * WIDEST_GAP && !isAfterMarker;
  });
  if (!isApart || !isJustified(rows, at, edges)) return isApart;
  return sharesColumns(ordered, rows[at - 1]) || sharesColumns(ordered, rows[at + 1]);
}

function joinRow(row: readonly Segment[], isTabular: boolean): Line | null {
  const { ordered } = arrange(row);
  const [first] = ordered;
  if (!first) return null;
  const pieces: Piece[] = [];
  for (const next of ordered) {
    if (pieces.length > 0) pieces.push({ text: ' ', raise: 0 });
    pieces.push(...next.pieces);
  }
  const { left, right } = edgesOf(ordered);
  return { ...first, pieces, x0: left, x1: right, isTabular };
}

/** A bullet or number set off before its paragraph is no cell of a table. */
const isMarker = (text: string) =>
  /^(?:[•▪●○◦‣–—*·-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d+(?:\.\d+)*)$/i.test(text);

/** Segments of one column as its lines. */
function toRegion(segments: readonly Segment[]): Region {
  const rows: Segment[][] = [];
  for (const segment of segments) {
    const row = rows.at(-1);
    const base = row?.[0];
    const isSame = base && Math.abs(segment.y - base.y) <= Math.min(segment.size, base.size) * 0.35;
    if (row && isSame) row.push(segment);
    else rows.push([segment]);
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0);
  const [, right] = extent(segments.map(({ x1 }) => x1));
  const left = mostCommon(
    rows.map(edgesOf).map((row) => [Math.round(row.left), row.right - row.left] as const),
  );
  const lines = rows
    .map((row, at) => joinRow(row, isTable(rows, at, { left, right })))
    .filter((line) => line !== null);
  return { lines, left, right, slack: median(lines.map(({ x1 }) => right - x1)) };
}

function order(segments: readonly Segment[], depth: number): Region[] {
  if (segments.length === 0) return [];
  let best: Band[] = [];
  for (const gutter of depth < DEEPEST ? gutters(segments) : []) {
    const bands = divide(segments, gutter);
    const more = weigh(bands) - weigh(best);
    if (more > 0 || (more === 0 && bands.length < best.length)) best = bands;
  }
  if (weigh(best) === 0) return [toRegion(segments)];
  const regions: Region[] = [];
  let plain: Segment[] = [];
  for (const band of best) {
    if (!band.isColumnar) {
      for (const segment of band.segments) plain.push(segment);
      continue;
    }
    if (plain.length > 0) regions.push(toRegion(plain));
    plain = [];
    const isRtl = band.right.filter((segment) => segment.isRtl).length * 2 > band.right.length;
    const isRightFirst = isRtl || isMargin(band.right, band.left);
    const sides = isRightFirst ? [band.right, band.left] : [band.left, band.right];
    for (const side of sides) regions.push(...order(side, depth + 1));
  }
  if (plain.length > 0) regions.push(toRegion(plain));
  return regions;
}

/** Regions in reading order; their lines are those of `segments`, each once. */
export function orderRegions(segments: readonly Segment[]): readonly Region[] {
  return order(
    segments.toSorted((a, b) => a.y - b.y || a.x0 - b.x0),
    0,
  );
}
