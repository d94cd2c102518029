import { describe, expect, it } from 'vitest';
import { LARGEST_DRAFT } from '../../../src-main/common/contract/drafts.ts';
import { DRAFT_SOURCES } from '../../fixtures/drafts/sources.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';

async function openWith(...keys: string[]): Promise<TestEngine & { readonly ids: readonly string[] }> {
  const app = openTestEngine();
  const ids: string[] = [];
  for (const { key, title, byline, site, text } of DRAFT_SOURCES) {
    if (!keys.includes(key)) continue;
    ids.push(
      (await app.run('source.import', { bytes: bytesOf(text), fileName: `${key}.txt`, title, byline, site }))
        .id,
    );
  }
  return { ...app, ids };
}

describe('a draft', () => {
  it('is told the words that differ, in its own offsets', async () => {
    const app = await openWith('port');
    const text = 'Castelli : « Nous bloquons le port, nous montrons ce qu’il devient sans nous. »';
    const { quotations } = await app.run('draft.check', { text });
    const marked = quotations[0]?.differs.map(({ start, end, was }) => [text.slice(start, end), was]);
    expect(quotations[0]?.verdict).toBe('altered');
    expect(marked).toEqual([
      ['', 'ne'],
      ['', 'pas'],
    ]);
  });

  it('is told where in the source the words stand', async () => {
    const app = await openWith('port');
    const { quotations } = await app.run('draft.check', { text: '« ce qu’il devient sans nous », lit-on.' });
    const { place, sourceId } = quotations[0] ?? {};
    if (!sourceId || !place) throw new Error('not found');
    const { source } = await app.run('source.get', { id: sourceId });
    expect(source.text.slice(place.start, place.end)).toBe('ce qu’il devient sans nous');
  });

  it('has its figures found, found to differ, and not found', async () => {
    const app = await openWith('barrage', 'hopital', 'train', 'mine');
    const text = `Le chantier du barrage coûtera 46,7 millions d’euros et durera trois ans. Le syndicat des infirmiers compte 16 % des effectifs en moins. Un tunnel de 90 kilomètres relierait la Lune.

The lithium project would cost $4.5bn and employ 820 people at its peak.`;
    const { figures } = await app.run('draft.check', { text });
    expect(figures.map((each) => [each.text, each.verdict, each.differs[0]?.was])).toEqual([
      ['46,7 millions d’euros', 'found', undefined],
      ['16 %', 'differs', '18 %'],
      ['90', 'not found', undefined],
      ['$4.5bn', 'found', undefined],
      ['820', 'found', undefined],
    ]);
  });

  it('may name the outlet, the byline or the origin that evidence names as the speaker', async () => {
    const app = await openWith('peche');
    const quote = 'les stocks ont diminué de moitié en quinze ans';
    const verdictOf = async (speaker: string) =>
      (await app.run('draft.check', { text: `Selon ${speaker}, « ${quote} ».` })).quotations[0]?.verdict;
    expect(await verdictOf('Nordet')).toBe('exact');
    expect(await verdictOf('Ifremer')).toBe('other speaker');
    const source = app.ids[0];
    const { excerpt } = await app.run('excerpt.add', { source: source as never, quote });
    const evidence = [{ excerpt: excerpt.id, stance: 'supports', origin: 'Ifremer' } as const];
    await app.run('claim.add', { statement: 'Les stocks baissent.', evidence });
    expect(await verdictOf('Ifremer')).toBe('exact');
  });

  it('of another kind of file is read as it is imported', async () => {
    const app = await openWith('port');
    const bytes = bytesOf(
      '<html><body><p>« Ce qu’il devient sans nous », dit-on au port ce matin-là.</p></body></html>',
    );
    const { text, quotations } = await app.run('draft.check', { file: { bytes, fileName: 'draft.html' } });
    expect(text).not.toContain('<p>');
    expect(quotations.map(({ verdict }) => verdict)).toEqual(['exact']);
  });

  it('that is empty or endless is refused', async () => {
    const app = openTestEngine();
    expect(await app.codeOf('draft.check', { text: ' \n' })).toBe('invalid');
    expect(await app.codeOf('draft.check', {})).toBe('invalid');
    expect(await app.codeOf('draft.check', { text: 'x'.repeat(LARGEST_DRAFT + 1) })).toBe('too-large');
  });

  it('can be cancelled, and tells how far it is', async () => {
    const app = await openWith('port');
    const text = '« ce qu’il devient sans nous » et « chaque conteneur détourné aujourd’hui ».\n\n'.repeat(
      50,
    );
    const told: number[] = [];
    const stop = app.engine.subscribe((event) => {
      if (event.type !== 'progress') return;
      told.push(event.done);
      if (event.done === 3) app.engine.cancel(event.call);
    });
    expect(await app.codeOf('draft.check', { text })).toBe('cancelled');
    expect(told).toEqual([1, 2, 3]);
    stop();
  });
});
