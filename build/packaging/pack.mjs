/**
 * `npm run pack`, after the build: gathers the licences of what is bundled and makes this system's packages into dist/.
 * Further arguments go to electron-builder (`npm run pack -- --dir --x64`).
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { path7za } from '7zip-bin';
import { modules, requireAppNode, root } from '../launcher/lib/paths.mjs';
import { run } from '../launcher/lib/run.mjs';
import { fail } from '../launcher/lib/say.mjs';
import { collectNotices, formatNotices, importedPackages } from './lib/notices.mjs';

async function pack() {
  writeNotices();
  const builder = join(modules, 'electron-builder', 'cli.js');
  const config = ['--config', 'build/packaging/electron-builder.yml', '--publish', 'never'];
  // The archiver comes with the packages instead of being downloaded; its package forgets to make it executable.
  chmodSync(path7za, 0o755);
  const env = { ELECTRON_BUILDER_7ZIP_PATH: path7za, ...process.env };
  const { code } = await run(requireAppNode(), [builder, ...config, ...process.argv.slice(2)], {
    cwd: root,
    env,
  });
  process.exitCode = code;
}

function writeNotices() {
  const folder = join(root, 'dist', 'notices');
  const names = ['src-main', 'src-renderer'].flatMap((each) => importedPackages(join(root, each)));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), formatNotices(collectNotices(names, root)));
}

pack().catch(fail);
