import { describe, expect, it } from 'vitest';
import { insertLink, linkAt } from '../../../src-renderer/writing/link-typing.ts';

describe('brackets in a note', () => {
  it('ask for a link with what is typed after them, up to the caret', () => {
    expect(linkAt('See [[salt and', 10)).toEqual({ start: 4, end: 10, query: 'salt' });
    expect(linkAt('[[', 2)).toEqual({ start: 0, end: 2, query: '' });
    expect(linkAt('[[a]] [[b', 9)?.query).toBe('b');
  });

  it.each(['See [salt', '[[done]] and', '[[line\nnext', `[[${'x'.repeat(200)}`, ''])(
    'ask for none in %j',
    (text) => {
      expect(linkAt(text, text.length)).toBeNull();
    },
  );

  it('are replaced by the link, with those that close them', () => {
    const text = 'See [[salt]] now';
    const open = linkAt(text, 10);
    if (!open) throw new Error('no link is typed');
    const target = { kind: 'claim', id: 'c1', title: 'Salt [dear]' } as const;
    expect(insertLink(text, open, target)).toEqual({
      text: String.raw`See [Salt \[dear\]](dossier:claim/c1) now`,
      caret: 37,
    });
  });
});
