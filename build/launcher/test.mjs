/**
 * `npm test`: lint and types, then every vitest project. `npm test -- FILTER…` hands the filters to vitest and leaves
 * lint and types out. Where no browser can be had the end-to-end tests are counted as skipped, in CI as a failure.
 */
import { fail } from './lib/say.mjs';
import { countTests, runChecks, runVitest } from './lib/stages.mjs';
import { environmentOf, findTestBrowser } from './lib/test-browser.mjs';
import { NOTHING, sum, summaryLine } from './lib/totals.mjs';

const FAST = ['main', 'electron', 'component'];

async function test() {
  const filters = process.argv.slice(2);
  const totals = sum([
    ...(filters.length === 0 ? await runChecks() : []),
    await runVitest(FAST, filters, process.env),
    await runVitest(['packaging'], filters, process.env),
    await runEndToEnd(filters),
  ]);
  console.log(summaryLine(totals));
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

/**
 * @param {readonly string[]} filters
 * @returns {Promise<import('./lib/totals.mjs').Totals>}
 */
async function runEndToEnd(filters) {
  const browser = findTestBrowser();
  if (browser) {
    const env = { ...process.env, ...environmentOf(browser), CHROME_PATH: browser.path };
    return runVitest(['e2e'], filters, env);
  }
  const missed = await countTests('e2e');
  const wanted = process.env.CHROME_PATH
    ? `CHROME_PATH names ${process.env.CHROME_PATH}`
    : 'install Chromium, Chrome or Edge';
  console.log(`\n*** NO BROWSER: ${missed} end-to-end tests did NOT run; ${wanted}. ***\n`);
  return process.env.CI ? { ...NOTHING, failed: missed } : { ...NOTHING, skipped: missed };
}

test().catch(fail);
