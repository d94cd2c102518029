import { type Box, type Paint, type Pen, type Segment, type TextLook, type Theme, fontOf } from './pen.ts';
import { TextFit } from './text-fit.ts';

export class CanvasPen implements Pen {
  readonly fit: TextFit;

  constructor(
    private readonly context: CanvasRenderingContext2D,
    readonly theme: Theme,
  ) {
    this.fit = new TextFit((text, font) => {
      context.font = font;
      return context.measureText(text).width;
    });
  }

  rects(boxes: readonly Box[], { fill, stroke, line = 1, radius = 0 }: Paint): void {
    if (boxes.length === 0) return;
    const { context } = this;
    context.beginPath();
    for (const { x, y, w, h } of boxes) {
      if (radius > 0) context.roundRect(x, y, w, h, radius);
      else context.rect(x, y, w, h);
    }
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke !== undefined) {
      context.strokeStyle = stroke;
      context.lineWidth = line;
      context.stroke();
    }
  }

  lines(segments: readonly Segment[], stroke: string, width: number): void {
    if (segments.length === 0) return;
    const { context } = this;
    context.beginPath();
    for (const [x1, y1, x2, y2] of segments) {
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.lineCap = width > 1 ? 'round' : 'butt';
    context.stroke();
  }

  text(words: string, x: number, y: number, look: TextLook): void {
    const { context } = this;
    const font = fontOf(look.font, this.theme);
    const shown = this.fit.fit(words, font, look.room);
    if (shown === '') return;
    context.font = font;
    context.fillStyle = look.color;
    context.textBaseline = 'middle';
    context.textAlign = look.align === 'middle' ? 'center' : (look.align ?? 'start');
    if (look.isTurned) {
      context.save();
      context.translate(x, y);
      context.rotate(-Math.PI / 2);
      context.fillText(shown, 0, 0);
      context.restore();
    } else context.fillText(shown, x, y);
  }

  within({ x, y, w, h }: Box, draw: () => void): void {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(x, y, w, h);
    context.clip();
    draw();
    context.restore();
  }
}
