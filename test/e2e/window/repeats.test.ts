/** Text that stands twice, sources that are nearly the same, and a page captured again, in a real window. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { tempFolder, tempNotebook } from '../../support/temp.ts';
import { TextMaker } from '../../support/text-families.ts';
import { openWindow, selectByMouse } from '../../support/window.ts';

async function importText(page: Page, name: string, text: string): Promise<void> {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  // Straight into the input: a key may open the chooser before it is listened for.
  await page.locator('input[type=file]').first().setInputFiles(path);
}

const maker = new TextMaker(61);
const [a, b, c, d] = [maker.sentence(45), maker.sentence(50), maker.sentence(60), maker.sentence(40)];
const START = 'Nothing here yet';

it('takes copies out when asked, and brings them back', async () => {
  const { page, complaints } = await openWindow({ notebook: tempNotebook() });
  await page.getByText(START).waitFor();
  await importText(page, 'twice.md', ['# The plant', a, b, c, d, a, b, c].join('\n\n'));
  const tray = page.getByRole('region', { name: 'Imports' });
  await tray.getByText('44% of this text appears twice.').waitFor();
  const article = page.getByRole('article');
  await article.getByText('44% of this text appears twice').click();
  await article.getByText('155 words').waitFor();
  await article.getByRole('button', { name: 'The copy' }).click();
  await article.getByRole('button', { name: 'Take out 1 copy' }).click();
  await page.getByText('1 copy taken out').waitFor();
  await article.getByText('appears twice').waitFor({ state: 'detached' });
  const count = (): Promise<number> => article.getByText(a, { exact: true }).count();
  await expect.poll(count).toBe(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(count).toBe(2);
  expect(complaints).toEqual([]);
});

it('names what a text is nearly the same as, and goes there', async () => {
  const { page, complaints } = await openWindow({ notebook: tempNotebook() });
  await page.getByText(START).waitFor();
  const text = maker.article(400);
  await importText(page, 'first.md', `# First report\n\n${text}`);
  await page.getByRole('article').getByText('First report').waitFor();
  await importText(page, 'second.md', `# Second report\n\n${text}\n\n${maker.sentence(20)}`);
  const tray = page.getByRole('region', { name: 'Imports' });
  await tray.getByRole('button', { name: /9\d% the same as “First report”/ }).waitFor();
  const article = page.getByRole('article');
  await article.getByRole('button', { name: /9\d% the same as “First report”/ }).click();
  await article.getByRole('button', { name: /9\d% the same as “Second report”/ }).waitFor();
  expect(complaints).toEqual([]);
});

it('says what became of the highlights when a page is captured again', async () => {
  const { page, complaints } = await openWindow({ notebook: tempNotebook() });
  await page.getByText(START).waitFor();
  const story = (...paragraphs: string[]): string =>
    `---\nurl: https://example.org/story\n---\n\n# Story\n\n${paragraphs.join('\n\n')}`;
  await importText(page, 'story.md', story(a, b));
  await page.getByRole('article').getByText('Story').waitFor();
  for (const words of [a.split(' ').slice(0, 3), b.split(' ').slice(0, 3)]) {
    await selectByMouse(page, words.join(' '));
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
  }
  await expect.poll(() => page.getByText('2 highlights').count()).toBeGreaterThan(0);
  await importText(page, 'story.md', story(a, c));
  const tray = page.getByRole('region', { name: 'Imports' });
  await tray.getByText('1 highlight carried over · 1 highlight not found in it').waitFor();
  await importText(page, 'again.md', `${story(a, c)}\n`);
  await tray.getByText('Already in the library: “Story”').waitFor();
  expect(complaints).toEqual([]);
});
