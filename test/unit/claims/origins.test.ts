/** A wire story and those who repeat it are one voice, wherever origins are counted. */
import { expect, it } from 'vitest';
import { originalsOf, originKey } from '../../../src-main/common/origins.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';

const named = (site: string) => ({ title: 'A title', site, byline: null });

it('an original has the name that others call it by', () => {
  const told = [
    { source: 'a', origin: '' },
    { source: 'b', origin: ' NORDET ' },
  ];
  const sources = new Map([
    ['a', named('Nordet')],
    ['b', named('Echo')],
  ]);
  expect([...originalsOf(told, (id) => sources.get(id))]).toEqual([['a', 'NORDET']]);
  expect(originKey('Nordet', 'a')).toBe(originKey(' NORDET ', 'b'));
});

it('is not guessed where several are called so, nor where nobody is', () => {
  const told = ['a', 'b'].map((source) => ({ source, origin: '' }));
  expect(originalsOf([...told, { source: 'c', origin: 'Nordet' }], () => named('Nordet')).size).toBe(0);
  expect(originalsOf(told, () => named('Nordet')).size).toBe(0);
});

it('is counted alike by the claim, the ledger and the matrix, also after the outlet was corrected', async () => {
  const { run } = openTestEngine();
  const add = async (text: string): Promise<{ source: string; excerpt: string }> => {
    const { id } = await run('source.import', { bytes: bytesOf(text), fileName: `${text.length}.txt` });
    const { excerpt } = await run('excerpt.add', { source: id, quote: 'cost 412 million' });
    return { source: id, excerpt: excerpt.id };
  };
  const wire = await add('The works cost 412 million, it says.');
  const echo = await add('The works cost 412 million, the wire says.');
  const { claim } = await run('claim.add', { statement: 'They cost 412 million.' });
  const attach = (excerpt: string, origin: string) =>
    run('claim.attach', { id: claim.id, excerpt: excerpt as never, stance: 'supports', origin });
  await attach(wire.excerpt, '');
  await attach(echo.excerpt, 'Nordet');
  const count = async () => ({
    page: (await run('claim.get', { id: claim.id })).claim.origins,
    ledger: (await run('claim.summaries', {})).claims[0]?.origins,
    matrix: (await run('claim.matrix', {})).claims[0]?.origins,
  });
  expect(await count()).toEqual({ page: 2, ledger: 2, matrix: 2 });
  await run('source.edit', { id: wire.source as never, site: 'nordet' });
  expect(await count()).toEqual({ page: 1, ledger: 1, matrix: 1 });
});
