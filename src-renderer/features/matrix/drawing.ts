/** The matrix as a picture: what of it is seen through a window, headers standing still. */
import type { Status } from '../../../src-main/common/contract/entities.ts';
import { type Geometry, LEAST_TEXT_ROW, windowOf } from './geometry.ts';
import { boxSizes, Glyphs } from './glyphs.ts';
import { type GridPlace, type MatrixModel, type Row, isKey, oneLine } from './model.ts';
import type { Box, Font, Pen, Segment, Theme } from './pen.ts';

export interface PictureWords {
  readonly status: string;
  readonly statement: string;
  readonly weight: string;
  readonly flips: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly nobody: string;
  /** Origins for and against, of how many documents. */
  readonly weighed: (supports: number, disputes: number) => string;
}

export interface Scene {
  readonly model: MatrixModel;
  readonly geometry: Geometry;
  readonly theme: Theme;
  readonly words: PictureWords;
  /** Where it is scrolled to, and how much of it is seen. */
  readonly view: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The cell that is looked at, and whether keys act on it. */
  readonly focus: GridPlace | null;
  readonly isFocused: boolean;
  /** The cell under the pointer. */
  readonly pointed?: GridPlace | null;
}

/** Beside the sign there is room for its word. */
const hasStatusWord = ({ status, pad }: Geometry): boolean => status - pad > 60;

const UI: Font = { family: 'ui', size: 12 };
const SMALL: Font = { family: 'ui', size: 11 };
const READ: Font = { family: 'read', size: 15 };
const PAD = 12;

export function drawMatrix(pen: Pen, scene: Scene): void {
  const { geometry, theme, view, model } = scene;
  const { left, right, head } = geometry;
  const end = Math.min(view.width, geometry.width);
  const bottom = Math.min(view.height, head + model.rows.length * geometry.row - view.y);
  pen.rects([{ x: 0, y: 0, w: view.width, h: view.height }], { fill: theme.paper });
  const cells = { x: left, y: head, w: end - left - right, h: bottom - head };
  const parts: readonly (readonly [Box, (pen: Pen, scene: Scene, box: Box) => void])[] = [
    [cells, drawCells],
    [{ x: 0, y: head, w: left, h: bottom - head }, drawClaims],
    [{ x: end - right, y: head, w: right, h: bottom - head }, drawWeights],
    [{ x: left, y: 0, w: cells.w, h: head }, drawHeads],
  ];
  for (const [box, draw] of parts) if (box.w > 0 && box.h > 0) pen.within(box, () => draw(pen, scene, box));
  drawCorner(pen, scene, end);
  const { focus, isFocused, pointed } = scene;
  if (pointed) drawRing(pen, scene, pointed, end, { stroke: theme.control, line: 1 });
  if (focus) drawRing(pen, scene, focus, end, { stroke: theme.accent, line: isFocused ? 2 : 1 });
}

const topOf = ({ geometry, view }: Scene, row: number): number => geometry.head + row * geometry.row - view.y;
const leftOf = ({ geometry, view }: Scene, column: number): number =>
  geometry.left + column * geometry.column - view.x;
/** In the middle of a pixel, where a line one pixel wide is sharp. */
const sharp = (n: number): number => Math.round(n) + 0.5;

function drawCells(pen: Pen, scene: Scene, box: Box): void {
  const { model, geometry, theme, focus } = scene;
  const seen = windowOf(geometry, model, scene.view);
  if (focus && focus.column >= 0)
    pen.rects([{ ...box, x: leftOf(scene, focus.column), w: geometry.column }], { fill: theme.panel });
  if (focus && focus.row >= 0) pen.rects([rowBox(scene, focus.row, box)], { fill: theme.soft });
  drawGrid(pen, scene, box, seen);
  const glyphs = new Glyphs();
  const sizes = boxSizes(geometry.column, geometry.row);
  for (let row = seen.row; row < seen.rowEnd; row += 1) {
    const y = topOf(scene, row) + geometry.row / 2;
    for (const placed of model.rows[row]?.cells ?? []) {
      const { column, cell } = placed;
      if (column < seen.column || column >= seen.columnEnd) continue;
      const x = leftOf(scene, column) + geometry.column / 2;
      glyphs.add(cell.stance, x, y, cell.isRepeat ? sizes.repeat : sizes.whole);
      if (isKey(placed))
        glyphs.addKey(x + sizes.whole / 2, y - sizes.whole / 2, Math.max(2, sizes.whole * 0.36));
    }
  }
  glyphs.draw(pen, theme, sizes.whole);
}

const rowBox = (scene: Scene, row: number, { x, w }: Box): Box => ({
  ...{ x, y: topOf(scene, row), w, h: scene.geometry.row },
});

/** Hairlines between cells, stronger ones between origins. */
function drawGrid(pen: Pen, scene: Scene, box: Box, seen: ReturnType<typeof windowOf>): void {
  const { geometry, model, theme } = scene;
  // In a very small picture lines would be most of it.
  if (geometry.column >= 10) {
    const columns: Segment[] = [];
    for (let column = seen.column + 1; column < seen.columnEnd; column += 1) {
      const x = sharp(leftOf(scene, column) - 1);
      columns.push([x, box.y, x, box.y + box.h]);
    }
    pen.lines(columns, theme.line, 1);
  }
  drawRowLines(pen, scene, box);
  const edges = model.groups
    .filter(({ name }, at) => name !== '' || (model.groups[at - 1]?.name ?? '') !== '')
    .flatMap(({ from, to, name }) => (name === '' ? [from] : [from, to]))
    .filter((column) => column > seen.column && column < model.columns.length)
    .map((column): Segment => {
      const x = sharp(leftOf(scene, column) - 1);
      return [x, box.y, x, box.y + box.h];
    });
  pen.lines(edges, theme.control, 1);
}

function drawRowLines(pen: Pen, scene: Scene, box: Box): void {
  if (scene.geometry.row < 10) return;
  const { row, rowEnd } = windowOf(scene.geometry, scene.model, scene.view);
  const lines: Segment[] = [];
  for (let at = row + 1; at <= rowEnd; at += 1) {
    const y = sharp(topOf(scene, at) - 1);
    lines.push([box.x, y, box.x + box.w, y]);
  }
  pen.lines(lines, scene.theme.line, 1);
}

/** Whatever stands beside the cells of a row: its ground, its lines, and for each row what `draw` writes. */
function drawBeside(
  pen: Pen,
  scene: Scene,
  box: Box,
  draw: (row: Row, middle: number, isMarked: boolean) => void,
): void {
  const { geometry, model, theme, focus, view } = scene;
  pen.rects([box], { fill: theme.paper });
  if (focus && focus.row >= 0) pen.rects([rowBox(scene, focus.row, box)], { fill: theme.soft });
  drawRowLines(pen, scene, box);
  if (geometry.row < LEAST_TEXT_ROW) return;
  const seen = windowOf(geometry, model, view);
  for (let at = seen.row; at < seen.rowEnd; at += 1) {
    const row = model.rows[at];
    if (row) draw(row, topOf(scene, at) + geometry.row / 2, focus?.row === at);
  }
}

function drawClaims(pen: Pen, scene: Scene, box: Box): void {
  const { geometry, theme, words } = scene;
  const read = geometry.row >= 26 ? READ : { ...READ, size: 13 };
  drawBeside(pen, scene, box, ({ claim }, y) => {
    const color = statusColor(theme, claim.status);
    drawStatus(pen, claim.status, geometry.pad + 7, y, color);
    if (hasStatusWord(geometry))
      pen.text(words.statuses[claim.status], geometry.pad + 20, y, {
        font: { ...UI, weight: 550 },
        ...{ color, room: geometry.status - geometry.pad - 24 },
      });
    pen.text(oneLine(claim.statement), geometry.status, y, {
      ...{ font: read, color: theme.ink, room: geometry.statement - PAD },
    });
  });
  pen.lines([[sharp(box.w - 1), box.y, sharp(box.w - 1), box.y + box.h]], theme.line2, 1);
}

function drawWeights(pen: Pen, scene: Scene, box: Box): void {
  const { geometry, theme, words } = scene;
  drawBeside(pen, scene, box, ({ claim, flips }, y, isMarked) => {
    const quiet = isMarked ? theme.ink2 : theme.ink3;
    if (geometry.weight > 0) {
      const told = words.weighed(claim.supports, claim.disputes);
      const look = { font: { ...UI, weight: 550 }, color: theme.ink, align: 'end' as const };
      pen.text(told, box.x + geometry.weight - PAD, y, { ...look, room: geometry.weight - PAD });
    }
    pen.text(
      flips.length === 0 ? words.nobody : flips.map(oneLine).join(', '),
      box.x + geometry.weight + 4,
      y,
      {
        ...{
          font: UI,
          color: flips.length === 0 ? quiet : theme.ink,
          room: geometry.flips - geometry.pad - 4,
        },
      },
    );
  });
  pen.lines([[sharp(box.x), box.y, sharp(box.x), box.y + box.h]], theme.line2, 1);
}

const statusColor = (theme: Theme, status: Status): string =>
  ({ verified: theme.ok, disputed: theme.no, unreviewed: theme.wait })[status];

/** A check, a struck equals sign, a hollow ring. */
function drawStatus(pen: Pen, status: Status, x: number, y: number, color: string): void {
  if (status === 'unreviewed')
    pen.rects([{ x: x - 4.5, y: y - 4.5, w: 9, h: 9 }], { stroke: color, line: 1.6, radius: 4.5 });
  else if (status === 'verified')
    pen.lines(
      [
        [x - 5, y, x - 1.5, y + 3.5],
        [x - 1.5, y + 3.5, x + 5, y - 4],
      ],
      color,
      1.8,
    );
  else
    pen.lines(
      [
        [x - 5, y - 2, x + 5, y - 2],
        [x - 5, y + 2, x + 5, y + 2],
        [x - 3.5, y + 5, x + 3.5, y - 5],
      ],
      color,
      1.6,
    );
}

function drawHeads(pen: Pen, scene: Scene, box: Box): void {
  const { geometry, model, theme, view, focus } = scene;
  pen.rects([box], { fill: theme.paper });
  const seen = windowOf(geometry, model, view);
  const font = geometry.column >= 20 ? UI : SMALL;
  for (let at = seen.column; at < seen.columnEnd; at += 1) {
    const column = model.columns[at];
    if (!column || geometry.titles === 0) continue;
    const x = leftOf(scene, at);
    const isMarked = focus?.column === at;
    if (isMarked)
      pen.rects([{ x, y: geometry.groups, w: geometry.column, h: geometry.titles }], { fill: theme.soft });
    // Who only repeats an origin is written lighter than who speaks for itself.
    const isOwn = column.source.isOrigin || column.source.origin === '';
    pen.text(column.label, x + geometry.column / 2, geometry.head - 8, {
      font: { ...font, weight: isOwn ? 600 : 400 },
      ...{ color: isOwn || isMarked ? theme.ink : theme.ink2, isTurned: true, room: geometry.titles - 14 },
    });
  }
  if (geometry.groups > 0) drawGroups(pen, scene);
  const y = sharp(box.h - 1);
  pen.lines([[box.x, y, box.x + box.w, y]], theme.control, 1);
}

function drawGroups(pen: Pen, scene: Scene): void {
  const { geometry, model, theme, view } = scene;
  const end = Math.min(view.width, geometry.width) - geometry.right;
  const edges: Segment[] = [];
  for (const { name, from, to } of model.groups) {
    if (name === '') continue;
    // Where a group is scrolled half away, its name stays in what is seen of it.
    const start = Math.max(geometry.left, leftOf(scene, from));
    const stop = Math.min(end, leftOf(scene, to));
    for (const x of [leftOf(scene, from), leftOf(scene, to)])
      edges.push([sharp(x - 1), 4, sharp(x - 1), geometry.head]);
    edges.push([
      leftOf(scene, from) + 3,
      geometry.groups - 0.5,
      leftOf(scene, to) - 4,
      geometry.groups - 0.5,
    ]);
    pen.text(oneLine(name), (start + stop) / 2, geometry.groups / 2, {
      ...{ font: { ...SMALL, weight: 600 }, color: theme.ink2, align: 'middle', room: stop - start - 6 },
    });
  }
  pen.lines(edges, theme.control, 1);
}

function drawCorner(pen: Pen, scene: Scene, end: number): void {
  const { geometry, theme, words } = scene;
  const { head, left, right } = geometry;
  pen.rects(
    [
      { x: 0, y: 0, w: left, h: head },
      { x: end - right, y: 0, w: right, h: head },
    ],
    { fill: theme.paper },
  );
  const y = sharp(head - 1);
  pen.lines(
    [
      [0, y, left, y],
      [end - right, y, end, y],
    ],
    theme.control,
    1,
  );
  if (head < 40 || geometry.row < LEAST_TEXT_ROW) return;
  const look = { font: { ...SMALL, weight: 600 }, color: theme.ink3 };
  const at = head - 14;
  if (hasStatusWord(geometry))
    pen.text(words.status, geometry.pad, at, { ...look, room: geometry.status - geometry.pad });
  pen.text(words.statement, geometry.status, at, { ...look, room: geometry.statement });
  const start = end - right;
  if (geometry.weight > 0)
    pen.text(words.weight, start + geometry.weight - PAD, at, {
      ...look,
      ...{ align: 'end', room: geometry.weight },
    });
  pen.text(words.flips, start + geometry.weight + 4, at, { ...look, room: geometry.flips });
}

/** The ring around a cell, or the whole of a row's or a column's header. */
function drawRing(
  pen: Pen,
  scene: Scene,
  { row, column }: GridPlace,
  end: number,
  { stroke, line }: { readonly stroke: string; readonly line: number },
): void {
  const { geometry } = scene;
  const { left, right, head } = geometry;
  const x = column < 0 ? 0 : leftOf(scene, column);
  const y = row < 0 ? geometry.groups : topOf(scene, row);
  const w = column < 0 ? left : geometry.column;
  const h = row < 0 ? geometry.titles : geometry.row;
  const isSeen = (column < 0 || (x >= left - w && x < end - right)) && (row < 0 || y > head - h);
  if (!isSeen || h <= 0) return;
  pen.rects([{ x: x + line / 2, y: y + line / 2 - 1, w: w - line - 1, h: h - line }], {
    ...{ stroke, line },
  });
}
