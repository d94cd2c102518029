import { type Box, type Paint, type Pen, type Segment, type TextLook, type Theme, fontOf } from './pen.ts';
import type { TextFit } from './text-fit.ts';

/** The picture as a document of its own. What is drawn within a box is not cut there: an export has room for all. */
export class SvgPen implements Pen {
  readonly #parts: string[] = [];

  constructor(
    private readonly theme: Theme,
    /** Of the same fonts: a canvas's. */
    private readonly fit: TextFit,
  ) {}

  rects(boxes: readonly Box[], { fill, stroke, line = 1, radius = 0 }: Paint): void {
    if (boxes.length === 0) return;
    const path = boxes.map((box) => pathOf(box, radius)).join('');
    const strokes = stroke === undefined ? '' : ` stroke="${escapeXml(stroke)}" stroke-width="${line}"`;
    this.#parts.push(`<path d="${path}" fill="${escapeXml(fill ?? 'none')}"${strokes}/>`);
  }

  lines(segments: readonly Segment[], stroke: string, width: number): void {
    if (segments.length === 0) return;
    const path = segments
      .map(([x1, y1, x2, y2]) => `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`)
      .join('');
    const cap = width > 1 ? ' stroke-linecap="round"' : '';
    this.#parts.push(
      `<path d="${path}" fill="none" stroke="${escapeXml(stroke)}" stroke-width="${width}"${cap}/>`,
    );
  }

  text(words: string, x: number, y: number, look: TextLook): void {
    const { family, size, weight = 400 } = look.font;
    const shown = this.fit.fit(words, fontOf(look.font, this.theme), look.room);
    if (shown === '') return;
    const anchor = look.align && look.align !== 'start' ? ` text-anchor="${look.align}"` : '';
    const place = look.isTurned
      ? `transform="translate(${round(x)} ${round(y)}) rotate(-90)"`
      : `x="${round(x)}" y="${round(y)}"`;
    const face = `font-family="${escapeXml(this.theme[family])}" font-size="${size}" font-weight="${weight}"`;
    this.#parts.push(
      `<text ${place} ${face} fill="${escapeXml(look.color)}" dominant-baseline="central"${anchor}>${escapeXml(shown)}</text>`,
    );
  }

  within(_box: Box, draw: () => void): void {
    draw();
  }

  /** @param title what it shows, for those who do not see it */
  document(width: number, height: number, title: string, description: string): string {
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
      `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
      ...this.#parts,
      '</svg>\n',
    ].join('\n');
  }
}

const round = (n: number): number => Math.round(n * 100) / 100;

function pathOf({ x, y, w, h }: Box, radius: number): string {
  const r = Math.min(radius, w / 2, h / 2);
  const [across, down] = [round(w - 2 * r), round(h - 2 * r)];
  if (r <= 0) return `M${round(x)} ${round(y)}h${across}v${down}h${-across}z`;
  const arc = (dx: number, dy: number): string => `a${round(r)} ${round(r)} 0 0 1 ${round(dx)} ${round(dy)}`;
  return `M${round(x + r)} ${round(y)}h${across}${arc(r, r)}v${down}${arc(-r, r)}h${-across}${arc(-r, -r)}v${-down}${arc(r, -r)}z`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What XML cannot hold is left out: controls, and halves of characters. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
