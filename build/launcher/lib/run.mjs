/** Child processes that end when the launcher ends, and the other way round. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @typedef {{ readonly code: number, readonly signal: NodeJS.Signals | null, readonly output: string }} Outcome */
/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {boolean} [quiet] keeps what the child prints (as `output`) instead of showing it
 * @property {number} [limitMs] ends the child when it takes longer
 * @property {(line: string) => void} [onLine] takes the child's standard output line by line instead of showing it
 * @property {boolean} [shell]
 */

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** How long an asked child may take to close its database before it is killed. */
const GRACE_MS = 8_000;
const PARENT_MS = 500;

/**
 * Runs a program to its end, passing on the signals that the launcher gets meanwhile.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>} a child that a signal ended has the code shells give it, 128 + n
 */
export function run(program, args, options = {}) {
  const piped = options.quiet || options.onLine;
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    shell: options.shell ?? false,
    stdio: ['inherit', piped ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
  });
  const stop = stopperOf(child);
  for (const signal of FORWARDED) process.on(signal, stop);
  const timer = options.limitMs ? setTimeout(() => stop('SIGTERM'), options.limitMs) : undefined;
  const watch = watchParent(stop);
  const output = collect(child, options);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code: code ?? 128 + constants.signals[signal ?? 'SIGKILL'], signal, output: output() });
    });
  }).finally(() => {
    clearTimeout(timer);
    clearInterval(watch);
    for (const signal of FORWARDED) process.off(signal, stop);
  });
}

/**
 * A signal to npm ends npm and its shell, but does not reach what the shell runs: that is left with another parent.
 * @param {(signal: NodeJS.Signals) => void} stop
 */
function watchParent(stop) {
  const parent = process.ppid;
  const check = () => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop('SIGTERM');
  };
  const watch = setInterval(check, PARENT_MS);
  return watch;
}

/** @param {import('node:child_process').ChildProcess} child */
function stopperOf(child) {
  /** @param {NodeJS.Signals} signal */
  return (signal) => {
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {RunOptions} options
 */
function collect(child, options) {
  let text = '';
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
    text += chunk;
    if (!options.onLine) return;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(options.onLine);
  });
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (text += chunk));
  return () => text;
}
