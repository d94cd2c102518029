import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';

let app: TestEngine;

beforeEach(() => {
  app = openTestEngine();
});

const NASTY = [
  '=1+1',
  '+33',
  '-5 %',
  '@home',
  "'=quoted",
  'a;b,"c"',
  'ÉLÉMENT',
  '日本',
  '<b>&amp;</b>',
  '👩‍🔬',
];

async function fill(): Promise<void> {
  for (const name of NASTY)
    await app.run('tag.add', { name, meaning: `=${name}\n\tsecond "line"`, color: 'pink' });
  await app.run('tag.add', {
    name: 'child',
    parent: '=1+1',
    meaning: '@x',
    aliases: ['-kid', 'a | b', '=x'],
  });
  await app.run('tag.add', { name: 'grandchild', parent: 'child', color: 'blue' });
}

async function told(engine: TestEngine, aliases = true): Promise<unknown> {
  const { tags } = await engine.run('tag.list', {});
  return tags.map((tag) => ({ ...tag, id: '', aliases: aliases ? tag.aliases : [] }));
}

async function exported(format: 'csv' | 'qdc'): Promise<string> {
  return (await app.run('tag.export', { format })).content ?? '';
}

const take = (engine: TestEngine, text: string, update = false) =>
  engine.run('tag.import', { bytes: bytesOf(text), fileName: 'codes', update });

async function failure(text: string): Promise<string> {
  const before = await told(app);
  const bytes = bytesOf(text);
  const result = await app.client.call('tag.import', { bytes, fileName: 'codes' });
  expect(await told(app)).toEqual(before);
  return result.ok
    ? 'ok'
    : `${result.error.code} ${String(result.error.details['reason'] ?? result.error.details['what'])}`;
}

describe('a codebook that goes out and comes back', () => {
  it.each(['csv', 'qdc'] as const)(
    'as %s is the same in another notebook, and changes nothing here',
    async (format) => {
      await fill();
      const file = await exported(format);
      const other = openTestEngine();
      expect(await take(other, file)).toMatchObject({ added: 12, changed: 0, warnings: [] });
      expect(await told(other, format === 'csv')).toEqual(await told(app, format === 'csv'));
      for (const engine of [app, other]) {
        const before = await engine.run('tag.list', {});
        expect(await take(engine, file)).toEqual({ added: 0, changed: 0, unchanged: 12, warnings: [] });
        expect(await take(engine, file, true)).toMatchObject({ added: 0, changed: 0 });
        expect(await engine.run('tag.list', {})).toEqual(before);
      }
    },
  );

  it('holds no cell that a spreadsheet takes for a formula', async () => {
    await fill();
    const cells = parse(await exported('csv'), { bom: true }).flat();
    expect(cells).toHaveLength(13 * 6);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('says that REFI-QDA has no aliases', async () => {
    await fill();
    const { warnings } = await app.run('tag.export', { format: 'qdc' });
    expect(warnings).toMatchObject([{ code: 'codebook-no-aliases', details: { count: 3 } }]);
    expect(await exported('qdc')).toContain('xmlns="urn:QDA-XML:codebook:1.0"');
  });

  it('gives back what was renamed since by its id, where the file is to replace it', async () => {
    await app.run('tag.add', { name: 'one', meaning: 'M' });
    const file = await exported('csv');
    await app.run('tag.rename', { tag: 'one', name: 'two' });
    expect(await take(app, file)).toMatchObject({ added: 0, changed: 0 });
    expect(await take(app, file, true)).toMatchObject({ changed: 1 });
    expect((await app.run('tag.list', {})).tags.map(({ name }) => name)).toEqual(['one']);
  });
});

const qdc = (inside: string): string =>
  `<?xml version="1.0"?><q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0"><q:Codes>${inside}</q:Codes></q:CodeBook>`;
const guid = (at: number): string => `{00000000-0000-4000-8000-${String(at).padStart(12, '0')}}`;

describe('a codebook of another program', () => {
  it('keeps codes of one name apart, the second time too', async () => {
    const file = qdc(
      ['A', 'B']
        .map(
          (name, at) =>
            `<q:Code guid="${guid(at)}" name="${name}" isCodable="false"><q:Code guid="${guid(10 + at)}" name="Positive" isCodable="true" color="#FF8800"/></q:Code>`,
        )
        .join(''),
    );
    expect(await take(app, file)).toMatchObject({ added: 4, warnings: [{ code: 'codebook-renamed' }] });
    const { tags } = await app.run('tag.list', {});
    expect(tags.map(({ name, parent, color }) => [name, parent, color])).toEqual([
      ['A', null, null],
      ['B', null, null],
      ['Positive', 'A', 'yellow'],
      ['Positive (B)', 'B', 'yellow'],
    ]);
    expect(await take(app, file)).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
  });

  it('fills what is missing here and leaves what is here', async () => {
    await app.run('tag.add', { name: 'Water', meaning: 'Mine' });
    const answer = await take(app, 'Name;Description;Couleur;Parent\nWATER;Theirs;#0000ff;Nature\n');
    expect(answer).toMatchObject({ added: 1, changed: 1 });
    const { tags } = await app.run('tag.list', {});
    expect(tags.find(({ name }) => name === 'Water')).toMatchObject({
      meaning: 'Mine',
      color: 'blue',
      parent: 'Nature',
    });
  });

  it('may turn a branch upside down, and no branch into a circle', async () => {
    await app.run('tag.add', { name: 'a' });
    await app.run('tag.add', { name: 'b', parent: 'a' });
    expect(await take(app, 'name,parent\nb,\na,b\n', true)).toMatchObject({ changed: 2, warnings: [] });
    const answer = await take(app, 'name,parent\na,b\nb,a\n', true);
    expect(answer.warnings).toMatchObject([{ code: 'codebook-circle' }]);
  });

  it('is read in the letters that older spreadsheets write', async () => {
    const bytes = Uint8Array.from([...'name\nco', ...'\u00fb', ...'t\n'].map((sign) => sign.charCodeAt(0)));
    await app.run('tag.import', { bytes });
    expect((await app.run('tag.list', {})).tags[0]?.name).toBe('coût');
  });
});

describe('what is refused, whole', () => {
  const nested = (depth: number): string => '<Code name="x">'.repeat(depth) + '</Code>'.repeat(depth);

  it.each([
    [
      'declared entities',
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${qdc('<Code name="&b;"/>')}`,
      'unreadable xml-doctype',
    ],
    ['an external entity', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${qdc('')}`, 'unreadable xml-doctype'],
    ['eleven levels', qdc(nested(11)), 'too-large tag-depth'],
    ['a hundred thousand levels', qdc('<x>'.repeat(100_000)), 'unreadable deep-xml'],
    ['a name of ten thousand letters', qdc(`<Code name="${'n'.repeat(10_000)}"/>`), 'too-large tag'],
    ['a code without a name', qdc('<Code name=" "/>'), 'unreadable nameless-code'],
    ['XML that breaks off', qdc('<Code name="a">'), 'unreadable broken-xml'],
    ['elements that cross', qdc('<a><b></a></b>'), 'unreadable broken-xml'],
    ['other XML', '<rss><item/></rss>', 'unreadable no-codebook'],
    ['a codebook without codes', qdc(''), 'unreadable empty-codebook'],
    ['nothing', ' \n', 'unreadable empty'],
    ['bytes', 'PK\u0003\u0004\0\0', 'unreadable binary-codebook'],
    ['a table of something else', 'when,who\n1,2\n', 'unreadable no-name-column'],
    ['a quotation without an end', 'name\n"abc\n', 'unreadable broken-csv'],
    ['too many rows', `name\n${'a\n'.repeat(10_001)}`, 'too-large codebook-tags'],
    ['a name that is only spaces nobody sees', 'name\n\u200b\n', 'invalid empty'],
    [
      'a chain of rows that is too deep',
      `name,parent\n${Array.from({ length: 11 }, (_, at) => `t${at},t${at + 1}`).join('\n')}\n`,
      'too-large tag-depth',
    ],
  ])('%s', async (_what, text, expected) => {
    expect(await failure(text)).toBe(expected);
  });

  it('an entity that nobody declared is text, and is expanded by nobody', async () => {
    await take(app, qdc('<Code name="a &nope; b"/>'));
    expect((await app.run('tag.list', {})).tags[0]?.name).toBe('a &nope; b');
  });

  it('takes thousands of codes of one name in one go', async () => {
    const codes = Array.from({ length: 3000 }, () => '<Code name="same"/>').join('');
    expect(await take(app, qdc(codes))).toMatchObject({ added: 3000 });
    expect(await take(app, qdc(codes))).toMatchObject({ added: 0, changed: 0 });
  });
});
