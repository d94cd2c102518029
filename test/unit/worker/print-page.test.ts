import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createBrowserPrinter } from '../../../src-main/worker/print-page.ts';
import { thisMachine, type Machine } from '../../../src-main/worker/find-browser.ts';
import { tempFolder } from '../../support/temp.ts';

const { signal } = new AbortController();

/** A machine whose only browser is this script: `$out` and `$page` are what it was asked for. */
function machineWith(script: string): Machine {
  const path = join(tempFolder(), 'browser');
  const head = `#!/bin/sh
for arg; do case "$arg" in --print-to-pdf=*) out="\${arg#--print-to-pdf=}";; file:*) page="$arg";; esac; done
`;
  writeFileSync(path, head + script);
  chmodSync(path, 0o755);
  return { ...thisMachine(), platform: 'linux', env: { CHROME_PATH: path } };
}

describe.skipIf(process.platform === 'win32')('printing by a browser', () => {
  it('says that there is none', async () => {
    const machine: Machine = { ...thisMachine(), platform: 'linux', env: { PATH: '' }, exists: () => false };
    await expect(createBrowserPrinter({ machine }).print('', signal)).rejects.toMatchObject({
      code: 'print-failed',
      details: { reason: 'no-browser' },
    });
  });

  it('gives what the browser wrote, and leaves nothing of it', async () => {
    const folder = tempFolder();
    const told = join(tempFolder(), 'arguments');
    const machine = machineWith(`echo "$@" > '${told}'; printf '%%PDF-1.7\\n%%%%EOF' > "$out"`);
    const pdf = await createBrowserPrinter({ machine, folder }).print('<p>text</p>', signal);
    expect(Buffer.from(pdf).toString()).toBe('%PDF-1.7\n%%EOF');
    expect(readdirSync(folder)).toEqual([]);
    const args = readFileSync(told, 'utf8');
    for (const option of [
      '--headless',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND',
    ])
      expect(args).toContain(option);
  });

  it('takes away what an app that was killed has left, and nothing newer', async () => {
    const folder = tempFolder();
    for (const name of ['dossier-print-old', 'dossier-print-new', 'other']) mkdirSync(join(folder, name));
    for (const name of ['dossier-print-old', 'other']) utimesSync(join(folder, name), 1, 1);
    await createBrowserPrinter({ machine: machineWith('exit 3'), folder })
      .print('', signal)
      .catch(() => undefined);
    expect(readdirSync(folder).toSorted()).toEqual(['dossier-print-new', 'other']);
  });

  it.each([
    ['that fails', 'exit 3', 'exit 3'],
    ['that writes nothing', 'exit 0', 'no-pdf'],
    ['that is cut off', 'printf "%%PDF-1.7" > "$out"', 'no-pdf'],
  ])('takes nothing from a browser %s', async (_what, script, reason) => {
    const folder = tempFolder();
    const printing = createBrowserPrinter({ machine: machineWith(script), folder }).print('', signal);
    await expect(printing).rejects.toMatchObject({ code: 'print-failed', details: { reason } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('starts none where it was given up meanwhile, or ends it', async () => {
    const folder = tempFolder();
    const stopping = new AbortController();
    const printing = createBrowserPrinter({ machine: machineWith('exec sleep 600'), folder }).print(
      '',
      stopping.signal,
    );
    stopping.abort();
    await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('ends a browser that hangs, and one that nobody waits for any more', async () => {
    const folder = tempFolder();
    const pids = tempFolder();
    const machine = machineWith(`echo $$ > '${pids}/pid'; exec sleep 600`);
    const slow = createBrowserPrinter({ machine, folder, limit: 300 }).print('', signal);
    await expect(slow).rejects.toMatchObject({ code: 'print-failed', details: { reason: 'too-slow' } });
    rmSync(join(pids, 'pid'));
    const stopping = new AbortController();
    const printing = createBrowserPrinter({ machine, folder }).print('', stopping.signal);
    await vi.waitFor(() => expect(existsSync(join(pids, 'pid'))).toBe(true), 10_000);
    stopping.abort();
    await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
    const pid = Number(readFileSync(join(pids, 'pid'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});
