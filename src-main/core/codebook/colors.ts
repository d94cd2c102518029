/** The five colours as other programs write them, and theirs as the nearest of the five. */
import { COLORS, type Color } from '../../common/contract/entities.ts';
import { QDA_COLORS } from '../../common/qda-codes.ts';

/** Below this a colour is a grey, which is none of the five. Saturation, 0 to 1. */
const GREY = 0.12;
const HEX_COLOR = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i;

/** A name of one of the five, or a colour as `#rrggbb`; null for anything else, and for greys. */
export function readColor(text: string): Color | null {
  const name = text.trim().toLowerCase();
  const known = COLORS.find((color) => color === name);
  if (known) return known;
  const hue = hueOf(name);
  if (hue === null) return null;
  const distance = (color: Color): number => {
    const turn = Math.abs((hueOf(QDA_COLORS[color]) ?? 0) - hue);
    return Math.min(turn, 360 - turn);
  };
  return COLORS.reduce((best, color) => (distance(color) < distance(best) ? color : best));
}

/** In degrees; null for a grey and for what is no colour. */
function hueOf(hex: string): number | null {
  const parts = HEX_COLOR.exec(hex)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16) / 255);
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts;
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread === 0 || spread / most < GREY) return null;
  if (most === red) return (60 * ((green - blue) / spread) + 360) % 360;
  return most === green ? 60 * ((blue - red) / spread) + 120 : 60 * ((red - green) / spread) + 240;
}
