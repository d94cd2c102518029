/** Marking a text in a real Chromium, one window for all of it: by mouse, by keys, by finger, and back by an address. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findingsOf } from '../../support/axe.ts';
import { tempFolder } from '../../support/temp.ts';
import { openWindow, selectByMouse } from '../../support/window.ts';

const ARTICLE = `# The saltworks

The plant costs 46.7 million euros, the council says.

- It employs 300 people[^1].
- It closes in **winter**.

| Year | Tons |
|------|------|
| 1972 | 4000 |

[^1]: Nobody counted them.
`;

/** Where words stand in the window. */
async function boxOf(page: Page, words: string): Promise<{ left: number; right: number; middle: number }> {
  return page.getByRole('article').evaluate((article, wanted) => {
    const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, middle: top + height / 2 };
    }
    throw new Error(`the article does not show ${wanted}`);
  }, words);
}

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const end = (page: Page): Locator => page.getByRole('slider', { name: 'End of the highlight' });
const excerptsOf = async (window: Awaited<ReturnType<typeof openWindow>>): Promise<readonly string[]> => {
  const answer = await window.app.client.call('excerpt.list', {});
  return answer.ok ? answer.value.excerpts.map(({ color, exact }) => `${color} ${exact}`) : [];
};

it('highlights across blocks, resizes, overlaps, links, notes and finds the way back', async () => {
  const folder = tempFolder();
  const path = join(folder, 'saltworks.md');
  writeFileSync(path, ARTICLE);
  const window = await openWindow({
    dataFolder: folder,
    notebook: join(folder, 'n.dossier'),
    context: { permissions: ['clipboard-read', 'clipboard-write'] },
  });
  const { page } = window;
  const press = async (...strokes: readonly string[]): Promise<void> => {
    for (const stroke of strokes) await page.keyboard.press(stroke);
  };
  const excerpts = async (...wanted: readonly string[]): Promise<void> =>
    expect.poll(() => excerptsOf(window)).toEqual(wanted);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Add files…' }).click(),
  ]);
  await chooser.setFiles(path);
  await page.getByRole('article').getByText('Nobody counted').waitFor();

  // From a list over a table into a footnote, by mouse.
  const from = await boxOf(page, 'winter');
  const to = await boxOf(page, 'Nobody counted');
  await page.mouse.move(from.left + 1, from.middle);
  await page.mouse.down();
  await page.mouse.move(to.right, to.middle, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Highlight 4: Doubt' }).click();
  const across = 'pink winter.\n\nYear\tTons\n1972\t4000\n\nNobody counted';
  await excerpts(across);

  // Blank space is refused in words.
  const heading = await boxOf(page, 'The saltworks');
  await page.getByRole('region', { name: 'Article' }).focus();
  await page.getByRole('article').evaluate((article) => {
    const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    let node = texts.nextNode();
    while (node && !node.textContent?.startsWith('It employs')) node = texts.nextNode();
    if (node) getSelection()?.setBaseAndExtent(node, 2, node, 3);
  });
  await press('1');
  await page.getByText('Only blank space is selected').waitFor();
  await page.mouse.click(heading.left + 2, heading.middle);

  // By keys alone: caret, a word selected, a colour; then its end is moved, and that is one step of undo.
  await press('Control+f');
  await page.keyboard.type('46.7');
  await page.getByRole('search').getByText('1 of 1').waitFor();
  await press('Enter', 'Escape', 'F7', 'Control+Shift+ArrowRight', '2');
  await page.getByRole('button', { name: /^Highlight 2: Figure, “46\.7/ }).waitFor();
  await press('F7', 'j');
  await page.getByRole('dialog', { name: 'Highlight: Figure' }).waitFor();
  const [, figure = ''] = (await excerptsOf(window)).toReversed();
  await page.keyboard.down('Shift');
  await press('ArrowRight', 'ArrowRight');
  await page.getByText('Added: euros').waitFor({ state: 'attached' });
  await page.keyboard.up('Shift');
  await excerpts('blue 46.7 million euros', across);
  await press('Escape', 'Control+z');
  await excerpts(figure, across);
  await page.getByRole('button', { name: /^Redo: Highlight changed/ }).waitFor();
  await press('Control+Shift+z');
  await excerpts('blue 46.7 million euros', across);

  // Another one over it: both are reachable by pointing and by key, and an end can be dragged.
  await selectByMouse(page, 'million euros, the council');
  await press('3');
  await excerpts('blue 46.7 million euros', 'green million euros, the council', across);
  await press('Escape');
  const shared = await boxOf(page, 'euros');
  await page.mouse.click(shared.left + 4, shared.middle);
  await page.getByRole('dialog', { name: 'Highlight: Figure' }).getByText('1/2').waitFor();
  await page.mouse.click(shared.left + 4, shared.middle);
  await page.getByRole('dialog', { name: 'Highlight: Quotation' }).getByText('2/2').waitFor();
  await press('o');
  await page.getByRole('dialog', { name: 'Highlight: Figure' }).waitFor();
  await press('o');
  const handle = await end(page).boundingBox();
  const says = await boxOf(page, 'says');
  if (!handle) throw new Error('no handle');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(says.right - 1, says.middle, { steps: 3 });
  await page.mouse.up();
  await excerpts('blue 46.7 million euros', 'green million euros, the council says', across);

  // A note with a link, by brackets; read as Markdown, edited in place, with its history.
  await press('n');
  await page.keyboard.type('See *this* [[salt');
  await page.getByRole('listbox', { name: 'Link to' }).getByText('The saltworks').waitFor();
  await press('Enter');
  await page.keyboard.type(' <img src=x onerror=alert(1)>');
  await press('Control+Enter');
  const margin = page.getByRole('complementary', { name: 'Margin notes' });
  await margin.getByRole('link', { name: 'The saltworks' }).waitFor();
  await margin.getByText('<img src=x onerror=alert(1)>').waitFor();
  await margin.getByRole('button', { name: 'Highlight: Quotation' }).click();
  await page.getByRole('button', { name: /^Edit the note/ }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Something else');
  await press('Control+Enter');
  await margin.getByText('Something else').click();
  await page.getByRole('button', { name: 'History of the note' }).click();
  await page.getByRole('button', { name: 'Bring back' }).click();
  await page.getByRole('dialog', { name: 'Highlight: Quotation' }).getByText('See').waitFor();

  await page.getByRole('button', { name: /^Edit the note/ }).click();
  await page.evaluate(() => navigator.clipboard.writeText('x'.repeat(200_001)));
  await press('Control+v');
  await page.getByText('A note holds at most 200,000 characters').waitFor();
  await press('Control+Enter');
  await margin.getByRole('button', { name: 'Highlight: Quotation' }).click();

  // An address of the highlight leads back to it, in the same tab.
  await press('Control+Shift+l');
  await expect.poll(() => clipboard(page)).toMatch(/^dossier:\/\/excerpt\/[0-9a-f-]{36}$/);
  const address = await clipboard(page);
  const { origin } = new URL(window.app.url);
  await page.goto(`${origin}/?open=${encodeURIComponent('dossier://excerpt/gone')}`);
  await page.getByText('This notebook has no highlight “gone”.').waitFor();
  await page.goto(`${origin}/?open=${encodeURIComponent(address)}`);
  await page.getByRole('dialog', { name: 'Highlight: Quotation' }).waitFor();
  expect(new URL(page.url()).search).toBe('');

  // Nobody is kept waiting by a note of a megabyte, and so much is not pasted into one.
  const answer = await window.app.client.call('excerpt.list', {});
  const figureId = answer.ok ? answer.value.excerpts.find(({ color }) => color === 'blue')?.id : undefined;
  if (!figureId) throw new Error('no figure');
  await window.app.client.call('excerpt.edit', { id: figureId, note: 'So long. '.repeat(111_112) });
  await margin.getByText('So long.').waitFor();
  await press('o');
  await page.getByText('Only the beginning is shown, of 1,000,008 characters.').waitFor();
  expect(await findingsOf(page)).toEqual([]);

  // A narrow window has no margin: a sign says that there is a note, which opens over the page.
  await page.setViewportSize({ width: 900, height: 700 });
  await page.getByRole('button', { name: /^Highlight 3: Quotation, .*, with a note$/ }).click();
  await page.getByRole('dialog', { name: 'Highlight: Quotation' }).getByText('See').waitFor();

  expect(window.complaints).toEqual([]);
  expect(window.foreignRequests).toEqual([]);
});
