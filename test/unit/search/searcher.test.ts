import { describe, expect, it, onTestFinished } from 'vitest';
import { createSearcher } from '../../../src-main/core/search/searcher.ts';
import { Keeper } from '../../../src-main/core/search/upkeep/keeper.ts';
import { openNotebook } from '../../../src-main/core/storage/migrate.ts';
import { NotebookBuilder } from '../../support/notebook-builder.ts';
import { tempNotebook } from '../../support/temp.ts';

function open() {
  const notebook = NotebookBuilder.temporary();
  const searcher = createSearcher(notebook.path);
  onTestFinished(() => {
    searcher.close();
  });
  const total = (query: string) => searcher.query({ query }).total;
  return { notebook, searcher, total };
}

describe('a searcher', () => {
  it('sees what other connections have committed, at its next query', () => {
    const { notebook, total } = open();
    expect(total('cormoran')).toBe(0);
    const source = notebook.source({ paragraphs: ['Un cormoran.'] });
    expect(total('cormoran')).toBe(1);
    const claim = notebook.claim('Le cormoran vole');
    expect(total('cormoran')).toBe(2);
    notebook.edit((edit) => {
      edit.update('claim', claim, { statement: 'Le pélican vole' });
    });
    expect(total('cormoran')).toBe(1);
    expect(total('pélican')).toBe(1);
    notebook.remove('source', source.id);
    expect(total('cormoran')).toBe(0);
  });

  it('shows the title that a source has by now', () => {
    const { notebook, searcher } = open();
    const source = notebook.source({ title: 'Avant', paragraphs: ['Un cormoran.', 'Deux cormorans.'] });
    const titles = () => searcher.query({ query: 'cormorans' }).hits.map(({ title }) => title);
    expect(titles()).toEqual(['Avant', 'Avant']);
    notebook.note('Rien', 'de cela');
    expect(titles()).toEqual(['Avant', 'Avant']);
    notebook.edit((edit) => {
      edit.update('source', source.id, { title: 'Après' });
    });
    expect(titles()).toEqual(['Après', 'Après']);
  });

  it.each(['', 'un 🦆 ', 'un \0 '])('shows the very passage, again and again, after %j', (before) => {
    const { notebook, searcher } = open();
    notebook.source({ paragraphs: [`${before}début`, 'Le héron.', 'Le cormoran 🦆 nage.', 'La fin.'] });
    const shown = () => searcher.query({ query: 'cormoran' }).hits.map(({ snippet }) => snippet);
    const expected = [{ text: 'Le cormoran 🦆 nage.', ranges: [[3, 11]] }];
    for (let time = 0; time < 3; time += 1) expect(shown()).toEqual(expected);
  });

  it('sees tags and verdicts in its filters', () => {
    const { notebook, searcher } = open();
    const claim = notebook.claim('Le cormoran vole');
    const disputed = () => searcher.query({ query: 'cormoran', status: 'disputed' }).total;
    expect(disputed()).toBe(0);
    notebook.verdict(claim, 'disputed');
    expect(disputed()).toBe(1);
  });

  it('does not build its index again where nothing that is searched has changed', () => {
    const { notebook, searcher } = open();
    notebook.source({ paragraphs: Array.from({ length: 300 }, (_, at) => `Le cormoran numéro ${at}.`) });
    searcher.query({ query: 'cormoran' });
    // A row that no change tells of is not looked for: so the index cannot have been built anew.
    notebook.notebook.transaction((writer) => {
      writer.run("INSERT INTO setting (key, value) VALUES ('x', '1')");
      writer.run("UPDATE source SET title = 'Pélican'");
    });
    expect(searcher.query({ query: 'pélican' }).total).toBe(0);
    searcher.rebuild();
    expect(searcher.query({ query: 'pélican' }).total).toBe(1);
  });

  it('measures the time that it took, opening included', () => {
    const { notebook } = open();
    let now = 0;
    const searcher = createSearcher(notebook.path, { elapsed: () => (now += 5) });
    onTestFinished(() => {
      searcher.close();
    });
    expect(searcher.query({ query: 'x' }).tookMs).toBe(5);
  });

  it('says which notebook is missing', () => {
    const path = tempNotebook();
    expect(() => createSearcher(path).query({ query: 'x' })).toThrow(
      expect.objectContaining({ code: 'notebook-missing', details: { path } }),
    );
  });
});

describe('an index that is being made', () => {
  const FEW = 5000;

  function fill(passages: number): NotebookBuilder {
    const builder = NotebookBuilder.temporary();
    builder.source({ paragraphs: Array.from({ length: passages }, (_, at) => `phrase numéro ${at}`) });
    return builder;
  }

  it('is answered from as far as it is, which is said, and then from the whole', () => {
    const builder = fill(FEW + 100);
    const notebook = openNotebook(builder.path, { create: false });
    // Each look at the clock is a slice of its own, on a machine of any speed.
    let now = 0;
    const keeper = new Keeper(notebook, undefined, () => (now += 5));
    const searcher = createSearcher(builder.path, { isTended: true });
    const ask = () => {
      const { total, notice } = searcher.query({ query: 'phrase' });
      return { total, notice: notice?.code };
    };
    expect(ask()).toEqual({ total: 0, notice: 'index-partial' });
    const seen: { total: number; notice: string | undefined }[] = [];
    while (keeper.tend()) seen.push(ask());
    expect(seen.some(({ total, notice }) => total > 0 && total < FEW && notice === 'index-partial')).toBe(
      true,
    );
    expect(ask()).toEqual({ total: FEW + 100, notice: undefined });
    searcher.close();
    notebook.close();
  });

  it('is not waited for where nobody makes it', () => {
    const searcher = createSearcher(fill(FEW + 100).path);
    expect(searcher.query({ query: 'phrase' })).toMatchObject({ total: FEW + 100, notice: null });
    searcher.close();
  });
});
