import { describe, expect, it } from 'vitest';
import type {
  Excerpt,
  ExcerptId,
  SourceDetail,
  SourceId,
  VersionId,
} from '../../../src-main/common/contract/entities.ts';
import type { Transport } from '../../../src-main/common/contract/client.ts';
import { createClient } from '../../../src-main/common/contract/client.ts';
import type { DossierEvent, Listener } from '../../../src-main/common/contract/events.ts';
import { type Result, failure, success } from '../../../src-main/common/contract/result.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { ReaderState } from '../../../src-renderer/state/reader.svelte.ts';

const source: SourceDetail = {
  id: 'source' as SourceId,
  kind: 'text',
  title: 'Title',
  byline: null,
  site: null,
  url: null,
  publishedAt: null,
  modifiedAt: null,
  description: null,
  origins: {},
  addedAt: '2026-01-01T00:00:00.000Z',
  language: 'en',
  words: 3,
  tags: [],
  excerpts: 0,
  claims: 0,
  versionId: 'version' as VersionId,
  deletedAt: null,
  versions: [],
  text: 'One two three',
  tree: {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: 'One two three' }] }],
  },
  near: [],
  pages: null,
  translationOf: null,
  translations: [],
  repeated: 0,
};
const stored: Excerpt = {
  id: 'stored' as ExcerptId,
  sourceId: source.id,
  versionId: source.versionId,
  start: 4,
  end: 7,
  exact: 'two',
  prefix: 'One ',
  suffix: ' three',
  anchor: 'exact',
  page: null,
  color: 'blue',
  note: '',
  tags: ['kept', 'dropped'],
  claims: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const passage = { start: 4, end: 7, quote: 'two', prefix: 'One ', suffix: ' three' };
const refusal = failure({ code: 'disk-full', message: 'No room', details: {}, retryable: true });

type Answer = Result<unknown> | Promise<Result<unknown>>;

/** A notebook of one source whose answers each test may replace. */
class Desk implements Transport {
  readonly capabilities = { host: 'process', platform: 'linux', can: [] } as const;
  readonly calls: string[] = [];
  #listener: Listener | null = null;

  constructor(
    readonly excerpts: readonly Excerpt[],
    readonly answers: Readonly<Record<string, () => Answer>> = {},
  ) {}

  async call({ name }: { readonly name: string }): Promise<Result<unknown>> {
    this.calls.push(name);
    const given = this.answers[name];
    if (given) return given();
    return name === 'source.get' ? success({ source }) : success({ excerpts: this.excerpts });
  }

  subscribe(listener: Listener): () => void {
    this.#listener = listener;
    return () => (this.#listener = null);
  }

  tell(event: DossierEvent): void {
    this.#listener?.(event);
  }
}

async function read(desk: Desk): Promise<ReaderState> {
  const reader = new ReaderState(new AppState(createClient(desk, () => 'call')));
  await reader.load(source.id);
  return reader;
}

const colors = (reader: ReaderState): string[] => reader.excerpts.map(({ color }) => color);

describe('ReaderState', () => {
  it('draws a highlight before it is stored, and then as it was stored', async () => {
    const waiting = Promise.withResolvers<Result<unknown>>();
    const reader = await read(new Desk([], { 'excerpt.add': () => waiting.promise }));
    const adding = reader.highlight(passage, 'blue');
    expect(colors(reader)).toEqual(['blue']);
    waiting.resolve(success({ excerpt: stored, warnings: [] }));
    expect(await adding).toEqual(stored);
    expect(reader.excerpts).toEqual([stored]);
  });

  it('opens a highlight that was asked for while it was being stored', async () => {
    const waiting = Promise.withResolvers<Result<unknown>>();
    const reader = await read(new Desk([], { 'excerpt.add': () => waiting.promise }));
    const adding = reader.highlight(passage, 'blue');
    const [draft] = reader.excerpts;
    if (!draft) throw new Error('nothing is drawn');
    reader.open(draft.id, 'tags');
    expect(reader.active).toBeNull();
    waiting.resolve(success({ excerpt: stored, warnings: [] }));
    await adding;
    expect(reader.active).toEqual(stored);
    expect(reader.cardFocus).toBe('tags');
  });

  it('takes a highlight back where storing fails', async () => {
    const reader = await read(new Desk([], { 'excerpt.add': () => refusal }));
    expect(await reader.highlight(passage, 'blue')).toBeNull();
    expect(reader.excerpts).toEqual([]);
  });

  it('shows moved ends at once, and stores them in one step when that is done', async () => {
    const moved = { ...stored, start: 4, end: 13, exact: 'two three' };
    const desk = new Desk([stored], { 'excerpt.edit': () => success({ excerpt: moved }) });
    const reader = await read(desk);
    reader.open(stored.id, null);
    reader.stretch(stored.id, { start: 4, end: 10 });
    reader.stretch(stored.id, { start: 4, end: 13 });
    expect(reader.excerpts[0]?.exact).toBe('two three');
    expect(desk.calls.filter((name) => name === 'excerpt.edit')).toEqual([]);
    reader.close();
    await expect.poll(() => desk.calls.filter((name) => name === 'excerpt.edit')).toHaveLength(1);
    expect(reader.excerpts).toEqual([moved]);
  });

  it('gives moved ends back where they are not stored, and stores none that were given back', async () => {
    const desk = new Desk([stored], { 'excerpt.edit': () => refusal });
    const reader = await read(desk);
    reader.stretch(stored.id, { start: 0, end: 13 });
    await reader.settle();
    expect(reader.excerpts).toEqual([stored]);
    reader.stretch(stored.id, { start: 0, end: 13 });
    reader.unstretch();
    await reader.settle();
    expect(reader.excerpts).toEqual([stored]);
    expect(desk.calls.filter((name) => name === 'excerpt.edit')).toHaveLength(1);
  });

  it('does not store the same passage in the same colour twice', async () => {
    const desk = new Desk([stored]);
    const reader = await read(desk);
    expect(await reader.highlight(passage, 'blue')).toEqual(stored);
    expect(desk.calls).not.toContain('excerpt.add');
  });

  it('shows an edit at once and gives the old look back where it fails', async () => {
    const waiting = Promise.withResolvers<Result<unknown>>();
    const reader = await read(new Desk([stored], { 'excerpt.edit': () => waiting.promise }));
    const editing = reader.edit(stored.id, { color: 'pink', tags: ['new'], untag: ['dropped'] });
    expect(reader.excerpts[0]).toMatchObject({ color: 'pink', tags: ['kept', 'new'] });
    waiting.resolve(refusal);
    expect(await editing).toBe(false);
    expect(reader.excerpts).toEqual([stored]);
  });

  it('brings a highlight back where removing fails', async () => {
    const reader = await read(new Desk([stored], { 'excerpt.remove': () => refusal }));
    await reader.remove(stored.id);
    expect(reader.excerpts).toEqual([stored]);
  });

  it('leaves out highlights that this version does not have', async () => {
    const lost: Excerpt = { ...stored, id: 'lost' as ExcerptId, anchor: 'orphan' };
    const reader = await read(new Desk([stored, lost]));
    expect(reader.excerpts).toEqual([stored]);
  });

  it('reads highlights again when they change, without the text of the article', async () => {
    const desk = new Desk([stored]);
    const reader = await read(desk);
    const stop = reader.follow();
    desk.calls.length = 0;
    desk.tell({ type: 'changed', command: 'excerpt.edit' });
    expect(desk.calls).toEqual(['excerpt.list']);
    stop();
  });

  it('does not read all again for its own change, whose answer it took, only for those of others', async () => {
    const desk = new Desk([], { 'excerpt.add': () => success({ excerpt: stored, warnings: [] }) });
    const reader = await read(desk);
    const stop = reader.follow();
    await reader.highlight(passage, 'blue');
    desk.calls.length = 0;
    desk.tell({ type: 'changed', command: 'excerpt.add', call: 'call' });
    expect(desk.calls).toEqual([]);
    desk.tell({ type: 'changed', command: 'excerpt.add', call: 'call' });
    expect(desk.calls).toEqual(['excerpt.list']);
    stop();
  });

  it('reads all again for its own change where a list of before was on its way', async () => {
    const list = Promise.withResolvers<Result<unknown>>();
    const desk = new Desk([], { 'excerpt.add': () => success({ excerpt: stored, warnings: [] }) });
    const reader = await read(desk);
    const stop = reader.follow();
    const slow = { ...desk.answers, 'excerpt.list': () => list.promise };
    Object.assign(desk, { answers: slow });
    desk.tell({ type: 'changed', command: null });
    await reader.highlight(passage, 'blue');
    desk.calls.length = 0;
    desk.tell({ type: 'changed', command: 'excerpt.add', call: 'call' });
    expect(desk.calls).toEqual(['excerpt.list']);
    list.resolve(success({ excerpts: [stored] }));
    stop();
  });

  it('keeps what is still being stored in sight while highlights are read again', async () => {
    const waiting = Promise.withResolvers<Result<unknown>>();
    const desk = new Desk([{ ...stored, id: 'other' as ExcerptId, color: 'pink' }], {
      'excerpt.add': () => waiting.promise,
    });
    const reader = await read(desk);
    const adding = reader.highlight(passage, 'blue');
    await reader.load(source.id);
    expect(colors(reader)).toEqual(['pink', 'blue']);
    waiting.resolve(success({ excerpt: stored, warnings: [] }));
    await adding;
    expect(reader.excerpts.map(({ id }) => id)).toEqual(['other', 'stored']);
  });

  it('says that a source is missing', async () => {
    const missing = failure({ code: 'not-found', message: '', details: {}, retryable: false });
    const reader = await read(new Desk([], { 'source.get': () => missing }));
    expect(reader.isMissing).toBe(true);
    expect(reader.source).toBeNull();
  });
});
