/**
 * The ledger in the window, from a key to the frame that shows it: opened from another screen, filtered, sorted, scrolled to its
 * end, and a verdict from its key to its word in the row.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';

/** Milliseconds. */
export type WindowTimes = Readonly<Record<'opened' | 'filtered' | 'sorted', readonly number[]>>;

export async function measureLedgerWindow(
  browserPath: string,
  notebook: string,
  rounds: number,
): Promise<WindowTimes> {
  const data = mkdtempSync(join(tmpdir(), 'dossier-bench-data-'));
  const app = spawn(process.execPath, ['out/main/dossier.js', 'serve', '--no-open', '--notebook', notebook], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LANG: 'en_GB.UTF-8', DOSSIER_DATA: data },
  });
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await page.goto(await addressOf(app));
    return await measurePage(page, rounds);
  } finally {
    await browser.close();
    app.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('no standard output');
  for await (const line of createInterface({ input: stdout }))
    return (JSON.parse(line) as { url: string }).url;
  throw new Error('the app did not start');
}

/** What an empty ledger shows, or the first row of one that has been read. */
const THERE = 'main [role=option] time, main [role=option] .none, main .screen .empty, main .empty';

async function measurePage(page: Page, rounds: number): Promise<WindowTimes> {
  const rail = page.getByRole('navigation').first();
  await rail.getByRole('button', { name: 'Claims', exact: true }).waitFor();
  await page.waitForTimeout(1500);
  const times = { opened: [] as number[], filtered: [] as number[], sorted: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    await rail.getByRole('button', { name: 'Notes', exact: true }).click();
    await page.waitForTimeout(50);
    const opened = await clickUntil(page, 'nav button:has(.lucide-scale)', THERE);
    const head = await page.getByRole('tab', { name: /Disputed/ }).count();
    const hasRows = head > 0 && (await page.getByRole('option').count()) > 0;
    const filtered = hasRows
      ? await clickUntil(page, 'main [role=tab]:nth-child(4)', rowsSay('Disputed'))
      : 0;
    if (hasRows) await clickUntil(page, 'main [role=tab]:nth-child(1)', THERE);
    const sorted = hasRows ? await clickUntil(page, 'main .head .statement button', THERE, true) : 0;
    // The first one is not counted: fonts and compiled scripts come with it.
    if (round === 0) continue;
    times.opened.push(opened);
    times.filtered.push(filtered);
    times.sorted.push(sorted);
  }
  return times;
}

/** A row whose status is that word stands first. */
const rowsSay = (word: string): string =>
  `main [role=presentation] + [role=option] .st.${word.toLowerCase()}`;

/**
 * From the click to the frame after the page shows it.
 * @param changes whether what is shown must be another first row than before, or the page told that it was sorted
 */
function clickUntil(page: Page, target: string, there: string, changes = false): Promise<number> {
  return page.evaluate(
    async ([selector, shown, must]) => {
      const button = document.querySelector<HTMLElement>(selector);
      if (!button) throw new Error(`no ${selector}`);
      const rows = (): string => document.querySelector('main [role=listbox]')?.textContent ?? '';
      const before = rows();
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const begun = performance.now();
      button.click();
      for (let left = 600; left > 0; left -= 1) {
        await frame();
        if (document.querySelector(shown) && (!must || rows() !== before)) {
          return performance.now() - begun;
        }
      }
      throw new Error(`${shown} was never there`);
    },
    [target, there, changes] as const,
  );
}
