/** Exporting in a real window: what is taken, by which template, and back again from an archive. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { findingsOf } from '../../support/axe.ts';
import { tempFolder } from '../../support/temp.ts';
import { openWindow, type AppWindow } from '../../support/window.ts';

const SAMPLE = { args: ['--sample'], context: { viewport: { width: 1440, height: 900 } } } as const;

async function openExport(): Promise<AppWindow> {
  const window = await openWindow(SAMPLE);
  await window.page.locator('[data-ready]').waitFor();
  await window.page.getByRole('button', { name: 'Export', exact: true }).first().click();
  await window.page.getByRole('heading', { name: 'Export', level: 1 }).waitFor();
  return window;
}

async function download({ page }: AppWindow): Promise<{ name: string; bytes: Uint8Array }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download/ }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync((await file.path()) ?? '') };
}

it('takes a claim with its evidence, and says how much that is', { timeout: 60_000 }, async () => {
  const window = await openExport();
  const { page, complaints } = window;
  await page.getByLabel('A claim with its evidence').check();
  await page.getByRole('list', { name: 'Claims' }).getByRole('radio').first().check();
  await page
    .getByRole('status', { name: 'In the export' })
    .getByText(/1.claim/)
    .waitFor();
  await page.getByLabel('BibTeX').check();
  await page
    .getByRole('region', { name: 'Preview of references.bib' })
    .getByText('@online{')
    .first()
    .waitFor();
  expect(await findingsOf(page)).toEqual([]);
  const { name, bytes } = await download(window);
  expect(name).toBe('references.bib');
  expect(strFromU8(bytes)).toContain('@online{');
  expect(complaints).toEqual([]);
});

it('writes by a template of one’s own, and says which line is wrong', { timeout: 60_000 }, async () => {
  const window = await openExport();
  const { page, complaints } = window;
  await page.getByRole('button', { name: 'Make my own…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Briefing of mine');
  await page.getByRole('button', { name: 'Create' }).click();
  const editor = page.getByRole('textbox', { name: 'Template', exact: true });
  await editor.fill('# {{ source.title }}\n\n{{ source.titel }}');
  await page.getByText('Line 3, column 4: there is no “source.titel” here.').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go to the line' }).click();
  expect(await editor.evaluate((area) => (area as HTMLTextAreaElement).selectionStart)).toBe(25);
  await page.getByRole('button', { name: 'Fields' }).click();
  await editor.fill('# {{ source.title }}\n\nKey: ');
  await page.getByRole('button', { name: 'Insert source.key' }).click();
  await page
    .locator('.preview pre')
    .getByText(/Key: \w+2026\w+/)
    .waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Template changed').waitFor();
  const { bytes } = await download(window);
  const files = Object.values(unzipSync(bytes)).map((file) => strFromU8(file));
  expect(files.length).toBeGreaterThan(5);
  for (const text of files) expect(text).toMatch(/^# .+\n\nKey: [a-z0-9-]+$/);
  expect(complaints).toEqual([]);
});

it('is reached from what is selected in the library', { timeout: 60_000 }, async () => {
  const { page } = await openWindow(SAMPLE);
  await page.locator('[data-ready]').waitFor();
  const rows = page.getByRole('listbox').getByRole('option');
  await rows.nth(0).click({ modifiers: ['Control'] });
  await rows.nth(1).click({ modifiers: ['Control'] });
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Export…' }).click();
  await page.getByText(/2.sources chosen/).waitFor();
  await page
    .getByRole('status', { name: 'In the export' })
    .getByText(/2.sources/)
    .waitFor();
});

it('comes back from an archive as a new notebook', { timeout: 60_000 }, async () => {
  const window = await openExport();
  const { page, complaints } = window;
  await page.getByLabel('ZIP archive').check();
  await page.getByText('data/source-0001.jsonl').waitFor();
  const { name, bytes } = await download(window);
  expect(name).toBe('Sample notebook.zip');
  const folder = tempFolder();
  const archive = join(folder, name);
  writeFileSync(archive, bytes.subarray(0, 500));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Restore an archive');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Archive' }).fill(archive);
  await page.getByRole('textbox', { name: 'New notebook' }).fill(join(folder, 'Again.dossier'));
  expect(await findingsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page
    .getByRole('alert')
    .or(page.locator('.notice'))
    .getByText(/archive/i)
    .first()
    .waitFor();
  writeFileSync(archive, bytes);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByText('Again').first().waitFor();
  await page
    .getByText(/9.sources · 41.highlights · 8.claims/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
});
