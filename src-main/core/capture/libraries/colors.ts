/** Colours of other programs as one of the five here: the nearest by hue. */
import type { Color } from '../../../common/contract/entities.ts';

const NAMES: Readonly<Record<string, Color>> = {
  yellow: 'yellow',
  orange: 'yellow',
  blue: 'blue',
  cyan: 'blue',
  green: 'green',
  pink: 'pink',
  red: 'pink',
  purple: 'violet',
  violet: 'violet',
  magenta: 'violet',
};

/** Where each hue ends, in degrees. */
const HUES: readonly (readonly [number, Color])[] = [
  [20, 'pink'],
  [75, 'yellow'],
  [165, 'green'],
  [245, 'blue'],
  [320, 'violet'],
  [360, 'pink'],
];

function hueOf(hex: string): number | null {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  if (red === undefined || green === undefined || blue === undefined) return null;
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 16) return null;
  if (most === red) return (((green - blue) / spread) * 60 + 360) % 360;
  return most === green ? ((blue - red) / spread) * 60 + 120 : ((red - green) / spread) * 60 + 240;
}

export function toColor(written: string): Color {
  const name = written.trim().toLowerCase();
  if (Object.hasOwn(NAMES, name)) return NAMES[name] ?? 'yellow';
  const hue = /^#[0-9a-f]{6}/.test(name) ? hueOf(name.slice(1)) : null;
  return (hue !== null && HUES.find(([end]) => hue <= end)?.[1]) || 'yellow';
}
