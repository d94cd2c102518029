/** Searching the sample notebook in a real window: counts that hold, and completion by keyboard. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/axe.ts';
import { openWindow } from '../../support/window.ts';

const SAMPLE = { args: ['--sample'] } as const;
const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Search the notebook' });
const summary = (page: Page): Locator => page.getByRole('region', { name: 'Results' }).locator('b').first();
const facets = (page: Page): Locator => page.getByRole('region', { name: 'Refine' });

/** Of a value of a facet, as it is written beside it. */
async function countOf(value: Locator): Promise<number> {
  return Number(await value.locator('.n').innerText());
}

describe('facets', () => {
  it('count what choosing them leaves, and are taken away again', async () => {
    const { page, complaints } = await openWindow(SAMPLE);
    await field(page).fill('412');
    const language = facets(page).getByRole('list', { name: 'Language' });
    const french = language.getByRole('button', { name: /^French/ });
    await french.waitFor();
    const all = await summary(page).innerText();
    const count = await countOf(french);
    expect(count).toBeGreaterThan(0);
    expect(all.startsWith(`${count}\u00A0`)).toBe(false);
    await french.click();
    await page.getByText(new RegExp(`^(\\d+ of )?${count}\u00A0results?\\b`)).waitFor();
    expect(await french.getAttribute('aria-pressed')).toBe('true');
    expect(await countOf(french)).toBe(count);

    const year = facets(page).getByRole('list', { name: 'Date' }).getByRole('button').first();
    const both = await countOf(year);
    await year.click();
    await page.getByText(new RegExp(`^(\\d+ of )?${both}\u00A0results?\\b`)).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await facets(page).getByRole('button', { name: 'Remove the filters' }).click();
    await summary(page).getByText(all, { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('are a drawer in a narrow window, closed with Escape, and chips that can be taken away', async () => {
    const { page, complaints } = await openWindow({
      ...SAMPLE,
      context: { viewport: { width: 1000, height: 760 }, reducedMotion: 'reduce' },
    });
    await field(page).fill('euros');
    const refine = page.getByRole('button', { name: /^Refine/ });
    await refine.click();
    await facets(page)
      .getByRole('button', { name: /^French/ })
      .click();
    await page.keyboard.press('Escape');
    const chip = page.getByRole('button', { name: 'Remove the filter French' });
    await chip.waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await chip.click();
    await chip.waitFor({ state: 'detached' });
    expect(await refine.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  });
});

describe('completion', () => {
  it('leads by keyboard from a field’s name to a tag to the tagged passage', async () => {
    const { page, complaints } = await openWindow(SAMPLE);
    // Until the notebook is open the field takes no focus.
    await page.locator('[role=combobox]:enabled').waitFor();
    await page.keyboard.press('Control+Shift+f');
    await page.locator('[role=combobox]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: /^word\*/ }).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.keyboard.type('ta');
    await page.getByRole('option', { name: /^tag:/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: 'brine' }).waitFor();
    await page.keyboard.type('pri');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field(page).inputValue()).toMatch(/^tag:"pri[^"]+" $/);
    await page.keyboard.press('ArrowDown');
    // Until the answer is there the focus stays, and Enter would be the field's.
    await page.locator('[data-hit]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('article').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says what is wrong with a query once it is meant', async () => {
    const { page } = await openWindow(SAMPLE);
    await field(page).fill('author:euros');
    await page.keyboard.press('Enter');
    await page.getByText('“author” is no field').waitFor();
  });
});
