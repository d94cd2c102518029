/**
 * The marks of cells, gathered by look, so that however many there are they are a few paths: supports is a filled box with
 * a plus, disputes an outlined one with a struck equals sign, mentions a faint one with a minus, both a box half filled.
 * What repeats an origin that is counted further left is smaller; what the balance stands or falls with has a dot.
 */
import type { PlacedCell } from './model.ts';
import type { Box, Pen, Segment, Theme } from './pen.ts';

/** Below this, in px, there is no room for signs: form and size remain. */
const LEAST_SIGN = 9;

export type Stance = PlacedCell['cell']['stance'];

/** Sides of the boxes in a cell. */
export interface BoxSizes {
  readonly whole: number;
  readonly repeat: number;
}

export function boxSizes(column: number, row: number): BoxSizes {
  const side = Math.min(column, row);
  const whole = side >= 28 ? side - 12 : side >= LEAST_SIGN + 5 ? side - 7 : Math.max(2, side - 2);
  return { whole, repeat: Math.max(2, Math.round(whole * 0.62)) };
}

export class Glyphs {
  readonly #filled: Box[] = [];
  readonly #red: Box[] = [];
  readonly #faint: Box[] = [];
  readonly #onFill: Segment[] = [];
  readonly #redSigns: Segment[] = [];
  readonly #faintSigns: Segment[] = [];
  readonly #dots: Box[] = [];

  /** @param x @param y the middle @param side of the box */
  add(stance: Stance, x: number, y: number, side: number): void {
    const box = { x: x - side / 2, y: y - side / 2, w: side, h: side };
    const inner = { x: box.x + 0.5, y: box.y + 0.5, w: side - 1, h: side - 1 };
    const arm = side >= LEAST_SIGN ? Math.round(side * 0.22) : 0;
    switch (stance) {
      case 'supports':
        this.#filled.push(box);
        if (arm > 0) this.#onFill.push([x - arm, y, x + arm, y], [x, y - arm, x, y + arm]);
        break;
      case 'disputes':
        this.#red.push(inner);
        this.#redSigns.push(...unequal(x, y, side, arm));
        break;
      case 'mentions':
        this.#addMention(inner, x, y, arm);
        break;
      case 'both':
        this.#red.push(inner);
        this.#filled.push({ ...box, w: side / 2 });
        this.#redSigns.push([x + side * 0.12, y + side * 0.25, x + side * 0.38, y - side * 0.25]);
    }
  }

  #addMention(inner: Box, x: number, y: number, arm: number): void {
    if (arm > 0) {
      this.#faint.push(inner);
      this.#faintSigns.push([x - arm, y, x + arm, y]);
    } else this.#faintSigns.push([inner.x, y, inner.x + inner.w, y]);
  }

  /** Right above the box, in the corner of its cell. */
  addKey(x: number, y: number, size: number): void {
    this.#dots.push({ x: x - size / 2, y: y - size / 2, w: size, h: size });
  }

  draw(pen: Pen, theme: Theme, side: number): void {
    const [radius, width] = side >= LEAST_SIGN ? [3, 1.5] : [0, 1];
    pen.rects(this.#red, { fill: theme.paper, stroke: theme.no, line: width, radius });
    pen.rects(this.#faint, { fill: theme.paper, stroke: theme.control, radius });
    // After the outlined ones: a box half filled is one of those with this half upon it.
    pen.rects(this.#filled, { fill: theme.ink2, radius });
    pen.lines(this.#onFill, theme.paper, width);
    pen.lines(this.#redSigns, theme.no, width);
    pen.lines(this.#faintSigns, theme.ink3, width);
    const dot = this.#dots[0]?.w ?? 0;
    pen.rects(this.#dots, { fill: theme.accent, stroke: theme.paper, radius: dot / 2 });
  }
}

/** ≠, or in a box too small for it the stroke alone. */
function unequal(x: number, y: number, side: number, arm: number): Segment[] {
  if (arm === 0) return [[x - side * 0.3, y + side * 0.3, x + side * 0.3, y - side * 0.3]];
  const gap = Math.max(1.5, side * 0.1);
  return [
    [x - arm, y - gap, x + arm, y - gap],
    [x - arm, y + gap, x + arm, y + gap],
    [x - arm * 0.6, y + arm, x + arm * 0.6, y - arm],
  ];
}
