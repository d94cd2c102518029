/** A folder that electron-builder takes for Electron's: packing can be tried without the binary being downloaded. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState } from '@electron/fuses';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;
const FUSES = 9;

/** All fuses begin enabled, so that one which the configuration forgets shows. */
export function writeStandInElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const wire = Buffer.from([WIRE_VERSION, FUSES, ...Array<number>(FUSES).fill(FuseState.ENABLE)]);
  const program = join(folder, 'electron');
  writeFileSync(program, Buffer.concat([Buffer.from(`stand-in ${SENTINEL}`), wire, Buffer.from(' end')]));
  chmodSync(program, 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox'])
    writeFileSync(join(folder, name), name);
  writeFileSync(join(folder, 'version'), version);
}
