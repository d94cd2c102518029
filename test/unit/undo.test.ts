import { beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId, ExcerptId, SourceId } from '../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../support/engine.ts';

let app: TestEngine;
let source: SourceId;
let excerpt: ExcerptId;
let claim: ClaimId;

beforeEach(async () => {
  app = openTestEngine();
  const text = 'The plant\nIt costs 412 million euros, the council says.';
  source = (await app.run('source.import', { bytes: bytesOf(text), fileName: 'plant.txt' })).id;
  excerpt = (await app.run('excerpt.add', { source, quote: '412 million euros' })).excerpt.id;
  claim = (await app.run('claim.add', { statement: 'It costs 412 million.' })).claim.id;
});

/** What a user sees of the notebook, without times. */
async function look(): Promise<unknown> {
  const { sources } = await app.run('source.list', {});
  const { excerpts } = await app.run('excerpt.list', {});
  const { claims } = await app.run('claim.list', {});
  const { notes } = await app.run('note.list', {});
  const { tags } = await app.run('tag.list', {});
  return JSON.parse(
    JSON.stringify({ sources, excerpts, claims, notes, tags }, (key, value: unknown) =>
      key === 'history' || /At$/.test(key) ? undefined : value,
    ),
  );
}

describe('undo then redo', () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'an import',
      () => app.run('source.import', { bytes: bytesOf('Other\nText'), fileName: 'b.txt', tags: ['new'] }),
    ],
    [
      'an edit of details',
      () => app.run('source.edit', { id: source, title: 'Corrected', byline: 'A. Nother' }),
    ],
    ['tags', () => app.run('source.edit', { id: source, tags: ['cost', 'port'] })],
    ['the trash', () => app.run('source.remove', { id: source })],
    [
      'a highlight',
      () => app.run('excerpt.add', { source, quote: 'the council says', color: 'pink', tags: ['doubt'] }),
    ],
    [
      'a highlight’s note and colour',
      () => app.run('excerpt.edit', { id: excerpt, note: 'Which year?', color: 'blue' }),
    ],
    ['the removal of a highlight', () => app.run('excerpt.remove', { id: excerpt })],
    [
      'a claim with evidence',
      () => app.run('claim.add', { statement: 'New', evidence: [{ excerpt, stance: 'supports' }] }),
    ],
    ['a statement', () => app.run('claim.edit', { id: claim, statement: 'It costs 468 million.' })],
    ['evidence', () => app.run('claim.attach', { id: claim, excerpt, stance: 'disputes', origin: 'Nordet' })],
    ['a verdict', () => app.run('claim.verify', { id: claim, reason: 'Two documents.' })],
    ['the removal of a claim', () => app.run('claim.remove', { id: claim })],
    ['a note', () => app.run('note.add', { title: 'To ask', body: 'Who said it first?', tags: ['todo'] })],
    ['a tag’s meaning', () => app.run('tag.describe', { name: 'cost', meaning: 'Money', color: 'blue' })],
  ])('takes back and brings back %s', async (_what, change) => {
    const before = await look();
    await change();
    const after = await look();
    expect(after).not.toEqual(before);
    await app.run('history.undo', {});
    expect(await look()).toEqual(before);
    await app.run('history.redo', {});
    expect(await look()).toEqual(after);
  });

  it('walks back through several changes and forward again', async () => {
    const start = await look();
    await app.run('excerpt.edit', { id: excerpt, note: 'one' });
    await app.run('excerpt.edit', { id: excerpt, note: 'two' });
    await app.run('claim.dispute', { id: claim, reason: 'Another figure.' });
    const end = await look();
    for (let step = 0; step < 3; step++) await app.run('history.undo', {});
    expect(await look()).toEqual(start);
    for (let step = 0; step < 3; step++) await app.run('history.redo', {});
    expect(await look()).toEqual(end);
  });

  it('works after the notebook was closed and opened again', async () => {
    const before = await look();
    await app.run('source.remove', { id: source });
    await app.engine.close();
    app = openTestEngine(app.path);
    await app.run('history.undo', {});
    expect(await look()).toEqual(before);
  });

  it('is impossible once another change was made', async () => {
    await app.run('history.undo', {});
    await app.run('note.add', { title: 'Instead', body: '' });
    expect(await app.codeOf('history.redo', {})).toBe('not-found');
  });

  it('names what it did', async () => {
    const { undone } = await app.run('history.undo', {});
    expect(undone).toMatchObject({ command: 'claim.add', subject: 'It costs 412 million.' });
    expect(await app.run('history.next', {})).toMatchObject({
      undo: { command: 'excerpt.add', subject: '412 million euros' },
      redo: { command: 'claim.add' },
    });
  });
});

describe('a verdict that is undone', () => {
  it('stays in the history, and the status before it is appended', async () => {
    await app.run('claim.verify', { id: claim, reason: 'Two documents.' });
    await app.run('claim.dispute', { id: claim, reason: 'A third differs.' });
    await app.run('history.undo', {});
    const { claim: now } = await app.run('claim.get', { id: claim });
    expect(now.status).toBe('verified');
    expect(now.history.map(({ status }) => status)).toEqual(['verified', 'disputed', 'verified']);
  });
});

describe('nothing to undo', () => {
  it('is said', async () => {
    const empty = openTestEngine();
    expect(await empty.codeOf('history.undo', {})).toBe('not-found');
    expect(await empty.run('history.next', {})).toEqual({ undo: null, redo: null });
  });
});

describe('an edit that changes nothing', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['of a source', () => app.run('source.edit', { id: source, title: 'The plant', tags: [] })],
    ['of nothing of a source', () => app.run('source.edit', { id: source })],
    ['of a highlight', () => app.run('excerpt.edit', { id: excerpt, color: 'yellow' })],
    ['of a claim', () => app.run('claim.edit', { id: claim, statement: 'It costs  412 million. ' })],
    ['of a tag that is not there to untag', () => app.run('source.edit', { id: source, untag: ['none'] })],
  ])('%s leaves nothing to undo', async (_what, edit) => {
    const before = await app.run('history.next', {});
    await edit();
    expect(await app.run('history.next', {})).toEqual(before);
  });
});

describe('undo by another process', () => {
  it('takes back the newest change of all, whoever made it, and this one brings it back', async () => {
    const other = openTestEngine(app.path);
    const before = await look();
    await app.run('excerpt.edit', { id: excerpt, tags: ['shared'] });
    await other.run('claim.edit', { id: claim, tags: ['shared'] });
    const after = await look();
    await app.run('history.undo', {});
    await other.run('history.undo', {});
    expect(await look()).toEqual(before);
    await app.run('history.redo', {});
    await other.run('history.redo', {});
    expect(await look()).toEqual(after);
  });

  it('ends what could be redone when the other one changes something', async () => {
    const other = openTestEngine(app.path);
    await app.run('history.undo', {});
    await other.run('claim.add', { statement: 'Meanwhile.' });
    expect(await app.codeOf('history.redo', {})).toBe('not-found');
  });
});

describe('undo of a new version', () => {
  const url = 'https://example.org/plant';
  const article = (text: string) => ({ bytes: bytesOf(text), fileName: 'plant.txt', url });

  it('puts highlights back where they stood, and redo carries them over again', async () => {
    const first = await app.run('source.import', article('Quay\nThe quay opens in May, they say.'));
    await app.run('excerpt.add', { source: first.id, quote: 'opens in May', tags: ['date'] });
    const before = await look();
    const second = await app.run('source.import', article('Quay\nNew. The quay opens in May, they say.'));
    expect(second).toMatchObject({ id: first.id, status: 'version' });
    const after = await look();
    for (let round = 0; round < 2; round++) {
      await app.run('history.undo', {});
      expect(await look()).toEqual(before);
      await app.run('history.redo', {});
      expect(await look()).toEqual(after);
    }
    expect(await app.run('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('leaves a source that can be captured anew after its first import was undone', async () => {
    const first = await app.run('source.import', article('Quay\nThe quay opens in May.'));
    await app.run('history.undo', {});
    const again = await app.run('source.import', article('Quay\nThe quay opens in June.'));
    expect(again).toMatchObject({ status: 'added' });
    expect(again.id).not.toBe(first.id);
    expect((await app.run('source.list', {})).sources.map(({ id }) => id)).toContain(again.id);
  });
});
