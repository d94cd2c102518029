/** The codebook by keyboard: made, ordered, renamed, merged with its preview, deleted and brought back. */
import { expect, it } from 'vitest';
import { findingsOf } from '../../support/axe.ts';
import { tempNotebook } from '../../support/temp.ts';
import { openWindow } from '../../support/window.ts';

it('is kept by keyboard alone, and every step can be undone', { timeout: 120_000 }, async () => {
  const { page, app, complaints } = await openWindow({ notebook: tempNotebook() });
  const { keyboard } = page;
  await page.getByText('Nothing here yet').waitFor();
  await keyboard.press('g');
  await keyboard.press('t');
  await page.getByText('No tag yet.').waitFor();
  expect(await findingsOf(page)).toEqual([]);

  for (const name of ['energy', 'fuel', 'methane']) {
    await keyboard.press('n');
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await keyboard.press('Enter');
    await page.getByRole('treeitem', { name }).waitFor();
  }
  const tree = page.getByRole('tree');
  await tree.focus();
  await keyboard.press('Home');
  await keyboard.press('f');
  await keyboard.press('Alt+ArrowRight');
  await expect.poll(() => page.getByRole('treeitem', { name: 'fuel' }).getAttribute('aria-level')).toBe('2');

  await keyboard.press('F2');
  await keyboard.type('natural gas');
  await keyboard.press('Enter');
  await page.getByRole('treeitem', { name: 'natural gas' }).waitFor();
  expect(await tree.evaluate((element) => element === document.activeElement)).toBe(true);

  await keyboard.press('F2');
  await keyboard.type('ENERGY');
  await keyboard.press('Enter');
  await page.getByRole('alert').getByText('merge the two').waitFor();
  expect(await findingsOf(page)).toEqual([]);

  await page.getByRole('treeitem', { name: 'methane' }).click();
  await page.getByRole('button', { name: 'Merge…' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('natural');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await page.getByText('“methane” will be an alias of “natural gas”.').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByRole('treeitem', { name: 'methane' }).waitFor({ state: 'detached' });

  await page.getByLabel('Filter tags').fill('METHANE');
  await expect.poll(() => page.getByRole('treeitem').count()).toBe(2);
  await keyboard.press('ArrowDown');
  await keyboard.press('End');
  await keyboard.press('Delete');
  await page.getByText('Tag deleted').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await page.getByRole('treeitem', { name: 'natural gas' }).waitFor();

  const list = await app.client.call('tag.list', {});
  expect(list.ok && list.value.tags.map(({ name, parent, aliases }) => [name, parent, aliases])).toEqual([
    ['energy', null, []],
    ['natural gas', 'energy', ['methane']],
  ]);
  expect(complaints).toEqual([]);
});

it('saves a codebook and takes it over again without a change', { timeout: 60_000 }, async () => {
  const { page, app, complaints } = await openWindow({ notebook: tempNotebook() });
  await page.getByText('Nothing here yet').waitFor();
  await app.client.call('tag.add', { name: 'étage', aliases: ['niveau'], meaning: '=1+1' });
  await page.getByRole('button', { name: 'Tags' }).click();
  await page.getByRole('treeitem', { name: 'étage' }).waitFor();
  for (const [item, file] of [
    ['Export as CSV', 'codebook.csv'],
    ['Export as REFI-QDA (.qdc)', 'codebook.qdc'],
  ] as const) {
    await page.getByRole('button', { name: 'Codebook' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
    await page.getByLabel('Import a codebook…').setInputFiles(await download.path());
    await page.getByText('Nothing is new: 1\u00a0tag was here already.').first().waitFor();
  }
  expect(complaints).toEqual([]);
});
