/** A page that was captured again: what became of its highlights is decided in the tray, by mouse and by keyboard. */
import { expect, it } from 'vitest';
import type { Client } from '../../../src-main/common/contract/client.ts';
import type { Input } from '../../../src-main/common/contract/commands.ts';
import { findingsOf } from '../../support/axe.ts';
import { openWindow } from '../../support/window.ts';
import { tempNotebook } from '../../support/temp.ts';
import { openTestEngine, bytesOf } from '../../support/engine.ts';

const url = 'https://example.org/council';
const opening =
  'The council met on Monday in the old town hall, as it does each month, and the doors were open.';
const vote =
  'Nine of the fifteen members voted for the new bridge over the river, after two hours of debate.';
const cost = 'The bridge is to cost twelve million, of which the state pays a third.';
const between = 'The mayor thanked all who had come and spoke of a good day for the town.';
const ending = 'The works are to begin in spring and to last for two years at the least.';

const page = (...paragraphs: readonly string[]): Input<'source.import'> => ({
  bytes: bytesOf(`# Council\n\n${paragraphs.join('\n\n')}\n`),
  fileName: 'council.md',
  url,
});

/** Three highlights: one that moves, one that is gone, one that stays. */
async function prepare(): Promise<string> {
  const notebook = tempNotebook();
  const { run, engine } = openTestEngine(notebook);
  const { id } = await run('source.import', page(opening, vote, cost, between, ending));
  for (const [quote, color] of [
    [vote, 'yellow'],
    [cost, 'blue'],
    [ending, 'green'],
  ] as const) {
    await run('excerpt.add', { source: id, quote, color });
  }
  await run(
    'source.import',
    page(opening, vote.replace('Nine of the fifteen', 'Ten of the sixteen'), between, ending),
  );
  await engine.close();
  return notebook;
}

const anchorsOf = async (client: Client) => {
  const answer = await client.call('excerpt.list', {});
  return answer.ok ? answer.value.excerpts.map(({ anchor }) => anchor).toSorted() : [];
};

it('shows each highlight where it stood and where it may stand, and takes the answer from the keyboard', async () => {
  const { page, app, complaints } = await openWindow({ notebook: await prepare() });
  await page
    .getByRole('option')
    .getByRole('img', { name: 'Highlights: 1 in place, 1 moved, 1 without a place' })
    .waitFor();
  await page.getByText('Council').first().click();
  const review = page.getByRole('button', { name: 'Review', exact: true });
  await review.waitFor();
  expect(await anchorsOf(app.client)).toEqual(['exact', 'moved', 'orphan']);
  await review.click();
  const list = page.getByRole('listbox', { name: 'Highlights to review' });
  await list.getByText('Nine of the fifteen').or(list.getByText('Ten of the sixteen')).click();
  await page.locator('del', { hasText: 'Nine' }).waitFor();
  await page.locator('ins', { hasText: 'Ten' }).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findingsOf(page)).toEqual([]);
  }
  await page.keyboard.press('Enter');
  await page.getByText('1\u00A0highlight to review').first().waitFor();
  expect(await anchorsOf(app.client)).toEqual(['exact', 'exact', 'orphan']);
  await page.getByText('Nothing in this version is like it.').waitFor();
  await page.keyboard.press('o');
  await page.getByText('No highlight is left to review').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('1\u00A0highlight left without a place').waitFor();
  await review.waitFor();
  expect(complaints).toEqual([]);
});
