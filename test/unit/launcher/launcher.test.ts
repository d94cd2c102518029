import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostArguments, parseArguments } from '../../../build/launcher/lib/arguments.mjs';
import { digestOf } from '../../../build/launcher/lib/digest.mjs';
import { startFailure } from '../../../build/launcher/lib/electron.mjs';
import { npmSkipsNothing } from '../../../build/launcher/lib/install.mjs';
import { run } from '../../../build/launcher/lib/run.mjs';
import { countReport, sum, summaryLine } from '../../../build/launcher/lib/totals.mjs';

const launcher = resolve(import.meta.dirname, '../../../build/launcher');
const nothingThere = (): undefined => undefined;

describe('npm start -- …', () => {
  it('opens the last notebook, the sample or a named notebook', () => {
    expect(parseArguments([], nothingThere)).toEqual({ kind: 'last' });
    expect(parseArguments(['--sample'], nothingThere)).toEqual({ kind: 'sample' });
    const named = parseArguments(['new.dossier'], nothingThere);
    expect(named).toEqual({ kind: 'notebook', path: 'new.dossier' });
    expect(hostArguments({ kind: 'notebook', path: 'new.dossier' })).toEqual(['--notebook', 'new.dossier']);
  });

  it('tells a notebook of another name by its first bytes, and imports every other file', () => {
    expect(parseArguments(['a.bak'], () => 'SQLite format 3\0')).toEqual({ kind: 'notebook', path: 'a.bak' });
    expect(parseArguments(['a.html'], () => '<!doctype')).toEqual({ kind: 'import', path: 'a.html' });
    expect(parseArguments(['folder'], () => '')).toEqual({ kind: 'import', path: 'folder' });
  });

  it.each([['--smaple'], ['missing.html'], ['a.dossier', 'b.dossier']])(
    'refuses %s with a sentence',
    (...args) => {
      expect(parseArguments(args, nothingThere)).toHaveProperty('problem');
    },
  );
});

describe('npm on an old Node', () => {
  it.each(['18.20.8', '20.18.3', '21.7.3', '22.11.0'])('is run on a newer one instead of %s', (version) => {
    expect(npmSkipsNothing(version)).toBe(false);
  });

  it.each(['20.19.0', '20.20.2', '22.12.0', '24.21.0', '26.0.0'])('is run as it is on %s', (version) => {
    expect(npmSkipsNothing(version)).toBe(true);
  });
});

describe('the digest of sources', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dossier-digest-'));
    writeFileSync(join(folder, 'a'), 'one');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('does not depend on times, but on names and bytes', () => {
    const before = digestOf(folder, ['.', 'missing']);
    utimesSync(join(folder, 'a'), 1, 1);
    expect(digestOf(folder, ['.', 'missing'])).toBe(before);
    writeFileSync(join(folder, 'b'), '');
    expect(digestOf(folder, ['.', 'missing'])).not.toBe(before);
  });
});

describe('an Electron that does not come up', () => {
  const ended = { code: 0, signal: null, output: '' };
  it('is told from one that ran and from one that was ended', () => {
    expect(startFailure({ ...ended, code: 133, signal: 'SIGTRAP' }, 300)).toContain('SIGTRAP');
    expect(startFailure({ ...ended, code: 127 }, 300)).toContain('127');
    expect(startFailure({ ...ended, code: 133, signal: 'SIGTRAP' }, 60_000)).toBeUndefined();
    expect(startFailure({ ...ended, code: 143, signal: 'SIGTERM' }, 300)).toBeUndefined();
    expect(startFailure({ ...ended, code: 3 }, 300)).toBeUndefined();
  });
});

describe('a child process', () => {
  it('gives its exit code, and 128 + n where a signal ended it', async () => {
    expect((await run(process.execPath, ['-e', 'process.exit(3)'])).code).toBe(3);
    const killed = await run(process.execPath, ['-e', 'process.kill(process.pid, "SIGTERM")']);
    expect(killed).toMatchObject({ code: 143, signal: 'SIGTERM' });
  });

  it('is ended when it takes longer than it may', async () => {
    const endless = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { limitMs: 50 });
    expect(endless.signal).toBe('SIGTERM');
  });

  it('hands out its lines whole', async () => {
    const lines: string[] = [];
    await run(process.execPath, ['-e', 'process.stdout.write("a\\nb"); process.stdout.write("c\\n")'], {
      onLine: (line: string) => lines.push(line),
    });
    expect(lines).toEqual(['a', 'bc']);
  });
});

describe('the count of tests', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [],
  };
  it('adds the stages up into one line', () => {
    const totals = [countReport(report, 1), { passed: 1, failed: 0, skipped: 1 }];
    expect(summaryLine(sum(totals))).toBe('6 passed, 1 failed, 3 skipped');
  });

  it('counts what no single test stands for', () => {
    expect(countReport(undefined, 0)).toMatchObject({ failed: 1 });
    const clean = { ...report, numFailedTests: 0 };
    expect(countReport(clean, 1)).toMatchObject({ failed: 1 });
    const broken = { ...clean, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countReport(broken, 1)).toMatchObject({ failed: 1 });
  });
});

describe('the launcher', () => {
  it.each(readdirSync(launcher).filter((name) => name.endsWith('.mjs')))(
    '%s loads nothing that must be installed',
    (name) => {
      const loaded = [...importsOf(join(launcher, name))];
      expect(
        loaded.filter((specifier) => !specifier.startsWith('node:') && !specifier.startsWith('.')),
      ).toEqual([]);
    },
  );
});

/** All static imports, those of imported files included, as a loader that finds no package would meet them. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  const source = readFileSync(file, 'utf8');
  for (const [, specifier = ''] of source.matchAll(/^(?:import|export) .*?from '([^']+)';$/gms)) {
    if (seen.has(specifier)) continue;
    seen.add(specifier);
    if (specifier.startsWith('.')) importsOf(resolve(file, '..', specifier), seen);
  }
  return seen;
}
