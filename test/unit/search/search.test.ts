import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchInput, SearchOutput } from '../../../src-main/core/ports.ts';
import { createSearcher, type SyncSearcher } from '../../../src-main/core/search/searcher.ts';
import { NotebookBuilder } from '../../support/notebook-builder.ts';

let notebook: NotebookBuilder;
let searcher: SyncSearcher;

beforeEach(() => {
  notebook = NotebookBuilder.temporary();
  searcher = createSearcher(notebook.path);
  return () => {
    searcher.close();
  };
});

function search(query: string, options: Partial<SearchInput> = {}): SearchOutput {
  return searcher.query({ query, ...options });
}

/** Passages, in French, of one source each. */
function passages(...texts: readonly string[]): void {
  texts.forEach((text, at) =>
    notebook.source({ title: `Article ${at}`, paragraphs: [text], language: 'fr' }),
  );
}

const marked = ({ hits }: SearchOutput) =>
  hits.map(({ snippet }) => snippet.ranges.map(([start, end]) => snippet.text.slice(start, end)));
const texts = ({ hits }: SearchOutput) => hits.map(({ snippet }) => snippet.text);

describe('the queries of the brief', () => {
  beforeEach(() => {
    passages(
      'Les radiations ont été mesurées.',
      'L’exportation a atteint 46,7 milliards.',
      'La détente entre 300\u202f000 hommes.',
      'Les exportations : 300,000 tonnes.',
    );
  });

  it.each([
    ['radiation', [['radiations']]],
    ["l'exportation", [['exportation'], ['exportations']]],
    ['46.7', [['46,7']]],
    ['46,7', [['46,7']]],
    ['detente', [['détente']]],
    ['300 000', [['300,000'], ['300\u202f000']]],
    ['radiat*', [['radiations']]],
    ['*TENTE', [['détente']]],
    ['exportatoin~1', [['exportation']]],
    ['+exportation -46,7', [['exportations']]],
  ])('%s', (query, expected) => {
    expect(marked(search(query)).sort()).toEqual(expected.toSorted());
  });

  it('answers nothing to nothing', () => {
    expect(search('   ')).toMatchObject({ total: 0, hits: [], notice: null });
  });

  it('leaves common words out beside others, but answers them alone', () => {
    expect(search('les radiations').total).toBe(1);
    expect(search('les').total).toBe(2);
  });
});

describe('kinds and fields', () => {
  it('finds passages, excerpts, claims and notes, each with where it stands', () => {
    const source = notebook.source({
      title: 'Rapport',
      paragraphs: ['Intro.', 'Le tritium fuit.'],
      language: 'fr',
    });
    const excerpt = notebook.excerpt({ source, exact: 'tritium', note: 'à vérifier' });
    const claim = notebook.claim('Le tritium a fui');
    const note = notebook.note('Sur le tritium', 'Voir le rapport.');
    const { hits, total } = search('tritium');
    expect(total).toBe(4);
    expect(new Map(hits.map(({ kind, id }) => [kind, id]))).toEqual(
      new Map<string, string>([
        ['passage', `${source.versionId}#1`],
        ['excerpt', excerpt],
        ['claim', claim],
        ['note', note],
      ]),
    );
    const at = source.text.indexOf('tritium');
    expect(hits.find(({ kind }) => kind === 'excerpt')).toMatchObject({
      sourceId: source.id,
      versionId: source.versionId,
      start: at,
      end: at + 'tritium'.length,
      title: 'Rapport',
    });
    expect(hits.find(({ kind }) => kind === 'claim')).toMatchObject({
      sourceId: null,
      title: 'Le tritium a fui',
    });
  });

  it.each([
    ['title:sanctions', 'passage'],
    ['titre:sanctions', 'passage'],
    ['étiquette:urgent', 'passage'],
    ['etiquette:urgent', 'passage'],
    ['tag:urgent', 'passage'],
    ['citation:milliards', 'excerpt'],
    ['note:chiffre', 'excerpt'],
    ['affirmation:milliards', 'claim'],
    ['statement:milliards', 'claim'],
    ['texte:dix', 'passage'],
  ])('%s asks one field', (query, kind) => {
    const paragraphs = ['Dix milliards ont été perdus.'];
    const source = notebook.source({ title: 'Sanctions', paragraphs, language: 'fr', tags: ['Urgent'] });
    notebook.excerpt({ source, exact: 'milliards', note: 'quel chiffre ?' });
    notebook.claim('Des milliards');
    const answer = search(query);
    expect(answer.hits.map((hit) => hit.kind)).toEqual([kind]);
    expect(answer.notice).toBeNull();
  });

  it('counts a word of a title once, not once a passage', () => {
    notebook.source({ title: 'Sanctions', paragraphs: ['Un.', 'Deux.', 'Trois.'] });
    expect(search('sanctions').total).toBe(1);
  });

  it('does not find what is in the trash', () => {
    const source = notebook.source({ paragraphs: ['Un cormoran.'] });
    notebook.excerpt({ source, exact: 'cormoran' });
    notebook.remove('source', source.id);
    expect(search('cormoran').total).toBe(0);
  });
});

describe('phrases', () => {
  beforeEach(() => {
    passages('Le prix du pétrole brut monte.', 'Un pétrole de prix, brut.', 'L’école d’été : 46,7 %.');
  });

  it.each([
    ['"petrole brut"', 1],
    ['«\u00a0pétrole   brut\u00a0»', 1],
    ['“PÉTROLE BRUT”', 1],
    ['"pétrole bru"', 0],
    ['"trole brut"', 0],
    ['"l\'ecole d\'ete"', 1],
    ['"46.7 %"', 1],
    ['prix -"pétrole brut"', 1],
    ['text:"pétrole brut"', 1],
    ['title:"pétrole brut"', 0],
    ['"pétrole brut', 2],
  ])('%s: %i', (query, total) => {
    expect(search(query).total).toBe(total);
  });

  it('are marked whole', () => {
    expect(marked(search('"petrole brut"'))).toEqual([['pétrole brut']]);
  });

  it('of signs alone are looked for as they stand', () => {
    passages('Un visage ¯\\_(ツ)_/¯ et 🎉.');
    expect(search('"🎉"').total).toBe(1);
    expect(search('🎉').total).toBe(1);
    expect(search('🎈').total).toBe(0);
  });
});

describe('filters', () => {
  it('by kind, tag, status and language, with an exact total', () => {
    const source = notebook.source({ paragraphs: ['Un gazoduc.'], language: 'fr', tags: ['Énergie'] });
    notebook.source({ paragraphs: ['A gazoduc.'], language: 'en' });
    const excerpt = notebook.excerpt({ source, exact: 'gazoduc' });
    const claim = notebook.claim('Le gazoduc est à l’arrêt', { tags: ['énergie'] });
    notebook.claim('Gazoduc');
    notebook.verdict(claim, 'disputed');
    const ids = (options: Partial<SearchInput>) => {
      const { hits, total } = search('gazoduc', options);
      expect(total).toBe(hits.length);
      return hits.map(({ id }) => id).sort();
    };
    const passage = `${source.versionId}#0`;
    expect(ids({})).toHaveLength(5);
    expect(ids({ in: ['excerpt', 'claim'] })).toHaveLength(3);
    expect(ids({ tag: 'ÉNERGIE' })).toEqual([passage, excerpt, claim].sort());
    expect(ids({ status: 'disputed' })).toEqual([claim]);
    expect(ids({ status: 'unreviewed' })).toHaveLength(1);
    expect(ids({ language: 'fr' })).toEqual([passage, excerpt, claim].sort());
    expect(ids({ tag: 'none' })).toEqual([]);
  });

  it('pages without loss or repetition, ties by id', () => {
    passages(...Array.from({ length: 25 }, () => 'Le même cormoran.'));
    const all = search('cormoran', { limit: 1000 });
    expect(all.total).toBe(25);
    expect(all.hits.map(({ id }) => id)).toEqual(all.hits.map(({ id }) => id).sort());
    const pages = [0, 7, 14, 21].flatMap((offset) => search('cormoran', { limit: 7, offset }).hits);
    expect(pages).toEqual(all.hits);
    expect(search('cormoran', { limit: 0 })).toMatchObject({ total: 25, hits: [] });
    expect(search('cormoran', { offset: 1000 }).hits).toEqual([]);
  });
});

describe('while typing', () => {
  beforeEach(() => {
    passages('Les radiations ionisantes.', 'Un radiateur.', 'La guerre.');
  });

  it('takes the last word as a beginning', () => {
    for (const query of ['radiatio', 'radia', 'guerre radia']) {
      expect(search(query, { typing: true }).total, query).toBeGreaterThan(0);
    }
    expect(search('radiatio').total).toBe(0);
    expect(search('radia guerre', { typing: true }).total).toBe(1);
    expect(search('radia ', { typing: true }).total).toBe(0);
  });

  it('does not complain of what is not finished', () => {
    for (const query of ['guerre -', 'titre:', '+', 'guerre~', 'guerre^', '"gue']) {
      expect(search(query, { typing: true }).notice, query).toBeNull();
    }
  });
});

describe('notices', () => {
  beforeEach(() => {
    passages('Un navire marchand.');
  });

  it.each(['nom:navire', 'navire~x', 'navire^', '+ +navire +', 'https://example.org/navire', 'navire:'])(
    '%s is searched as plain words',
    (query) => {
      expect(search(query)).toMatchObject({ total: 1 });
      expect([null, 'query-plain']).toContain(search(query).notice?.code ?? null);
    },
  );

  it('says that a query was read as plain words', () => {
    expect(search('nom:navire').notice?.code).toBe('query-plain');
  });

  it.each(['navire~9', `navire ${'mot '.repeat(1000)}`, 'n*a*v*i*r*e*', `navire ${'b'.repeat(60)}~2`])(
    '%s is cut and says so',
    (query) => {
      expect(search(query)).toMatchObject({ notice: { code: 'answer-cut' } });
    },
  );

  it('says that a wildcard stood for too much', () => {
    passages(Array.from({ length: 600 }, (_, at) => `mot${at}`).join(' '));
    expect(search('mot*')).toMatchObject({ total: 1, notice: { code: 'answer-cut' } });
    expect(search('mot1*').notice).toBeNull();
  });
});

describe('explanations', () => {
  it('tell word, step and share, which add up to the score', () => {
    passages('Des sanctions et une sanction, la détente, un radiateur, le pétrole brut.');
    const query = 'sanctions detente radia* petorle~1 "pétrole brut"';
    const [hit] = search(query, { explain: true }).hits;
    const steps = hit?.why?.map(({ query: word, term, field, how }) => [word, term, field, how].join(' '));
    expect(steps?.sort()).toEqual(
      [
        'detente détente text fold',
        'petorle pétrole text fuzzy',
        'pétrole brut brut text phrase',
        'pétrole brut pétrole text phrase',
        'radia* radiateur text prefix',
        'sanctions sanctions text exact',
      ].sort(),
    );
    const sum = hit?.why?.reduce((total, { score }) => total + score, 0);
    expect(sum).toBeCloseTo(hit?.score ?? -1, 9);
    expect(search('sanctions').hits[0]?.why).toBeNull();
  });
});

describe('snippets', () => {
  it('show the densest place, cut between words, with its ranges', () => {
    const filler = 'lorem ipsum dolor sit amet consectetur '.repeat(20);
    passages(`Un cormoran. ${filler} Le cormoran et le pélican 🐦 se taisent. ${filler}`);
    const answer = search('cormoran pélican');
    const [text = ''] = texts(answer);
    expect(text).toContain('Le cormoran et le pélican 🐦 se taisent.');
    expect(text.length).toBeLessThan(300);
    expect(text.startsWith('…')).toBe(true);
    expect(text.endsWith('…')).toBe(true);
    expect(text.isWellFormed()).toBe(true);
    expect(marked(answer)).toEqual([['cormoran', 'pélican']]);
  });

  it('start at the beginning where only a title or tag matched', () => {
    notebook.source({ title: 'Cormorans', paragraphs: ['Des oiseaux.'], language: 'fr' });
    expect(search('cormoran').hits[0]?.snippet).toEqual({ text: 'Des oiseaux.', ranges: [] });
  });
});

describe('texts without end', () => {
  it('show the place that was found, however far on it is', () => {
    notebook.note('Long', `${'mot '.repeat(20_000)}cormoran${' mot'.repeat(100)}`);
    const [hit] = searcher.query({ query: 'cormoran' }).hits;
    const [start = 0, end = 0] = hit?.snippet.ranges[0] ?? [];
    expect(hit?.snippet.text.slice(start, end)).toBe('cormoran');
  });

  it('are not all read for the snippets of one page', () => {
    const far = `${'mot '.repeat(80_000)}cormoran`;
    for (let at = 0; at < 4; at += 1) notebook.note(`Long ${at}`, far);
    const { hits } = searcher.query({ query: 'cormoran' });
    expect(hits.map(({ snippet }) => snippet.ranges.length)).toEqual([1, 0, 0, 0]);
    expect(hits.every(({ snippet }) => snippet.text.length > 0)).toBe(true);
  });
});
