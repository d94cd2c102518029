import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInMargin } from '../../../src-renderer/anchoring/margin-layout.ts';

const items = fc
  .array(fc.record({ wish: fc.nat(2000), height: fc.integer({ min: 10, max: 200 }) }), { maxLength: 30 })
  .map((list) => list.map((item, index) => ({ ...item, id: `${index}` })));

describe('placeInMargin', () => {
  it('never lets two notes overlap, with or without one that is fixed', () => {
    fc.assert(
      fc.property(items, fc.option(fc.nat(29)), (list, fixed) => {
        const tops = placeInMargin(list, 8, fixed === null ? null : `${fixed}`);
        const placed = list
          .map((item) => ({ top: tops.get(item.id) ?? NaN, height: item.height }))
          .toSorted((a, b) => a.top - b.top);
        for (const [at, item] of placed.entries()) {
          const next = placed[at + 1];
          if (next) expect(next.top).toBeGreaterThanOrEqual(item.top + item.height + 8);
        }
      }),
    );
  });

  it('leaves notes at their passages where there is room', () => {
    const tops = placeInMargin(
      [
        { id: 'a', wish: 10, height: 20 },
        { id: 'b', wish: 90, height: 20 },
      ],
      8,
    );
    expect([...tops]).toEqual([
      ['a', 10],
      ['b', 90],
    ]);
  });

  it('keeps the opened card at its passage and moves the others away from it', () => {
    const list = [
      { id: 'above', wish: 100, height: 50 },
      { id: 'open', wish: 120, height: 200 },
      { id: 'below', wish: 140, height: 20 },
    ];
    const tops = placeInMargin(list, 10, 'open');
    expect(Object.fromEntries(tops)).toEqual({ above: 60, open: 120, below: 330 });
  });
});
