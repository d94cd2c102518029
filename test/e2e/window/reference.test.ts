/** A reference of another library gets its text from its address, when asked and not before. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder, tempNotebook } from '../../support/temp.ts';
import { openWindow } from '../../support/window.ts';

it('offers to fetch the page, and tells in the tray what became of it', async () => {
  const { page, foreignRequests } = await openWindow({ notebook: tempNotebook() });
  await page.getByText('Nothing here yet').waitFor();
  const item = { id: 'a', type: 'webpage', title: 'The port', URL: 'http://127.0.0.1:9/port' };
  const path = join(tempFolder(), 'library.json');
  writeFileSync(path, JSON.stringify([item]));
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.getByRole('option').getByText('The port').click();
  const fetch = page.getByRole('article').getByRole('button', { name: 'Fetch its page' });
  await fetch.waitFor();
  const tray = page.getByRole('region', { name: 'Imports' });
  expect(await tray.getByText('127.0.0.1').count()).toBe(0);
  await fetch.click();
  await tray.getByText('http://127.0.0.1:9/port').first().waitFor();
  await tray.getByRole('button', { name: 'Try again' }).waitFor();
  await expect.poll(() => fetch.isEnabled()).toBe(true);
  expect(foreignRequests).toEqual([]);
});
