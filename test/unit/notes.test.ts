import { beforeEach, describe, expect, it } from 'vitest';
import { formatMarkdownLink } from '../../src-main/common/document/internal-links.ts';
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

describe('links', () => {
  let source: SourceId;
  let claim: ClaimId;

  beforeEach(async () => {
    const bytes = bytesOf('The plant\nIt costs 412 million euros, the council says.');
    source = (await app.run('source.import', { bytes, fileName: 'plant.txt' })).id;
    claim = (await app.run('claim.add', { statement: 'Élever [la] digue coûte cher.' })).claim.id;
  });

  it('are found from the other end, wherever they are written', async () => {
    const link = formatMarkdownLink('the plant', { kind: 'source', id: source });
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
    expect((await app.run('link.mentions', { kind: 'note', id: note })).mentions).toEqual([]);
  });
});
