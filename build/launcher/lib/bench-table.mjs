/** The benchmark's report as a Markdown table, and where the README keeps it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const BEGIN = '<!-- bench: written by `npm run bench -- --readme` -->';
const END = '<!-- /bench -->';

/**
 * @typedef {{ readonly notebook: string, readonly passages: number, readonly engineReadyMs: number,
 *   readonly firstSearchMs: number, readonly searchMs: number }} StartupFigures
 * @typedef {import('./window-bench.mjs').WindowFigures} WindowFigures
 * @typedef {{ readonly machine: { readonly cpu: string, readonly cores: number, readonly node: string },
 *   readonly calibrationMs: number, readonly rounds: number, readonly startup: readonly StartupFigures[],
 *   readonly window: readonly WindowFigures[] }} Report
 */

/** @param {Report} report */
export function writeTable({ machine, calibrationMs, rounds, startup, window }) {
  const rows = startup.map(({ notebook, passages, engineReadyMs, firstSearchMs, searchMs }) => {
    const seen = window.find((figures) => figures.notebook === notebook);
    const cells = [engineReadyMs, seen?.serverReadyMs, seen?.interactiveMs, firstSearchMs, searchMs].map(
      round,
    );
    return `| ${notebook}, ${passages.toLocaleString('en')} passages | ${cells.join(' | ')} |`;
  });
  return [
    `Medians of ${rounds} rounds in one run, in milliseconds; ${machine.cores} cores, Node ${machine.node}. Calibration of`,
    `the same run, SHA-256 over 64 MB: ${round(calibrationMs)} ms.`,
    '',
    '| notebook | engine ready | server ready | then window interactive | first search | a search |',
    '|---|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

/** @param {number | undefined} milliseconds */
function round(milliseconds) {
  if (milliseconds === undefined) return '–';
  return milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds).toLocaleString('en');
}

/**
 * Puts the table between the README's markers.
 * @param {Report} report
 */
export function writeToReadme(report) {
  const file = join(root, 'README.md');
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from === -1 || to === -1) throw new Error('README.md has no place for the figures');
  const table = `${BEGIN}\n${writeTable(report)}\n`;
  writeFileSync(file, text.slice(0, from) + table + text.slice(to));
}
