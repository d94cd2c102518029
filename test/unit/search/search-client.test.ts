import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inProcessSearcher, startSearcher } from '../../../src-main/worker/search-client.ts';
import { NotebookBuilder } from '../../support/notebook-builder.ts';
import { tempNotebook } from '../../support/temp.ts';

const workerUrl = new URL('../../fixtures/search/worker.mjs', import.meta.url);
const never = new AbortController().signal;

function start() {
  const path = tempNotebook();
  const searcher = startSearcher(path, { workerUrl });
  onTestFinished(() => searcher.close());
  const asked = () =>
    readFileSync(`${path}.log`, 'utf8')
      .trim()
      .split('\n')
      .filter((line) => line !== 'start' && line !== 'ready');
  return { searcher, asked };
}

describe('the searcher over a worker', () => {
  it('answers each query with its own answer', async () => {
    const { searcher } = start();
    const queries = ['a', 'bb', 'ccc'];
    const answers = await Promise.all(queries.map((query) => searcher.query({ query }, never)));
    expect(answers.map(({ total }) => total)).toEqual([1, 2, 3]);
  });

  it('never asks what was cancelled while it waited', async () => {
    const { searcher, asked } = start();
    const stale = new AbortController();
    const first = searcher.query({ query: 'first' }, never);
    const second = searcher.query({ query: 'stale' }, stale.signal);
    const third = searcher.query({ query: 'third' }, never);
    stale.abort();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    await Promise.all([first, third]);
    expect(asked()).toEqual(['first', 'third']);
  });

  it('refuses at once what was cancelled before', async () => {
    const { searcher } = start();
    const answer = searcher.query({ query: 'x' }, AbortSignal.abort());
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('starts a dead worker again and asks once more', async () => {
    const { searcher, asked } = start();
    const answers = [searcher.query({ query: 'die-once' }, never), searcher.query({ query: 'next' }, never)];
    expect((await Promise.all(answers)).map(({ total }) => total)).toEqual([8, 4]);
    expect(asked()).toEqual(['die-once', 'die-once', 'next']);
  });

  it('gives up on a query that kills it twice, and answers the next', async () => {
    const { searcher } = start();
    await expect(searcher.query({ query: 'die' }, never)).rejects.toMatchObject({ code: 'internal' });
    expect((await searcher.query({ query: 'next' }, never)).total).toBe(4);
  });

  it('passes on the worker’s own errors, without asking again', async () => {
    const { searcher, asked } = start();
    await expect(searcher.query({ query: 'fail' }, never)).rejects.toMatchObject({ code: 'notebook-locked' });
    expect(asked()).toEqual(['fail']);
  });

  it('answers nothing after it was closed', async () => {
    const { searcher } = start();
    await searcher.query({ query: 'a' }, never);
    await searcher.close();
    await expect(searcher.query({ query: 'b' }, never)).rejects.toMatchObject({ code: 'notebook-closed' });
  });
});

describe('the searcher in this thread', () => {
  it('answers, rebuilds and refuses what was cancelled', async () => {
    const notebook = NotebookBuilder.temporary();
    notebook.claim('Le cormoran vole');
    const searcher = inProcessSearcher(notebook.path);
    onTestFinished(() => searcher.close());
    expect((await searcher.query({ query: 'cormoran' }, never)).total).toBe(1);
    await searcher.rebuild();
    await expect(searcher.query({ query: 'x' }, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
