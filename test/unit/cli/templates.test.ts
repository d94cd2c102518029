import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../../support/temp.ts';
import { createHarness } from './harness.ts';

const ARTICLE = 'The port\n\nThe port costs 412 million euros.';

it('keeps templates from files, under names, and exports by them', async () => {
  const { json } = createHarness({ stdin: ARTICLE });
  await json('import', '-');
  const folder = tempFolder();
  mkdirSync(join(folder, 'out'));
  const file = join(folder, 'short.liquid');
  writeFileSync(file, '{{ notebook }}: {{ sources.size }}\n');
  const { template, warnings } = await json('template', 'add', 'Short ones', file);
  expect(template).toMatchObject({
    name: 'Short ones',
    format: 'markdown',
    body: readFileSync(file, 'utf8'),
  });
  expect(warnings).toEqual([]);
  const out = join(folder, 'notes');
  const { files } = await json('export', '--format', 'markdown', '--template', 'short ONES', '--out', out);
  expect(readFileSync(files[0].path, 'utf8')).toMatch(/: 1\n$/);
});

it('lists those of the notebook and those that come with the app, without their words', async () => {
  const { json, run } = createHarness({ stdin: '{{ notebook }}' });
  await json('template', 'add', 'Mine', '-', '--format', 'html');
  const { templates, builtIn } = await json('template', 'list');
  expect(templates).toEqual([expect.objectContaining({ name: 'Mine', format: 'html' })]);
  expect(templates[0]).not.toHaveProperty('body');
  expect(builtIn.map(({ name }: { name: string }) => name)).toEqual(['notes', 'briefing', 'page']);
  expect((await run('template', 'list')).out).toMatch(/Mine +html[^]*briefing +markdown/);
});

it('prints one as it is kept, or as it comes with the app', async () => {
  const { json, run } = createHarness({ stdin: '{{ notebook }}\n' });
  await json('template', 'add', 'Mine', '-');
  expect((await run('template', 'show', 'mine')).out).toBe('{{ notebook }}\n');
  expect((await json('template', 'show', 'briefing')).template.body).toContain('{%');
  expect((await json('template', 'show', 'none')).error.code).toBe('not-found');
});

it('keeps one with a fault, and names its line', async () => {
  const { json, run } = createHarness({ stdin: 'one\n{{ nonsense }}\n' });
  const { warnings } = await json('template', 'add', 'Begun', '-');
  expect(warnings).toEqual([
    { code: 'template-faulty', message: expect.stringMatching(/\b2\b.*nonsense/) as string },
  ]);
  expect((await run('template', 'edit', 'Begun', '--name', 'Still begun')).err).toContain('nonsense');
});

it('changes one, and brings a removed one back', async () => {
  const { json } = createHarness({ stdin: 'other words' });
  const folder = tempFolder();
  writeFileSync(join(folder, 'page.html'), '<p>{{ notebook }}');
  const { template } = await json('template', 'add', 'Page', join(folder, 'page.html'));
  expect(template.format).toBe('html');
  const edited = await json('template', 'edit', 'Page', '--name', 'Leaf', '--file', '-');
  expect(edited.template).toMatchObject({ id: template.id, name: 'Leaf', body: 'other words' });
  expect(await json('template', 'remove', 'leaf')).toEqual({ removed: template.id });
  expect((await json('template', 'show', 'Leaf')).error.code).toBe('not-found');
  await json('undo');
  expect((await json('template', 'show', 'Leaf')).template.body).toBe('other words');
});

it('refuses a name that is taken, and what is no file', async () => {
  const { json } = createHarness({ stdin: 'x' });
  await json('template', 'add', 'Mine', '-');
  expect((await json('template', 'add', 'MINE', '-')).error.code).toBe('duplicate');
  const missing = join(tempFolder(), 'none.liquid');
  expect((await json('template', 'add', 'Other', missing)).error.code).toBe('not-found');
  expect((await json('template', 'remove', 'notes')).error.code).toBe('not-found');
});
