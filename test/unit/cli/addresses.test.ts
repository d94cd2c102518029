import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHarness } from './harness.ts';

const ARTICLE = `The plant at Merlance

The plant will cost 412 million euros, says the council. The council voted for it.

Un prix de 46,7 millions pour l’exportation, après la détente.
`;

describe('the details of a source', () => {
  it('knows an address by any of its spellings, and one that was given later', async () => {
    const { json, cwd } = createHarness();
    const write = (name: string, more: string): void => {
      writeFileSync(join(cwd, name), `${ARTICLE}\n${more}\n`);
    };
    ['a', 'b', 'c', 'd'].forEach((name) => {
      write(`${name}.txt`, `Part ${name}.`);
    });
    const first = (await json('import', 'a.txt')).sources[0];
    await json('source', 'edit', first.id, '--url', 'https://example.org/p');
    for (const [file, url] of [
      ['b.txt', 'https://example.org/p'],
      ['c.txt', 'https://EXAMPLE.org/p?utm_source=x#part-2'],
    ] as const) {
      expect((await json('import', file, '--url', url)).sources[0]).toMatchObject({
        id: first.id,
        status: 'version',
      });
    }
    expect((await json('import', 'd.txt', '--url', 'https://example.org/p#/d')).sources[0].status).toBe(
      'added',
    );
    const { source } = await json('show', first.id);
    expect(source.url).toBe('https://example.org/p');
  });

  it('leaves an address with the source that has it when another’s bytes come from there', async () => {
    const { json, cwd } = createHarness();
    ['a', 'b', 'c'].forEach((name) => {
      writeFileSync(join(cwd, `${name}.txt`), `${ARTICLE}\nPart ${name}.\n`);
    });
    const first = (await json('import', 'a.txt', '--url', 'https://example.org/a')).sources[0];
    const second = (await json('import', 'b.txt', '--url', 'https://example.org/b')).sources[0];
    const again = (await json('import', 'a.txt', '--url', 'https://example.org/b')).sources[0];
    expect(again).toMatchObject({ id: first.id, status: 'duplicate' });
    expect((await json('import', 'c.txt', '--url', 'https://example.org/b')).sources[0].id).toBe(second.id);
  });

  it('takes a language in any writing of its code, and refuses what is no date, language or address', async () => {
    const { json, run, cwd } = createHarness();
    writeFileSync(join(cwd, 'a.txt'), ARTICLE);
    const { sources } = await json('import', 'a.txt', '--language', 'FR_ca');
    expect(sources[0].language).toBe('fr-CA');
    expect((await json('sources', '--language', 'FR-CA')).sources).toHaveLength(1);
    const { id } = sources[0];
    for (const [option, value, sentence] of [
      ['--published', '13 août 2025', 'is not a date: write 2025'],
      ['--published', '2025-02-31', 'is not a date'],
      ['--language', 'French', 'is not a language'],
      ['--url', 'example', 'is not a web address'],
      ['--title', '', 'is empty'],
    ] as const) {
      const { code, err } = await run('source', 'edit', id, option, value);
      expect([code, err]).toEqual([1, expect.stringContaining(sentence)]);
    }
    for (const date of ['2024', '2024-02', '2024-02-29', '2024-02-29T10:00:00Z']) {
      expect((await json('source', 'edit', id, '--published', date)).source.publishedAt).toBe(date);
    }
  });

  it('finds a highlight again when a later version brings its words back', async () => {
    const { json, cwd } = createHarness();
    const versions = { a: 'Words that go.\n\nRest.', b: 'Rest.', c: 'Words that go.\n\nRest.\n\nMore.' };
    for (const [name, text] of Object.entries(versions)) {
      writeFileSync(join(cwd, `${name}.txt`), `Title\n\n${text}\n`);
    }
    const anchorAfter = async (file: string): Promise<string> => {
      await json('import', file, '--url', 'https://example.org/p');
      return (await json('excerpt', 'list')).excerpts[0]?.anchor;
    };
    await anchorAfter('a.txt');
    const { id } = (await json('sources')).sources[0];
    await json('excerpt', 'add', id, '--quote', 'Words that go');
    expect(await anchorAfter('b.txt')).toBe('orphan');
    expect(await anchorAfter('c.txt')).toBe('exact');
    expect((await json('check')).ok).toBe(true);
    await json('undo');
    expect((await json('excerpt', 'list')).excerpts[0].anchor).toBe('orphan');
  });
});
