import { describe, expect, it } from 'vitest';
import { LARGEST_DRAFT, MOST_QUOTATIONS, MOST_UNCLOSED } from '../../../src-main/common/contract/drafts.ts';
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

  it('has a figure that it quotes judged with the quotation', async () => {
    const app = await openWith('barrage');
    const text =
      '« Le chantier coûtera 46,7 millions d’euros et durera trois ans ». « Le chantier coûtera 64,7 millions d’euros et durera trois ans ».';
    const { quotations, figures } = await app.run('draft.check', { text });
    expect(quotations.map(({ verdict }) => verdict)).toEqual(['exact', 'altered']);
    expect(figures.map(({ verdict, differs }) => [verdict, differs[0]?.was])).toEqual([
      ['found', undefined],
      ['differs', '46'],
    ]);
  });

  it('is told the words of the source and who it is from', async () => {
    const app = await openWith('barrage');
    const { quotations } = await app.run('draft.check', { text: '« c’était un avertissement que l’on »' });
    expect(quotations[0]?.place).toMatchObject({
      byline: 'Claire Vasseur',
      site: 'Le Courrier du Sud',
      words: 'c’était un avertissement que l’on',
      after: expect.stringMatching(/^ a choisi d’oublier ».*seconde\.$/) as string,
    });
  });
});

describe('a hostile draft', () => {
  const QUOTE = '« rien de tel ici ». ';

  it('of more than is compared says how much was left', async () => {
    const app = await openWith('port');
    const { quotations, figures, left } = await app.run('draft.check', {
      text: QUOTE.repeat(MOST_QUOTATIONS + 30) + '17 % '.repeat(10),
    });
    expect([quotations.length, figures.length, left]).toEqual([MOST_QUOTATIONS, 10, 30]);
  });

  it('says where marks never close, and reads on behind them', async () => {
    const app = await openWith('port');
    const text = 'Il dit « rien du tout.\n\nOn lit « ce qu’il devient sans nous ».\n\n“ Never closed.';
    const { quotations, unclosed } = await app.run('draft.check', { text });
    expect(quotations.map(({ verdict }) => verdict)).toEqual(['exact']);
    expect(unclosed).toEqual([text.indexOf('«'), text.indexOf('“')]);
    const many = await app.run('draft.check', { text: 'a « b\n\n'.repeat(5000) });
    expect(many.unclosed).toHaveLength(MOST_UNCLOSED);
  });

  it.each([
    ['signs that count nothing', '“'.repeat(500_000)],
    ['words of one letter', '" a '.repeat(250_000)],
    ['nought bytes', `« a\0b c d »${'\0'.repeat(100_000)}`],
    ['text from right to left', '\u202e“שלום לכם כולם היום” \u2067\u202e'.repeat(200)],
    ['halves of characters', '« \ud83d a b c \ude00 »'.repeat(200)],
    ['one endless word', 'x'.repeat(1_000_000)],
    ['one endless number', '7'.repeat(1_000_000)],
  ])('of %s is answered', async (_, text) => {
    const app = await openWith('port');
    const answer = await app.run('draft.check', { text });
    expect(answer.text).toBe(text);
    expect(answer.quotations.every(({ verdict }) => verdict === 'not found')).toBe(true);
  });
});
