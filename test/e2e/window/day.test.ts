/** A researcher's whole day in a real window: once by mouse, once by keyboard alone. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../support/rows.ts';
import { tempFolder } from '../../support/temp.ts';
import { openWindow, selectByMouse, type AppWindow } from '../../support/window.ts';

const ARTICLE = `The saltworks of Ostrelle
The plant costs 46.7 million euros, the council says. Exportation of salt began after the détente of 1972.
It employs 300\u202F000 people, a figure that nobody checked.
`;

function writeArticle(): string {
  const path = join(tempFolder(), 'saltworks.txt');
  writeFileSync(path, ARTICLE);
  return path;
}

async function importFile(page: Page, path: string, open: () => Promise<void>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
  await chooser.setFiles(path);
  await page.getByRole('article').getByText('nobody checked').waitFor();
}

/** What must be in the file afterwards, whichever way the day was done. */
function expectTheDay(path: string): void {
  const rows = readRows(path);
  expect(rows.sources).toEqual(['The saltworks of Ostrelle']);
  expect(rows.excerpts).toEqual([
    { exact: '46.7 million euros', color: 'yellow', note: '', anchor: 'exact' },
    { exact: '300\u202F000 people', color: 'blue', note: 'Who counted?', anchor: 'exact' },
  ]);
  expect(rows.tagged).toEqual([{ exact: '300\u202F000 people', tag: 'jobs' }]);
  expect(rows.evidence).toEqual([
    {
      statement: 'The plant costs 46.7 million.',
      exact: '46.7 million euros',
      stance: 'supports',
      origin: 'The council',
    },
  ]);
  expect(rows.verdicts).toEqual([
    { statement: 'The plant costs 46.7 million.', status: 'verified', reason: 'The council published it.' },
    { statement: 'It employs 300 000 people.', status: 'disputed', reason: 'Nobody counted.' },
  ]);
}

function expectNoComplaints({ complaints, foreignRequests }: AppWindow): void {
  expect(complaints).toEqual([]);
  expect(foreignRequests).toEqual([]);
}

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search the notebook' }).fill(query);
}

async function download(page: Page, press: () => Promise<void>): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await file.path());
}

function textOfZip(bytes: Uint8Array): string {
  const decoder = new TextDecoder();
  return Object.values(unzipSync(bytes))
    .map((file) => decoder.decode(file))
    .join('\n');
}

describe('a day by mouse', () => {
  it('captures, highlights, tags, claims, judges, finds and exports', async () => {
    const folder = tempFolder();
    const window = await openWindow({ dataFolder: folder });
    const { page } = window;
    const notebook = join(folder, 'My notebook.dossier');

    await page.getByRole('button', { name: /Start an empty notebook/ }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await importFile(page, writeArticle(), () => page.getByRole('button', { name: 'Add files…' }).click());

    await selectByMouse(page, '300\u202F000 people');
    await page.getByRole('button', { name: 'Highlight 2: Figure' }).click();
    await page.getByRole('button', { name: 'Highlight 2: Figure, “300\u202F000 people”' }).click();
    await page.getByRole('combobox', { name: 'Tags' }).fill('jobs');
    await page.getByRole('combobox', { name: 'Tags' }).press('Enter');
    await page.getByRole('button', { name: 'Remove jobs' }).waitFor();
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Who counted?');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('complementary', { name: 'Margin notes' }).getByText('Who counted?').waitFor();

    await selectByMouse(page, '46.7 million euros');
    await page
      .getByRole('toolbar', { name: 'Selection' })
      .getByRole('button', { name: /^Claim/ })
      .click();
    await page.getByRole('textbox', { name: 'Statement' }).fill('The plant costs 46.7 million.');
    await page.getByRole('textbox', { name: 'First said by' }).fill('The council');
    await page.getByRole('button', { name: 'New claim' }).click();

    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await page.getByRole('option', { name: /The plant costs 46.7 million/ }).click();
    await page.getByRole('button', { name: /^Verify/ }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('The council published it.');
    await page.getByRole('button', { name: /^Store the verdict/ }).click();
    await page.getByText('Verified on').waitFor();

    await page.getByRole('main').getByRole('button', { name: 'Claims', exact: true }).click();
    await page.getByRole('button', { name: /^New claim/ }).click();
    await page.getByRole('textbox', { name: 'Statement' }).fill('It employs 300 000 people.');
    await page.getByRole('textbox', { name: 'Statement' }).press('Control+Enter');
    await page.getByRole('button', { name: /^Dispute/ }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Nobody counted.');
    await page.getByRole('button', { name: /^Store the verdict/ }).click();
    await page.getByText('Disputed on').waitFor();

    await search(page, 'detente');
    await page.getByRole('button', { name: /détente of 1972/ }).click();
    await page.getByRole('article').getByText('détente of 1972').waitFor();

    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const zip = await download(page, () => page.getByRole('button', { name: /^Download/ }).click());
    expect(textOfZip(zip)).toContain('300\u202F000 people');
    expect(textOfZip(zip)).toContain('The council published it.');

    expectTheDay(notebook);
    expectNoComplaints(window);
  });
});

describe('the same day by keyboard alone', () => {
  it('captures, highlights, tags, claims, judges, finds and exports', async () => {
    const folder = tempFolder();
    const window = await openWindow({ dataFolder: folder });
    const { page } = window;
    // From now on Chromium hands file dialogs over; a key is faster than telling it so.
    page.on('filechooser', () => undefined);
    const keys = page.keyboard;
    const press = async (...strokes: readonly string[]): Promise<void> => {
      for (const stroke of strokes) await keys.press(stroke);
    };
    const shown = (text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

    await page.getByRole('button', { name: /Start an empty notebook/ }).waitFor();
    await press('Control+n');
    await page.getByRole('dialog').waitFor();
    await press('Enter');
    await page.getByRole('button', { name: 'Add files…' }).waitFor();
    // Keys belong to the dialog as long as it stands.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await importFile(page, writeArticle(), () => press('Control+i'));

    // Find, then a digit on the match.
    await press('Control+f');
    await keys.type('300 000 people');
    await shown('1 of 1');
    await press('Enter', 'Escape', '2');
    await page.getByRole('button', { name: /^Highlight 2: Figure, / }).waitFor();
    await press('j');
    await page.getByRole('dialog').waitFor();
    await press('e');
    await keys.type('jobs');
    await press('Enter');
    await page.getByRole('button', { name: 'Remove jobs' }).waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('j');
    await page.getByRole('dialog').waitFor();
    await press('n');
    await keys.type('Who counted?');
    await press('Control+Enter');
    await shown('Who counted?');
    await press('Escape');

    await press('Control+f');
    await keys.type('46.7 million euros');
    await shown('1 of 1');
    await press('Enter', 'Escape', 'c');
    await page.getByRole('textbox', { name: 'Statement' }).waitFor();
    await keys.type('The plant costs 46.7 million.');
    await press('Tab', 'Tab');
    await keys.type('The council');
    await press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await press('g', 'c');
    await page.getByRole('listbox', { name: 'Ledger of claims' }).waitFor();
    await press('ArrowDown', 'Enter');
    await shown('46.7 million euros');
    await press('Shift+V');
    await page.getByRole('textbox', { name: 'Reason' }).waitFor();
    await keys.type('The council published it.');
    await press('Control+Enter');
    await shown('Verified on');

    await press('Escape');
    await page.getByRole('listbox', { name: 'Ledger of claims' }).waitFor();
    await press('n');
    await page.getByRole('textbox', { name: 'Statement' }).waitFor();
    await keys.type('It employs 300 000 people.');
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'It employs 300 000 people.' }).waitFor();
    await press('Shift+D');
    await page.getByRole('textbox', { name: 'Reason' }).waitFor();
    await keys.type('Nobody counted.');
    await press('Control+Enter');
    await shown('Disputed on');

    await press('Control+Shift+f');
    await keys.type('detente');
    await page.getByRole('button', { name: /détente of 1972/ }).waitFor();
    await press('ArrowDown', 'Enter');
    await page.getByRole('article').getByText('détente of 1972').waitFor();

    await press('g', 'e');
    await page.getByRole('region', { name: 'Preview' }).getByText('300').first().waitFor();
    const zip = await download(page, () => press('Control+Enter'));
    expect(textOfZip(zip)).toContain('The council published it.');

    expectTheDay(join(folder, 'My notebook.dossier'));
    expectNoComplaints(window);
  });
});
