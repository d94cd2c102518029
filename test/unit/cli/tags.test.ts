import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createHarness } from './harness.ts';

it('keeps a codebook from the command line', async () => {
  const { run, json, cwd } = createHarness();
  await json('tag', 'add', 'coût', '--meaning', 'Ce qui est payé', '--color', 'green', '--alias', 'prix');
  await json('tag', 'add', 'salaires', '--parent', 'PRIX');
  await json('claim', 'add', 'Il coûte 4 M€.', '--tag', 'salaires');
  const listed = await json('tag', 'list');
  expect(listed.tags).toMatchObject([
    { name: 'coût', parent: null, meaning: 'Ce qui est payé', colour: 'green', aliases: ['prix'], count: 0 },
    { name: 'salaires', parent: 'coût', meaning: '', colour: null, aliases: [], count: 1 },
  ]);
  expect((await run('tag', 'list')).out).toContain('  salaires');
  expect((await json('claim', 'list', '--tag', 'coût')).claims).toHaveLength(1);
  expect((await json('claim', 'list', '--tag', 'coût', '--exact-tag')).claims).toHaveLength(0);

  await json('tag', 'edit', 'coût', '--alias', 'dépense', '--unalias', 'Prix', '--color', 'none');
  const renamed = await json('tag', 'rename', 'coût', 'dépenses', '--keep-alias');
  expect(renamed.tags[0]).toMatchObject({ name: 'dépenses', colour: null, aliases: ['coût', 'dépense'] });
  expect((await json('tag', 'uses', 'dépenses')).total).toBe(1);
  expect((await json('tag', 'move', 'salaires')).tags[1].parent).toBeNull();

  for (const format of ['csv', 'qdc']) {
    const out = join(cwd, `codes.${format}`);
    expect((await json('tag', 'export', '--format', format, '--out', out)).files[0].path).toBe(out);
    expect((await run('tag', 'export', '--format', format, '--out', out)).code).toBe(1);
    expect(readFileSync(out, 'utf8')).toContain('salaires');
    expect(await json('tag', 'import', out)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  }

  const merged = await json('tag', 'merge', 'salaires', 'dépenses');
  expect(merged.tags).toMatchObject([{ name: 'dépenses', count: 1 }]);
  const removed = await json('tag', 'remove', 'dépenses');
  expect(removed).toMatchObject({ removed: ['dépenses'], tags: [] });
  await run('undo');
  expect((await json('tag', 'overlaps', 'dépenses')).overlaps).toEqual([]);
});

it('says what cannot be, and changes nothing', async () => {
  const { run, cwd } = createHarness();
  await run('tag', 'add', 'a');
  writeFileSync(join(cwd, 'bad.qdc'), '<!DOCTYPE x [<!ENTITY a "b">]><CodeBook/>');
  expect(await run('tag', 'add', 'A')).toMatchObject({ code: 1 });
  expect((await run('tag', 'add', 'x'.repeat(10_000))).err).toContain('at most 200 characters');
  expect((await run('tag', 'move', 'a', 'a')).err).toContain('cannot stand below itself');
  expect((await run('tag', 'import', join(cwd, 'bad.qdc'))).err).toContain('DOCTYPE');
  expect((await run('tag', 'import', join(cwd, 'none.csv'))).err).toContain('none.csv');
  expect((await run('tag', 'rename', 'b', 'c')).err).toContain('no tag “b”');
});
