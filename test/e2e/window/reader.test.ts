/** The reader in a real window: its place, footnotes, print, two panes, another window. One window for all: opening one is dear. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { tempFolder, tempNotebook } from '../../support/temp.ts';
import { openWindow } from '../../support/window.ts';

const PARAGRAPHS = 40;

/** Long enough to be scrolled; the paragraphs say which they are. */
function writeArticles(): readonly string[] {
  const folder = tempFolder();
  const long = Array.from(
    { length: PARAGRAPHS },
    (_, at) =>
      `Paragraph ${at + 1} of the report speaks of the harbour, the port and its price. ${'The council counted again and again. '.repeat(6)}`,
  );
  long[0] += '[^1]';
  const texts = {
    'report.md': `# The report\n\n${long.join('\n\n')}\n\n[^1]: As the minutes of June say.\n`,
    'reply.md': '# The reply\n\nThe harbour answered, and said nothing of the price.\n',
  };
  return Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

/** The words at the upper edge of the first article on screen. */
const firstWords = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const edge = document.querySelector('.page')?.getBoundingClientRect().top ?? 0;
    const left = document.querySelector('.article-body')?.getBoundingClientRect().left ?? 0;
    const place = document.caretPositionFromPoint(left + 12, edge + 14);
    const text = place?.offsetNode.parentElement?.closest('p')?.textContent ?? '';
    return /^Paragraph \d+/.exec(text)?.[0] ?? '';
  });

it('keeps its place, shows notes and prints; panes and windows go their own ways', async () => {
  const { page, complaints } = await openWindow({
    notebook: tempNotebook(),
    context: { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' },
  });
  await page.getByText('Nothing here yet').waitFor();
  for (const path of writeArticles()) {
    await page.locator('input[type=file]').first().setInputFiles(path);
    await page
      .getByRole('article')
      .getByText(path.includes('reply') ? 'answered' : 'Paragraph 1 of')
      .waitFor();
  }
  const rows = page.getByRole('option');
  await rows.filter({ hasText: 'The report' }).click();

  // A footnote where it is called, by keys alone.
  const call = page.getByLabel('Footnote 1', { exact: true }).and(page.locator('a'));
  await call.focus();
  await page.keyboard.press('Enter');
  const note = page.getByRole('dialog', { name: 'Footnote 1' });
  await note.getByText('As the minutes of June say.').waitFor();
  await page.keyboard.press('Escape');
  await note.waitFor({ state: 'detached' });
  expect(await call.evaluate((element) => element === document.activeElement)).toBe(true);

  // The place is words, whatever the size, the window or a reload.
  const region = page.getByRole('region', { name: 'Article', exact: true });
  await region.evaluate((element) => {
    const target = [...element.querySelectorAll('p')].find((p) => p.textContent?.startsWith('Paragraph 20 '));
    element.scrollTop += (target?.getBoundingClientRect().top ?? 0) - element.getBoundingClientRect().top;
  });
  await expect.poll(() => firstWords(page)).toBe('Paragraph 20');
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).join(' ')))
    .toContain('dossier.position');
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control++');
  await expect
    .poll(() => region.evaluate((e) => getComputedStyle(e).getPropertyValue('--reader-size')))
    .toBe('22px');
  await expect.poll(() => firstWords(page)).toBe('Paragraph 20');
  await page.setViewportSize({ width: 1100, height: 700 });
  await expect.poll(() => firstWords(page)).toBe('Paragraph 20');
  await page.reload();
  await page.getByRole('article').getByText('Paragraph 20 of').waitFor();
  await expect.poll(() => firstWords(page)).toBe('Paragraph 20');
  await page.keyboard.press('Control+0');
  await page.setViewportSize({ width: 1440, height: 900 });

  // On paper there is the article alone, for as long as it is printed.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('body > .print');
  expect(
    await paper
      .locator('p')
      .filter({ hasText: /^Paragraph/ })
      .count(),
  ).toBe(PARAGRAPHS);
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  expect(await page.title()).toBe('The report');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  expect(await paper.count()).toBe(0);

  // Beside it another one; find acts where the focus is.
  await rows.filter({ hasText: 'The reply' }).click({ modifiers: ['Alt'] });
  const second = page.getByRole('region', { name: 'Pane 2' });
  await second.getByText('answered').waitFor();
  expect(await firstWords(page)).toBe('Paragraph 20');
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('harbour');
  await second.getByRole('search').getByText('1 of 1').waitFor();
  expect(await page.getByRole('region', { name: 'Pane 1' }).getByRole('search').count()).toBe(0);
  await page.keyboard.press('Escape');

  // What is highlighted in one window is there in the other.
  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    (async () => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('new window');
      await page.getByRole('option', { name: 'Open in a new window' }).click();
    })(),
  ]);
  await other.getByRole('article').getByText('answered').waitFor();
  expect(new URL(other.url()).hash).toBe('');
  await page.keyboard.press('1');
  await other
    .getByRole('button', { name: /Highlight 1/ })
    .first()
    .waitFor();
  await other.close();

  // Too narrow for two: one behind the other.
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.getByRole('tab', { name: 'The report' }).click();
  await expect.poll(() => firstWords(page)).toBe('Paragraph 20');
  await page.keyboard.press('Control+Shift+B');
  await page.getByRole('article').getByText('answered').waitFor();
  expect(await page.getByRole('article').count()).toBe(1);
  expect(complaints).toEqual([]);
});
