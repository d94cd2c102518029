/** A notebook that lives: random commands through its tables, indexed as the engine does it, compared with stock lunr. */
import { expect } from 'vitest';
import { compileQuery } from '../../src-main/core/search/compile.ts';
import { Documents, type SearchDocument } from '../../src-main/core/search/documents.ts';
import { allThings } from '../../src-main/core/search/feed.ts';
import { Keeper } from '../../src-main/core/search/keeper.ts';
import { parseQuery } from '../../src-main/core/search/parse.ts';
import { StoredIndex } from '../../src-main/core/search/stored-index.ts';
import { logChange } from '../../src-main/core/storage/changes.ts';
import type { Notebook } from '../../src-main/core/storage/connection.ts';
import { applyPatches, Edit } from '../../src-main/core/storage/edit.ts';
import { changeTags } from '../../src-main/core/storage/tags.ts';
import { uuidIds } from '../../src-main/worker/node-ports.ts';
import { seededRandom } from '../../src-main/worker/synthetic.ts';
import { insertSource, type SeededSource } from './notebook-builder.ts';
import { askWords, buildStock } from './stock-lunr.ts';

const WORDS = (
  'sanction sanctions détente radiations radiation radiateur prix police policy policies élevées élevé le the la ' +
  'exportation export exports milliards 46,7 accord accords cœur coût coûts barrage dam water eau eaux saumure brine'
).split(' ');
const QUERIES = [
  ...['sanction', '+sanction +prix', 'radiat*', 'raidation~1', 'polic~2', '-police', 'eau -dam', '*ation'],
  ...[
    'title:prix',
    'statement:eau^3 tag:water',
    'coûts exportations^2',
    '+eau~1 -brine',
    'ra*ion',
    'le',
    '46.7',
  ],
  ...['+note:eau', 'quotation:saumure text:saumure', 'élevées the', 'zzz', '+zzz eau', '+radiations cœur'],
];

type Table = 'source' | 'excerpt' | 'claim' | 'note';

interface Row {
  readonly table: Table;
  readonly id: string;
}

export class Churn {
  readonly random: () => number;
  readonly keeper: Keeper;
  readonly rows: Row[] = [];
  readonly sources: SeededSource[] = [];
  readonly #reading = new StoredIndex();

  constructor(
    readonly notebook: Notebook,
    seed: number,
  ) {
    this.random = seededRandom(seed);
    this.keeper = new Keeper(notebook);
  }

  /** One random command. */
  step(): void {
    const choice = this.random();
    if (choice < 0.02) this.#addSource(1 + Math.floor(this.random() * 45));
    else if (choice < 0.3) this.#addOwn('claim');
    else if (choice < 0.45) this.#addOwn('note');
    else if (choice < 0.6) this.#addExcerpt();
    else if (choice < 0.75) this.#editText();
    else if (choice < 0.97) this.#trash();
    else this.#undo();
    if (this.random() < 0.3) this.keeper.tend();
  }

  /** Each query's ids and scores in order, this index's and stock lunr's. */
  compare(count: number): void {
    const { index, live } = this.notebook.snapshot((reader) => ({
      index: this.#reading.refresh(reader),
      live: [...this.#liveDocuments()],
    }));
    const stock = buildStock(live);
    expect(index.documentCount).toBe(live.length);
    for (let at = 0; at < count; at += 1) {
      const query = this.#pick(QUERIES);
      const parsed = parseQuery(query, false);
      const { clauses, cut } = compileQuery(parsed, index.vocabulary);
      if (cut || parsed.plain) throw new Error(`${query} was cut`);
      const { page, total } = index.search(clauses, { accepts: null, from: 0, to: Infinity });
      const found = page.map(({ entry, score }) => ({ id: entry.id, score }));
      const expected = askWords(stock, parsed.words);
      expect(total, query).toBe(expected.length);
      expect(
        found.map(({ id }) => id),
        query,
      ).toEqual(expected.map(({ id }) => id));
      found.forEach(({ score }, rank) => {
        expect(Math.abs(score - (expected[rank]?.score ?? -1)), query).toBeLessThan(1e-9);
      });
      const best = index.search(clauses, { accepts: null, from: 3, to: 9 }).page;
      expect(
        best.map(({ entry }) => entry.id),
        query,
      ).toEqual(expected.slice(3, 9).map(({ id }) => id));
    }
  }

  *#liveDocuments(): Generator<SearchDocument> {
    for (const thing of allThings(new Documents(this.notebook.reader))) yield* thing.documents();
  }

  #commit<T>(work: (edit: Edit) => T): T {
    return this.notebook.transaction((writer) => {
      const edit = new Edit(writer, { now: () => 1_700_000_000_000 }, uuidIds);
      const value = work(edit);
      logChange(edit, 'claim.edit');
      this.keeper.follow(writer);
      return { value };
    }).value;
  }

  #text(most: number): string {
    return Array.from({ length: 1 + Math.floor(this.random() * most) }, () => this.#pick(WORDS)).join(' ');
  }

  #pick<T>(all: readonly T[]): T {
    const picked = all[Math.floor(this.random() * all.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  #addSource(passages: number): void {
    const paragraphs = Array.from({ length: passages }, () => this.#text(20));
    const language = this.#pick(['fr', 'en', null]);
    const source = this.#commit((edit) =>
      insertSource(edit, { title: this.#text(4), paragraphs, language, tags: [this.#pick(WORDS)] }),
    );
    this.sources.push(source);
    this.rows.push({ table: 'source', id: source.id });
  }

  #addOwn(table: 'claim' | 'note'): void {
    const times = { created_at: 0, updated_at: 0, deleted_at: null };
    this.#commit((edit) => {
      const id = edit.ids.next();
      if (table === 'claim') edit.insert('claim', { id, statement: this.#text(8), note: '', ...times });
      else edit.insert('note', { id, title: this.#text(3), body: this.#text(30), ...times });
      if (this.random() < 0.3) changeTags(edit, `${table}_tag`, id, { tags: [this.#pick(WORDS)] });
      this.rows.push({ table, id });
    });
  }

  #addExcerpt(): void {
    if (this.sources.length === 0) return;
    const source = this.#pick(this.sources);
    this.#commit((edit) => {
      const id = edit.ids.next();
      const place = { start_offset: 0, end_offset: 4, exact: this.#text(6), prefix: '', suffix: '' };
      edit.insert('excerpt', {
        ...{ id, source_id: source.id, version_id: source.versionId, ...place, anchor: 'exact' },
        ...{ color: 'blue', note: this.#text(3), created_at: 0, updated_at: 0, deleted_at: null },
      });
      edit.touch('source', source.id);
      this.rows.push({ table: 'excerpt', id });
    });
  }

  #editText(): void {
    if (this.rows.length === 0) return;
    const { table, id } = this.#pick(this.rows);
    this.#commit((edit) => {
      if (table === 'claim') edit.update('claim', id, { statement: this.#text(8) });
      else if (table === 'note') edit.update('note', id, { body: this.#text(30) });
      else if (table === 'excerpt') edit.update('excerpt', id, { note: this.#text(5) });
      else if (this.random() < 0.5) edit.update('source', id, { title: this.#text(5) });
      else edit.update('source', id, { language: this.#pick(['fr', 'en']) });
    });
  }

  /** Into the trash, or out of it. */
  #trash(): void {
    if (this.rows.length === 0) return;
    const { table, id } = this.#pick(this.rows);
    this.#commit((edit) => {
      edit.update(table, id, { deleted_at: this.random() < 0.6 ? edit.now : null });
    });
  }

  /** An edit and its undoing, as one command each. */
  #undo(): void {
    if (this.rows.length === 0) return;
    const { table, id } = this.#pick(this.rows);
    const patches = this.#commit((edit) => {
      edit.update(table, id, { deleted_at: edit.now });
      return edit.patches;
    });
    this.#commit((edit) => {
      applyPatches(edit, patches, 'undo', () => '');
    });
  }
}
