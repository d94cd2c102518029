/** The reader's own components over an engine that answers at once: what is measured is the window's work. */
import { flushSync, mount, tick } from 'svelte';
import { createClient, type Transport } from '../../../../src-main/common/contract/client.ts';
import type { Excerpt, ExcerptId, SourceId } from '../../../../src-main/common/contract/entities.ts';
import { success } from '../../../../src-main/common/contract/result.ts';
import { AppState } from '../../../../src-renderer/state/app.svelte.ts';
import { ReaderState } from '../../../../src-renderer/state/reader.svelte.ts';
import { makeArticle, toExcerpt, toSource } from './article.ts';
import { drawn, scrollThrough, type Change } from './clock.ts';
import ReaderHost from './ReaderHost.svelte';

const article = makeArticle();
const source = toSource(article);
const excerpts = article.highlights.map((each, index) => toExcerpt(article.text, each, index));
const made = new Map<number, Excerpt>();
let number = 0;

const answers: Record<string, (input: Record<string, unknown>) => unknown> = {
  'source.get': () => ({ source }),
  'excerpt.list': () => ({ excerpts }),
  'excerpt.review': () => ({ items: [], meters: [] }),
  'excerpt.add': ({ range, color }) => {
    const place = range as { readonly start: number; readonly end: number };
    const excerpt = toExcerpt(
      article.text,
      { ...place, color: color as Excerpt['color'] },
      20_000 + number++,
    );
    return { excerpt, warnings: [] };
  },
  'excerpt.edit': ({ id, color }) => ({
    excerpt: { ...[...made.values()].find((each) => each.id === id), color },
  }),
  'excerpt.remove': ({ id }) => ({ id }),
  'link.mentions': () => ({ mentions: [] }),
};

const transport: Transport = {
  capabilities: { host: 'process', platform: 'test', can: [] },
  subscribe: () => () => undefined,
  call: ({ name, input }) =>
    Promise.resolve(success(answers[name]?.(input as Record<string, unknown>) ?? {})),
};
let ids = 0;
const app = new AppState(createClient(transport, () => `bench-${(ids += 1)}`));
app.preferences.marginShown = false;
const reader = new ReaderState(app);

const scrolled = (): HTMLElement => {
  const page = document.querySelector<HTMLElement>('.page');
  if (!page) throw new Error('the reader shows no page');
  return page;
};

function countPainted(): number {
  return [...CSS.highlights.values()].reduce((count, { size }) => count + size, 0);
}

/** All that the thread does for one change: drawing it at once, taking the answer, and laying out. */
async function timed(change: () => Promise<unknown>): Promise<Change> {
  const began = performance.now();
  const done = change();
  flushSync();
  void scrolled().scrollHeight;
  let work = performance.now() - began;
  const shown = drawn();
  await done;
  const answered = performance.now();
  flushSync();
  void scrolled().scrollHeight;
  work += performance.now() - answered;
  return { work, shown: (await shown) - began };
}

globalThis.benchPage = {
  async open() {
    const began = performance.now();
    mount(ReaderHost, { target: document.body, props: { app, reader } });
    await reader.load('source' as SourceId);
    await tick();
    let shown = await drawn();
    // A frame without the first screen's highlights does not count as the first.
    while (countPainted() === 0) shown = await drawn();
    if (!document.querySelector('.article-body p')) throw new Error('no text was shown');
    return shown - began;
  },
  add: (index) =>
    timed(async () => {
      const { start, end, color } = article.spare[index] ?? { start: 0, end: 1, color: 'yellow' as const };
      const quote = article.text.slice(start, end);
      const excerpt = await reader.highlight({ start, end, quote, prefix: '', suffix: '' }, color);
      if (excerpt) made.set(index, excerpt);
    }),
  recolor: (index) => timed(() => reader.edit(made.get(index)?.id ?? ('' as ExcerptId), { color: 'pink' })),
  remove: (index) => timed(() => reader.remove(made.get(index)?.id ?? ('' as ExcerptId))),
  scroll: (frames) => scrollThrough(scrolled(), frames),
  async settle() {
    while (document.querySelectorAll('.article-body p').length < article.paragraphs.length) await drawn();
    await drawn();
  },
  async margin() {
    const began = performance.now();
    app.preferences.marginShown = true;
    flushSync();
    await drawn();
    // Notes are placed at the frame after they were measured.
    return (await drawn()) - began;
  },
};
