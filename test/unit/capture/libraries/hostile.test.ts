/** Libraries that nobody made by accident: each is taken in part, or refused with a reason, and quickly. */
import { describe, expect, it } from 'vitest';
import { DossierError } from '../../../../src-main/common/contract/errors.ts';
import { parseLibrary } from '../../../../src-main/core/capture/libraries/libraries.ts';
import { Dice } from '../../../support/dice.ts';
import { bytesOf, openTestEngine } from '../../../support/engine.ts';
import {
  BOOKMARKS,
  OMNIVORE_LIST,
  omnivoreOf,
  PAGE,
  POCKET_PAGE,
  READWISE,
  SAMPLES,
  ZOTERO_RDF,
} from './samples.ts';

const now = '2026-03-01T09:00:00.000Z';
const read = (file: string | Uint8Array) => {
  const library = parseLibrary({
    bytes: typeof file === 'string' ? bytesOf(file) : file,
    fileName: 'x',
    now,
  });
  return { ...library, items: library.items.map((make) => make()) };
};

/** The code and reason of the refusal; null where it was taken. */
function refusal(file: string | Uint8Array): string | null {
  try {
    read(file);
    return null;
  } catch (error) {
    if (!(error instanceof DossierError)) throw error;
    return [error.code, error.details['reason']].filter((part) => part !== undefined).join(' ');
  }
}

describe('a table', () => {
  it('of a hundred megabytes is refused before it is read', () => {
    const bytes = new Uint8Array(100 * 1024 * 1024).fill(0x61);
    bytes.set(bytesOf('Highlight,Book Title,Book Author\n"'));
    expect(refusal(bytes)).toBe('too-large');
  });

  it('of one line of twenty megabytes is taken, without the line', { timeout: 20_000 }, () => {
    const { items, leftOut } = read(
      `Highlight,Book Title,Book Author\n"${'word '.repeat(4_000_000)}",A,B\nshort,A,B`,
    );
    expect(items[0]?.annotations.map(({ quote }) => quote)).toEqual(['short']);
    expect(leftOut).toMatchObject([{ what: 'annotation', reason: 'too-long', count: 1 }]);
  });

  it('whose quotation mark is never closed is refused, and says so', () => {
    expect(refusal(`${READWISE}\r\n"never closed`)).toBe('unreadable broken-csv');
  });

  it('may call its columns anything', () => {
    const { items } = read('Highlight,Book Title,__proto__,constructor\nh,A,x,y\n');
    expect(items).toHaveLength(1);
    expect(Object.prototype).not.toHaveProperty('x');
  });

  it('keeps quotation marks and line ends within fields, and rows that are too short or long', () => {
    const { items } = read('Highlight,Book Title,Book Author\r\n"a ""b""\r\nc",A\r\nd,A,,,,,extra\r\n');
    expect(items[0]?.annotations.map(({ quote }) => quote)).toEqual(['a "b"\r\nc', 'd']);
  });
});

describe('JSON', () => {
  const hypothesis = (rest: string) => `{"rows":[{"uri":"${PAGE}","user":"acct:a","text":"t",${rest}}]}`;

  it('that is cut off is refused, and says so', () => {
    expect(refusal(`{"rows":[{"uri":"${PAGE}","user":"acct:a"`)).toBe('unreadable broken-json');
  });

  it('nested a hundred thousand levels deep is taken or refused', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const file = hypothesis(`"target":${deep}`);
    expect([null, 'unreadable broken-json']).toContain(refusal(file));
  });

  it('with selectors within each other is followed some levels, not all', () => {
    const open = '{"type":"X","refinedBy":'.repeat(5_000);
    const inner = '{"type":"TextQuoteSelector","exact":"deep"}';
    const { items } = read(hypothesis(`"target":[{"selector":[${open}${inner}${'}'.repeat(5_000)}]}]`));
    expect(items[0]?.annotations).toEqual([]);
  });

  it('that sets a prototype sets nothing', () => {
    const { items } = read(hypothesis('"__proto__":{"tags":["polluted"]},"id":"a"'));
    expect(items[0]?.notes[0]?.tags).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('tags');
  });

  it('with values of other kinds than they should be is taken as far as it goes', () => {
    const odd = ['null', '7', '"x"', '[]', '{}', '[[[]]]', 'true', '[null]', '{"length":9}'];
    for (const name of ['uri', 'target', 'tags', 'document', 'references', 'created', 'id', 'text']) {
      for (const value of odd)
        expect(refusal(`{"rows":[{"user":"acct:a","uri":"${PAGE}","${name}":${value}}]}`)).toBeNull();
    }
  });

  it('of fifty thousand highlights on one page takes seconds, not minutes', { timeout: 30_000 }, () => {
    const rows = Array.from({ length: 50_000 }, (_each, at) => ({
      id: `a${at}`,
      uri: PAGE,
      user: 'acct:a',
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: `Quotation number ${at}` }] }],
    }));
    const started = performance.now();
    expect(read(JSON.stringify({ rows })).items[0]?.annotations).toHaveLength(50_000);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('RDF', () => {
  it('with entities that grow a billion times keeps them as they are written', () => {
    const declared = Array.from(
      { length: 10 },
      (_each, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    );
    const bomb = ZOTERO_RDF.replace('?>', `?><!DOCTYPE r [<!ENTITY l0 "lol">${declared.join('')}]>`);
    const { items } = read(bomb.replace('Les quarante jours', '&l10; jours'));
    expect(items[0]?.reference.title).toBe('&l10; jours');
  });

  it('that names files of the system names them only', () => {
    const file = ZOTERO_RDF.replace('?>', '?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>');
    expect(read(file.replace('Les quarante jours', '&x;')).items[0]?.reference.title).toBe('&x;');
  });

  it('nested a hundred thousand levels deep is read in one pass', () => {
    const deep = '<a>'.repeat(100_000);
    expect(
      read(ZOTERO_RDF.replace('<dc:title>Les', `<x>${deep}</x><dc:title>Les`)).items.length,
    ).toBeLessThan(3);
  });
});

describe('bookmarks', () => {
  it('to anything but pages are left out, and told', () => {
    const links = [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'vbscript:x',
      'about:blank',
      ' JaVaScRiPt:x',
    ];
    const { items, leftOut } = read(
      `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>${links.map((link) => `<DT><A HREF="${link}">x</A>`).join('')}</DL>`,
    );
    expect(items).toEqual([]);
    expect(leftOut).toEqual([{ what: 'item', reason: 'address', count: links.length, examples: ['x'] }]);
  });

  it('in folders a hundred thousand levels deep are found', () => {
    const deep = '<DL><p><DT><H3>f</H3>'.repeat(100_000);
    const { items } = read(`<!DOCTYPE NETSCAPE-Bookmark-file-1>${deep}<DL><DT><A HREF="${PAGE}">x</A>`);
    expect(items).toHaveLength(1);
    expect(items[0]?.tags).toEqual(['f']);
  });

  it('keep markup in their names as text', () => {
    const { items } = read(BOOKMARKS.replace('The Forty Days', '&lt;img src=x onerror=alert(1)&gt;'));
    expect(items[0]?.reference.title).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('an archive of Omnivore', () => {
  it('takes nothing from outside itself', () => {
    const list = JSON.stringify([{ ...OMNIVORE_LIST[0], slug: '../../etc/passwd' }]);
    const { items, leftOut } = read(
      omnivoreOf({ 'metadata_0_to_20.json': list, 'content/../../etc/passwd.html': 'x' }),
    );
    expect(items[0]?.file).toBeNull();
    expect(leftOut).toMatchObject([{ what: 'text', reason: 'file-elsewhere' }]);
  });

  it('of which one list is broken gives the others', () => {
    const files = { 'metadata_0_to_20.json': '[{', 'metadata_20_to_40.json': JSON.stringify(OMNIVORE_LIST) };
    const { items, leftOut } = read(omnivoreOf(files));
    expect(items).toHaveLength(2);
    expect(leftOut).toContainEqual({
      what: 'item',
      reason: 'broken',
      count: 1,
      examples: ['metadata_0_to_20.json'],
    });
  });

  it('with an article that is no text keeps its details', async () => {
    const { run } = openTestEngine();
    const files = {
      'metadata_0_to_20.json': JSON.stringify([OMNIVORE_LIST[0]]),
      'content/forty-days.html': '<script>only()</script>',
    };
    const answer = await run('library.import', { bytes: omnivoreOf(files) });
    expect(answer.leftOut).toEqual([
      { what: 'text', reason: 'unreadable', count: 1, examples: ['The Forty Days'] },
    ]);
    expect((await run('source.list', {})).sources).toMatchObject([
      { kind: 'reference', title: 'The Forty Days' },
    ]);
  });
});

it('is refused where it is no library', async () => {
  const { codeOf } = openTestEngine();
  for (const text of ['Just a text.', '{"a":1}', '<p>x', 'a,b,c\n1,2,3', '[]', '{}']) {
    expect(await codeOf('library.import', { bytes: bytesOf(text) })).toBe('unsupported');
  }
});

it('says so where there is nothing in it', () => {
  expect(refusal(POCKET_PAGE.replaceAll(/<li>.*<\/li>/g, ''))).toBe('unreadable empty-library');
});

describe.each(Object.entries(SAMPLES))('%s, damaged at random', (_name, [, sample]) => {
  const bytes = typeof sample === 'string' ? bytesOf(sample) : sample;

  it('is read or refused, and never fails in another way', () => {
    const dice = new Dice(7);
    const below = (limit: number) => dice.below(limit);
    for (let round = 0; round < 150; round += 1) {
      const copy = bytes.slice(0, below(3) === 0 ? below(bytes.length) : bytes.length);
      for (let change = below(12); change > 0 && copy.length > 0; change -= 1) {
        const at = below(copy.length);
        if (below(2) === 0) copy[at] = below(256);
        else copy.copyWithin(at, below(copy.length), below(copy.length));
      }
      expect(() => refusal(copy)).not.toThrow();
    }
  });
});
