/**
 * `npm run bench -- [startup|search|capture|reader|claims|export] …`. `startup`, which is measured where nothing is named:
 * this machine's figures as one JSON document, with `--size N` as of `dossier bench`; with `--readme` also as the README's
 * table. All others write their report into bench-results/. `search`: search beside its peers, with
 * `--size 1000,10000,100000` and `--rounds N`. `capture`: extraction, hundreds of pages, also through the window, long
 * articles and PDF, with `--pages DIR`. `reader`: an article with thousands of highlights, beside `<mark>`, and one
 * stored by the app as it is served. `claims`: the ledger and the matrix, also in the window, as of, verdicts and the
 * checker of drafts. `export`: Markdown, archive and restore beside reading, zipping and inserting the same, and what one
 * run of each format takes, with `--sources N` and `--excerpts N`.
 */
import { join } from 'node:path';
import { writeToReadme } from './lib/bench-table.mjs';
import { buildApp, installDependencies } from './lib/install.mjs';
import { cliEntry, modules, requireAppNode, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { fail, say } from './lib/say.mjs';
import { ensureTestBrowser, environmentOf, findTestBrowser } from './lib/test-browser.mjs';
import { measureWindow } from './lib/window-bench.mjs';

const DEFAULT_SIZE = 10_000;

/** @type {Record<string, (args: readonly string[]) => Promise<void>>} */
const SUITES = {
  startup: benchStartup,
  search: (options) => benchModules('search', options),
  claims: benchServed('claims'),
  capture: benchCapture,
  export: benchExport,
  reader: benchServed('reader'),
};

async function bench() {
  const [first = 'startup', ...rest] = process.argv.slice(2);
  const named = !first.startsWith('-');
  const suite = SUITES[named ? first : 'startup'];
  if (!suite) throw new Error(`no such benchmark: ${first}; there are ${Object.keys(SUITES).join(' and ')}`);
  await installDependencies();
  await suite(named ? rest : [first, ...rest]);
}

/** @param {readonly string[]} options */
async function benchStartup(options) {
  await buildApp();
  const args = options.filter((arg) => arg !== '--json' && arg !== '--readme');
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
  if (options.includes('--readme')) writeToReadme(report);
}

/** @param {readonly string[]} options */
async function benchCapture(options) {
  // Hundreds of pages are captured by the app itself.
  await buildApp();
  await ensureTestBrowser();
  const browser = findTestBrowser();
  if (!browser) say('no browser, so the window was not measured');
  const named = browser ? ['--browser', browser.path] : [];
  await benchModules('capture', [...named, ...options], browser ? environmentOf(browser) : {});
}

/** What one export takes is measured of the app itself. @param {readonly string[]} options */
async function benchExport(options) {
  await buildApp();
  await benchModules('export', options);
}

/**
 * Suites that look at the app itself, and at pages of their own.
 * @param {string} suite
 * @returns {(options: readonly string[]) => Promise<void>}
 */
function benchServed(suite) {
  return async (options) => {
    await buildApp();
    await benchWithPages(suite, options);
  };
}

/**
 * A suite that also opens pages in a browser.
 * @param {string} suite
 * @param {readonly string[]} options
 */
async function benchWithPages(suite, options) {
  const pages = join(root, 'test', 'bench', 'pages.vite.config.ts');
  const built = await run(requireAppNode(), [join(modules, 'vite', 'bin', 'vite.js'), 'build', '-c', pages], {
    cwd: root,
    quiet: true,
  });
  if (built.code !== 0) throw new Error(`the pages could not be built:\n${built.output}`);
  await ensureTestBrowser();
  const browser = findTestBrowser();
  if (!browser) say('no browser, so the window was not measured');
  const named = browser ? ['--browser', browser.path] : [];
  await benchModules(suite, [...named, ...options], browser ? environmentOf(browser) : {});
}

/**
 * @param {string} suite
 * @param {readonly string[]} options
 * @param {NodeJS.ProcessEnv} environment what it needs beyond this process's own
 */
async function benchModules(suite, options, environment = {}) {
  const vite = join(modules, 'vite', 'bin', 'vite.js');
  const build = [vite, 'build', '-c', join(root, 'test', 'bench', 'vite.config.ts')];
  const built = await run(requireAppNode(), build, { cwd: root, quiet: true });
  if (built.code !== 0) throw new Error(`the benchmark could not be built:\n${built.output}`);
  const args = [join(root, 'out', 'bench', `${suite}.js`), ...options];
  const env = { ...process.env, ...environment };
  const { code } = await run(requireAppNode(), args, { cwd: root, env });
  process.exitCode = code;
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
