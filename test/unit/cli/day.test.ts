import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTICLE } from './article.ts';
import { createHarness } from './harness.ts';

async function withSource() {
  const harness = createHarness();
  writeFileSync(join(harness.cwd, 'plant.txt'), ARTICLE);
  const { sources } = await harness.json('import', 'plant.txt');
  return { ...harness, id: sources[0].id as string };
}

describe('show and source', () => {
  it('shows the text that offsets count in, as text and as HTML', async () => {
    const { json, id } = await withSource();
    const { source } = await json('show', id);
    expect(Object.keys(source).toSorted()).toEqual(
      [
        ...['id', 'title', 'byline', 'site', 'url', 'publishedAt', 'addedAt', 'language', 'words', 'tags'],
        ...['excerpts', 'claims', 'kind', 'versions', 'text', 'html', 'near', 'repeats'],
        ...['modifiedAt', 'description', 'origins'],
        ...['translationOf', 'translations'],
      ].toSorted(),
    );
    expect(source.kind).toBe('text');
    expect(source.text).toContain('The plant will cost 412 million euros');
    expect(source.html).toContain('<p>');
    expect(source.versions).toEqual([
      {
        id: expect.any(String),
        capturedAt: expect.any(String),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        extractor: 'text 1',
        words: source.words,
        pageWords: null,
      },
    ]);
  });

  it('edits details and tags, empties with an empty value, and takes a source to the trash and back', async () => {
    const { json, id } = await withSource();
    const edited = await json('source', 'edit', id, '--byline', 'B', '--tag', 'x', '--tag', 'y');
    expect(edited.source).toMatchObject({ byline: 'B', tags: ['x', 'y'] });
    const emptied = await json('source', 'edit', id, '--byline', '', '--untag', 'x');
    expect(emptied.source).toMatchObject({ byline: null, tags: ['y'] });
    expect((await json('source', 'remove', id)).source.id).toBe(id);
    expect((await json('sources')).sources).toEqual([]);
    expect((await json('sources', '--trash')).sources).toHaveLength(1);
    await json('source', 'restore', id);
    expect((await json('sources')).sources).toHaveLength(1);
  });
});

describe('excerpt', () => {
  it('stores what stands in the text, and answers with the fields of the contract', async () => {
    const { json, id } = await withSource();
    const args = ['--color', 'blue', '--note', 'n', '--tag', 't'];
    const { excerpt, warnings } = await json('excerpt', 'add', id, '--quote', "l'exportation", ...args);
    const { source } = await json('show', id);
    expect(excerpt).toMatchObject({
      sourceId: id,
      versionId: source.versions[0].id,
      exact: 'l’exportation',
      anchor: 'exact',
      color: 'blue',
      note: 'n',
      tags: ['t'],
    });
    expect(source.text.slice(excerpt.start, excerpt.end)).toBe('l’exportation');
    expect(Object.keys(excerpt)).toHaveLength(12);
    expect(warnings).toEqual([]);
  });

  it('refuses a quotation that is absent or ambiguous, unless the words around it choose', async () => {
    const { run, json, id } = await withSource();
    const codeOf = async (...argv: string[]) => (await json('excerpt', 'add', id, ...argv)).error.code;
    expect(await codeOf('--quote', 'not in there')).toBe('quotation-not-found');
    expect(await codeOf('--quote', 'council')).toBe('quotation-ambiguous');
    expect((await run('excerpt', 'add', id, '--quote', 'council')).code).toBe(1);
    const { excerpt } = await json('excerpt', 'add', id, '--quote', 'council', '--suffix', ' voted');
    expect(excerpt.suffix).toMatch(/^ voted/);
    expect((await json('excerpt', 'list', id)).excerpts).toHaveLength(1);
  });

  it('takes words around it that stand nowhere as moved, with a warning', async () => {
    const { json, id } = await withSource();
    const { excerpt, warnings } = await json(
      'excerpt',
      'add',
      id,
      '--quote',
      '412 million',
      '--prefix',
      'zzz ',
    );
    expect(excerpt.anchor).toBe('moved');
    expect(warnings).toHaveLength(1);
  });

  it('is edited, listed by tag and color, and removed', async () => {
    const { json, id, run } = await withSource();
    const { excerpt } = await json('excerpt', 'add', id, '--quote', '412 million', '--tag', 'a');
    const edited = await json('excerpt', 'edit', excerpt.id, '--color', 'pink', '--tag', 'b', '--untag', 'a');
    expect(edited.excerpt).toMatchObject({ color: 'pink', tags: ['b'], note: '' });
    expect((await json('excerpt', 'list', '--tag', 'b', '--color', 'pink')).excerpts).toHaveLength(1);
    expect((await json('excerpt', 'list', '--tag', 'a')).excerpts).toEqual([]);
    expect((await json('excerpt', 'remove', excerpt.id)).excerpts[0].id).toBe(excerpt.id);
    expect((await json('excerpt', 'list')).excerpts).toEqual([]);
    expect((await run('excerpt', 'remove', excerpt.id)).code).toBe(1);
  });
});

describe('claim', () => {
  async function withClaim() {
    const harness = await withSource();
    const { excerpt } = await harness.json('excerpt', 'add', harness.id, '--quote', '412 million');
    const evidence = `${excerpt.id}:supports`;
    const { claim } = await harness.json('claim', 'add', 'It costs 412 million.', '--evidence', evidence);
    return { ...harness, excerpt: excerpt.id as string, claim };
  }

  it('begins unreviewed, with the fields of the contract', async () => {
    const { claim, excerpt, id } = await withClaim();
    expect(claim).toEqual({
      id: expect.any(String),
      statement: 'It costs 412 million.',
      status: 'unreviewed',
      tags: [],
      evidence: [{ excerptId: excerpt, sourceId: id, stance: 'supports', origin: '', note: '' }],
      sources: 1,
      origins: 1,
      history: [],
      createdAt: expect.any(String),
    });
  });

  it('has a history of verdicts with reasons, oldest first', async () => {
    const { json, claim } = await withClaim();
    await json('claim', 'verify', claim.id, '--reason', 'The contract.');
    await json('claim', 'dispute', claim.id, '--reason', 'The court.');
    await json('claim', 'reopen', claim.id, '--reason', 'Both.');
    const shown = await json('claim', 'show', claim.id);
    expect(
      shown.claim.history.map(({ status, reason }: { status: string; reason: string }) => [status, reason]),
    ).toEqual([
      ['verified', 'The contract.'],
      ['disputed', 'The court.'],
      ['unreviewed', 'Both.'],
    ]);
    expect(shown.claim.status).toBe('unreviewed');
    expect((await json('claim', 'list', '--status', 'verified')).claims).toEqual([]);
    expect((await json('claim', 'list')).claims).toHaveLength(1);
  });

  it('is never judged without a reason', async () => {
    const { run, json, claim } = await withClaim();
    expect((await run('claim', 'verify', claim.id)).code).toBe(2);
    expect((await run('claim', 'verify', claim.id, '--reason', '  ')).code).toBe(1);
    expect((await json('claim', 'show', claim.id)).claim.status).toBe('unreviewed');
  });

  it('takes an excerpt as evidence once', async () => {
    const { json, claim, excerpt, id } = await withClaim();
    expect((await json('claim', 'evidence', claim.id, excerpt, '--stance', 'disputes')).error.code).toBe(
      'duplicate',
    );
    const other = await json('excerpt', 'add', id, '--quote', '46,7 millions');
    const args = ['--stance', 'mentions', '--origin', 'Agency', '--note', 'n'];
    const answer = await json('claim', 'evidence', claim.id, other.excerpt.id, ...args);
    expect(answer.claim.evidence[1]).toMatchObject({ stance: 'mentions', origin: 'Agency', note: 'n' });
    expect(answer.claim.sources).toBe(1);
  });

  it('refuses evidence that is no excerpt and stance', async () => {
    const { json } = await withClaim();
    for (const evidence of ['abc', 'abc:loves', ':supports']) {
      expect((await json('claim', 'add', 'x', '--evidence', evidence)).error.code).toBe('usage');
    }
  });
});

describe('search', () => {
  it('answers with hits whose ranges lie on the words', async () => {
    const { json } = await withSource();
    const answer = await json('search', 'detente');
    expect(answer).toMatchObject({ total: 1, notice: null, tookMs: expect.any(Number) });
    const [hit] = answer.hits;
    expect(Object.keys(hit)).toEqual(['kind', 'id', 'sourceId', 'title', 'score', 'snippet', 'why']);
    const words = hit.snippet.ranges.map(([start, end]: [number, number]) =>
      hit.snippet.text.slice(start, end),
    );
    expect(words).toEqual(['détente']);
    expect(hit.why).toBeNull();
    expect((await json('search', 'detente', '--explain')).hits[0].why).not.toBeNull();
  });

  it('looks only where it is told, and counts hits past the limit', async () => {
    const { json } = await withSource();
    await json('claim', 'add', 'The plant is expensive.');
    expect(
      (await json('search', 'plant', '--in', 'claims')).hits.map(({ kind }: { kind: string }) => kind),
    ).toEqual(['claim']);
    const sources = await json('search', 'plant', '--in', 'sources');
    expect(new Set(sources.hits.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['passage']));
    const both = await json('search', 'plant', '--limit', '1');
    expect(both.hits).toHaveLength(1);
    expect(both.total).toBeGreaterThan(1);
  });

  it('takes an outlet and dates, and counts facets where it is told to', async () => {
    const { run, json, id } = await withSource();
    const args = ['--site', 'Le Relevé', '--published', '2018-05', '--tag', 'port', '--language', 'fr'];
    await json('source', 'edit', id, ...args);
    await json('claim', 'add', 'The plant is expensive.');
    const asked = ['search', 'plant', '--site', 'le releve', '--from', '2018', '--to', '2018-05-14'];
    const answer = await json(...asked, '--facets');
    expect(answer.hits.map(({ kind }: { kind: string }) => kind)).not.toContain('claim');
    expect(answer.total).toBeGreaterThan(0);
    expect(answer.facets).toMatchObject({
      kind: [{ value: 'passage', count: answer.total }],
      site: [{ value: 'Le Relevé', count: answer.total }],
      year: [{ value: '2018', count: answer.total }],
      status: [],
    });
    expect(Object.keys(await json(...asked))).toEqual(['total', 'tookMs', 'notice', 'hits']);
    expect((await json('search', 'plant', '--from', '2018-06')).total).toBe(0);
    const { out } = await run('search', 'plant', '--facets');
    const counted = [
      'Kinds: claim (1), passage (1)',
      'Languages: en (1), fr (1)',
      'Outlets: Le Relevé (1)',
      'Years: 2018 (1)',
      'Tags: port (1)',
      'Statuses: Unreviewed (1)',
    ];
    expect(out.trimEnd().endsWith(`\n\n${counted.join('\n')}`)).toBe(true);
    expect((await run('search', 'albatross', '--facets')).out).not.toContain('Kinds');
  });

  it('searches what lunr rejects as plain words, with a notice', async () => {
    const { run, json } = await withSource();
    const answer = await json('search', 'plant:^^ council~x');
    expect(answer.notice).toEqual({ code: expect.any(String), message: expect.any(String) });
    expect((await run('search', 'plant:^^ council~x')).code).toBe(0);
  });
});

describe('export', () => {
  it('writes where it is told from where the user stands, and lists the files', async () => {
    const { run, json, id, cwd } = await withSource();
    await json('excerpt', 'add', id, '--quote', '412 million');
    const { files, warnings } = await json(
      'export',
      '--format',
      'markdown',
      '--out',
      'notes',
      '--source',
      id,
    );
    expect(warnings).toEqual([]);
    expect(readdirSync(join(cwd, 'notes')).toSorted()).toEqual(['The plant at Merlance.md', 'index.md']);
    for (const { path, bytes } of files) expect(readFileSync(path).length).toBe(bytes);
    expect((await json('export', '--format', 'markdown', '--out', 'notes')).error.code).toBe('target-exists');
    expect((await run('export', '--format', 'markdown', '--out', 'notes', '--force')).code).toBe(0);
    expect((await run('export', '--format', 'html', '--out', 'page.html')).code).toBe(0);
    const nowhere = await json('export', '--format', 'html', '--out', 'page.html/x.html');
    expect(nowhere.error.code).toBe('target-unwritable');
  });

  it('speaks the language of the environment', async () => {
    const { run, cwd } = createHarness({ env: { LANG: 'fr_FR.UTF-8' }, stdin: ARTICLE });
    await run('import', '-');
    await run('export', '--format', 'markdown', '--out', 'notes');
    expect(readFileSync(join(cwd, 'notes', 'index.md'), 'utf8')).toContain('Exporté de Dossier');
  });
});

describe('undo and redo', () => {
  it('take back the last change and do it again, and say what it was', async () => {
    const { json, run, id } = await withSource();
    await json('excerpt', 'add', id, '--quote', '412 million');
    expect((await json('undo')).undone).toEqual({ command: 'excerpt.add', summary: expect.any(String) });
    expect((await json('excerpt', 'list')).excerpts).toEqual([]);
    expect((await json('redo')).redone.command).toBe('excerpt.add');
    expect((await json('excerpt', 'list')).excerpts).toHaveLength(1);
    expect((await json('redo')).error.code).toBe('not-found');
    expect((await run('redo')).code).toBe(1);
  });
});

describe('check', () => {
  it('answers for a sound notebook', async () => {
    const { json } = await withSource();
    expect(await json('check')).toEqual({
      ok: true,
      problems: [],
      schemaVersion: expect.any(Number),
      sqliteVersion: expect.stringMatching(/^3\./),
    });
  });
});
