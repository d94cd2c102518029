import { describe, expect, it } from 'vitest';
import type { Tag, TagId } from '../../../src-main/common/contract/entities.ts';
import {
  childrenByParent,
  familyOf,
  layRows,
  matchTags,
  rowForKey,
  shiftTarget,
} from '../../../src-renderer/features/tags/tree-rules.ts';

const tag = (name: string, parent: string | null = null, words: Partial<Tag> = {}): Tag => ({
  id: name as TagId,
  name,
  parent,
  meaning: '',
  color: null,
  aliases: [],
  count: 0,
  counts: { source: 0, excerpt: 0, claim: 0, note: 0 },
  within: 0,
  ...words,
});

const TAGS = [
  tag('zèbre'),
  tag('énergie'),
  tag('gaz', 'énergie', { aliases: ['méthane'] }),
  tag('eau', null, { meaning: 'Tout ce qui coule' }),
  tag('fuite', 'gaz'),
  tag('vent', 'énergie'),
];
const children = childrenByParent(TAGS, 'fr');
const rows = layRows(children, new Set(), null);
const names = (some: typeof rows): string[] =>
  some.map(({ tag: { name }, level }) => '>'.repeat(level) + name);

describe('the tree of tags', () => {
  it('stands in the alphabet of the language, children below their parents', () => {
    expect(names(rows)).toEqual(['>eau', '>énergie', '>>gaz', '>>>fuite', '>>vent', '>zèbre']);
    expect(rows[2]).toMatchObject({ place: 1, beside: 2, open: true });
    expect(rows[3]).toMatchObject({ open: null });
  });

  it('leaves out what is folded', () => {
    expect(names(layRows(children, new Set(['énergie']), null))).toEqual(['>eau', '>énergie', '>zèbre']);
  });

  it.each([
    ['METHANE', ['>énergie', '>>gaz']],
    ['coule', ['>eau']],
    ['fui', ['>énergie', '>>gaz', '>>>fuite']],
    ['nothing', []],
  ])('filtered by %s shows what holds it and what is above, unfolded', (filter, expected) => {
    expect(names(layRows(children, new Set(['énergie', 'gaz']), matchTags(TAGS, filter)))).toEqual(expected);
  });

  it.each([
    ['ArrowRight', 1, 2],
    ['ArrowRight', 3, null],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 4, 1],
    ['ArrowLeft', 0, null],
    ['ArrowDown', 5, 5],
    ['ArrowUp', 0, 0],
    ['End', 0, 5],
    ['Home', 4, 0],
  ])('leads by %s from row %i to row %j', (key, from, to) => {
    expect(rowForKey(key, from, rows)).toBe(to);
  });

  it.each([
    ['in', 'vent', 'gaz'],
    ['in', 'gaz', undefined],
    ['in', 'zèbre', 'énergie'],
    ['out', 'fuite', 'énergie'],
    ['out', 'gaz', null],
    ['out', 'eau', undefined],
  ] as const)('sets %s the tag %s below %j', (how, name, target) => {
    const at = rows.findIndex((row) => row.tag.name === name);
    expect(shiftTarget(how, at, rows, TAGS)).toBe(target);
  });

  it('knows where a tag cannot go', () => {
    expect([...familyOf(children, tag('énergie'))]).toEqual(['énergie', 'gaz', 'vent', 'fuite']);
  });
});
