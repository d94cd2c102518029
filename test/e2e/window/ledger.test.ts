/** The ledger as a fact-checker uses it, by keyboard alone: verdicts, what is due, another claim's place, an earlier day. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { ClaimId } from '../../../src-main/common/contract/entities.ts';
import { unwrap } from '../../../src-main/common/contract/result.ts';
import { findingsOf } from '../../support/axe.ts';
import { bytesOf } from '../../support/engine.ts';
import { tempNotebook } from '../../support/temp.ts';
import { openWindow, type AppWindow } from '../../support/window.ts';

const active = (page: Page): Promise<string> =>
  page
    .getByRole('main')
    .getByRole('listbox')
    .evaluate(
      (list) => document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '',
    );

async function fill({ client }: AppWindow['app']): Promise<readonly ClaimId[]> {
  const bytes = bytesOf('The port\nThe port costs 412 million euros, the council says.');
  const { id: source } = unwrap(await client.call('source.import', { bytes, fileName: 'port.txt' }));
  const { excerpt } = unwrap(await client.call('excerpt.add', { source, quote: '412 million euros' }));
  const ids: ClaimId[] = [];
  for (const [at, statement] of [
    'The port costs 412 million euros.',
    'It opens in 2028.',
    'It opens in 2030.',
    'Nobody was asked.',
  ].entries()) {
    const evidence = at === 0 ? [{ excerpt: excerpt.id, stance: 'supports' as const, origin: 'Nordet' }] : [];
    ids.push(unwrap(await client.call('claim.add', { statement, tags: ['port'], evidence })).claim.id);
  }
  return ids;
}

it('is walked, filtered and written to by keyboard alone', { timeout: 90_000 }, async () => {
  const { page, app, complaints } = await openWindow({ notebook: tempNotebook() });
  const ids = await fill(app);
  const main = page.getByRole('main');
  const list = main.getByRole('listbox', { name: 'Ledger of claims' });
  const get = async (id: ClaimId | undefined) =>
    unwrap(await app.client.call('claim.get', { id: id! })).claim;

  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await list.waitFor();
  await expect.poll(() => list.getByRole('option').count()).toBe(4);
  await list.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => active(page)).toContain('Nobody was asked');

  // Two of them are to be looked at again; one step of undo.
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('2 selected').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await main.getByRole('button', { name: 'Look again…' }).press('Enter');
  await page.getByLabel('Day', { exact: true }).fill('2026-01-31');
  await page.getByRole('button', { name: 'Set the day' }).press('Enter');
  await main.getByRole('button', { name: /^Due 2/ }).waitFor();
  await expect.poll(async () => (await get(ids[2])).recheckBy).toBe('2026-01-31');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await get(ids[3])).recheckBy).toBeUndefined();
  expect((await get(ids[2])).recheckBy).toBeUndefined();

  // A letter finds a row; Enter opens it; a verdict asks for its reason.
  await list.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.type('the port');
  await expect.poll(() => active(page)).toContain('412 million');
  await page.keyboard.press('Enter');
  await main.getByRole('heading', { level: 1 }).getByText('412 million').waitFor();
  await page.keyboard.press('Shift+V');
  await page.keyboard.type('The minutes say so.');
  await page.keyboard.press('Control+Enter');
  await main.getByRole('complementary').getByText('The minutes say so.').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByRole('button', { name: 'In a year' }).press('Enter');
  await main.getByRole('button', { name: /to look at again on/ }).waitFor();
  await page.keyboard.press('Escape');

  // The filter leaves one; its keys are letters again.
  await list.waitFor();
  await list.focus();
  await page.keyboard.press('l');
  await page.keyboard.type('2028');
  await expect.poll(() => list.getByRole('option').count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => list.getByRole('option').count()).toBe(4);

  expect(complaints).toEqual([]);
});

it('leads from a claim to the one that took its place and back, and never in a circle', async () => {
  const { page, app, complaints } = await openWindow({ notebook: tempNotebook() });
  const [, early, late] = await fill(app);
  const main = page.getByRole('main');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await main.getByRole('option', { name: /opens in 2028/ }).click();
  await main.getByRole('button', { name: 'Superseded by another claim' }).click();
  const field = page.getByRole('combobox', { name: 'Find the claim that takes its place' });
  await field.fill('2030');
  await page.getByRole('dialog').getByRole('option', { name: /2030/ }).waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await field.press('Enter');
  await main.getByRole('region', { name: 'Superseded by' }).getByRole('button', { name: /2030/ }).click();
  const before = main.getByRole('region', { name: 'Takes the place of' });
  await before.getByRole('button', { name: /2028/ }).waitFor();

  await main.getByRole('button', { name: 'Superseded by another claim' }).click();
  await field.fill('2028');
  await page.getByRole('dialog').getByRole('option', { name: /2028/ }).waitFor();
  await field.press('Enter');
  expect(await page.getByRole('dialog').getByRole('alert').textContent()).toContain('circle');
  await page.keyboard.press('Escape');
  await before.getByRole('button', { name: /2028/ }).click();
  await main.getByRole('heading', { level: 1 }).getByText('2028').waitFor();
  const { claim } = unwrap(await app.client.call('claim.get', { id: early! }));
  expect(claim.supersededBy).toBe(late);
  expect(complaints).toEqual([]);
});

it('shows an earlier day as it was, and takes nothing there', async () => {
  const { page, app, complaints } = await openWindow({ notebook: tempNotebook() });
  await fill(app);
  const main = page.getByRole('main');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await main.getByRole('option').first().waitFor();
  await main.getByRole('button', { name: 'View' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'The ledger as of an earlier day' }).click();
  await main.getByText(/^The ledger as it stood on/).waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await main.getByRole('option', { name: /412 million/ }).click();
  await main.getByRole('heading', { level: 1 }).waitFor();
  expect(await main.getByRole('button', { name: /^Verify|^Attach/ }).count()).toBe(0);
  await main.getByLabel('Day', { exact: true }).fill('2020-01-01');
  await main.getByText('This claim was not written down yet on that day.').waitFor();
  await main.getByRole('button', { name: 'Back to now' }).click();
  await main.getByRole('button', { name: /^Verify/ }).waitFor();
  expect(complaints).toEqual([]);
});
