/** How long the window takes to be usable, from nothing: the browser host with its page in a headless browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cliEntry, requireAppNode } from './paths.mjs';
import { run } from './run.mjs';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {{ readonly notebook: string, readonly serverReadyMs: number, readonly interactiveMs: number }} WindowFigures */

const ROUNDS = 5;
const PARAGRAPHS = 50;
const WORDS = 40;
/** Set by the page when its first screen can be used. */
const READY = '[data-ready]';

/**
 * @param {Browser} browser already running: its own start is not the app's
 * @param {number} passages of the synthetic notebook
 * @returns {Promise<WindowFigures[]>} medians
 */
export async function measureWindow(browser, passages) {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-window-bench-'));
  try {
    const synthetic = join(folder, 'synthetic.dossier');
    await fillNotebook(folder, synthetic, passages);
    return [
      await measure(browser, 'sample', ['--sample'], folder),
      await measure(browser, 'synthetic', ['--notebook', synthetic], folder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Browser} browser
 * @param {string} notebook
 * @param {readonly string[]} args
 * @param {string} folder for the app's own data, so that nothing of the user's is touched
 */
async function measure(browser, notebook, args, folder) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measureOnce(browser, args, folder));
  return {
    notebook,
    serverReadyMs: median(rounds.map(({ server }) => server)),
    interactiveMs: median(rounds.map(({ page }) => page)),
  };
}

/**
 * @param {Browser} browser
 * @param {readonly string[]} args
 * @param {string} folder
 */
async function measureOnce(browser, args, folder) {
  const began = performance.now();
  const env = { ...process.env, DOSSIER_DATA: folder };
  const host = spawn(requireAppNode(), [cliEntry, 'serve', '--no-open', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(host, 'exit');
  const context = await browser.newContext();
  try {
    const line = await firstLine(host.stdout);
    const ready = performance.now();
    const page = await context.newPage();
    await page.goto(JSON.parse(line).url);
    await page.waitForSelector(READY, { state: 'attached' });
    return { server: ready - began, page: performance.now() - ready };
  } finally {
    await context.close();
    host.kill('SIGTERM');
    await ended;
  }
}

/** @param {import('node:stream').Readable} stream */
async function firstLine(stream) {
  for await (const line of createInterface(stream)) return line;
  throw new Error('the host ended without an address');
}

/**
 * @param {string} folder
 * @param {string} notebook
 * @param {number} passages
 */
async function fillNotebook(folder, notebook, passages) {
  const articles = join(folder, 'articles');
  mkdirSync(articles);
  for (let article = 0; article * PARAGRAPHS < passages; article++) {
    const paragraphs = Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(article * PARAGRAPHS + at));
    writeFileSync(
      join(articles, `article-${article}.txt`),
      `Article ${article}\n\n${paragraphs.join('\n\n')}\n`,
    );
  }
  const { code, output } = await run(
    requireAppNode(),
    [cliEntry, 'import', articles, '--notebook', notebook],
    { quiet: true },
  );
  if (code !== 0) throw new Error(`the synthetic notebook could not be filled: ${output}`);
}

const SYLLABLES = [
  'ra',
  'den',
  'mi',
  'to',
  'lu',
  'ber',
  'ex',
  'por',
  'ta',
  'tion',
  'quan',
  'ti',
  'fi',
  'er',
  'so',
  'lar',
];

/** The same words in every run. @param {number} seed */
function paragraph(seed) {
  let state = seed + 1;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  const syllable = () => SYLLABLES[Math.floor(next() / 65_536) % SYLLABLES.length];
  return `${Array.from({ length: WORDS }, () => `${syllable()}${syllable()}${syllable()}`).join(' ')}.`;
}

/** @param {readonly number[]} values */
function median(values) {
  return Math.round([...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0);
}
