import type { CollectionId, SavedSearchId } from '../../src-main/common/contract/collections.ts';
import { COMMANDS, type MutationName } from '../../src-main/common/contract/commands.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TemplateId } from '../../src-main/common/contract/export-commands.ts';
import type { ClaimId, ExcerptId, NoteId, SourceId } from '../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../support/engine.ts';

let app: TestEngine;
let source: SourceId;
let excerpt: ExcerptId;
let claim: ClaimId;
let better: ClaimId;
let note: NoteId;
let shelf: CollectionId;
let other: CollectionId;
let saved: SavedSearchId;
let template: TemplateId;
let twice: SourceId;
let binned: SourceId;

beforeEach(async () => {
  app = openTestEngine();
  better = (await app.run('claim.add', { statement: 'It costs 468 million.' })).claim.id;
  const text = 'The plant\nIt costs 412 million euros, the council says.';
  source = (await app.run('source.import', { bytes: bytesOf(text), fileName: 'plant.txt' })).id;
  excerpt = (await app.run('excerpt.add', { source, quote: '412 million euros' })).excerpt.id;
  note = (await app.run('note.add', { title: 'To ask', body: 'Who said it first?' })).note.id;
  const { id } = await app.run('source.import', { bytes: bytesOf(TWICE), fileName: 'twice.html' });
  twice = id;
  binned = (await app.run('source.import', { bytes: bytesOf('Bin\nOld.'), fileName: 'bin.txt' })).id;
  await app.run('source.remove', { id: binned });
  const body = '# {{ notebook }}';
  template = (await app.run('template.add', { name: 'Plain', format: 'markdown', body })).template.id;
  shelf = (await app.run('collection.add', { name: 'Costs', sources: [source, twice] })).collection.id;
  other = (await app.run('collection.add', { name: 'Ports' })).collection.id;
  saved = (await app.run('saved.add', { name: 'Millions', query: 'million', filters: {} })).search.id;
  claim = (await app.run('claim.add', { statement: 'It costs 412 million.' })).claim.id;
});

const PARAGRAPH = 'The council says that the plant on the shore costs 412 million euros and opens in 2028.';
const TWICE = `<h1>Twice</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p><p>And that is all that it says of it.</p>`;
const BOOKMARKS =
  '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://example.org/a">A port</A></DL>';

/** What a user sees of the notebook, without times. */
async function look(): Promise<unknown> {
  const { sources } = await app.run('source.list', {});
  const { excerpts } = await app.run('excerpt.list', {});
  const { claims } = await app.run('claim.list', {});
  const isLive = claims.some(({ id }) => id === claim);
  const vain = isLive ? (await app.run('diligence.list', { claim })).searches : [];
  const { notes } = await app.run('note.list', {});
  const { tags } = await app.run('tag.list', {});
  const { collections } = await app.run('collection.list', {});
  const { searches } = await app.run('saved.list', {});
  const { templates } = await app.run('template.list', {});
  const keys = await Promise.all(sources.map(({ id }) => app.run('source.citekey', { id })));
  const texts = await Promise.all(
    sources.map(async ({ id }) => (await app.run('source.get', { id })).source.versionId),
  );
  return JSON.parse(
    JSON.stringify(
      { sources, excerpts, claims, notes, tags, collections, searches, templates, keys, vain, texts },
      (key, value: unknown) => (key === 'history' || /At$/.test(key) ? undefined : value),
    ),
  );
}

/** The command, what does it, and what has to be done before. */
type Change = readonly [MutationName, () => Promise<unknown>, (() => Promise<unknown>)?];

/** Every mutation, at least once: one that is missing here fails a test. */
const CHANGES: readonly Change[] = [
  [
    'source.import',
    () => app.run('source.import', { bytes: bytesOf('Other\nText'), fileName: 'b.txt', tags: ['new'] }),
  ],
  ['library.import', () => app.run('library.import', { bytes: bytesOf(BOOKMARKS), fileName: 'b.html' })],
  ['source.edit', () => app.run('source.edit', { id: source, title: 'Corrected', byline: 'A. Nother' })],
  ['source.edit', () => app.run('source.edit', { id: source, tags: ['cost', 'port'] })],
  ['source.extract', () => app.run('source.extract', { id: twice, how: 'whole' })],
  ['source.dedupe', () => app.run('source.dedupe', { id: twice })],
  ['source.remove', () => app.run('source.remove', { id: source })],
  ['source.restore', () => app.run('source.restore', { id: binned })],
  ['sources.tag', () => app.run('sources.tag', { ids: [source, twice], tags: ['cost'] })],
  ['sources.remove', () => app.run('sources.remove', { ids: [source, twice] })],
  [
    'excerpt.add',
    () => app.run('excerpt.add', { source, quote: 'the council says', color: 'pink', tags: ['doubt'] }),
  ],
  ['excerpt.edit', () => app.run('excerpt.edit', { id: excerpt, note: 'Which year?', color: 'blue' })],
  ['excerpt.remove', () => app.run('excerpt.remove', { id: excerpt })],
  [
    'claim.add',
    () => app.run('claim.add', { statement: 'New', evidence: [{ excerpt, stance: 'supports' }] }),
  ],
  ['claim.edit', () => app.run('claim.edit', { id: claim, statement: 'It costs 468 million.' })],
  ['claim.attach', () => attach()],
  ['claim.reassess', () => app.run('claim.reassess', { id: claim, excerpt, stance: 'mentions' }), attach],
  ['claim.detach', () => app.run('claim.detach', { id: claim, excerpt }), attach],
  ['claim.verify', () => app.run('claim.verify', { id: claim, reason: 'Two documents.' })],
  ['claim.dispute', () => app.run('claim.dispute', { id: claim, reason: 'A third differs.' })],
  [
    'claim.reopen',
    () => app.run('claim.reopen', { id: claim, reason: 'Ask again.' }),
    () => app.run('claim.verify', { id: claim, reason: 'Two.' }),
  ],
  ['claim.recheck', () => app.run('claim.recheck', { id: claim, by: '2027-01-31' })],
  ['claim.supersede', () => supersede()],
  ['claims.tag', () => app.run('claims.tag', { ids: [claim, better], tags: ['cost'] })],
  ['claims.recheck', () => app.run('claims.recheck', { ids: [claim, better], by: '2027-01-31' })],
  ['claims.remove', () => app.run('claims.remove', { ids: [claim, better] })],
  ['diligence.add', () => searchInVain()],
  ['diligence.remove', removeSearch, searchInVain],
  ['claim.remove', () => app.run('claim.remove', { id: claim })],
  ['note.add', () => app.run('note.add', { title: 'Another', body: 'A word.', tags: ['todo'] })],
  ['note.edit', () => app.run('note.edit', { id: note, body: 'Answered.', tags: ['done'] })],
  ['note.remove', () => app.run('note.remove', { id: note })],
  ['tag.describe', () => app.run('tag.describe', { name: 'cost', meaning: 'Money', color: 'blue' })],
  ['collection.add', () => app.run('collection.add', { name: 'New', sources: [twice] })],
  ['collection.rename', () => app.run('collection.rename', { id: shelf, name: 'Prices' })],
  ['collection.remove', () => app.run('collection.remove', { id: shelf })],
  ['collection.move', () => app.run('collection.move', { id: other, to: 0 })],
  ['collection.include', () => app.run('collection.include', { id: other, sources: [source] })],
  ['collection.exclude', () => app.run('collection.exclude', { id: shelf, sources: [source] })],
  ['collection.arrange', () => app.run('collection.arrange', { id: shelf, source: twice, to: 0 })],
  ['saved.add', () => app.run('saved.add', { name: 'Ports', query: 'port', filters: { in: ['note'] } })],
  ['saved.edit', () => app.run('saved.edit', { id: saved, name: 'Costs', query: 'cost' })],
  ['saved.remove', () => app.run('saved.remove', { id: saved })],
  ['template.add', () => app.run('template.add', { name: 'Briefing', format: 'markdown', body: '# x' })],
  ['template.edit', () => app.run('template.edit', { id: template, name: 'Notes', body: '{{ notebook }}' })],
  ['template.remove', () => app.run('template.remove', { id: template })],
  ['source.edit', () => app.run('source.edit', { id: source, citekey: 'council2025plant' })],
  ['trash.restore', () => app.run('trash.restore', { items: [{ kind: 'source', id: binned }] })],
];

/** What undo has nothing to do with, or is itself; `source.fetch` stores as `source.import` does, and needs a server. */
const APART: readonly MutationName[] = [
  'source.fetch',
  // Tried with the codebook and with anchors.
  'tag.add',
  'tag.edit',
  'tag.rename',
  'tag.move',
  'tag.merge',
  'tag.remove',
  'tag.import',
  'excerpt.confirm',
  'excerpt.anchor',
  'excerpt.keep',
  'draft.keep',
  'setting.set',
  'trash.empty',
  'history.undo',
  'history.redo',
  'history.settle',
];

function attach(): Promise<unknown> {
  return app.run('claim.attach', { id: claim, excerpt, stance: 'disputes', origin: 'Nordet' });
}

function supersede(): Promise<unknown> {
  return app.run('claim.supersede', { id: claim, by: better });
}

function searchInVain(): Promise<unknown> {
  return app.run('diligence.add', { claim, query: 'nowhere' });
}

async function removeSearch(): Promise<unknown> {
  const [search] = (await app.run('diligence.list', { claim })).searches;
  return app.run('diligence.remove', { id: search?.id ?? '' });
}

it('has an inverse for every mutation of the contract', () => {
  const mutations = Object.entries(COMMANDS).flatMap(([name, { kind }]) =>
    kind === 'mutation' ? [name] : [],
  );
  const tried = new Set<string>([...CHANGES.map(([name]) => name), ...APART]);
  expect(mutations.filter((name) => !tried.has(name))).toEqual([]);
});

describe('undo then redo', () => {
  it.each(CHANGES.map(([name, change, prepare]) => ({ name, change, prepare })))(
    'takes back and brings back $name',
    async ({ name, change, prepare }) => {
      await prepare?.();
      const before = await look();
      await change();
      const after = await look();
      expect(after).not.toEqual(before);
      expect((await app.run('history.undo', {})).undone.command).toBe(name);
      expect(await look()).toEqual(before);
      await app.run('history.redo', {});
      expect(await look()).toEqual(after);
    },
  );

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
      undo: { command: 'saved.add', subject: 'Millions' },
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
