import { describe, expect, it } from 'vitest';
import {
  formatAppAddress,
  formatInternalLink,
  formatMarkdownLink,
  listInternalLinks,
  parseInternalLink,
} from '../../../src-main/common/document/internal-links.ts';
import { readNote } from '../../../src-main/common/markdown/note-tree.ts';

const ID = '0198c0de-0000-7000-8000-000000000001';

describe('an address of a thing in the notebook', () => {
  it('is read back as it was written, in Markdown and outside the app', () => {
    const passage = { start: 12, end: 40, quote: 'L’usine coûte 46,7 & plus — dit-on' };
    const links = [
      { kind: 'source', id: ID, passage },
      { kind: 'claim', id: ID, passage: null },
      { kind: 'excerpt', id: ID, passage: null },
      { kind: 'note', id: ID, passage: null },
    ] as const;
    for (const link of links) {
      expect(parseInternalLink(formatAppAddress(link))).toEqual(link);
      expect(parseInternalLink(formatInternalLink(link))).toEqual({ ...link, passage: null });
    }
  });

  it('carries only the beginning of a long passage, never half a character', () => {
    const quote = `${'x'.repeat(119)}😀${'y'.repeat(5000)}`;
    const address = formatAppAddress({ kind: 'source', id: ID, passage: { start: 0, end: 5121, quote } });
    expect(address.length).toBeLessThan(400);
    expect(parseInternalLink(address)?.passage?.end).toBe(5121);
  });

  it.each([
    'dossier:',
    'dossier://',
    'dossier:tag/x',
    `dossier:claim/${ID}/../../x`,
    `dossier:claim/${ID}#x`,
    'dossier:claim/',
    'dossier:claim/a b',
    "dossier:claim/'--",
    `dossier:claim/${'a'.repeat(65)}`,
    `javascript:dossier:claim/${ID}`,
    `https://dossier/claim/${ID}`,
    `dossier:source/${ID}?at=1-2&text=${'a'.repeat(5000)}`,
  ])('is refused as %s', (address) => {
    expect(parseInternalLink(address)).toBeNull();
  });

  it.each(['at=5-2', 'at=1', 'at=-1-2', 'at=1e3-2e3', 'at=99999999999-999999999999', 'at=2-2', 'x'])(
    'without a proper place (%s) is the source as a whole',
    (query) => {
      expect(parseInternalLink(`dossier://source/${ID}?${query}`)).toEqual({
        kind: 'source',
        id: ID,
        passage: null,
      });
    },
  );
});

describe('the links of a note', () => {
  it('are listed once each, whatever their titles hold', () => {
    const claim = formatMarkdownLink('A [claim] *with* `signs` (and) _more_\nof them', {
      kind: 'claim',
      id: ID,
    });
    const text = `${claim} and ${claim}, [web](https://example.org), [s](<dossier:source/s1>) [bad](dossier:x/y)`;
    expect(listInternalLinks(text).map(formatInternalLink)).toEqual([
      `dossier:claim/${ID}`,
      'dossier:source/s1',
    ]);
  });

  it('stand in the tree under the title that was given', () => {
    const title = 'A [claim] *with* `signs` <b>&amp; ![x](y) \\ _more_';
    const root = readNote(formatMarkdownLink(title, { kind: 'claim', id: ID }));
    expect(root.children).toEqual([
      {
        type: 'paragraph',
        children: [{ type: 'link', url: `dossier:claim/${ID}`, children: [{ type: 'text', value: title }] }],
      },
    ]);
  });
});
