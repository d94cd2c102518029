/** Dozens of files at once: their rows scroll within the tray, and only those near its view are drawn. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder, tempNotebook } from '../../support/temp.ts';
import { TextMaker } from '../../support/text-families.ts';
import { openWindow } from '../../support/window.ts';

const FILES = 60;

it('keeps the rows of many imports within the tray', async () => {
  const { page, complaints } = await openWindow({ notebook: tempNotebook() });
  const folder = join(tempFolder(), 'many');
  mkdirSync(folder);
  const maker = new TextMaker(17);
  const paths = Array.from({ length: FILES }, (_, at) => {
    const path = join(folder, `text-${at}.md`);
    writeFileSync(path, `# Text ${at}\n\n${maker.article(60)}`);
    return path;
  });
  await page.getByText('Nothing here yet').waitFor();
  await page.locator('input[type=file]').first().setInputFiles(paths);
  const tray = page.getByRole('region', { name: 'Imports' });
  await tray.getByText(`${FILES} files added`).waitFor();
  const rows = tray.getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.first().getAttribute('aria-setsize')).toBe(String(FILES));
  expect(await rows.count()).toBeLessThan(FILES / 3);
  // The last row is reached by scrolling, and is then in view: rows above it are measured as they come.
  const list = tray.getByRole('list');
  const last = tray.locator(`[aria-posinset="${FILES}"]`);
  const hidden = async (): Promise<number> => {
    await list.evaluate((rows) => rows.parentElement?.scrollTo(0, rows.scrollHeight));
    const [box, around] = [await last.boundingBox(), await tray.boundingBox()];
    return box && around ? box.y + box.height - around.y - around.height : Infinity;
  };
  await expect.poll(hidden).toBeLessThanOrEqual(1);
  expect(complaints).toEqual([]);
});
