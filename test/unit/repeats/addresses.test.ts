import { describe, expect, it } from 'vitest';
import { addressKey, otherKeys } from '../../../src-main/core/capture/details/addresses.ts';
import { openTestEngine } from '../../support/engine.ts';
import { capture, capturePage } from '../../support/capture-texts.ts';
import { TextMaker } from '../../support/text-families.ts';

const isOnePage = (one: string, other: string): boolean =>
  addressKey(one) === addressKey(other) || otherKeys(one).includes(addressKey(other));

describe('the address of a page', () => {
  it.each([
    ['http://example.org/a', 'https://example.org/a'],
    ['https://www.example.org/a', 'https://example.org/a/'],
    ['https://example.org/a?utm_source=x&fbclid=1#part', 'https://example.org/a'],
    ['https://example.org/a/amp', 'https://www.example.org/a'],
    ['https://amp.example.org/a', 'https://example.org/a'],
    ['https://example.org/a?id=1&amp=1', 'http://example.org/a?id=1'],
    ['https://example.org/a?outputType=amp', 'https://example.org/a?utm_medium=y'],
    ['https://example.org', 'http://www.example.org/'],
    ['https://example.org:8443/a', 'http://example.org:8443/a/'],
  ])('%s is that of %s', (one, other) => {
    expect([isOnePage(one, other), isOnePage(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['https://example.org/a', 'https://example.org/b'],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/amp', 'https://example.org/'],
    ['https://example.org/camp', 'https://example.org/c'],
    ['https://m.example.org/a', 'https://example.org/a'],
    ['https://www.org/a', 'https://org/a'],
    ['https://example.org/#!/a', 'https://example.org/#!/b'],
    ['https://example.org/A', 'https://example.org/a'],
  ])('%s is not that of %s', (one, other) => {
    expect([isOnePage(one, other), isOnePage(other, one)]).toEqual([false, false]);
  });

  it('has few other forms, whatever it is', () => {
    expect(otherKeys(`https://example.org/${'a/'.repeat(2000)}?${'x=1&'.repeat(1000)}`).length).toBeLessThan(
      120,
    );
    expect(otherKeys('no address')).toEqual([]);
    expect(otherKeys('mailto:a@example.org')).toEqual([]);
  });
});

describe('a page captured again', () => {
  const maker = new TextMaker(41);
  const [first, second] = [maker.sentence(60), maker.sentence(60)];
  const url = 'https://example.org/story';
  const page = (text: string, noise: string, link = 'a') => ({
    ...{ title: 'Story', noise, url },
    body: `<p>${first}</p><p>${text} <a href="https://example.org/${link}">More about it here</a></p>`,
  });

  it('is a duplicate where only what stands around the article differs; nothing is stored', async () => {
    const { run } = openTestEngine();
    const { id, versionId } = await capturePage(run, page(second, '1'));
    const again = await capturePage(run, page(second, '2', 'b'));
    expect(again).toMatchObject({ id, versionId, status: 'duplicate', duplicateOf: id, carried: null });
    expect(again.warnings).toMatchObject([{ code: 'text-unchanged' }]);
    expect((await run('source.get', { id })).source.versions).toHaveLength(1);
    expect((await run('history.next', {})).undo?.command).toBe('source.import');
    await run('history.undo', {});
    expect((await run('source.list', {})).sources).toEqual([]);
  });

  it('is a version where the text differs, and says what became of the highlights', async () => {
    const { run } = openTestEngine();
    const { id } = await capturePage(run, page(second, '1'));
    const words = second.split(' ');
    const quotes = [first.split(' ').slice(2, 8), words.slice(0, 5), words.slice(30, 36)].map((each) =>
      each.join(' '),
    );
    for (const quote of quotes) await run('excerpt.add', { source: id, quote });
    const changed = [...words.slice(0, 5), 'then', 'something', 'else'].join(' ');
    const again = await capturePage(run, {
      ...page(changed, '1'),
      url: 'http://www.example.org/story/?utm_source=x',
    });
    expect(again).toMatchObject({ id, status: 'version', carried: { exact: 1, moved: 1, orphan: 1 } });
    // Back to what it said: a version again, not a silent return.
    expect((await capturePage(run, page(second, '3'))).status).toBe('version');
  });

  it('is a version where a detail differs that nobody corrected', async () => {
    const { run } = openTestEngine();
    const { id } = await capturePage(run, page(second, '1'));
    const titled = { ...page(second, '2'), title: 'Story, corrected' };
    expect(await capturePage(run, titled)).toMatchObject({ id, status: 'version' });
    await run('source.edit', { id, title: 'My title' });
    expect((await capturePage(run, { ...titled, noise: '3', title: 'Again' })).status).toBe('duplicate');
  });

  it('is a duplicate of what was there before copies were taken out of it', async () => {
    const { run } = openTestEngine();
    const twice = { ...page('', '1'), body: `<p>${first}</p><p>${second}</p><p>${first}</p>` };
    const { id } = await capturePage(run, twice);
    await run('source.dedupe', { id });
    expect(await capturePage(run, { ...twice, noise: '2' })).toMatchObject({ id, status: 'duplicate' });
    expect((await run('source.repeats', { id })).repeats).toEqual([]);
  });

  it('belongs to the source of just that address where two have forms of it', async () => {
    const { run } = openTestEngine();
    const one = await capture(run, 'One', maker.article(80));
    const two = await capture(run, 'Two', maker.article(80));
    await run('source.edit', { id: one.id, url: 'http://example.org/x' });
    await run('source.edit', { id: two.id, url: 'https://example.org/x' });
    const found = await capture(run, 'Again', maker.article(90), 'https://example.org/x');
    expect(found).toMatchObject({ id: two.id, status: 'version' });
  });
});
