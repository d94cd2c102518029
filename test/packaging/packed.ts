/** Packs the app once with `npm run pack`'s own script, around a stand-in for Electron, and takes the archive apart. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { writeStandInElectron } from './stand-in-electron.ts';

const root = resolve(import.meta.dirname, '../..');

export interface Packed {
  /** The folder a user unpacks: the program, resources and the rest. */
  readonly folder: string;
  /** Paths inside the archive, with forward slashes and without a leading one. */
  readonly names: readonly string[];
  /** The archive's content as plain files, the unpacked ones among them. */
  readonly extracted: string;
  readonly remove: () => void;
}

export function pack(): Packed {
  const temporary = mkdtempSync(join(tmpdir(), 'dossier-pack-'));
  const electron = join(temporary, 'electron');
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  writeStandInElectron(electron, version);
  const script = join(root, 'build/packaging/pack.mjs');
  const target = ['--dir', '--linux', process.arch === 'arm64' ? '--arm64' : '--x64'];
  const where = [`-c.electronDist=${electron}`, `-c.directories.output=${join(temporary, 'dist')}`];
  execFileSync(process.execPath, [script, ...target, ...where], { cwd: root, stdio: 'pipe' });
  const folder = join(
    temporary,
    'dist',
    process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked',
  );
  const archive = join(folder, 'resources', 'app.asar');
  const extracted = join(temporary, 'extracted');
  extractAll(archive, extracted);
  const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').slice(1));
  return { folder, names, extracted, remove: () => rmSync(temporary, { recursive: true, force: true }) };
}
