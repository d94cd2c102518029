import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import { closeTree } from '../../../src-main/common/document/close-tree.ts';
import { pagesOf } from '../../../src-main/common/document/pages.ts';
import { locatePages } from '../../../src-main/core/capture/pdf/pages.ts';
import { extractPdf } from '../../../src-main/core/capture/pdf/pdf.ts';
import { setLines, writePdf, type PdfOptions, type PdfPage, type PdfText } from '../../support/pdf-writer.ts';

async function read(pages: readonly PdfPage[], options: PdfOptions = {}) {
  const extracted = await extractPdf(writePdf(pages, options), 'a.pdf');
  const tree = closeTree(extracted.tree);
  const layout = layoutText(tree);
  const blocks = layout.text.split('\n\n');
  return { ...extracted, tree, text: layout.text, blocks, pages: locatePages(layout, extracted.pages) };
}

const onePage = (...texts: readonly (readonly PdfText[])[]) => read([{ texts: texts.flat() }]);

const PROSE = [
  'The council of the valley met on Tuesday to hear what the engineers had',
  'found at the dam, and to decide whether the reservoir should be emptied.',
  'Most of those who had come lived below it, and knew the river very well',
  'from the floods.',
];
const MORE = [
  'The mayor read the letter of the ministry aloud, then asked for silence,',
  'and gave the floor to those who had waited since the early morning for it',
  'in the rain.',
];

const A4 = { x: 72, y: 120 };
/** Body text that differs from page to page, so that nothing in it looks like a running header. */
const bodyOf = (page: number, lines = 12) =>
  Array.from({ length: lines }, (_, at) => {
    const words = [
      'river',
      'stone',
      'bridge',
      'letter',
      'winter',
      'harvest',
      'window',
      'garden',
      'market',
      'engine',
    ];
    return Array.from({ length: 11 }, (_, word) => words[(page * 7 + at * 3 + word * (page + 1)) % 10]).join(
      ' ',
    );
  });

describe('paragraphs of a PDF', () => {
  it('are joined across their lines and parted by space', async () => {
    const { blocks } = await onePage(setLines([...PROSE, '', ...MORE], A4));
    expect(blocks).toEqual([PROSE.join(' '), MORE.join(' ')]);
  });

  it('are parted by an indent, and by a last line that is short', async () => {
    const indented = await onePage(setLines([...PROSE, `\t${MORE[0] ?? ''}`, ...MORE.slice(1)], A4));
    expect(indented.blocks).toHaveLength(2);
    const short = await onePage(setLines([...PROSE, ...MORE], A4));
    expect(short.blocks).toHaveLength(2);
  });

  it('go on over the end of a page', async () => {
    const { text, pages, blocks } = await read([
      {
        texts: setLines(
          PROSE.slice(0, 2).concat('and the river that fed it had risen so far that nobody could cross the'),
          A4,
        ),
      },
      { texts: setLines(['bridge any more, whatever they said.', ...MORE], A4) },
    ]);
    expect(blocks[0]).toMatch(/could cross the bridge any more/);
    expect(pages.map(({ label, start }) => [label, text.slice(start, start + 6)])).toEqual([
      ['1', 'The co'],
      ['2', 'bridge'],
    ]);
    expect(pagesOf(pages, text.indexOf('cross'), text.indexOf('cross') + 5)).toBe('1');
    expect(pagesOf(pages, text.indexOf('mayor'), text.indexOf('mayor') + 5)).toBe('2');
    expect(pagesOf(pages, text.indexOf('cross'), text.indexOf('mayor') + 5)).toBe('1–2');
  });

  it('are lists where bullets or numbers begin them', async () => {
    const { tree } = await onePage(
      setLines(
        [
          ...PROSE,
          '',
          '• the first of the points',
          '• the second of the points',
          '',
          '1. one thing',
          '2. another',
        ],
        A4,
      ),
    );
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'list', 'list']);
    expect(tree.children[2]).toMatchObject({ ordered: true, start: 1, children: [{}, {}] });
  });
});

describe('words of a PDF', () => {
  it('lose the hyphen of a line end, but not that of a compound', async () => {
    const { text } = await onePage(
      setLines(
        [
          'A well-known engineer said that the reser-',
          'voir would be emptied, as every other well-',
          'known engineer had said, in the years 1990-',
          '1995, and Anne-Marie had agreed with Jean-',
          'Pierre; what did the mayor think, dit-',
          'elle.',
        ],
        A4,
      ),
    );
    expect(text).toContain('the reservoir would');
    expect(text).toContain('other well-known engineer');
    expect(text).toContain('1990-1995');
    expect(text).toContain('Jean-Pierre');
    expect(text).toContain('dit-elle');
  });

  it('are known in Japanese by a character map that is not in the file', async () => {
    const { text } = await onePage([
      { text: '日本国民は、正当に選挙された', x: 72, y: 100, font: 'Japanese' },
      { text: '国会における代表者を通じて', x: 72, y: 114, font: 'Japanese' },
    ]);
    expect(text).toBe('日本国民は、正当に選挙された国会における代表者を通じて');
  });

  it('are closed up where they are set wide', async () => {
    const { text } = await onePage(setLines(['C H A P T E R', '', ...PROSE], A4));
    expect(text.startsWith('CHAPTER')).toBe(true);
  });

  it('keep raised and lowered characters', async () => {
    const { tree } = await onePage([
      { text: 'Water is H', x: 72, y: 100, size: 12 },
      { text: '2', x: 124.5, y: 103, size: 7 },
      { text: 'O and E = mc', x: 128.5, y: 100, size: 12 },
      { text: '2', x: 196, y: 95, size: 7 },
    ]);
    expect(tree.children[0]).toMatchObject({
      children: [{ value: 'Water is H' }, { type: 'sub' }, { type: 'text' }, { type: 'sup' }],
    });
  });
});

describe('columns of a PDF', () => {
  const column = (name: string) =>
    Array.from({ length: 8 }, (_, at) => `${name} line ${at} of a column, with words`);

  it('are read one after another, below what spans them', async () => {
    const { text } = await onePage(
      [{ text: 'A title that runs over both of the columns below', x: 100, y: 80, size: 16 }],
      setLines(column('left'), { x: 72, y: 120 }),
      setLines(column('right'), { x: 310, y: 120 }),
    );
    expect(text.match(/\w+(?= line)/g)).toEqual([...Array(8).fill('left'), ...Array(8).fill('right')]);
    expect(text.startsWith('A title')).toBe(true);
  });

  it('may be three, and written in any order', async () => {
    const { text } = await onePage(
      column('x').flatMap((_, at) => [
        { text: column('third')[at] ?? '', x: 410, y: 120 + at * 12, size: 8 },
        { text: column('first')[at] ?? '', x: 50, y: 120 + at * 12, size: 8 },
        { text: column('second')[at] ?? '', x: 230, y: 120 + at * 12, size: 8 },
      ]),
    );
    expect([...new Set(text.match(/\w+(?= line)/g))]).toEqual(['first', 'second', 'third']);
    expect(text.match(/(?<=first line )\d/g)?.join('')).toBe('01234567');
  });

  it('carry a paragraph, and a word, from one to the next', async () => {
    const { blocks } = await onePage(
      setLines([...column('left'), 'and then the engineers had the reser-'], { x: 72, y: 120 }),
      setLines(['voir emptied, which the council of', 'the valley had not been told before.'], {
        x: 310,
        y: 120,
      }),
    );
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toContain('the reservoir emptied, which');
  });

  it('of notes in the margin part no paragraph', async () => {
    const lines = [...PROSE.slice(0, 3), ...MORE.slice(0, 2), ...PROSE.slice(1, 3)];
    const { blocks } = await onePage(
      setLines(lines, { x: 130, y: 120 }),
      [{ text: 'see above', x: 40, y: 139, size: 8 }],
      setLines(['and again', 'here below'], { x: 500, y: 149, size: 8, leading: 9 }),
    );
    expect(blocks[0]).toBe(lines.join(' '));
    expect(blocks.slice(1).join(' ').split(' ').toSorted().join(' ')).toBe('above again and below here see');
  });

  it('of a table stay in their rows', async () => {
    const rows = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'];
    const { blocks } = await onePage(
      setLines(PROSE, { x: 72, y: 60 }),
      rows.flatMap((day, at) => [
        { text: day, x: 72, y: 150 + at * 14 },
        { text: String(10 + at), x: 200, y: 150 + at * 14 },
        { text: String(20 + at), x: 300, y: 150 + at * 14 },
      ]),
    );
    expect(blocks.slice(1)).toEqual(rows.map((day, at) => `${day} ${10 + at} ${20 + at}`));
  });
});

describe('the frame of the pages', () => {
  const pages = (count: number, frame: (page: number) => readonly PdfText[]): PdfPage[] =>
    Array.from({ length: count }, (_, page) => ({ texts: [...frame(page), ...setLines(bodyOf(page), A4)] }));

  it('is left out: headers on alternating sides, titles that change beside the number, footers that count', async () => {
    const { text } = await read(
      pages(6, (page) => [
        {
          text: page % 2 ? 'The Valley Review' : `Chapter about ${'abcdef'[page] ?? ''}`,
          x: page % 2 ? 60 : 400,
          y: 40,
        },
        { text: String(page + 17), x: page % 2 ? 400 : 60, y: 40 },
        { text: `Page ${page + 1} of 6`, x: 250, y: 810 },
      ]),
    );
    expect(text).not.toMatch(/Review|Chapter|Page|\d/);
    expect(text).toContain(bodyOf(3)[0] ?? '?');
  });

  it('is not mistaken: a first line that two pages share, or a document of nothing else, stays', async () => {
    const { text } = await read(pages(4, (page) => (page < 2 ? [{ text: 'A motto', x: 60, y: 40 }] : [])));
    expect(text.match(/A motto/g)).toHaveLength(2);
    const same = await read(
      Array.from({ length: 5 }, () => ({ texts: [{ text: 'Only this', x: 60, y: 40 }] })),
    );
    expect(same.text.match(/Only this/g)).toHaveLength(5);
  });

  it('has the labels that pages are cited by, and empty pages keep theirs', async () => {
    const numbered = pages(3, (page) => [{ text: ['i', 'ii', '1'][page] ?? '', x: 300, y: 810 }]);
    const [first, , last] = numbered;
    const {
      pages: found,
      text,
      warnings,
    } = await read(
      [first, { texts: [] }, last].filter((page) => page !== undefined),
      {
        labels: '0 << /S /r >> 2 << /S /D >>',
      },
    );
    expect(found.map(({ label }) => label)).toEqual(['i', 'ii', '1']);
    expect(found[1]?.start).toBe(found[2]?.start);
    expect(text.slice(found[2]?.start).startsWith(bodyOf(2)[0] ?? '?')).toBe(true);
    expect(warnings).toMatchObject([{ code: 'pages-without-text' }]);
  });
});

describe('headings and notes of a PDF', () => {
  it('are told by their size', async () => {
    const { tree, details } = await onePage(
      [{ text: 'The dam and the valley', x: 72, y: 80, size: 20 }],
      [{ text: 'What the engineers found', x: 72, y: 110, size: 14, font: 'Times-Bold' }],
      setLines(PROSE, { x: 72, y: 140 }),
      [{ text: 'What the council decided', x: 72, y: 210, size: 14, font: 'Times-Bold' }],
      setLines(MORE, { x: 72, y: 235 }),
    );
    expect(tree.children.map((block) => ('depth' in block ? block.depth : block.type))).toEqual([
      1,
      2,
      'paragraph',
      2,
      'paragraph',
    ]);
    expect(details.title).toBe('The dam and the valley');
  });

  it('are told by a font of their own', async () => {
    const { tree } = await onePage(
      setLines(PROSE, { x: 72, y: 100 }),
      [{ text: 'Decisions', x: 72, y: 165, font: 'Times-Bold' }],
      setLines(MORE, { x: 72, y: 185 }),
    );
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph']);
  });

  it('keep a footnote with its call, after the text of its page', async () => {
    const { tree, text } = await onePage(
      setLines(PROSE.slice(0, 3), { x: 72, y: 100 }),
      [
        { text: 'from the floods', x: 72, y: 136 },
        { text: '1', x: 133, y: 132, size: 6 },
        { text: 'of March.', x: 139, y: 136 },
      ],
      [{ text: '1 See the report of the engineers.', x: 72, y: 780, size: 8 }],
    );
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'footnoteDefinition']);
    expect(text).toMatch(/the floods of March\.\n\nSee the report/);
  });
});

it('puts a footnote after the paragraph that the end of its page parts', async () => {
  const { blocks, pages, text } = await read([
    {
      texts: [
        ...setLines(
          [...PROSE.slice(0, 3), 'and the council of the valley had by then already decided that the'],
          A4,
        ),
        { text: '* That of the year before.', x: 72, y: 790, size: 8 },
      ],
    },
    { texts: setLines(['reservoir should be emptied.', ...MORE], A4) },
  ]);
  expect(blocks[0]).toMatch(/decided that the reservoir should be emptied\.$/);
  expect(blocks[1]).toBe('* That of the year before.');
  expect(text.slice(pages[1]?.start).startsWith('reservoir')).toBe(true);
});

describe('pages that are turned', () => {
  it('are read in the direction that their text runs in', async () => {
    const upwards = PROSE.map((text, at) => ({ text, x: 100 + at * 12, y: 700, turn: 90 }));
    const { blocks } = await read([{ texts: upwards, rotate: 90 }]);
    expect(blocks).toEqual([PROSE.join(' ')]);
  });

  it('may be written downwards, from right to left', async () => {
    const columns = ['日本国民は正当に選挙された', '国会における代表者を通じて行動し'];
    const texts = columns.map((text, at) => ({ text, x: 400 - at * 14, y: 100, font: 'Japanese' as const }));
    const downwards = new TextDecoder().decode(writePdf([{ texts }])).replace('UTF16-H', 'UTF16-V');
    const { tree } = await extractPdf(new TextEncoder().encode(downwards), null);
    expect(layoutText(closeTree(tree)).text).toBe(columns.join(''));
  });

  it('keep what runs up their side apart', async () => {
    const { blocks } = await onePage(
      [{ text: 'stamped on the side', x: 30, y: 400, turn: 90 }],
      setLines(PROSE, A4),
    );
    expect(blocks).toEqual([PROSE.join(' '), 'stamped on the side']);
  });
});

describe('what a PDF says of itself', () => {
  it('is taken where it says something', async () => {
    const { details } = await read([{ texts: setLines(PROSE, A4) }], {
      info: { Title: 'On Dams', Author: 'Anne Lemaire', CreationDate: "D:20240223213822+01'00'" },
    });
    expect(details).toMatchObject({
      title: 'On Dams',
      byline: 'Anne Lemaire',
      published: '2024-02-23T21:38:22+01:00',
    });
  });

  it('is not where a program wrote it', async () => {
    const { details } = await read([{ texts: setLines(PROSE, A4) }], {
      info: { Title: 'Microsoft Word - report.doc', Author: 'user' },
    });
    expect(details).toMatchObject({ title: null, byline: null });
  });
});

it('tells of every page that it has read', async () => {
  const told: string[] = [];
  const bytes = writePdf(Array.from({ length: 3 }, () => ({ texts: setLines(PROSE, A4) })));
  await extractPdf(bytes, null, (done, total) => told.push(`${done}/${total}`));
  expect(told).toEqual(['1/3', '2/3', '3/3']);
});

it('keeps every word, in order, and finds the first of each page at its offset', async () => {
  const word = fc.stringMatching(/^[a-z]{2,9}[.,]?$/);
  const line = fc.array(word, { minLength: 2, maxLength: 9 }).map((words) => words.join(' '));
  const page = fc.array(line, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), async (pages) => {
      const numbered = pages.map((lines, at) => lines.map((text, row) => `p${at}r${row} ${text}`));
      const { text, pages: found } = await read(numbered.map((lines) => ({ texts: setLines(lines, A4) })));
      expect(text.split(/\s+/)).toEqual(numbered.flat().join(' ').split(' '));
      for (const [at, { start }] of found.entries())
        expect(text.slice(start).startsWith(`p${at}r0 `)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
