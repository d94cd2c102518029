import { describe, expect, it } from 'vitest';
import { openTestEngine } from '../../support/engine.ts';
import { capture } from '../../support/capture-texts.ts';
import { TextMaker } from '../../support/text-families.ts';

describe('sources that are nearly the same', () => {
  const maker = new TextMaker(21);
  const text = maker.article(500);

  it('are named at capture and by each other, and stay two', async () => {
    const { run } = openTestEngine();
    const first = await capture(run, 'First', text);
    expect(first.warnings).toEqual([]);
    const second = await capture(run, 'Second', maker.edited(text, 0.04));
    expect(second).toMatchObject({ status: 'added', duplicateOf: null });
    const [warning, ...others] = second.warnings;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      code: 'near-duplicate',
      details: { id: first.id, kind: 'same', title: 'First' },
    });
    expect(warning?.details?.['percent']).toBeGreaterThan(90);
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const { near } = (await run('source.get', { id: one.id })).source;
      expect(near).toMatchObject([{ id: other.id, kind: 'same' }]);
      expect(near[0]?.similarity).toBeGreaterThan(0.9);
    }
  });

  it('are told apart from what they contain or stand within', async () => {
    const { run } = openTestEngine();
    const dispatch = await capture(run, 'Dispatch', maker.article(200));
    const { source } = await run('source.get', { id: dispatch.id });
    const body = source.text.replace('Dispatch\n\n', '');
    const paper = await capture(run, 'Paper', `${maker.article(900)}\n\n${body}\n\n${maker.article(700)}`);
    expect(paper.warnings).toMatchObject([{ details: { kind: 'contains', title: 'Dispatch' } }]);
    const { near } = (await run('source.get', { id: dispatch.id })).source;
    expect(near).toMatchObject([{ id: paper.id, kind: 'within' }]);
    expect(near[0]?.share).toBeGreaterThan(0.98);
  });

  it('are live ones, in their current version, the most similar first', async () => {
    const { run } = openTestEngine();
    const [close, far, gone] = [
      await capture(run, 'Close', maker.edited(text, 0.02)),
      await capture(run, 'Far', maker.edited(text, 0.15)),
      await capture(run, 'Gone', maker.edited(text, 0.01)),
    ];
    await run('source.remove', { id: gone.id });
    const url = 'https://example.org/changing';
    const changing = await capture(run, 'Changing', maker.edited(text, 0.01), url);
    await capture(run, 'Changing', maker.article(400), url);
    const own = await capture(run, 'Own', text);
    const nearIds = async () => (await run('source.get', { id: own.id })).source.near.map(({ id }) => id);
    expect(await nearIds()).toEqual([close.id, far.id]);
    // The version before is current again.
    await run('history.undo', {});
    await run('history.undo', {});
    await run('history.redo', {});
    expect(changing.status).toBe('added');
  });

  it('are not pages of one site, translations, or other texts on the subject', async () => {
    const { run } = openTestEngine();
    const furniture = maker.article(120);
    for (let page = 0; page < 12; page++) {
      const { warnings } = await capture(run, `Page ${page}`, `${maker.article(300)}\n\n${furniture}`);
      expect(warnings).toEqual([]);
    }
    await capture(run, 'Original', text);
    expect((await capture(run, 'Translation', maker.translated(text))).warnings).toEqual([]);
  });

  it('are found among short texts only where they are equal', async () => {
    const { run } = openTestEngine();
    const words = maker.sentence(30);
    await run('source.import', { bytes: new TextEncoder().encode(words), fileName: 'a.txt' });
    const same = await run('source.import', {
      bytes: new TextEncoder().encode(`${words}\n`),
      fileName: 'b.txt',
    });
    const other = await run('source.import', {
      bytes: new TextEncoder().encode(`${words} more`),
      fileName: 'c.txt',
    });
    expect(same.warnings).toMatchObject([{ code: 'near-duplicate', details: { percent: 100 } }]);
    expect(other.warnings).toEqual([]);
  });

  it('are found behind a page that stands in the library a hundred times over', async () => {
    const { run } = openTestEngine();
    const common = maker.article(80);
    const first = await capture(run, 'First', `${text}\n\n${common}`);
    for (let page = 0; page < 140; page++)
      await capture(run, `Page ${page}`, `${maker.article(70)}\n\n${common}`);
    const again = await capture(run, 'Again', `${maker.edited(text, 0.03)}\n\n${common}`);
    expect(again.warnings[0]).toMatchObject({ details: { id: first.id } });
  });
});
