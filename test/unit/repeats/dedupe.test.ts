import { describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../../support/engine.ts';
import { capture } from '../../support/capture-texts.ts';
import { TextMaker } from '../../support/text-families.ts';

const maker = new TextMaker(31);
const [a, b, c, d] = [maker.sentence(40), maker.sentence(50), maker.sentence(60), maker.sentence(45)];
const TWICE = [a, b, c, d, a, b, c].join('\n\n');

async function withTwice(): Promise<TestEngine & { id: Awaited<ReturnType<typeof capture>>['id'] }> {
  const engine = openTestEngine();
  const imported = await capture(engine.run, 'Twice', TWICE);
  expect(imported.warnings).toMatchObject([{ code: 'text-twice' }]);
  expect(imported.warnings[0]?.details?.['percent']).toBeGreaterThan(40);
  return { ...engine, id: imported.id };
}

describe('text that stands twice in a source', () => {
  it('is told, and stays until somebody asks', async () => {
    const { run, id } = await withTwice();
    const { source } = await run('source.get', { id });
    const { repeats, versionId } = await run('source.repeats', { id });
    expect(versionId).toBe(source.versionId);
    expect(source.repeated).toBeCloseTo(150 / source.words, 1);
    expect(repeats).toHaveLength(1);
    expect(source.text.slice(repeats[0]?.second.start, repeats[0]?.second.end)).toBe([a, b, c].join('\n\n'));
    expect(source.versions).toHaveLength(1);
  });

  it('is taken out as a new version of the same bytes, which undo takes back', async () => {
    const { run, id } = await withTwice();
    const before = (await run('source.get', { id })).source;
    const { removed, source } = await run('source.dedupe', { id });
    expect(removed).toBe(1);
    const after = (await run('source.get', { id })).source;
    expect(after.text).toBe(['Twice', a, b, c, d].join('\n\n'));
    expect(source.words).toBe(after.words);
    expect(after.repeated).toBe(0);
    expect(after.versions.map(({ sha256 }) => sha256)).toEqual(Array(2).fill(before.versions[0]?.sha256));
    expect((await run('search.query', { query: `"${c.split(' ').slice(3, 6).join(' ')}"` })).total).toBe(1);
    expect((await run('history.undo', {})).undone.command).toBe('source.dedupe');
    expect((await run('source.get', { id })).source.text).toBe(before.text);
    await run('history.redo', {});
    expect((await run('source.get', { id })).source.text).toBe(after.text);
    expect(await run('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('is taken out at once where it stands three times, with what is quoted from it', async () => {
    const { run } = openTestEngine();
    const quote = a.split(' ').slice(3, 18).join(' ');
    const { id } = await capture(run, 'Thrice', [quote, a, quote, a, quote].join('\n\n'));
    const range = { start: 0, end: 400 };
    await run('excerpt.add', { source: id, quote: quote.split(' ').slice(0, 4).join(' '), range });
    const { removed, carried } = await run('source.dedupe', { id });
    expect(removed).toBe(3);
    expect(carried).toEqual({ exact: 1, moved: 0, orphan: 0 });
    expect((await run('source.repeats', { id })).repeats).toEqual([]);
    expect((await run('source.get', { id })).source.text).toBe(['Thrice', a].join('\n\n'));
    await run('history.undo', {});
    expect((await run('source.repeats', { id })).repeats).not.toEqual([]);
  });

  it('takes highlights along, to the copy that stays', async () => {
    const { run, id } = await withTwice();
    const { source } = await run('source.get', { id });
    // How a copy begins: what stands before it is not what stands before the text that stays.
    const quote = a.split(' ').slice(0, 6).join(' ');
    const places = [source.text.indexOf(quote), source.text.lastIndexOf(quote)];
    for (const start of places) {
      const range = { start, end: start + quote.length };
      await run('excerpt.add', { source: id, quote, range, note: `at ${start}` });
    }
    // Beside a copy: what stood after it is gone.
    await run('excerpt.add', { source: id, quote: d.split(' ').slice(-6).join(' ') });
    const { carried } = await run('source.dedupe', { id });
    expect(carried).toEqual({ exact: 3, moved: 0, orphan: 0 });
    const { excerpts } = await run('excerpt.list', { source: id });
    expect(excerpts.map(({ start }) => start)).toEqual([places[0], places[0], expect.any(Number)]);
    expect(excerpts.every(({ anchor }) => anchor === 'exact')).toBe(true);
    await run('history.undo', {});
    const back = (await run('excerpt.list', { source: id })).excerpts;
    expect(back.map(({ start }) => start)).toEqual([places[0], expect.any(Number), places[1]]);
  });

  it('is taken out in part where only some of it is chosen, and only what is a repeat', async () => {
    const { run, codeOf } = openTestEngine();
    const { id } = await capture(
      run,
      'Some',
      [a, b, c, maker.sentence(30), a, maker.sentence(30), c].join('\n\n'),
    );
    const { repeats } = await run('source.repeats', { id });
    expect(repeats).toHaveLength(2);
    expect(await codeOf('source.dedupe', { id, ranges: [{ start: 0, end: 20 }] })).toBe('invalid');
    expect(await codeOf('source.dedupe', { id, ranges: [] })).toBe('not-found');
    const second = repeats[1]?.second ?? { start: 0, end: 0 };
    expect((await run('source.dedupe', { id, ranges: [second] })).removed).toBe(1);
    expect((await run('source.repeats', { id })).repeats).toHaveLength(1);
    await run('source.dedupe', { id });
    expect(await codeOf('source.dedupe', { id })).toBe('not-found');
  });
});
