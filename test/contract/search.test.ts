/** The search worker as it is built, over a real notebook. */
import { expect, it, onTestFinished } from 'vitest';
import { startSearcher } from '../../src-main/worker/search-client.ts';
import { builtWorker } from '../support/built.ts';
import { NotebookBuilder } from '../support/notebook-builder.ts';

const never = new AbortController().signal;

function open() {
  const notebook = NotebookBuilder.temporary();
  const searcher = startSearcher(notebook.path, { workerUrl: builtWorker('search-worker') });
  onTestFinished(() => searcher.close());
  return { notebook, searcher };
}

it('answers from its thread, and sees what was committed before each query', async () => {
  const { notebook, searcher } = open();
  const query = { query: 'detente', explain: true };
  expect(await searcher.query(query, never)).toMatchObject({ total: 0, hits: [], notice: null });
  const source = notebook.source({ title: 'Rapport', paragraphs: ['La détente dure.'], language: 'fr' });
  expect(await searcher.query(query, never)).toMatchObject({
    total: 1,
    hits: [
      {
        kind: 'passage',
        sourceId: source.id,
        title: 'Rapport',
        snippet: { text: 'La détente dure.', ranges: [[3, 10]] },
        why: [{ query: 'detente', term: 'détente', field: 'text', how: 'fold' }],
      },
    ],
  });
  await searcher.rebuild();
  expect(await searcher.query(query, never)).toMatchObject({ total: 1 });
});

it('counts facets in its thread, of what was committed before each query', async () => {
  const { notebook, searcher } = open();
  const query = { query: 'detente', language: 'en', facets: true };
  notebook.source({ paragraphs: ['La détente.'], language: 'fr', tags: ['guerre'] });
  const counted = [{ value: 'fr', count: 1 }];
  expect(await searcher.query(query, never)).toMatchObject({
    total: 0,
    facets: { language: counted, tag: [] },
  });
  notebook.source({ paragraphs: ['The détente.'], language: 'en', tags: ['war'] });
  expect(await searcher.query(query, never)).toMatchObject({
    total: 1,
    facets: { language: [{ value: 'en', count: 1 }, ...counted], tag: [{ value: 'war', count: 1 }] },
  });
  expect(await searcher.query({ query: 'detente' }, never)).toMatchObject({ total: 2, facets: null });
});

it('passes errors on with their code', async () => {
  const searcher = startSearcher('/nowhere/missing.dossier', { workerUrl: builtWorker('search-worker') });
  onTestFinished(() => searcher.close());
  await expect(searcher.query({ query: 'x' }, never)).rejects.toMatchObject({ code: 'notebook-missing' });
});

it('says when it begins with a query, so that only the query itself is limited', async () => {
  const notebook = NotebookBuilder.temporary();
  const limits: number[] = [];
  const after = (milliseconds: number): (() => void) => {
    limits.push(milliseconds);
    return () => undefined;
  };
  const searcher = startSearcher(notebook.path, { workerUrl: builtWorker('search-worker'), after });
  onTestFinished(() => searcher.close());
  await searcher.rebuild();
  expect(limits).toEqual([]);
  await searcher.query({ query: 'x' }, never);
  expect(limits).toEqual([1000]);
});
