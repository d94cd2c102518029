/** What becomes of a query that takes too long, of its worker, and of whoever asks next. Time is told by the test. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SearchOutput } from '../../../src-main/core/ports.ts';
import { describeWarning } from '../../../src-main/common/messages/warnings.ts';
import { startSearcher } from '../../../src-main/worker/search-client.ts';
import type { After } from '../../../src-main/worker/search-thread.ts';
import { tempNotebook } from '../../support/temp.ts';

const workerUrl = new URL('../../fixtures/search/worker.mjs', import.meta.url);
const never = new AbortController().signal;

interface Limit {
  readonly milliseconds: number;
  readonly work: () => void;
}

/** Limits as they are set; nothing happens until the test says that the time is over. */
class ManualTime {
  readonly set: Limit[] = [];
  #changed = Promise.withResolvers<void>();

  readonly after: After = (milliseconds, work) => {
    const limit = { milliseconds, work };
    this.set.push(limit);
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
    return () => {
      this.set.splice(this.set.indexOf(limit), 1);
    };
  };

  /** Resolves when a limit of so many milliseconds is set. */
  async limitOf(milliseconds: number): Promise<Limit> {
    for (;;) {
      const found = this.set.find((limit) => limit.milliseconds === milliseconds);
      if (found) return found;
      await this.#changed.promise;
    }
  }
}

/** @param openingTakes what opening a worker takes, as it is measured */
function start({ openingTakes = 0 } = {}) {
  const path = tempNotebook();
  const time = new ManualTime();
  let now = 0;
  const elapsed = () => (now += openingTakes);
  const searcher = startSearcher(path, { workerUrl, after: time.after, elapsed });
  onTestFinished(() => searcher.close());
  const log = `${path}.log`;
  const lines = (wanted: string) =>
    existsSync(log)
      ? readFileSync(log, 'utf8')
          .split('\n')
          .filter((line) => line === wanted).length
      : 0;
  const hold = (name: string) => {
    writeFileSync(`${path}.${name}`, '');
    return () => {
      rmSync(`${path}.${name}`);
    };
  };
  const query = (text: string, signal = never): Promise<SearchOutput> =>
    searcher.query({ query: text }, signal);
  return { searcher, time, lines, hold, query };
}

/** @returns how many of the threads that this process has started since are still there */
function countThreads(): () => number {
  const alive = new Set<Worker>();
  const watch = (worker: Worker): void => {
    alive.add(worker);
    worker.once('exit', () => alive.delete(worker));
  };
  process.on('worker', watch);
  onTestFinished(() => {
    process.off('worker', watch);
  });
  return () => alive.size;
}

describe('a query that takes more than a second', () => {
  it('is answered with a notice, and the next is answered by a new worker', async () => {
    const { time, query, lines } = start();
    const blocked = query('block');
    const next = query('next');
    (await time.limitOf(1000)).work();
    expect(await blocked).toMatchObject({ total: 0, hits: [], notice: { code: 'query-stopped' } });
    expect(await next).toMatchObject({ total: 4, notice: null });
    expect(lines('start')).toBe(2);
    expect(lines('block')).toBe(1);
  });

  it('is told of in both languages', async () => {
    const { time, query } = start();
    const blocked = query('block');
    (await time.limitOf(1000)).work();
    const { notice } = await blocked;
    if (!notice) throw new Error('no notice');
    expect(describeWarning(notice, 'en')).toBe(notice.message);
    expect(describeWarning(notice, 'fr')).toMatch(/recherche/);
  });

  it('can be asked again and again: no thread is left over', async () => {
    const threads = countThreads();
    const { time, query, searcher } = start();
    for (let round = 0; round < 3; round += 1) {
      const blocked = query('block');
      (await time.limitOf(1000)).work();
      await blocked;
      expect((await query('next')).total).toBe(4);
      expect(threads()).toBe(1);
    }
    await searcher.close();
    expect(threads()).toBe(0);
  });

  it('has its second from when the worker begins with it, however long opening takes', async () => {
    const { time, query, lines, hold } = start();
    const begin = hold('hold-start');
    const slow = query('slow');
    while (lines('slow') === 0) await new Promise(setImmediate);
    expect(time.set).toEqual([]);
    begin();
    expect((await slow).total).toBe(4);
    expect(lines('start')).toBe(1);
  });

  it('leaves no limit behind that would end the next', async () => {
    const { time, query } = start();
    await query('a');
    await query('b');
    expect(time.set).toEqual([]);
  });
});

describe('a query that is cancelled while it runs', () => {
  it('keeps the next waiting for a fifth of a second at most', async () => {
    const { time, query, lines } = start();
    const stale = new AbortController();
    const old = query('block', stale.signal);
    await time.limitOf(1000);
    stale.abort();
    await expect(old).rejects.toMatchObject({ code: 'cancelled' });
    const next = query('next');
    (await time.limitOf(200)).work();
    expect((await next).total).toBe(4);
    expect(lines('start')).toBe(2);
  });

  it('before it has begun, is limited from then on', async () => {
    const { time, query, lines, hold } = start();
    const begin = hold('hold-start');
    const stale = new AbortController();
    const old = query('block', stale.signal);
    while (lines('block') === 0) await new Promise(setImmediate);
    stale.abort();
    await expect(old).rejects.toMatchObject({ code: 'cancelled' });
    expect(time.set).toEqual([]);
    begin();
    (await time.limitOf(200)).work();
    expect((await query('next')).total).toBe(4);
  });

  it('is let go on for as long as opening the notebook again would take', async () => {
    const { time, query } = start({ openingTakes: 700 });
    const stale = new AbortController();
    const old = query('block', stale.signal);
    await time.limitOf(1000);
    stale.abort();
    await expect(old).rejects.toMatchObject({ code: 'cancelled' });
    (await time.limitOf(700)).work();
    expect((await query('next')).total).toBe(4);
  });
});

describe('closing', () => {
  it('while a worker is being ended answers what was asked, and ends', async () => {
    const { time, query, searcher } = start();
    const blocked = query('block');
    const next = query('next');
    (await time.limitOf(1000)).work();
    const closed = searcher.close();
    expect(await Promise.allSettled([blocked, next])).toMatchObject([
      { value: { notice: { code: 'query-stopped' } } },
      { reason: { code: 'notebook-closed' } },
    ]);
    await closed;
  });

  it('waits for a worker to have loaded, also for one that replaces another', async () => {
    const { time, query, searcher, lines, hold } = start();
    const blocked = query('block');
    await time.limitOf(1000);
    const load = hold('hold-ready');
    (await time.limitOf(1000)).work();
    await blocked;
    const next = Promise.allSettled([query('next')]);
    while (lines('start') < 2) await new Promise(setImmediate);
    const closed = searcher.close();
    await time.limitOf(3000);
    expect(lines('ready')).toBe(1);
    load();
    await closed;
    expect(lines('ready')).toBe(2);
    expect(await next).toMatchObject([{ status: 'rejected' }]);
  });

  it('before any worker was started starts none', async () => {
    const threads = countThreads();
    await start().searcher.close();
    expect(threads()).toBe(0);
  });
});
