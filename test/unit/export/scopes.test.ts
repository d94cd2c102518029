/** What an export is asked to carry, on a real notebook: counted, previewed and written alike. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src-main/common/contract/commands.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';

async function openFilled() {
  const app = openTestEngine();
  const add = async (name: string, text: string) =>
    (await app.run('source.import', { bytes: bytesOf(`${name}\n\n${text}`), fileName: `${name}.txt` })).id;
  const plant = await add('The plant', 'The plant will cost 412 million euros.');
  const port = await add('The port', 'The port was deepened in 2019.');
  const quay = await add('The quay', 'Nothing is said of money.');
  const quote = async (source: typeof plant, text: string) =>
    (await app.run('excerpt.add', { source, quote: text })).excerpt.id;
  const cost = await quote(plant, '412 million euros');
  await quote(plant, 'The plant will');
  const depth = await quote(port, 'was deepened in 2019');
  const support = (excerpt: typeof cost) => [{ excerpt, stance: 'supports' as const }];
  const { claim } = await app.run('claim.add', {
    statement: 'It costs 412 million.',
    evidence: support(cost),
  });
  await app.run('claim.add', { statement: 'The port is deep.', evidence: support(depth) });
  const { note } = await app.run('note.add', { title: 'Euros', body: 'Whose euros?' });
  return { ...app, plant, port, quay, claim: claim.id, note: note.id, cost };
}

type Scope = Input<'export.count'>;

describe('the scope of an export', () => {
  it('may be a claim with its evidence', async () => {
    const { run, claim } = await openFilled();
    const { counts } = await run('export.count', { claims: [claim] });
    expect(counts).toEqual({ sources: 1, excerpts: 1, claims: 1, notes: 0 });
    const { files } = await run('export.run', { format: 'csv', claims: [claim] });
    const claims = files.find(({ path }) => path === 'claims.csv')?.content;
    expect(claims).toContain('412 million');
    expect(claims).not.toContain('The port');
  });

  it('may be what a saved search finds: sources of passages, highlights, claims and notes', async () => {
    const { run } = await openFilled();
    const save = async (name: string, query: string, filters: Input<'saved.add'>['filters']) =>
      (await run('saved.add', { name, query, filters })).search.id;
    const all = await save('Euros', 'euros', {});
    expect((await run('export.count', { saved: all })).counts).toEqual({
      sources: 1,
      excerpts: 2,
      claims: 1,
      notes: 1,
    });
    const notes = await save('Notes', 'euros', { in: ['note'] });
    expect((await run('export.count', { saved: notes })).counts).toEqual({
      sources: 0,
      excerpts: 0,
      claims: 0,
      notes: 1,
    });
    const none = await save('None', 'zebra', {});
    const { warnings } = await run('export.run', { format: 'html', saved: none });
    expect(warnings.map(({ code }) => code)).toEqual(['empty-scope']);
  });

  it('is narrowed by all that is named', async () => {
    const { run, plant, port, claim } = await openFilled();
    const { collection } = await run('collection.add', { name: 'Both', sources: [plant, port] });
    const scope: Scope = { collection: collection.id, sources: [plant], status: 'unreviewed' };
    expect((await run('export.count', scope)).counts.claims).toBe(1);
    expect((await run('export.count', { ...scope, claims: [claim], status: 'verified' })).counts.claims).toBe(
      0,
    );
  });

  it('refuses what is not there', async () => {
    const { codeOf } = await openFilled();
    const gone = 'nothing';
    for (const scope of [
      { claims: [gone] },
      { saved: gone },
      { collection: gone },
      { tag: gone },
    ] as Scope[]) {
      expect(await codeOf('export.count', scope), JSON.stringify(scope)).toBe('not-found');
      expect(await codeOf('export.preview', { format: 'html', ...scope })).toBe('not-found');
      expect(await codeOf('export.run', { format: 'html', ...scope })).toBe('not-found');
    }
  });
});

describe('the preview of an export', () => {
  it('is what will be written, where all of it is shown', async () => {
    const { run } = await openFilled();
    const exported = await run('export.run', { format: 'markdown' });
    const preview = await run('export.preview', { format: 'markdown', file: 'The port.md' });
    expect(preview.files.map(({ path, bytes }) => [path, bytes])).toEqual(
      exported.files.map(({ path, bytes }) => [path, bytes]),
    );
    expect(preview.text).toEqual({
      path: 'The port.md',
      content: exported.files.find(({ path }) => path === 'The port.md')?.content,
      isCut: false,
    });
    expect(preview.counts).toEqual({ sources: 3, excerpts: 3, claims: 2, notes: 1 });
    expect(preview.shown).toEqual(preview.counts);
  });

  it('is the beginning of a large one, and says of how much', async () => {
    const { run } = openTestEngine();
    for (let at = 0; at < 15; at += 1) {
      await run('source.import', {
        bytes: bytesOf(`Article ${at}\n\nIts words ${at}.`),
        fileName: `${at}.txt`,
      });
    }
    const { shown, counts, files } = await run('export.preview', { format: 'markdown' });
    expect([shown.sources, counts.sources]).toEqual([12, 15]);
    expect(files).toHaveLength(13);
    expect(files.every(({ bytes }) => bytes === null)).toBe(true);
  });

  it('tells what an archive holds without making it', async () => {
    const { run } = await openFilled();
    const { files, text, warnings } = await run('export.preview', { format: 'archive', tag: undefined });
    const things = new Map(files.map((file) => [file.path, file.things]));
    expect(things.get('data/source-0001.jsonl')).toBe(3);
    expect(things.get('originals/')).toBe(3);
    expect(text?.content).toContain('A NOTEBOOK OF DOSSIER');
    expect(warnings).toEqual([]);
  });

  it('says beforehand what the format has no place for', async () => {
    const { run } = await openFilled();
    for (const format of ['bibtex', 'json-ld', 'claimreview', 'markdown'] as const) {
      const { warnings } = await run('export.preview', { format });
      expect(warnings, format).toEqual((await run('export.run', { format })).warnings);
    }
  });

  it('says which line of a template is wrong', async () => {
    const { client } = await openFilled();
    const answer = await client.call('export.preview', { format: 'html', template: '<p>\n{{ nothing }}' });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid', details: { what: 'template', reason: 'variable', name: 'nothing', line: 2 } },
    });
  });

  it('takes templates for Markdown and HTML only', async () => {
    const { codeOf } = await openFilled();
    for (const format of ['csv', 'archive', 'bibtex'] as const) {
      expect(await codeOf('export.preview', { format, template: 'x' })).toBe('unsupported');
      expect(await codeOf('export.run', { format, template: 'x' })).toBe('unsupported');
    }
  });
});
