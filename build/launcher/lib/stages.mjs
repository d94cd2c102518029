/** The stages of `npm test`: each a program, its arguments and how its result is counted. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { modules, requireAppNode, root } from './paths.mjs';
import { run } from './run.mjs';
import { countReport, NOTHING } from './totals.mjs';

/** @typedef {import('./totals.mjs').Totals} Totals */
/** No stage takes half of this on an idle machine; one that hangs must not swallow the summary. */
const LIMIT_MS = 12 * 60_000;

const VITEST = join(modules, 'vitest', 'vitest.mjs');
const CHECKS = [
  {
    name: 'eslint',
    // Two threads, each with all types: the one stage that takes minutes, and others are done long before it.
    args: [join(modules, 'eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0', '--concurrency', '2'],
  },
  { name: 'tsc', args: [join(modules, 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'] },
  {
    name: 'svelte-check',
    args: [
      join(modules, 'svelte-check', 'bin', 'svelte-check'),
      ...['--tsconfig', 'tsconfig.renderer.json', '--fail-on-warnings', '--output', 'human'],
    ],
  },
];

/**
 * Lint and types, each counted as one test. They run side by side: most of them is one thread each.
 * @returns {Promise<Totals[]>}
 */
export function runChecks() {
  return Promise.all(CHECKS.map(runCheck));
}

/** @param {(typeof CHECKS)[number]} check */
async function runCheck({ name, args }) {
  const { code, output } = await run(requireAppNode(), args, { cwd: root, quiet: true, limitMs: LIMIT_MS });
  console.log(code === 0 ? ` ✓ ${name}` : ` ✗ ${name} (exit ${code})\n${output}`);
  return { ...NOTHING, [code === 0 ? 'passed' : 'failed']: 1 };
}

/**
 * @param {readonly string[]} projects vitest's, of vitest.config.ts
 * @param {readonly string[]} filters as given to `npm test --`
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Totals>}
 */
export async function runVitest(projects, filters, env) {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'));
  const report = join(folder, 'report.json');
  try {
    const args = [VITEST, 'run', ...projects.flatMap((name) => ['--project', name]), '--passWithNoTests'];
    args.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters);
    const { code } = await run(requireAppNode(), args, { cwd: root, env, limitMs: LIMIT_MS });
    return countReport(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The files that a project's tests are in, one entry per test, without running them.
 * @param {string} project
 * @param {readonly string[]} filters
 * @returns {Promise<string[] | undefined>} relative to the root; undefined where they cannot even be listed
 */
export async function listTests(project, filters) {
  // At the end: the option would take a filter for the file to write to.
  const args = [VITEST, 'list', '--project', project, ...filters, '--json'];
  const { code, output } = await run(requireAppNode(), args, { cwd: root, quiet: true, limitMs: LIMIT_MS });
  if (code !== 0) return undefined;
  /** @type {readonly { readonly file: string }[]} */
  const tests = JSON.parse(output.slice(output.indexOf('[')));
  return tests.map(({ file }) => relative(root, file).replaceAll('\\', '/'));
}
