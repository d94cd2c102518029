import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, openTestEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp.ts';

async function openFilled() {
  const app = openTestEngine();
  const text = 'The plant\n\nThe plant will cost 412 million euros.\n\nIt opens in 2027.';
  const { id } = await app.run('source.import', {
    bytes: bytesOf(text),
    fileName: 'plant.txt',
    tags: ['cost'],
  });
  const { excerpt } = await app.run('excerpt.add', { source: id, quote: '412 million', note: 'who says?' });
  const { claim } = await app.run('claim.add', {
    statement: 'It costs 412 million.',
    evidence: [{ excerpt: excerpt.id, stance: 'supports' }],
  });
  await app.run('claim.verify', { id: claim.id, reason: 'The contract.' });
  return { ...app, source: id };
}

describe('export.run', () => {
  it('gives the contents and writes nothing where there is no target', async () => {
    const { run } = await openFilled();
    const { files, warnings } = await run('export.run', { format: 'markdown' });
    expect(files.map(({ path }) => path)).toEqual(['index.md', 'The plant.md']);
    for (const { content, bytes, sha256 } of files) {
      expect(bytes).toBe(bytesOf(content ?? '').length);
      expect(sha256).toBe(
        createHash('sha256')
          .update(content ?? '')
          .digest('hex'),
      );
    }
    expect(files[1]?.content).toContain('> 412 million');
    expect(warnings).toEqual([]);
  });

  it('writes what it would have given, and names the files', async () => {
    const { run } = await openFilled();
    const out = join(tempFolder(), 'notes');
    const shown = await run('export.run', { format: 'markdown', locale: 'fr' });
    const { files } = await run('export.run', { format: 'markdown', locale: 'fr', out });
    expect(files.map(({ path }) => path)).toEqual([join(out, 'index.md'), join(out, 'The plant.md')]);
    expect(files.map(({ content }) => content)).toEqual([null, null]);
    const written = files.map(({ path }) => createHash('sha256').update(readFileSync(path)).digest('hex'));
    expect(written).toEqual(files.map(({ sha256 }) => sha256));
    expect(readFileSync(join(out, 'The plant.md'), 'utf8')).toContain('Vérifiée');
    expect(shown.files).toHaveLength(2);
  });

  it('writes a page as the file that was named, and only once without force', async () => {
    const { run, codeOf } = await openFilled();
    const out = join(tempFolder(), 'page.html');
    const { files } = await run('export.run', { format: 'html', out });
    expect(files.map(({ path }) => path)).toEqual([out]);
    expect(readFileSync(out, 'utf8')).toContain('412 million');
    expect(await codeOf('export.run', { format: 'html', out })).toBe('target-exists');
    expect(await codeOf('export.run', { format: 'html', out, force: true })).toBeNull();
  });

  it('refuses a source and a tag that are not there, and then writes nothing', async () => {
    const { codeOf } = await openFilled();
    const out = join(tempFolder(), 'notes');
    const unknown = 'nobody';
    expect(await codeOf('export.run', { format: 'markdown', out, sources: [unknown] })).toBe('not-found');
    expect(await codeOf('export.run', { format: 'markdown', out, tag: 'nothing' })).toBe('not-found');
    expect(existsSync(out)).toBe(false);
  });

  it('says so where nothing matches', async () => {
    const { run } = await openFilled();
    const { warnings } = await run('export.run', { format: 'html', status: 'disputed' });
    expect(warnings.map(({ code }) => code)).toEqual(['empty-scope']);
  });

  it('leaves out what is in the trash', async () => {
    const { run, source } = await openFilled();
    await run('source.remove', { id: source });
    const { files } = await run('export.run', { format: 'markdown' });
    expect(files.map(({ path }) => path)).toEqual(['index.md']);
    expect(files[0]?.content).not.toContain('412 million euros');
  });

  it('uses the meanings that the user gave to the colours', async () => {
    const { run } = await openFilled();
    await run('setting.set', { key: 'colors.names', value: { yellow: 'Prix' } });
    const { files } = await run('export.run', { format: 'markdown' });
    expect(files[1]?.content).toContain('**Prix**');
  });
});
