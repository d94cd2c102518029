/**
 * `npm run bench`: this machine's figures as one JSON document, with `--size N` as of `dossier bench`; with
 * `--readme` also as the README's table.
 */
import { writeToReadme } from './lib/bench-table.mjs';
import { buildApp, installDependencies } from './lib/install.mjs';
import { cliEntry, requireAppNode } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { fail, say } from './lib/say.mjs';
import { ensureTestBrowser, environmentOf, findTestBrowser } from './lib/test-browser.mjs';
import { measureWindow } from './lib/window-bench.mjs';

const DEFAULT_SIZE = 10_000;

async function bench() {
  await installDependencies();
  await buildApp();
  const args = process.argv.slice(2).filter((arg) => arg !== '--json' && arg !== '--readme');
  const engine = await run(requireAppNode(), [cliEntry, 'bench', '--json', ...args], {
    onLine: () => undefined,
  });
  if (engine.code !== 0) {
    process.exitCode = engine.code;
    return;
  }
  const at = args.indexOf('--size');
  const window = await measureInBrowser(at === -1 ? DEFAULT_SIZE : Number(args[at + 1]));
  const report = { ...JSON.parse(engine.output), window };
  console.log(JSON.stringify(report, null, 2));
  if (process.argv.includes('--readme')) writeToReadme(report);
}

/** @param {number} size */
async function measureInBrowser(size) {
  await ensureTestBrowser();
  const found = findTestBrowser();
  if (!found) {
    say('no browser, so the window was not measured');
    return [];
  }
  const { chromium } = await import('playwright-core');
  const env = /** @type {Record<string, string>} */ ({ ...process.env, ...environmentOf(found) });
  const browser = await chromium.launch({ executablePath: found.path, env, args: ['--no-sandbox'] });
  try {
    return await measureWindow(browser, size);
  } finally {
    await browser.close();
  }
}

bench().catch(fail);
