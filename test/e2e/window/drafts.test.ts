/** A draft from the clipboard to the report: checked, mended, a passage opened beside it and made evidence. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openWindow } from '../../support/window.ts';

const DRAFT = `Le directeur, Ivan Delorgue, répond : « Les arbitrages sont rendus, les marchés sont signés, le prix est ferme. »

Pour Maude Castérive, « je n’ai jamais dit que 412 était la fin de l’histoire ». On lit aussi que « la saumure sera rejetée au large des côtes de Hollande ».`;

it(
  'checks a draft, mends it, opens a passage beside it and saves a report',
  { timeout: 60_000 },
  async () => {
    const { page, complaints, foreignRequests } = await openWindow({ args: ['--sample'] });
    await page.getByRole('main').getByRole('option').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    const field = page.getByRole('textbox', { name: 'Draft' });
    await field.fill(DRAFT);
    await page.keyboard.press('Control+Enter');
    const list = page.getByRole('listbox', { name: 'Quotations and figures' });
    const verdicts = list.getByRole('option').locator('b');
    await expect
      .poll(() => verdicts.allTextContents())
      .toEqual(['Altered', 'Someone else', 'Found', 'Not found']);
    // The focus went on from the field, which is gone, into what was found.
    await expect.poll(() => list.evaluate((each) => each === document.activeElement)).toBe(true);

    const detail = page.getByRole('region', { name: 'Quotation', exact: true });
    await detail.getByText('faits', { exact: true }).waitFor();
    await detail.getByRole('button', { name: 'Use the source’s words' }).click();
    await expect.poll(() => verdicts.first().textContent()).toBe('Exact');

    await list.focus();
    await page.keyboard.press('j');
    await detail.getByText(/The draft says Maude Castérive/).waitFor();
    await page.keyboard.press('o');
    await page.getByRole('article').getByText('la fin de l’histoire').first().waitFor();

    await page.getByRole('button', { name: 'Use as evidence…' }).click();
    await page.getByRole('combobox', { name: /Words of the claim/ }).fill('412');
    await page.getByRole('dialog').getByRole('option').first().click();
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Save the report' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /HTML/ }).click();
    const file = await (await saving).path();
    const report = await readFile(file, 'utf8');
    expect(report).toContain('Someone else');
    expect(report).not.toMatch(/<script|https?:/);
    expect(complaints).toEqual([]);
    expect(foreignRequests).toEqual([]);
  },
);

it('keeps a search that found nothing with a claim, and takes it back', { timeout: 60_000 }, async () => {
  const { page, complaints } = await openWindow({ args: ['--sample'] });
  const field = page.getByRole('search').getByRole('combobox');
  await field.fill('"never said anywhere"');
  await page.keyboard.press('Enter');
  await page
    .getByRole('main')
    .getByRole('button', { name: /evidence of diligence/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'What it means' }).fill('Nobody has it.');
  await dialog.getByRole('combobox').fill('412');
  await dialog.getByRole('option').first().click();
  await page.getByRole('navigation').first().getByRole('button', { name: 'Claims', exact: true }).click();
  await page.getByRole('option', { name: /412/ }).first().click();
  const kept = page.getByRole('region', { name: 'Searches made' });
  await kept.getByText('nothing found').waitFor();
  await kept.getByText('Nobody has it.').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await kept.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});
