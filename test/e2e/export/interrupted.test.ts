/** Ctrl+C in the middle of an export by the command line: nothing half is left, not even a browser that goes on printing. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { builtFile } from '../../support/built.ts';
import { tempFolder } from '../../support/temp.ts';
import { createCommandLine, startProcess } from '../cli/process.ts';

it.skipIf(process.platform === 'win32')(
  'ends the browser, takes everything away and says so',
  { timeout: 120_000 },
  async () => {
    const cli = createCommandLine();
    const article = join(cli.folder, 'plant.txt');
    writeFileSync(article, 'The plant\n\nIt will cost 412 million euros.');
    await cli.json(['import', article]);
    const [out, place] = [tempFolder(), join(tempFolder(), 'place')];
    mkdirSync(place);
    // A browser that never ends by itself, and tells who it is.
    const [browser, told] = [join(tempFolder(), 'browser'), join(tempFolder(), 'pid')];
    writeFileSync(browser, `#!/bin/sh\necho $$ > '${told}'\nexec sleep 600\n`);
    chmodSync(browser, 0o755);
    const argv = ['--notebook', cli.notebook, 'export', '--format', 'pdf', '--out', join(out, 'n.pdf')];
    const env = {
      CHROME_PATH: browser,
      TMPDIR: place,
      HOME: cli.folder,
      XDG_DATA_HOME: join(cli.folder, 'data'),
    };
    const child = startProcess(process.execPath, [builtFile('main/dossier.js'), ...argv], { env });
    const said: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => said.push(part));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await vi.waitFor(() => expect(readFileSync(told, 'utf8')).toMatch(/\d+\n/), { timeout: 60_000 });
    const printing = Number(readFileSync(told, 'utf8'));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(Buffer.concat(said).toString()).toMatch(/cancelled/i);
    expect(readdirSync(out)).toEqual([]);
    expect(readdirSync(place).filter((name) => name.startsWith('dossier-print-'))).toEqual([]);
    await vi.waitFor(() => expect(existsSync(`/proc/${printing}/cwd`)).toBe(false), { timeout: 60_000 });
  },
);
