/** Totals, pages and facets of a notebook that lives are those that counting row by row gives. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ClaimId, ExcerptId, NoteId, SourceId } from '../../../src-main/common/contract/entities.ts';
import type { SearchInput } from '../../../src-main/core/ports.ts';
import type { Reader } from '../../../src-main/core/storage/connection.ts';
import { openNotebook } from '../../../src-main/core/storage/migrate.ts';
import { listSegments } from '../../../src-main/core/storage/search-store.ts';
import { seededRandom } from '../../../src-main/worker/synthetic.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';
import * as reference from '../../support/facet-reference.ts';

const WORDS = ['cormoran', 'pélican', 'goéland', 'héron'];
const SITES = ['Le Relevé', 'le releve', 'LE RELEVÉ', 'Tideline', 'TIDELINE', 'Fanal'];
const DATES = ['2018', '2018-05', '2018-05-14', '2019-01-31', '2019', '2019-12-31T23:30:00.000Z', '2021-02'];
const TAGS = ['port', 'Coût', 'eau', 'énergie'];
const LANGUAGES = ['fr', 'en', 'pt-BR'];
const BOUNDS = [
  '2017',
  '2018',
  '2018-05',
  '2018-06',
  '2018-05-14',
  '2019-01',
  '2019-12-31',
  '2020',
  '2021-02-28',
];
const QUERIES: readonly (readonly [string, (text: string) => boolean])[] = [
  ['cormoran', (text) => text.includes('cormoran')],
  ['+cormoran +goeland', (text) => text.includes('cormoran') && text.includes('goéland')],
  ['-heron', (text) => !text.includes('héron')],
  ['"pelican cormoran"', (text) => /pélican cormoran/.test(text)],
  ['cormoran -"cormoran pelican"', (text) => text.includes('cormoran') && !text.includes('cormoran pélican')],
];

const PAGE = 23;

class Life {
  readonly random: () => number;
  readonly sources: { id: SourceId; lines: readonly string[] }[] = [];
  readonly own: (
    { kind: 'claim'; id: ClaimId } | { kind: 'note'; id: NoteId } | { kind: 'excerpt'; id: ExcerptId }
  )[] = [];
  #imports = 0;

  constructor(
    readonly engine: TestEngine,
    seed: number,
  ) {
    this.random = seededRandom(seed);
  }

  pick<T>(all: readonly T[]): T {
    const picked = all[Math.floor(this.random() * all.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  maybe<T>(all: readonly T[], chance = 0.5): T | undefined {
    return this.random() < chance ? this.pick(all) : undefined;
  }

  tags(): string[] {
    return TAGS.filter(() => this.random() < 0.3);
  }

  text(): string {
    return Array.from({ length: 2 + Math.floor(this.random() * 5) }, () => this.pick(WORDS)).join(' ');
  }

  /** Any may fail (nothing to undo, already in the trash): then it changes nothing. */
  async step(): Promise<void> {
    const { run } = this.engine;
    const steps = [
      () => this.#import(),
      () => this.#excerpt(),
      async () => {
        const { claim } = await run('claim.add', { statement: this.text(), tags: this.tags() });
        this.own.push({ kind: 'claim', id: claim.id });
      },
      async () => {
        const { note } = await run('note.add', { title: this.text(), body: this.text(), tags: this.tags() });
        this.own.push({ kind: 'note', id: note.id });
      },
      () => this.#editSource(),
      () => this.#editOwn(),
      () => this.#judge(),
      () => this.#trash(),
      () => run('tag.move', { tag: this.pick(TAGS), parent: this.maybe(TAGS, 0.7) ?? null }),
      () => run('tag.merge', { tag: this.pick(TAGS), into: this.pick(TAGS) }),
      () => run('tag.remove', { tag: this.pick(TAGS) }),
      () => run('history.undo', {}),
      () => run('history.redo', {}),
    ];
    await this.pick(steps)().catch((error: unknown) => {
      expect(String(error)).toMatch(/not-found|duplicate|nothing|invalid/);
    });
    if (this.random() < 0.1) this.engine.engine.tend();
  }

  async #import(): Promise<void> {
    this.#imports += 1;
    // Of more than a hundred passages a segment is made.
    const length = this.#imports === 1 ? 150 : 1 + Math.floor(this.random() * 6);
    const lines = Array.from({ length }, (_none, at) => `L${at}: ${this.text()}`);
    const { id } = await this.engine.run('source.import', {
      bytes: bytesOf(`Titre ${this.#imports}\n\n${lines.join('\n\n')}`),
      fileName: 'a.txt',
      language: this.maybe(LANGUAGES, 0.8) ?? null,
      publishedAt: this.maybe(DATES, 0.8) ?? null,
      tags: this.tags(),
    });
    this.sources.push({ id, lines });
    await this.engine.run('source.edit', { id, site: this.maybe(SITES, 0.8) ?? null });
  }

  async #excerpt(): Promise<void> {
    if (this.sources.length === 0) return;
    const { id, lines } = this.pick(this.sources);
    const input = { source: id, quote: this.pick(lines), tags: this.tags(), note: this.text() };
    const { excerpt } = await this.engine.run('excerpt.add', input);
    this.own.push({ kind: 'excerpt', id: excerpt.id });
  }

  async #editSource(): Promise<void> {
    if (this.sources.length === 0) return;
    const { id } = this.pick(this.sources);
    const details = [
      { site: this.maybe(SITES) ?? null },
      { publishedAt: this.maybe(DATES) ?? null },
      { language: this.maybe(LANGUAGES) ?? null },
      { tags: this.tags(), untag: this.tags() },
    ];
    await this.engine.run('source.edit', { id, ...this.pick(details) });
  }

  async #editOwn(): Promise<void> {
    if (this.own.length === 0) return;
    const { kind, id } = this.pick(this.own);
    const change = { tags: this.tags(), untag: this.tags() };
    if (kind === 'claim') await this.engine.run('claim.edit', { id, statement: this.text(), ...change });
    else if (kind === 'note') await this.engine.run('note.edit', { id, ...change });
    else await this.engine.run('excerpt.edit', { id, ...change });
  }

  async #judge(): Promise<void> {
    const claims = this.own.flatMap((each) => (each.kind === 'claim' ? [each.id] : []));
    if (claims.length === 0) return;
    const verdicts = ['claim.verify', 'claim.dispute', 'claim.reopen'] as const;
    await this.engine.run(this.pick(verdicts), { id: this.pick(claims), reason: 'So it is.' });
  }

  async #trash(): Promise<void> {
    if (this.sources.length === 0 || this.own.length === 0) return;
    const { run } = this.engine;
    const source = this.pick(this.sources).id;
    const { kind, id } = this.pick(this.own);
    if (this.random() < 0.2) await run('source.remove', { id: source });
    else if (this.random() < 0.5) await run('source.restore', { id: source });
    else if (kind === 'claim') await run('claim.remove', { id });
    else if (kind === 'note') await run('note.remove', { id });
    else await run('excerpt.remove', { id });
  }

  filters(): Partial<SearchInput> {
    const kinds = (['passage', 'excerpt', 'claim', 'note'] as const).filter(() => this.random() < 0.5);
    const all: Partial<SearchInput> = {
      in: this.maybe([kinds], 0.3),
      tag: this.maybe([...TAGS, 'PORT', 'cout', 'none'], 0.3),
      status: this.maybe(['unreviewed', 'verified', 'disputed'] as const, 0.15),
      language: this.maybe([...LANGUAGES, 'FR', 'pt-br', 'de'], 0.3),
      site: this.maybe([...SITES, 'fànal', 'Nowhere'], 0.3),
      from: this.maybe(BOUNDS, 0.25),
      to: this.maybe(BOUNDS, 0.25),
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }
}

async function searchAll(engine: TestEngine, input: SearchInput) {
  const whole = await engine.run('search.query', { ...input, limit: 1000 });
  const ids: string[] = [];
  for (let offset = 0; offset < whole.total; offset += PAGE) {
    const page = await engine.run('search.query', { ...input, facets: false, limit: PAGE, offset });
    expect(page).toMatchObject({ total: whole.total, facets: null });
    ids.push(...page.hits.map(({ id }) => id));
  }
  expect(ids).toEqual(whole.hits.map(({ id }) => id));
  return { ids, total: whole.total, facets: whole.facets };
}

/** Merging leaves the other name as an alias; what is none stays as it is. */
function nameOfAlias(reader: Reader, tag: string | undefined): string | undefined {
  const row = reader.get<{ name: string }>(
    `SELECT tag.name FROM tag_alias AS alias JOIN tag ON tag.id = tag_id
     WHERE alias.deleted_at IS NULL AND alias.name_key = ?`,
    tag?.toLowerCase() ?? '',
  );
  return row?.name ?? tag;
}

describe('filters and facets', () => {
  it.each([1, 2, 3])('are exact after any commands (%i)', { timeout: 300_000 }, async (seed) => {
    const engine = openTestEngine();
    const rows = openNotebook(engine.path, { create: false, readOnly: true });
    onTestFinished(() => {
      rows.close();
    });
    const life = new Life(engine, seed);
    for (let round = 0; round < 8; round += 1) {
      for (let step = 0; step < 45; step += 1) await life.step();
      const documents = rows.snapshot(reference.readPlainly);
      const sites = rows.reader.all<{ site: string }>('SELECT site FROM live_source WHERE site IS NOT NULL');
      for (const [query, matches] of QUERIES) {
        const filters = life.filters();
        const found = await searchAll(engine, { query, facets: true, ...filters });
        const expected = reference.expect(
          documents.filter(({ text }) => matches(text)),
          { ...filters, tag: nameOfAlias(rows.reader, filters.tag) },
          sites.map(({ site }) => site),
        );
        const asked = JSON.stringify({ query, ...filters });
        expect(found.total, asked).toBe(expected.ids.length);
        expect(found.ids.toSorted(), asked).toEqual(expected.ids.toSorted());
        expect(found.facets, asked).toEqual(expected.facets);
      }
    }
    expect(listSegments(rows.reader).length).toBeGreaterThan(0);
  });
});
