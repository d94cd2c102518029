/** A narrow window: the list has the whole pane until a source is open, and is a drawer from then on. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder, tempNotebook } from '../../support/temp.ts';
import { openWindow } from '../../support/window.ts';

it('lists the sources where nothing is open, and puts the list into a drawer beside a source', async () => {
  const { page, complaints } = await openWindow({
    notebook: tempNotebook(),
    context: { viewport: { width: 1024, height: 700 } },
  });
  await page.getByText('Nothing here yet').waitFor();
  const drawer = page.getByRole('button', { name: 'Show the list' });
  expect(await drawer.count()).toBe(0);

  const path = join(tempFolder(), 'first.md');
  writeFileSync(path, '# First report\n\nWhat was said on the first day of the hearing.');
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.getByRole('article').getByText('First report').waitFor();
  const list = page.getByRole('listbox');
  expect(await list.isVisible()).toBe(false);
  await drawer.click();
  await list.waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => list.isVisible()).toBe(false);

  await page.reload();
  await page
    .getByRole('link', { name: 'Library' })
    .or(page.getByRole('button', { name: 'Library' }))
    .first()
    .click();
  await list.waitFor();
  expect(await drawer.count()).toBe(0);
  expect((await list.boundingBox())?.width).toBeGreaterThan(900);
  expect(await page.getByText('Choose a source').isVisible()).toBe(false);
  await list.getByText('First report').click();
  await page.getByRole('article').getByText('First report').waitFor();
  await expect.poll(() => list.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

it('says what to do on each screen of an empty notebook, at 200 %, and reaches every place of the rail', async () => {
  const { page, complaints } = await openWindow({
    notebook: tempNotebook(),
    context: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  });
  const rail = page.getByRole('navigation').first();
  const main = page.getByRole('main');
  for (const [name, says] of [
    ['Notes', 'No notes yet'],
    ['Tags', 'No tag yet'],
  ] as const) {
    await rail.getByRole('button', { name, exact: true }).click();
    await main.getByText(says).waitFor();
  }
  // The last place is below the edge: it scrolls there, and answers.
  await rail.getByRole('button', { name: 'Settings', exact: true }).click();
  await main.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  expect(complaints).toEqual([]);
});
