/** Selections that no hand draws on purpose, in a real window: of everything, across everything, from beside the text. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { tempFolder } from '../../support/temp.ts';
import { openWindow } from '../../support/window.ts';

const BLOCKS = 10_000;

/** What the engine stored, the latest first. */
async function ranges({ app }: Awaited<ReturnType<typeof openWindow>>) {
  const answer = await app.client.call('excerpt.list', {});
  return answer.ok ? answer.value.excerpts.map(({ start, end, exact }) => ({ start, end, exact })) : [];
}

/** Selects from one element's beginning to the beginning or the end of another's, as dragging does. */
const select = (page: Page, from: string, to: string): Promise<void> =>
  page.evaluate(
    ([first = '', last = '']) => {
      const start = document.querySelector(first);
      const end = [...document.querySelectorAll(last)].at(-1);
      if (!start || !end) throw new Error('the page does not show it');
      getSelection()?.setBaseAndExtent(start, 0, end, end.childNodes.length);
    },
    [from, to],
  );

it('takes in what is selected of ten thousand blocks, wherever its ends lie', async () => {
  const folder = tempFolder();
  const path = join(folder, 'long.txt');
  const paragraphs = Array.from({ length: BLOCKS }, (_none, at) => `Line ${at} of the register.`);
  const text = paragraphs.join('\n\n');
  writeFileSync(path, text);
  const window = await openWindow({ dataFolder: folder, notebook: join(folder, 'n.dossier') });
  const { page, complaints } = window;
  await page.getByText('Nothing here yet').waitFor();
  await page.locator('input[type=file]').first().setInputFiles(path);
  await page.getByRole('article').getByText('Line 1 of the register.').waitFor();
  const region = page.getByRole('region', { name: 'Article', exact: true });

  // All of it, by keys.
  await region.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('2');
  await expect.poll(() => ranges(window)).toEqual([{ start: 0, end: text.length, exact: text }]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => ranges(window)).toEqual([]);

  // From above the text into it, and from it to what stands beside it: the text's part is taken.
  await select(page, 'header', '.article-body section:first-child p:nth-child(3)');
  await region.focus();
  await page.keyboard.press('3');
  const head = paragraphs.slice(0, 3).join('\n\n');
  await expect.poll(() => ranges(window)).toEqual([{ start: 0, end: head.length, exact: head }]);

  // Beside the text alone is no passage.
  await select(page, 'header', 'header');
  await region.focus();
  await page.keyboard.press('4');
  await page.keyboard.press('Escape');
  expect(await ranges(window)).toHaveLength(1);
  expect(complaints).toEqual([]);
});
