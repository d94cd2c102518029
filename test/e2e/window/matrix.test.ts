/** Claims × sources by keyboard: cell by cell, as a table, saved; and what a newer version changed, confirmed and disputed. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findingsOf } from '../../support/axe.ts';
import { makeMatrixNotebook } from '../../support/matrix-notebook.ts';
import { openWindow } from '../../support/window.ts';

it('goes from cell to cell to the passage and back, and reads the same as a table', async () => {
  const { path } = await makeMatrixNotebook();
  const { page, complaints, foreignRequests } = await openWindow({ notebook: path });
  const { keyboard } = page;
  await page.getByRole('listbox').first().waitFor();
  await keyboard.press('g');
  await keyboard.press('m');
  const grid = page.getByRole('grid', { name: 'Matrix' });
  await expect.poll(() => grid.evaluate((element) => element === document.activeElement)).toBe(true);
  await keyboard.press('Control+End');
  for (let step = 0; step < 4; step += 1) await keyboard.press('ArrowLeft');
  await page.getByText('Repeats Metropolis, which is counted further left.').first().waitFor();
  await page.getByRole('blockquote').getByText('In document 3, sentence 1').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findingsOf(page)).toEqual([]);
  }
  await keyboard.press('Enter');
  await page.getByRole('article').getByText('In document 3, sentence 1').first().waitFor();
  await page.goBack();
  await grid.waitFor();
  await keyboard.press('t');
  await expect.poll(() => grid.evaluate((element) => element.tagName)).toBe('TABLE');
  const cell = page.getByRole('gridcell', { name: 'supports, 1\u00A0passage. Repeats Metropolis' }).last();
  await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await findingsOf(page)).toEqual([]);
  await keyboard.press('ArrowUp');
  await expect.poll(() => page.getByRole('grid').locator('tr.on th').textContent()).toContain('412 million');
  expect(complaints).toEqual([]);
  expect(foreignRequests).toEqual([]);
});

it('is saved as an image, a drawing and a table', async () => {
  const { path } = await makeMatrixNotebook();
  const { page, complaints } = await openWindow({ notebook: path });
  await page.getByRole('navigation').first().getByRole('button', { name: 'Matrix' }).click();
  await page.getByRole('grid').waitFor();
  const save = async (kind: string): Promise<Buffer> => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: kind }).click(),
    ]);
    return readFileSync(await download.path());
  };
  expect((await save('PNG')).subarray(1, 4).toString()).toBe('PNG');
  const svg = (await save('SVG')).toString();
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/);
  expect(svg).toContain('>Rails &amp; Platanes</text>');
  const table = (await save('CSV')).toString();
  expect(table.split('\r\n')).toHaveLength(5 + 2);
  expect(table).toContain('"Line D will cost 486 million, rolling stock included.",disputed,1,1,open');
  expect(complaints).toEqual([]);
});

it('lists what a newer version changed, with the claims that rest on it, to be confirmed, disputed and undone', async () => {
  const { path, claims } = await makeMatrixNotebook();
  const { page, app, complaints } = await openWindow({ notebook: path });
  const { keyboard } = page;
  await page.getByRole('button', { name: '3\u00A0highlights to review' }).click();
  const list = page.getByRole('listbox', { name: 'Highlights to review' });
  await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.locator('del', { hasText: 'says' }).waitFor();
  await page.locator('ins', { hasText: 'denies' }).waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Changed or lost 2' }).waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await page.getByRole('tab', { name: 'Changed or lost 3' }).waitFor();

  await list.focus();
  await keyboard.press('End');
  await keyboard.press('Enter');
  const resting = page.getByRole('region', { name: '1\u00A0claim rests on this quotation' });
  await resting.getByText('The line will open in March 2028.').waitFor();
  await resting.getByRole('button', { name: 'Dispute…' }).click();
  const reason = page.getByRole('textbox', { name: 'Reason' });
  expect(await reason.inputValue()).toContain('The newest version of “Audit of the accounts of line D” says');
  await reason.fill('');
  await keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('Write the reason first').waitFor();
  await reason.fill('The audit no longer says so.');
  await keyboard.press('Control+Enter');
  await resting.getByText('Disputed').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  const id = claims[2];
  if (!id) throw new Error('no claim');
  const answer = await app.client.call('claim.get', { id });
  expect(answer.ok && answer.value.claim.history.at(-1)?.reason).toBe('The audit no longer says so.');
  expect(complaints).toEqual([]);
});
