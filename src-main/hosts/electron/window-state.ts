/** Where the window was. A lost, broken or no longer visible place costs only that: the window opens in the middle. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import * as v from 'valibot';

export const SMALLEST = { width: 760, height: 560 } as const;
const USUAL = { width: 1280, height: 860 } as const;

const whole = v.pipe(v.number(), v.integer());
const STATE = v.object({
  x: whole,
  y: whole,
  width: v.pipe(whole, v.minValue(SMALLEST.width)),
  height: v.pipe(whole, v.minValue(SMALLEST.height)),
  maximized: v.boolean(),
});

export type WindowState = v.InferOutput<typeof STATE>;

/** Bounds for a new window; without `x` and `y` the platform puts it in the middle. */
export interface Placement {
  readonly bounds: Partial<Rectangle> & { readonly width: number; readonly height: number };
  readonly maximized: boolean;
}

/** @param screens work areas of the screens that are there now */
export function readPlacement(file: string, screens: readonly Rectangle[]): Placement {
  const state = readState(file);
  if (!state || !screens.some((screen) => showsEnough(screen, state)))
    return { bounds: USUAL, maximized: false };
  const { maximized, ...bounds } = state;
  return { bounds, maximized };
}

/** Written whole and renamed: a crash leaves the old place. */
export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(state));
  renameSync(temporary, file);
}

function readState(file: string): WindowState | null {
  try {
    const parsed = v.safeParse(STATE, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (missing || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Enough of the title bar to take hold of: an unplugged screen must not take the window with it. */
const GRIP = 100;

function showsEnough(screen: Rectangle, { x, y, width }: WindowState): boolean {
  const left = Math.max(screen.x, x);
  const right = Math.min(screen.x + screen.width, x + width);
  return right - left >= GRIP && y >= screen.y && y <= screen.y + screen.height - GRIP;
}
