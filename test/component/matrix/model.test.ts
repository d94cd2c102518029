import { describe, expect, it } from 'vitest';
import { hitTest, layOut, scrollTo, windowOf } from '../../../src-renderer/features/matrix/geometry.ts';
import {
  buildModel,
  cellAt,
  isKey,
  moveBy,
  oneLine,
  orderRows,
} from '../../../src-renderer/features/matrix/model.ts';
import { TextFit } from '../../../src-renderer/features/matrix/text-fit.ts';
import { buildMatrix } from './support/matrix.ts';

const model = buildModel(
  buildMatrix({
    rows: ['+#.-', '..*+'],
    origins: ['Nordet', 'NORDET', '', ''],
    flips: { 0: [1] },
    repeats: [[0, 1]],
  }),
  'Untitled',
);
const square = (side: number, sign = '+') =>
  buildModel(buildMatrix({ rows: Array.from({ length: side }, () => sign.repeat(side)) }), 'Untitled');

describe('the model of a matrix', () => {
  it('groups neighbours of one origin, and leaves the others by themselves', () => {
    expect(model.groups).toEqual([
      { name: 'Nordet', from: 0, to: 2 },
      { name: '', from: 2, to: 4 },
    ]);
  });

  it('leaves one that alone repeats an origin among the others', () => {
    const matrix = buildMatrix({ rows: ['+++'], origins: ['A', 'B', ''] });
    expect(buildModel(matrix, '?').groups).toEqual([{ name: '', from: 0, to: 3 }]);
  });

  it('marks an origin that several carry where it is counted', () => {
    const matrix = buildMatrix({ rows: ['++'], origins: ['Nordet', 'nordet'], repeats: [[0, 1]] });
    const claims = matrix.claims.map((claim) => ({
      ...claim,
      flippingOrigins: [{ origin: 'Nordet', sources: 2 }],
    }));
    const [row] = buildModel({ ...matrix, claims }, '?').rows;
    expect(row?.cells.map(isKey)).toEqual([true, false]);
    expect(row?.flips).toEqual(['Nordet']);
  });

  it('knows what stands in a cell, what repeats, and what a balance stands or falls with', () => {
    expect(cellAt(model, { row: 0, column: 1 })).toMatchObject({
      cell: { stance: 'disputes', isRepeat: true },
      flips: true,
    });
    expect(cellAt(model, { row: 0, column: 2 })).toBeNull();
    expect(model.rows.map(({ flips }) => flips)).toEqual([['Site 1'], []]);
  });

  it('calls a column by its outlet only where no other is of that outlet', () => {
    const matrix = buildMatrix({ rows: ['++'] });
    const sources = matrix.sources.map((source) => ({ ...source, site: 'One' }));
    expect(buildModel({ ...matrix, sources }, '?').columns.map(({ label }) => label)).toEqual([
      'Title 0',
      'Title 1',
    ]);
  });

  it('shows a line of whatever a page called itself', () => {
    expect(oneLine(' a\n\tb\u202E c\u0000d ')).toBe('a b c d');
    expect(oneLine('298\u00a0millions\u202f; 9\u202f%')).toBe('298\u00a0millions\u202f; 9\u202f%');
    expect(oneLine('x'.repeat(10_000))).toHaveLength(400);
  });
});

describe('the order of rows', () => {
  const rows = buildModel(buildMatrix({ rows: ['+', '+', '+'], flips: { 2: [0] } }), '?').rows;
  const ids = (order: 'newest' | 'statement' | 'fragile') =>
    orderRows(rows, order, 'en').map(({ claim }) => claim.id);

  it('is the engine’s, by statement, or begins with what stands or falls with somebody', () => {
    expect(ids('newest')).toEqual(['c0', 'c1', 'c2']);
    expect(ids('fragile')).toEqual(['c2', 'c0', 'c1']);
    const renamed = rows.map((row) => ({
      ...row,
      claim: { ...row.claim, statement: row.claim.id === 'c0' ? 'Ète' : 'été' },
    }));
    expect(orderRows(renamed, 'statement', 'fr').map(({ claim }) => claim.id)).toEqual(['c1', 'c2', 'c0']);
  });
});

describe('the keys of a grid', () => {
  const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });
  const at = { row: 0, column: 1 };

  it.each([
    ['ArrowRight', { row: 0, column: 2 }],
    ['ArrowLeft', { row: 0, column: 0 }],
    ['ArrowUp', { row: -1, column: 1 }],
    ['ArrowDown', { row: 1, column: 1 }],
    ['Home', { row: 0, column: -1 }],
    ['End', { row: 0, column: 3 }],
    ['PageDown', { row: 1, column: 1 }],
    ['a', null],
  ])('%s leads from the second cell to %j', (name, place) => {
    expect(moveBy(key(name), at, model)).toEqual(place);
  });

  it('end at the edges, and with Ctrl lead to them', () => {
    expect(moveBy(key('ArrowDown'), { row: 1, column: 0 }, model)).toEqual({ row: 1, column: 0 });
    expect(moveBy(key('End', true), at, model)).toEqual({ row: 1, column: 3 });
    expect(moveBy(key('Home', true), at, model)).toEqual({ row: 0, column: -1 });
  });
});

describe('the geometry', () => {
  const room = { width: 1200, height: 700 };

  it('shows a hundred by a hundred at once where that is asked for', () => {
    const geometry = layOut(square(100), 'whole', room);
    expect(geometry.width).toBeLessThanOrEqual(room.width);
    expect(geometry.height).toBeLessThanOrEqual(room.height);
    expect(geometry.row).toBeGreaterThanOrEqual(4);
  });

  it('leaves a low window to the rows, and begins where the page’s words begin', () => {
    const long = square(9).columns.map((one) => ({ ...one, label: 'The Merlance Observer' }));
    const many = { ...square(9), columns: long };
    const low = layOut(many, 'large', { width: 1000, height: 414, pad: 32 });
    expect((414 - low.head) / low.row).toBeGreaterThan(8);
    const high = layOut(many, 'large', { width: 1000, height: 700, pad: 32 });
    expect(high.titles).toBeGreaterThan(low.titles);
    expect(high.pad).toBe(32);
    expect(layOut(square(9), 'large', room).titles).toBeLessThan(low.titles);
  });

  it('draws no more than is seen', () => {
    const many = square(500);
    const geometry = layOut(many, 'large', room);
    const seen = windowOf(geometry, many, { x: 1000, y: 3000, ...room });
    expect((seen.rowEnd - seen.row) * geometry.row).toBeLessThan(room.height);
    expect((seen.columnEnd - seen.column) * geometry.column).toBeLessThan(room.width);
    expect(seen.row * geometry.row).toBeLessThanOrEqual(3000);
  });

  it('finds at each point what is drawn there, and scrolls to it', () => {
    const many = square(60);
    const geometry = layOut(many, 'large', room);
    const place = { row: 50, column: 40 };
    const view = { ...scrollTo(geometry, place, { x: 0, y: 0, ...room }), ...room };
    const point = {
      x: geometry.left + place.column * geometry.column - view.x + 3,
      y: geometry.head + place.row * geometry.row - view.y + 3,
    };
    expect(hitTest(geometry, many, view, point)).toEqual(place);
    expect(hitTest(geometry, many, view, { ...point, x: 5 })).toEqual({ row: 50, column: -1 });
    expect(hitTest(geometry, many, view, { ...point, y: 5 })).toEqual({ row: -1, column: 40 });
    expect(hitTest(geometry, many, view, { x: 5, y: 5 })).toBeNull();
  });
});

it('cuts texts between characters, and measures each once', () => {
  let measured = 0;
  const fit = new TextFit((text) => {
    measured += 1;
    return [...text].length * 10;
  });
  expect(fit.fit('short', 'f', 100)).toBe('short');
  expect(fit.fit('a👍👍👍👍', 'f', 40)).toBe('a👍👍…');
  expect(fit.fit('abc', 'f', 5)).toBe('');
  const before = measured;
  fit.fit('a👍👍👍👍', 'f', 40);
  expect(measured).toBe(before);
});
