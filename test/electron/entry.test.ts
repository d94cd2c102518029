import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { version } from '../../package.json';
import { recorded, resetElectron } from '../doubles/electron.ts';

const given = { argv: [...process.argv], exitCode: process.exitCode };

beforeEach(() => {
  resetElectron();
});

afterEach(() => {
  process.argv.splice(0, Infinity, ...given.argv);
  process.exitCode = given.exitCode;
  vi.restoreAllMocks();
});

/** Runs the packed app's entry; a module runs once, so there is one test for it. */
it('answers the command line without a window, and ends with its exit code', async () => {
  const printed: string[] = [];
  const write = (text: unknown, done?: unknown): boolean => {
    printed.push(String(text));
    if (typeof done === 'function') (done as () => void)();
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
  vi.spyOn(process.stderr, 'write').mockImplementation(write);
  process.argv.splice(0, Infinity, '/opt/dossier/dossier', '--version');
  await import('../../src-main/electron.ts');
  expect(recorded.exitCode).toBe(0);
  expect(printed.join('')).toContain(version);
  expect(recorded.windows).toEqual([]);
  expect(recorded.handover).toBeNull();
});
