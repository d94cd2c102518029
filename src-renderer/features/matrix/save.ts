/** The matrix as a file: an image, a drawing, a table. Pictures are whole and on light paper, whatever is on screen. */
import type { AppState } from '../../state/app.svelte.ts';
import { saveFile } from '../../ui/save-file.ts';
import { CanvasPen } from './canvas-pen.ts';
import { type Scene, drawMatrix } from './drawing.ts';
import { type Geometry, layOut } from './geometry.ts';
import { boxSizes, Glyphs } from './glyphs.ts';
import type { MatrixModel } from './model.ts';
import { type Pen, type Theme, readLightTheme } from './pen.ts';
import { pictureWords } from './picture-words.ts';
import { SvgPen } from './svg-pen.ts';

export type PictureFormat = 'png' | 'svg';

/** Pixels of a side that every browser's canvas takes, and of the whole, in memory four bytes each. */
const MOST_SIDE = 16_000;
const MOST_AREA = 64_000_000;
/** As on a sharp screen, where there is room for it. */
const SCALE = 2;
const MARGIN = 24;
const TITLE = 40;
const LEGEND = 40;

export async function savePicture(app: AppState, model: MatrixModel, format: PictureFormat): Promise<void> {
  const theme = readLightTheme();
  const geometry = layOut(model, 'large', null);
  const [width, height] = [geometry.width + 2 * MARGIN, geometry.height + 2 * MARGIN + TITLE + LEGEND];
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return;
  const name = `${app.t.matrix.fileName}.${format}`;
  const measuring = new CanvasPen(context, theme);
  if (format === 'svg') {
    const pen = new SvgPen(theme, measuring.fit);
    drawSheet(new Moved(pen, MARGIN, MARGIN), app, { model, geometry, theme, width, height });
    const { title, found } = app.t.matrix;
    const description = found(model.rows.length, model.columns.length);
    const notebook = app.notebook?.name ?? '';
    saveFile(name, 'image/svg+xml', pen.document(width, height, `${title} · ${notebook}`, description));
  } else {
    const scale = scaleFor(width, height);
    const blob = scale === null ? null : await drawPng(canvas, width, height, scale);
    if (!blob) return void app.notices.show({ kind: 'error', text: app.t.matrix.tooLarge });
    saveFile(name, 'image/png', blob);
  }
  app.notices.show({ kind: 'info', text: app.t.matrix.saved(name) });

  async function drawPng(on: HTMLCanvasElement, w: number, h: number, scale: number): Promise<Blob | null> {
    [on.width, on.height] = [Math.round(w * scale), Math.round(h * scale)];
    context?.setTransform(scale, 0, 0, scale, 0, 0);
    drawSheet(new Moved(measuring, MARGIN, MARGIN), app, { model, geometry, theme, width: w, height: h });
    return new Promise((resolve) => on.toBlob(resolve, 'image/png'));
  }
}

/** Null where not even one pixel each fits. */
function scaleFor(width: number, height: number): number | null {
  const most = Math.min(SCALE, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_AREA / (width * height)));
  return most < 1 ? null : most;
}

export async function saveTable(app: AppState): Promise<void> {
  const answer = await app.call('claim.matrix', { ...app.matrix.query, csv: true });
  if (!answer) return;
  const name = `${app.t.matrix.fileName}.csv`;
  saveFile(name, 'text/csv', answer.csv ?? '');
  app.notices.show({ kind: 'info', text: app.t.matrix.saved(name) });
}

interface Sheet {
  readonly model: MatrixModel;
  readonly geometry: Geometry;
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
}

/** The matrix below its title, above what its signs mean. */
function drawSheet(pen: Moved, app: AppState, sheet: Sheet): void {
  const { model, geometry, theme, width, height } = sheet;
  const { matrix } = app.t;
  pen.rects([{ x: -MARGIN, y: -MARGIN, w: width, h: height }], { fill: theme.paper });
  const heading = [matrix.title, app.notebook?.name ?? ''].filter(Boolean).join(' · ');
  pen.text(heading, 0, 10, {
    ...{ font: { family: 'read', size: 20, weight: 600 }, color: theme.ink, room: geometry.width * 0.7 },
  });
  pen.text(matrix.found(model.rows.length, model.columns.length), geometry.width, 12, {
    ...{ font: { family: 'ui', size: 12 }, color: theme.ink3, align: 'end', room: geometry.width * 0.3 },
  });
  const scene: Scene = {
    ...{ model, geometry, theme, words: pictureWords(app.t), focus: null, isFocused: false },
    view: { x: 0, y: 0, width: geometry.width, height: geometry.height },
  };
  drawMatrix(new Moved(pen, 0, TITLE), scene);
  drawLegend(new Moved(pen, 0, TITLE + geometry.height + 22), app, sheet);
}

function drawLegend(pen: Pen, app: AppState, { theme, geometry }: Sheet): void {
  const { matrix } = app.t;
  const { whole, repeat } = boxSizes(geometry.column, geometry.row);
  const signs = (['supports', 'disputes', 'mentions', 'both'] as const).map(
    (stance) => [stance, matrix.stance[stance], whole] as const,
  );
  const look = { font: { family: 'ui', size: 12 }, color: theme.ink2 } as const;
  let x = 0;
  const write = (words: string): void => {
    const room = Math.min(geometry.width - x - whole - 8, words.length * LETTER);
    pen.text(words, x + whole + 8, 0, { ...look, room });
    x += whole + 8 + room + whole;
  };
  for (const [stance, words, side] of [...signs, ['supports', matrix.repeats, repeat] as const]) {
    const glyph = new Glyphs();
    glyph.add(stance, x + whole / 2, 0, side);
    glyph.draw(pen, theme, side);
    write(words);
  }
  pen.rects([{ x: x + whole / 2, y: -4, w: 8, h: 8 }], { fill: theme.accent, radius: 4 });
  write(matrix.flipsSign);
}

/** About as wide as a letter of 12 px is, at the most. */
const LETTER = 7;

/** Draws as if its corner were elsewhere. */
class Moved implements Pen {
  constructor(
    private readonly pen: Pen,
    private readonly dx: number,
    private readonly dy: number,
  ) {}

  rects: Pen['rects'] = (boxes, paint) =>
    this.pen.rects(
      boxes.map((box) => ({ ...box, x: box.x + this.dx, y: box.y + this.dy })),
      paint,
    );

  lines: Pen['lines'] = (segments, stroke, width) =>
    this.pen.lines(
      segments.map(([x1, y1, x2, y2]) => [x1 + this.dx, y1 + this.dy, x2 + this.dx, y2 + this.dy]),
      stroke,
      width,
    );

  text: Pen['text'] = (words, x, y, look) => this.pen.text(words, x + this.dx, y + this.dy, look);

  within: Pen['within'] = (box, draw) =>
    this.pen.within({ ...box, x: box.x + this.dx, y: box.y + this.dy }, draw);
}
