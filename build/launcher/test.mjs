/**
 * `npm test`: every vitest project, the slow ones and then lint and types beside the others. `npm test -- FILTER…` hands the filters to vitest and leaves
 * lint and types out. Where no browser can be had the end-to-end tests are counted as skipped, in CI as a failure.
 */
import { fail } from './lib/say.mjs';
import { listTests, runChecks, runVitest } from './lib/stages.mjs';
import { environmentOf, findTestBrowser } from './lib/test-browser.mjs';
import { NOTHING, sum, summaryLine } from './lib/totals.mjs';

/** End-to-end tests that drive a process, or Electron, which they look for themselves. */
const BROWSERLESS = ['test/e2e/cli/', 'test/e2e/electron/'];
const FAST = ['main', 'electron', 'component'];

async function test() {
  const filters = process.argv.slice(2);
  // The slow ones wait for processes and for the browser most of the time: the others fill the gaps.
  const [fast, slow] = await Promise.all([runVitest(FAST, filters, process.env), runSlow(filters)]);
  const totals = sum([fast, ...slow]);
  console.log(summaryLine(totals));
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

/** @param {readonly string[]} filters */
async function runSlow(filters) {
  return [
    await runVitest(['packaging'], filters, process.env),
    await runEndToEnd(filters),
    ...(filters.length === 0 ? await runChecks() : []),
  ];
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
  const tests = await listTests('e2e', filters);
  if (!tests) return { ...NOTHING, failed: 1 };
  const [others, missed] = split(tests, (file) => BROWSERLESS.some((folder) => file.startsWith(folder)));
  const totals = others.length > 0 ? await runVitest(['e2e'], [...new Set(others)], process.env) : NOTHING;
  const wanted = process.env.CHROME_PATH
    ? `CHROME_PATH names ${process.env.CHROME_PATH}`
    : 'install Chromium, Chrome or Edge';
  console.log(`\n*** NO BROWSER: ${missed.length} end-to-end tests did NOT run; ${wanted}. ***\n`);
  return sum([totals, { ...NOTHING, [process.env.CI ? 'failed' : 'skipped']: missed.length }]);
}

/**
 * @param {readonly string[]} files
 * @param {(file: string) => boolean} test
 * @returns {[string[], string[]]} those that pass, and the others
 */
function split(files, test) {
  return [files.filter(test), files.filter((file) => !test(file))];
}

test().catch(fail);
