/**
 * Downloads and unpacks Electron's binary, telling how far it is. A process of its own, so that a download that is
 * given up leaves nothing behind. Prints `progress …` lines and, at the end, `error …` where it failed.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modules } from './paths.mjs';

/** No byte for this long means that none will come; a slow link still delivers some. */
const STALLED_MS = 20_000;
/** 120 MB at about 1 Mbit/s. */
const LIMIT_MS = 20 * 60_000;
const STEP = 10;

const require = createRequire(join(modules, 'electron', 'package.json'));

async function download() {
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href);
  const { version } = require('electron/package.json');
  const { signal, onProgress } = watchProgress();
  // The same request that electron/install.js makes: it then finds the archive in the cache and unpacks it.
  await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    cacheRoot: process.env.electron_config_cache,
    checksums: require('electron/checksums.json'),
    downloadOptions: { quiet: true, signal, getProgressCallback: onProgress },
  });
  const unpacked = spawnSync(process.execPath, [require.resolve('electron/install.js')], { stdio: 'ignore' });
  if (unpacked.status !== 0) throw new Error('its archive could not be unpacked');
}

/** Aborts on a stall or after the limit; prints each tenth part. */
function watchProgress() {
  const controller = new AbortController();
  const giveUp = (/** @type {string} */ why) => controller.abort(new Error(why));
  const stalled = setTimeout(() => giveUp('the connection stalled'), STALLED_MS).unref();
  setTimeout(() => giveUp('it took too long'), LIMIT_MS).unref();
  let shown = 0;
  const onProgress = (/** @type {{ percent: number, transferred: number }} */ { percent, transferred }) => {
    stalled.refresh();
    const tenth = Math.floor((percent * 100) / STEP) * STEP;
    if (tenth <= shown) return Promise.resolve();
    shown = tenth;
    console.log(`progress ${tenth} % (${Math.round(transferred / 1e6)} MB)`);
    return Promise.resolve();
  };
  return { signal: controller.signal, onProgress };
}

/** @param {unknown} error `fetch failed` says nothing; its cause does */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

download().then(
  () => process.exit(0),
  (error) => {
    console.log(`error ${describe(error)}`);
    process.exit(1);
  },
);
