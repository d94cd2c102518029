import { describe, expect, it } from 'vitest';
import { findPassage } from '../../../src-renderer/state/open-link.ts';

const TEXT = 'One two three.\n\nFour five six. Two again.';

describe('a linked passage', () => {
  it('is where it stood while its first words stand there', () => {
    expect(findPassage(TEXT, { start: 4, end: 13, quote: 'two' })).toEqual({ start: 4, end: 13 });
    expect(findPassage(TEXT, { start: 4, end: 9999, quote: '' })).toEqual({ start: 4, end: TEXT.length });
  });

  it('is found again where the text before it has changed', () => {
    const start = TEXT.indexOf('Four');
    expect(findPassage(`New words. ${TEXT}`, { start, end: start + 9, quote: 'Four five' })).toEqual({
      start: start + 11,
      end: start + 20,
    });
  });

  it('is none where its words are gone, or its place lies beyond the text', () => {
    expect(findPassage(TEXT, { start: 4, end: 9, quote: 'seven' })).toBeNull();
    expect(findPassage(TEXT, { start: 5000, end: 6000, quote: '' })).toBeNull();
  });
});
