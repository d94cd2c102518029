import { beforeEach, describe, expect, it } from 'vitest';
import { readAddress, writeAddress, writeLink } from '../../src-main/common/contract/addresses.ts';
import type { ClaimId, NoteId, SourceId } from '../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../support/engine.ts';

let app: TestEngine;
let note: NoteId;

beforeEach(async () => {
  app = openTestEngine();
  note = (await app.run('note.add', { title: 'First', body: 'one' })).note.id;
});

const bodies = async (): Promise<readonly string[]> => {
  const { states } = await app.run('note.history', { id: note });
  const all = await Promise.all(states.map(({ seq }) => app.run('note.state', { id: note, seq })));
  return all.map(({ title, body }) => `${title}: ${body}`);
};

describe('the history of a note', () => {
  it('has each saved state, the newest first, those of undo and redo too', async () => {
    await app.run('note.edit', { id: note, body: 'two' });
    await app.run('note.edit', { id: note, title: 'Second' });
    await app.run('history.undo', {});
    expect(await bodies()).toEqual(['First: two', 'Second: two', 'First: two', 'First: one']);
  });

  it('does not grow by what leaves the words as they are', async () => {
    await app.run('note.edit', { id: note, body: 'one', tags: ['todo'] });
    expect(await bodies()).toEqual(['First: one']);
  });

  it('is that of one note', async () => {
    const other = (await app.run('note.add', { title: 'Other', body: '' })).note.id;
    const { states } = await app.run('note.history', { id: other });
    expect(await app.codeOf('note.state', { id: note, seq: states[0]?.seq ?? 0 })).toBe('not-found');
  });
});

describe('briefs', () => {
  it('hold the beginning, on one line, and the length', async () => {
    await app.run('note.edit', { id: note, body: `# A\n\nword ${'x'.repeat(10_000)}`, tags: ['todo'] });
    const { notes } = await app.run('note.briefs', {});
    expect(notes).toMatchObject([{ id: note, title: 'First', tags: ['todo'], length: 10_010 }]);
    expect(notes[0]?.beginning.startsWith('# A word xxx')).toBe(true);
    expect(notes[0]?.beginning.length).toBeLessThan(260);
  });
});

describe('drafts', () => {
  it('survive the end of the engine, without being a step of undo', async () => {
    await app.run('draft.keep', { key: `note:${note}`, value: { title: 'First', body: 'one and' } });
    await app.run('draft.keep', { key: `note:${note}`, value: { title: 'First', body: 'one and two' } });
    await app.run('draft.keep', { key: 'note:new', value: { body: 'x' } });
    await app.run('draft.keep', { key: 'note:new', value: null });
    await app.engine.close();
    app = openTestEngine(app.path);
    const { drafts } = await app.run('draft.list', {});
    expect(drafts).toMatchObject([{ key: `note:${note}`, value: { title: 'First', body: 'one and two' } }]);
    expect((await app.run('history.next', {})).undo?.command).toBe('note.add');
  });

  it('are no longer than a note', async () => {
    const value = { body: 'x'.repeat(2_000_001) };
    expect(await app.codeOf('draft.keep', { key: 'note:new', value })).toBe('too-large');
  });
});

describe('addresses', () => {
  it.each(['source', 'excerpt', 'claim', 'note'] as const)('of a %s are read as they are written', (kind) => {
    expect(readAddress(writeAddress({ kind, id: '0190-ab' }))).toEqual({ kind, id: '0190-ab' });
  });

  it.each([
    'dossier:tag/1',
    'dossier:note/',
    'dossier:note/a b',
    'dossier:note/../x',
    'DOSSIER:note/1',
    'javascript:1',
    '',
  ])('are not %j', (url) => {
    expect(readAddress(url)).toBeNull();
  });
});

describe('links', () => {
  let source: SourceId;
  let claim: ClaimId;

  beforeEach(async () => {
    const bytes = bytesOf('The plant\nIt costs 412 million euros, the council says.');
    source = (await app.run('source.import', { bytes, fileName: 'plant.txt' })).id;
    claim = (await app.run('claim.add', { statement: 'Élever [la] digue coûte cher.' })).claim.id;
  });

  it('lead to things by id, under any title', async () => {
    const link = writeLink('Élever [la] *digue*', { kind: 'claim', id: claim });
    const { tree, links } = await app.run('note.render', { markdown: `See ${link}.` });
    expect(links).toMatchObject([
      { kind: 'claim', id: claim, gone: false, title: 'Élever [la] digue coûte cher.' },
    ]);
    expect(JSON.stringify(tree)).toContain('Élever [la] *digue*');
    await app.run('claim.remove', { id: claim });
    const after = await app.run('note.render', { markdown: link });
    expect(after.links).toMatchObject([{ id: claim, gone: true }]);
  });

  it('are found from the other end, wherever they are written', async () => {
    const link = writeLink('the plant', { kind: 'source', id: source });
    await app.run('note.edit', { id: note, body: `Ask **about** ${link} again.` });
    const { excerpt } = await app.run('excerpt.add', { source, quote: '412 million', note: `As in ${link}` });
    await app.run('claim.edit', { id: claim, note: link });
    const { mentions } = await app.run('link.mentions', { kind: 'source', id: source });
    expect(mentions).toMatchObject([
      { kind: 'claim', id: claim },
      { kind: 'excerpt', id: excerpt.id, sourceId: source, words: 'As in the plant' },
      { kind: 'note', id: note, title: 'First', words: 'Ask about the plant again.' },
    ]);
    await app.run('note.remove', { id: note });
    expect((await app.run('link.mentions', { kind: 'source', id: source })).mentions).toHaveLength(2);
    expect(await app.codeOf('link.mentions', { kind: 'note', id: note })).toBe('not-found');
  });

  it('are offered by words in any order, case and accents aside', async () => {
    const { excerpt } = await app.run('excerpt.add', { source, quote: '412 million' });
    const find = async (text: string): Promise<readonly string[]> =>
      (await app.run('link.find', { text })).targets.map(({ id }) => id);
    expect(await find('DIGUE elever')).toEqual([claim]);
    expect(await find('412')).toEqual([excerpt.id]);
    expect(await find('nothing like it')).toEqual([]);
    expect((await find('')).length).toBe(4);
    const { targets } = await app.run('link.find', { text: '', kinds: ['note'] });
    expect(targets.map(({ kind }) => kind)).toEqual(['note']);
  });
});
