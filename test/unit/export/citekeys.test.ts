/** Keys for citing: they stay once they were handed out, whatever a source says of itself later. */
import { describe, expect, it } from 'vitest';
import { citekeys, isCitekey } from '../../../src-main/common/language/citekeys.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';

async function openTwo() {
  const app = openTestEngine();
  const add = async (title: string, byline: string) =>
    (
      await app.run('source.import', {
        bytes: bytesOf(`${title}\n\nSome words of ${title} by ${byline}.`),
        fileName: 'a.txt',
        byline,
        publishedAt: '2025',
      })
    ).id;
  const first = await add('Chips', 'Mei Pao');
  const second = await add('Chips again', 'Ann Pao');
  const keyOf = async (id: typeof first) => (await app.run('source.citekey', { id })).citekey;
  return { ...app, first, second, keyOf };
}

describe('a citation key', () => {
  it('follows the details until it was handed out, and then stays', async () => {
    const { run, first, keyOf } = await openTwo();
    await run('source.edit', { id: first, byline: 'Mei Li' });
    expect(await keyOf(first)).toBe('li2025chips');
    await run('export.run', { format: 'bibtex' });
    await run('source.edit', { id: first, byline: 'Mei Pao' });
    expect(await run('source.citekey', { id: first })).toEqual({
      citekey: 'li2025chips',
      isKept: true,
      suggested: 'pao2025chips-2',
    });
    const { files } = await run('export.run', { format: 'bibtex' });
    expect(files[0]?.content).toContain('{li2025chips,');
  });

  it('is not handed out by a preview', async () => {
    const { run, first } = await openTwo();
    await run('export.preview', { format: 'bibtex' });
    expect((await run('source.citekey', { id: first })).isKept).toBe(false);
  });

  it('is numbered where two sources make the same, and stays with the older', async () => {
    const { run, first, second, keyOf } = await openTwo();
    expect([await keyOf(first), await keyOf(second)]).toEqual(['pao2025chips', 'pao2025chips-2']);
    await run('source.remove', { id: first });
    expect(await keyOf(second)).toBe('pao2025chips-2');
  });

  it('may be given, and is then nobody else’s', async () => {
    const { run, codeOf, first, second, keyOf } = await openTwo();
    await run('source.edit', { id: second, citekey: 'pao2025chips' });
    expect([await keyOf(first), await keyOf(second)]).toEqual(['pao2025chips-2', 'pao2025chips']);
    expect(await codeOf('source.edit', { id: first, citekey: 'PAO2025chips' })).toBe('duplicate');
    await run('history.undo', {});
    expect(await keyOf(second)).toBe('pao2025chips-2');
    await run('history.redo', {});
    await run('source.edit', { id: second, citekey: null });
    expect(await keyOf(second)).toBe('pao2025chips-2');
  });

  it.each(['two words', 'a,b', 'clé', '{x}', 'a"b', '%x', 'a#b', 'a::b', '-a', 'a-', '@a', 'x'.repeat(101)])(
    'is refused where a tool would not take it: %j',
    async (key) => {
      const { codeOf, first } = await openTwo();
      expect(isCitekey(key)).toBe(false);
      expect(await codeOf('source.edit', { id: first, citekey: key })).toBe('invalid');
    },
  );

  it.each(['pao2025chips', 'a', '_x', 'DBLP:conf/x-2', 'a.b+c', '2025'])('may be %j', (key) => {
    expect(isCitekey(key)).toBe(true);
  });

  it('is one of a kind also where a notebook has the same one twice', () => {
    const source = (id: string, citekey: string | null) => ({
      id,
      title: 'Chips',
      byline: null,
      site: null,
      publishedAt: null,
      addedAt: id,
      citekey,
    });
    const keys = citekeys([
      source('c', 'Key'),
      source('a', 'key'),
      source('b', null),
      source('d', 'not a key'),
    ]);
    expect(Object.fromEntries(keys)).toEqual({ a: 'key', c: 'Key-2', b: 'chips', d: 'chips-2' });
  });
});
