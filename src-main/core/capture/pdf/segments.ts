/** A page's text items put together to runs on one baseline, in the direction that most of the page is read in. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { mostCommon, type PageText, type Piece, type Segment } from './model.ts';
import { closeTracking, normaliseCharacters } from './words.ts';

/** In units of the character size: wider is another column or cell, not the space between two words. */
const WIDEST_SPACE = 1;
/** A gap that pdf.js did not already write a space for, but that is one. */
const NARROWEST_SPACE = 0.2;

/** Runs of one height that are looked back at: thousands of words in one place would take forever. */
const FARTHEST = 60;

/** What pdf.js gives of a piece of text; its transform is untyped there. */
interface Item {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

interface Fragment {
  text: string;
  readonly x0: number;
  x1: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly isRtl: boolean;
  /** Quarter turns of the text, counter-clockwise. */
  readonly turn: number;
}

/** Coordinates of a page's box, turned back by quarters so that the text runs from left to right and downwards. */
function upright(x: number, y: number, turn: number, box: readonly number[]): readonly [number, number] {
  const [left = 0, bottom = 0, right = 0, top = 0] = box;
  if (turn === 1) return [y - bottom, x - left];
  if (turn === 2) return [right - x, y - bottom];
  if (turn === 3) return [top - y, right - x];
  return [x - left, top - y];
}

function readFragment(item: Item, box: readonly number[]): Fragment | null {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
  const size = Math.hypot(c, d) || Math.hypot(a, b) || item.height;
  const text = normaliseCharacters(item.str);
  if (text === '' || !(size > 0) || !Number.isFinite(x + y + item.width)) return null;
  // Lines that run downwards and follow each other to the left are lines turned by three quarters.
  const isVertical = item.dir === 'ttb';
  const turn = isVertical ? 3 : (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const advance = Math.abs(isVertical ? item.height : item.width);
  const [x0, baseline] = upright(x, y, turn, box);
  const isRtl = item.dir === 'rtl';
  return { text, x0, x1: x0 + advance, y: baseline, size, font: item.fontName, isRtl, turn };
}

/** Runs under construction: `main` is the fragment whose baseline and size count, the largest so far. */
interface Run {
  readonly fragments: Fragment[];
  main: Fragment;
  x0: number;
  x1: number;
}

/** Whether a fragment goes on where a run has ended, on its baseline or as an index of it. */
function continues({ main, x0, x1 }: Run, next: Fragment): boolean {
  const size = Math.max(main.size, next.size);
  const rise = Math.abs(main.y - next.y);
  const isIndex = Math.min(main.size, next.size) < size * 0.88;
  if (rise > size * (isIndex ? 0.6 : 0.18)) return false;
  const gap = next.isRtl && main.isRtl ? x0 - next.x1 : next.x0 - x1;
  return gap < size * WIDEST_SPACE && gap > -size * (next.isRtl === main.isRtl ? 0.5 : 3);
}

/** A space is a character of its own to pdf.js, as wide as the gap it fills: it must not bridge two columns. */
function addSpace({ fragments }: Run): void {
  const last = fragments.at(-1);
  if (last && !/\s$/.test(last.text)) last.text += ' ';
}

function add(run: Run, next: Fragment): void {
  if (next.text.trim() === '') {
    addSpace(run);
    return;
  }
  const last = run.fragments.at(-1);
  const gap = next.isRtl ? run.x0 - next.x1 : next.x0 - run.x1;
  if (last && gap > run.main.size * NARROWEST_SPACE && !/^\s/.test(next.text)) addSpace(run);
  run.fragments.push(next);
  run.x0 = Math.min(run.x0, next.x0);
  run.x1 = Math.max(run.x1, next.x1);
  if (next.size > run.main.size * 1.05) run.main = next;
}

function chain(fragments: readonly Fragment[]): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  for (const fragment of fragments) {
    if (open && (fragment.text.trim() === '' || continues(open, fragment))) {
      add(open, fragment);
    } else if (fragment.text.trim() !== '') {
      open = { fragments: [fragment], main: fragment, x0: fragment.x0, x1: fragment.x1 };
      runs.push(open);
    }
  }
  return runs;
}

/** The last of the runs at about the same height that this one goes on with; `runs` are sorted by height. */
function findOpen(runs: readonly Run[], { main, fragments }: Run): Run | null {
  const [first] = fragments;
  const least = Math.max(0, runs.length - FARTHEST);
  for (let at = runs.length - 1; first && at >= least; at -= 1) {
    const run = runs[at];
    if (!run || main.y - run.main.y > main.size * 2) return null;
    if (continues(run, first)) return run;
  }
  return null;
}

/** Joins runs of one baseline that the file wrote in another order. */
function mergeRuns(runs: readonly Run[]): Run[] {
  const sorted = runs.toSorted((a, b) => Math.round(a.main.y) - Math.round(b.main.y) || a.x0 - b.x0);
  const isInOrder = runs.every((run, at) => {
    const next = runs[at + 1];
    return !next || Math.abs(next.main.y - run.main.y) > run.main.size * 0.6;
  });
  if (isInOrder) return [...runs];
  const merged: Run[] = [];
  for (const run of sorted) {
    const open = run.main.isRtl ? null : findOpen(merged, run);
    if (open) for (const fragment of run.fragments) add(open, fragment);
    else merged.push(run);
  }
  return merged;
}

function raiseOf(fragment: Fragment, main: Fragment): Piece['raise'] {
  if (fragment.size >= main.size * 0.88 || fragment.text.trim() === '') return 0;
  const rise = (main.y - fragment.y) / main.size;
  if (rise > 0.12) return 1;
  return rise < -0.08 ? -1 : 0;
}

function finish({ fragments, main, x0, x1 }: Run): Segment | null {
  const pieces: { text: string; raise: Piece['raise'] }[] = [];
  for (const fragment of fragments) {
    const raise = raiseOf(fragment, main);
    const last = pieces.at(-1);
    if (last?.raise === raise) last.text += fragment.text;
    else pieces.push({ text: fragment.text, raise });
  }
  for (const piece of pieces) piece.text = closeTracking(piece.text).replace(/ {2,}/g, ' ');
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  const kept = pieces.filter(({ text }) => text !== '');
  if (kept.length === 0) return null;
  const letters = fragments.map(
    (fragment) => [Math.round(fragment.size * 10), fragment.text.length] as const,
  );
  const size = mostCommon(letters) / 10;
  const font = fragments.reduce(
    (best, next) => (next.text.length > best.text.length ? next : best),
    main,
  ).font;
  return { pieces: kept, x0, x1, y: main.y, size, font, isRtl: main.isRtl };
}

function toSegments(fragments: readonly Fragment[]): Segment[] {
  return mergeRuns(chain(fragments))
    .map(finish)
    .filter((segment) => segment !== null);
}

/** Reads one page. Text that runs in other directions than most of it is kept apart, so that it parts no line. */
export async function readPage(page: PDFPageProxy, label: string): Promise<PageText> {
  const { items } = await page.getTextContent();
  const box = page.view;
  const fragments: Fragment[] = [];
  for (const item of items) {
    const fragment = 'str' in item ? readFragment(item, box) : null;
    if (fragment) fragments.push(fragment);
  }
  const main = mostCommon(fragments.map(({ turn, text }) => [turn, text.trim().length] as const));
  const [left = 0, bottom = 0, right = 0, top = 0] = box;
  const [width, height] = main % 2 === 0 ? [right - left, top - bottom] : [top - bottom, right - left];
  const turned = [0, 1, 2, 3]
    .filter((turn) => turn !== main)
    .map((turn) => toSegments(fragments.filter((fragment) => fragment.turn === turn)))
    .filter((group) => group.length > 0);
  const segments = toSegments(fragments.filter(({ turn }) => turn === main));
  page.cleanup();
  return { label, width, height, segments, turned };
}
