/** Notes, collections, saved searches and the trash, as a user has them. SHOTS names a folder for pictures of them. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { unwrap } from '../../../src-main/common/contract/result.ts';
import { bytesOf } from '../../support/engine.ts';
import { tempNotebook } from '../../support/temp.ts';
import { openWindow, type AppWindow } from '../../support/window.ts';

const SHOTS = process.env['SHOTS'];

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

async function importTexts(app: AppWindow['app'], names: readonly string[]): Promise<void> {
  for (const name of names) {
    const bytes = bytesOf(`${name}\nThe port of ${name} costs 412 million euros, the council says.`);
    unwrap(await app.client.call('source.import', { bytes, fileName: `${name}.txt`, site: 'Le Relevé' }));
  }
}

it('keeps what is typed in a note through a reload, links it, and brings an earlier state back', async () => {
  const { page, app, complaints } = await openWindow({ notebook: tempNotebook() });
  await importTexts(app, ['Alpha', 'Beta']);
  await page.getByRole('navigation').getByRole('button', { name: 'Notes' }).click();
  await page.getByRole('main').getByRole('button', { name: 'New note' }).last().click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Costs of ports');
  const body = page.getByRole('textbox', { name: 'Note', exact: true });
  await body.fill('# Where it stands\n\nThe figure is **old**. See ');
  await body.press('End');
  await body.pressSequentially('[[Alp');
  await page.getByRole('option', { name: /Alpha/ }).waitFor();
  await shoot(page, 'note-chooser');
  await page.keyboard.press('Enter');
  await expect.poll(() => body.inputValue()).toContain('[Alpha](dossier:source/');
  await expect
    .poll(async () =>
      unwrap(await app.client.call('draft.list', {})).drafts.map(({ value }) =>
        Object.values(value).join('\n'),
      ),
    )
    .toEqual([expect.stringContaining('[Alpha](dossier:source/')]);

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect.poll(() => body.inputValue()).toContain('[Alpha](dossier:source/');
  await body.press('Control+Enter');
  await page.getByRole('heading', { name: 'Where it stands' }).waitFor();
  await expect.poll(async () => unwrap(await app.client.call('draft.list', {})).drafts.length).toBe(0);
  await shoot(page, 'note-read');

  await page.keyboard.press('e');
  await body.fill('All is said.');
  await body.press('Control+Enter');
  await page.getByText('All is said.').first().waitFor();
  await page.keyboard.press('h');
  await page.getByRole('dialog').getByText('old', { exact: false }).first().waitFor();
  await shoot(page, 'note-history');
  await page.getByRole('button', { name: 'Bring this state back' }).click();
  await page.getByRole('heading', { name: 'Where it stands' }).waitFor();

  await page.getByRole('article').getByRole('link', { name: 'Alpha' }).click();
  await page.getByRole('button', { name: 'Costs of ports' }).waitFor();
  await shoot(page, 'note-mentioned');
  await page.getByRole('button', { name: 'Costs of ports' }).click();
  await page.getByRole('heading', { name: 'Costs of ports' }).waitFor();
  expect(complaints).toEqual([]);
});

it('treats several sources at once, and deletes for good only when it is asked to', async () => {
  const { page, app, complaints } = await openWindow({ notebook: tempNotebook() });
  await importTexts(app, ['Alpha', 'Beta', 'Gamma', 'Delta']);
  const list = page.getByRole('listbox', { name: 'Sources' });
  await expect.poll(() => list.getByRole('option').count()).toBe(4);
  await list.focus();
  await page.keyboard.press('Control+a');
  await page.getByText('4 selected').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('2 selected').waitFor();
  await page.getByRole('button', { name: 'Add to a collection' }).click();
  await page.getByRole('menuitem', { name: 'New collection…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ports');
  await shoot(page, 'collection-name');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open the collection Ports' }).click();
  await expect.poll(() => list.getByRole('option').count()).toBe(2);

  await page.getByRole('button', { name: 'All sources' }).click();
  await list.getByText('Alpha').click();
  await list.getByText('Delta').click({ modifiers: ['Control'] });
  await page.getByText('2 selected').waitFor();
  await shoot(page, 'library-selected');
  await page.getByRole('button', { name: 'Tags…' }).click();
  await page.getByRole('combobox', { name: 'Add to all' }).fill('coast');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(async () => unwrap(await app.client.call('source.list', { tag: 'coast' })).sources.length)
    .toBe(2);
  await list.focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => list.getByRole('option').count()).toBe(2);
  await page.getByRole('button', { name: 'Trash (2)' }).click();
  await page.getByRole('button', { name: 'Empty the trash…' }).click();
  await page.getByText('2 things are deleted for good', { exact: false }).waitFor();
  await shoot(page, 'trash-dialog');
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByText('The trash is empty.', { exact: true }).waitFor();
  expect(unwrap(await app.client.call('trash.list', {})).items).toEqual([]);
  expect(complaints).toEqual([]);
});

it('saves a search and runs it from the library and the palette', async () => {
  const { page, app, complaints } = await openWindow({ notebook: tempNotebook() });
  await importTexts(app, ['Alpha', 'Beta']);
  await page.getByRole('listbox', { name: 'Sources' }).getByText('Alpha').waitFor();
  await page.getByRole('combobox', { name: 'Search the notebook' }).fill('million');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save this search…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Millions');
  await page.keyboard.press('Enter');
  const run = page.getByRole('button', { name: 'Run the saved search Millions' });
  await run.waitFor();
  await shoot(page, 'search-saved');
  await page.getByRole('navigation').getByRole('button', { name: 'Library' }).click();
  await run.filter({ hasText: '2' }).waitFor();
  await shoot(page, 'library-shelves');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().fill('saved millions');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Results' }).getByText('2 results').waitFor();
  expect(complaints).toEqual([]);
});
