import { describe, expect, it } from 'vitest';
import { difference, moveEnd, withEnd } from '../../../src-renderer/features/reader/resizing.ts';

const TEXT = 'One two, three.\n\nFour five  six';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const shown = (range: { start: number; end: number } | null) => range && TEXT.slice(range.start, range.end);
const step = (
  words: string,
  end: 'start' | 'end',
  direction: 'forward' | 'backward',
  unit: 'word' | 'letter' = 'word',
) => shown(moveEnd(TEXT, at(words), end, { direction, unit, locale: 'en' }));

describe('the end of a highlight', () => {
  it('takes one word more or one less, and never the space beside it', () => {
    expect(step('two', 'end', 'forward')).toBe('two, three');
    expect(step('two, three', 'end', 'backward')).toBe('two,');
    expect(step('two, three', 'start', 'forward')).toBe(', three');
    expect(step('two', 'start', 'backward')).toBe('One two');
    expect(step('Four five', 'end', 'forward')).toBe('Four five  six');
  });

  it('goes on into the next block and the one before', () => {
    expect(step('three.', 'end', 'forward')).toBe('three.\n\nFour');
    expect(step('Four', 'start', 'backward')).toBe('three.\n\nFour');
  });

  it('goes by letter too', () => {
    expect(step('two', 'end', 'backward', 'letter')).toBe('tw');
    expect(step('two', 'start', 'forward', 'letter')).toBe('wo');
  });

  it('stays where nothing would be left, and at the ends of the text', () => {
    expect(step('two', 'end', 'backward')).toBeNull();
    expect(step('six', 'end', 'forward')).toBeNull();
    expect(step('One', 'start', 'backward')).toBeNull();
  });

  it('dragged past the other end, or onto white space alone, is not taken', () => {
    expect(withEnd(TEXT, at('two'), 'end', 2)).toBeNull();
    expect(withEnd(TEXT, at('two'), 'start', 500)).toBeNull();
    expect(shown(withEnd(TEXT, at('two'), 'end', TEXT.indexOf('three')))).toBe('two,');
  });
});

describe('what is said of a moved end', () => {
  it('is what came or what was left out', () => {
    expect(difference(TEXT, at('two'), at('two, three'))).toEqual({ words: ', three', isAdded: true });
    expect(difference(TEXT, at('One two'), at('two'))).toEqual({ words: 'One', isAdded: false });
  });
});
