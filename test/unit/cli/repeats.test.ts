import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TextMaker } from '../../support/text-families.ts';
import { createHarness } from './harness.ts';

const maker = new TextMaker(81);
const text = maker.article(300);
const [a, b, c] = [maker.sentence(40), maker.sentence(50), maker.sentence(45)];

describe('repeats on the command line', () => {
  it('names what an import is nearly the same as, in the user’s language', async () => {
    const { json, run, cwd } = createHarness();
    writeFileSync(join(cwd, 'first.md'), `# First\n\n${text}`);
    writeFileSync(join(cwd, 'second.md'), `# Second\n\n${text}\n\n${maker.sentence(10)}`);
    const { sources } = await json('import', 'first.md', 'second.md');
    expect(sources[0].warnings).toEqual([]);
    expect(sources[1]).toMatchObject({ status: 'added', duplicateOf: null });
    expect(sources[1].warnings).toEqual([
      { code: 'near-duplicate', message: expect.stringMatching(/^9\d% the same as “First”\.$/) },
    ]);
    const { source } = await json('show', sources[1].id);
    expect(source.near).toEqual([
      { id: sources[0].id, kind: 'same', similarity: expect.any(Number), share: expect.any(Number) },
    ]);
    const { out } = await run('show', sources[1].id);
    expect(out).toMatch(new RegExp(`Similar to +First +${sources[0].id} +9\\d% the same`));
  });

  it('says so in French', async () => {
    const { run, cwd } = createHarness({ env: { LANG: 'fr_FR.UTF-8' } });
    writeFileSync(join(cwd, 'un.md'), `# Un\n\n${text}`);
    writeFileSync(join(cwd, 'deux.md'), `# Deux\n\n${[text, a, b, a, b].join('\n\n')}`);
    await run('import', 'un.md');
    const { err } = await run('import', 'deux.md');
    expect(err).toMatch(/\d\d\u00a0% de ce texte y figure deux fois\./);
    expect(err).toMatch(
      /Contient \d+\u00a0% de «\u00a0Un\u00a0»\.|Identique à \d\d\u00a0% à «\u00a0Un\u00a0»\./,
    );
  });

  it('shows what stands twice, takes it out and brings it back', async () => {
    const { json, run, cwd } = createHarness();
    writeFileSync(join(cwd, 'twice.md'), `# Twice\n\n${[a, b, c, a, b].join('\n\n')}`);
    const { sources } = await json('import', 'twice.md');
    const { id } = sources[0];
    expect(sources[0].warnings).toEqual([{ code: 'text-twice', message: '40% of this text appears twice.' }]);
    const before = (await json('show', id)).source;
    expect(before.repeats).toMatchObject([{ kind: 'copy', similarity: 1, words: 90 }]);
    const [{ second }] = before.repeats;
    expect(before.text.slice(second.start, second.end)).toBe(`${a}\n\n${b}`);
    expect(await json('source', 'dedupe', id)).toMatchObject({
      removed: 1,
      carried: { exact: 0, moved: 0, orphan: 0 },
      source: { id },
    });
    const after = (await json('show', id)).source;
    expect(after.text).toBe(['Twice', a, b, c].join('\n\n'));
    expect(after.repeats).toEqual([]);
    expect((await json('show', id, '--version', before.versions[0].id)).source.repeats).toEqual([]);
    const again = await run('source', 'dedupe', id);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('Nothing appears twice')]);
    await run('undo');
    expect((await json('show', id)).source.text).toBe(before.text);
    expect((await run('source', 'dedupe', id)).out).toContain('Copies taken out: 1');
  });

  it('tells what became of the highlights of a page that is captured again', async () => {
    const { json, cwd } = createHarness();
    const page = join(cwd, 'page.md');
    writeFileSync(page, `# Page\n\n${a}\n\n${b}`);
    const url = 'https://example.org/page';
    const [{ id }] = (await json('import', 'page.md', '--url', url)).sources;
    for (const each of [a, b])
      await json('excerpt', 'add', id, '--quote', each.split(' ').slice(0, 4).join(' '));
    writeFileSync(page, `# Page\n\n${a}\n\n${c}`);
    const [again] = (await json('import', 'page.md', '--url', `${url}/?utm_source=mail`)).sources;
    expect(again).toMatchObject({ id, status: 'version', carried: { exact: 1, moved: 0, orphan: 1 } });
  });
});
