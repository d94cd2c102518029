import { describe, expect, it } from 'vitest';
import { formatTextFragment } from '../../../src-main/common/document/text-fragment.ts';

const URL_ = 'https://example.org/a?b=c';
const of = (text: string, words: string, url: string | null = URL_): string | null => {
  const start = text.indexOf(words);
  return formatTextFragment(url, text, { start, end: start + words.length });
};

describe('an address of a passage on the original page', () => {
  it('encodes commas, dashes, ampersands and accents, which would part or end its terms', () => {
    expect(of('Il dit : 46,7 & plus-value, l’été.', '46,7 & plus-value')).toBe(
      `${URL_}#:~:text=46%2C7%20%26%20plus%2Dvalue`,
    );
    expect(of('été à Paris', 'été')).toBe(`${URL_}#:~:text=%C3%A9t%C3%A9`);
  });

  it('completes words, since browsers look for whole ones', () => {
    expect(of('The saltworks employ many.', 'works emp')).toBe(`${URL_}#:~:text=saltworks%20employ`);
  });

  it('names a passage over blocks by its first and last words, never across a boundary', () => {
    const text = 'Title here\n\nFirst block ends so.\n\nLast one of them, at last.';
    expect(of(text, text)).toBe(`${URL_}#:~:text=Title%20here,Last%20one%20of%20them%2C%20at%20last.`);
    expect(of('a\tb\nc\td', 'b\nc')).toBe(`${URL_}#:~:text=b,c`);
  });

  it('names a long passage by both its ends', () => {
    const words = Array.from({ length: 200 }, (_each, at) => `word${at}`).join(' ');
    expect(of(words, words)).toBe(
      `${URL_}#:~:text=${encodeURIComponent('word0 word1 word2 word3 word4 word5')},${encodeURIComponent(
        'word194 word195 word196 word197 word198 word199',
      )}`,
    );
  });

  it('says what stands beside a passage that stands there twice', () => {
    const text = 'It costs ten euros today.\n\nThen it costs ten euros, they say.';
    const start = text.lastIndexOf('ten euros');
    expect(formatTextFragment(URL_, text, { start, end: start + 9 })).toBe(
      `${URL_}#:~:text=Then%20it%20costs-,ten%20euros,-%2C%20they%20say.`,
    );
  });

  it('keeps the anchor of the page and takes the place of another directive', () => {
    expect(of('one two', 'two', 'https://example.org/#part')).toBe('https://example.org/#part:~:text=two');
    expect(of('one two', 'two', 'https://example.org/#:~:text=x')).toBe('https://example.org/#:~:text=two');
  });

  it.each([null, '', 'no address', 'file:///etc/passwd', 'javascript:alert(1)', 'mailto:a@b.org'])(
    'is none for a source from %j',
    (url) => expect(of('one two', 'two', url)).toBeNull(),
  );

  it('is none for white space, and stands half characters and endless words', () => {
    expect(formatTextFragment(URL_, 'a \n\n b', { start: 1, end: 4 })).toBeNull();
    expect(formatTextFragment(URL_, 'x😀y', { start: 2, end: 3 })).toContain(':~:text=');
    const endless = 'a'.repeat(1_000_000);
    expect(formatTextFragment(URL_, endless, { start: 500_000, end: 500_001 })?.length).toBeLessThan(1000);
  });
});
