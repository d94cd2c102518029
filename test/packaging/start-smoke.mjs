/**
 * `npm start` in a fresh checkout, as a newcomer gives it, under whatever Node this is: installs, builds, serves the
 * sample, answers, and ends without leaving anything. The workflow runs it under Node 18, 20 and 24; also by hand.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LIMIT_MS = 10 * 60_000;
const GONE_TRIES = 50;
const GONE_PAUSE_MS = 200;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\S*/;
const windows = process.platform === 'win32';

async function tryStart() {
  const began = Date.now();
  const data = mkdtempSync(join(tmpdir(), 'dossier-smoke-'));
  const env = { ...process.env, DOSSIER_HOST: 'serve', DOSSIER_DATA: data };
  const child = spawn('npm', ['start', '--', '--sample'], {
    env,
    shell: windows,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const ended = once(child, 'exit');
  const timer = setTimeout(() => stop(child), LIMIT_MS);
  const url = await addressIn(child.stderr);
  console.log(`serving after ${Math.round((Date.now() - began) / 1000)} s`);
  const page = await fetch(new URL('/', url));
  stop(child);
  await ended;
  clearTimeout(timer);
  rmSync(data, { recursive: true, force: true });
  if (page.status !== 200) throw new Error(`the page answered ${page.status}`);
  await untilGone(new URL('/', url));
}

/** What npm ran ends a moment after npm. @param {URL} url */
async function untilGone(url) {
  for (let tries = 0; tries < GONE_TRIES; tries++) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (!answered) return;
    await new Promise((resolve) => setTimeout(resolve, GONE_PAUSE_MS));
  }
  throw new Error('the server outlived npm');
}

/** @param {import('node:stream').Readable} stream */
async function addressIn(stream) {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    process.stderr.write(chunk);
    text += chunk;
    const [url] = ADDRESS.exec(text) ?? [];
    if (url) return url;
  }
  throw new Error('npm start ended without an address');
}

/** @param {import('node:child_process').ChildProcess} child */
function stop(child) {
  if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else child.kill('SIGTERM');
}

await tryStart();
console.log(`npm start works under Node ${process.versions.node}`);
