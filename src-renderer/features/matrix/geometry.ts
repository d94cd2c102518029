/** Where everything of the matrix stands, in CSS pixels. Pure. */
import type { MatrixSize } from '../../state/matrix-view.svelte.ts';
import type { GridPlace, MatrixModel } from './model.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
  /** Beside what is written, at both ends: as the page around the picture has it. */
  readonly pad?: number;
}

export interface Geometry {
  readonly pad: number;
  /** Of a cell. */
  readonly column: number;
  readonly row: number;
  /** Left of the cells: status and statement. */
  readonly status: number;
  readonly statement: number;
  readonly left: number;
  /** Right of the cells: how origins weigh, and without whom that would be another verdict. */
  readonly weight: number;
  readonly flips: number;
  readonly right: number;
  /** Above the cells: names of origins, names of sources. */
  readonly groups: number;
  readonly titles: number;
  readonly head: number;
  /** Of the whole. */
  readonly width: number;
  readonly height: number;
}

/** Below these, in px, what is written would not be read: it is left out, and said below the picture. */
export const LEAST_TEXT_ROW = 15;
const LEAST_TEXT_COLUMN = 14;
const CELLS = { large: { column: 40, row: 32 }, small: { column: 24, row: 22 } } as const;
/** A cell smaller than this shows nothing. */
const LEAST = 4;
const GROUPS = 24;
const NARROW = 760;
/** A room lower than this is for rows: names of sources that are long are cut, and said in full below the picture. */
const LOW = 480;
const LEAST_PAD = 12;

/** @param room null for an export, which takes what it needs */
export function layOut(model: MatrixModel, size: MatrixSize, room: Room | null): Geometry {
  const hasGroups = model.groups.some(({ name }) => name !== '');
  const lay = (cell: CellSize): Geometry => layCells(model, cell, hasGroups, room);
  if (size !== 'whole' || !room) return lay(CELLS[size === 'whole' ? 'large' : size]);
  const fits = ({ width, height }: Geometry): boolean => width <= room.width && height <= room.height;
  // What is written takes room of its own, by the size of cells: so each is tried, the largest first.
  const square = wholeSizes().map(lay).find(fits);
  if (!square) return lay({ column: LEAST, row: LEAST });
  const { row } = square;
  for (let column = Math.min(CELLS.large.column, WIDEST * row); column > square.column; column -= 1) {
    const wider = lay({ column, row });
    if (fits(wider)) return wider;
  }
  return square;
}

/** So many times as wide as high a cell may be where there is room: its header can then be read. */
const WIDEST = 3;

interface CellSize {
  readonly column: number;
  readonly row: number;
}

function wholeSizes(): readonly CellSize[] {
  const sizes: CellSize[] = [CELLS.large];
  for (let side = 30; side >= LEAST; side -= 1) sizes.push({ column: side, row: Math.min(side, 26) });
  return sizes;
}

function layCells(
  { rows, columns }: MatrixModel,
  { column, row }: CellSize,
  hasGroups: boolean,
  room: Room | null,
): Geometry {
  const isNarrow = room !== null && room.width < NARROW;
  const isRead = row >= LEAST_TEXT_ROW;
  const pad = Math.max(LEAST_PAD, room?.pad ?? 0);
  const status = !isRead ? 0 : pad + (isNarrow ? 28 : 120);
  const weight = !isRead || isNarrow ? 0 : 92;
  const flips = !isRead ? 0 : pad + (isNarrow ? 84 : 136);
  const cells = columns.length * column;
  const statement = isRead ? statementWidth(room, status + weight + flips + cells) : 0;
  const groups = hasGroups && column >= LEAST_TEXT_COLUMN ? GROUPS : 0;
  const most = column < CELLS.large.column ? 112 : room && room.height < LOW ? 124 : 156;
  const titles = column < LEAST_TEXT_COLUMN ? 0 : Math.min(most, longestName(columns));
  const left = status + statement || 8;
  const right = weight + flips || 8;
  const head = Math.max(groups + titles, 8);
  return {
    ...{ pad, column, row, status, statement, left, weight, flips, right, groups, titles, head },
    width: left + cells + right,
    height: head + rows.length * row + 1,
  };
}

/** About as much as the longest name of a source takes; never so little that the corner has no room for its words. */
function longestName(columns: MatrixModel['columns']): number {
  const letters = columns.reduce((most, { label }) => Math.max(most, label.length), 0);
  return Math.max(48, Math.round(letters * 6.8) + 18);
}

/** What the cells leave, but never so little that a statement is not told from another. */
function statementWidth(room: Room | null, taken: number): number {
  if (!room) return 420;
  const least = Math.max(150, Math.min(360, Math.round(room.width * 0.26)));
  return Math.max(least, Math.min(720, room.width - taken));
}

/** Of the cells that are seen where the picture is scrolled to `x`, `y`; ends are exclusive. */
export function windowOf(
  geometry: Geometry,
  model: MatrixModel,
  view: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): { readonly row: number; readonly rowEnd: number; readonly column: number; readonly columnEnd: number } {
  const across = view.width - geometry.left - geometry.right;
  const down = view.height - geometry.head;
  return {
    row: Math.max(0, Math.floor(view.y / geometry.row)),
    rowEnd: Math.min(model.rows.length, Math.ceil((view.y + down) / geometry.row)),
    column: Math.max(0, Math.floor(view.x / geometry.column)),
    columnEnd: Math.min(model.columns.length, Math.ceil((view.x + across) / geometry.column)),
  };
}

/** What is at a point of the viewport; null beside the rows and columns. */
export function hitTest(
  geometry: Geometry,
  model: MatrixModel,
  view: { readonly x: number; readonly y: number; readonly width: number },
  point: { readonly x: number; readonly y: number },
): GridPlace | null {
  const { left, right, head } = geometry;
  const row = point.y < head ? -1 : Math.floor((point.y - head + view.y) / geometry.row);
  const isBeside = point.x < left || point.x >= Math.min(view.width, geometry.width) - right;
  const column = isBeside ? -1 : Math.floor((point.x - left + view.x) / geometry.column);
  if (row >= model.rows.length || column >= model.columns.length || (row < 0 && column < 0)) return null;
  return { row, column };
}

/** Where to scroll to, so that a cell is seen. */
export function scrollTo(
  geometry: Geometry,
  { row, column }: GridPlace,
  view: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } {
  const across = view.width - geometry.left - geometry.right;
  const down = view.height - geometry.head;
  return {
    x: column < 0 ? view.x : nearest(view.x, column * geometry.column, geometry.column, across),
    y: row < 0 ? view.y : nearest(view.y, row * geometry.row, geometry.row, down),
  };
}

function nearest(at: number, start: number, size: number, room: number): number {
  if (start < at) return start;
  return start + size > at + room ? start + size - room : at;
}
