/** Draws icon/dossier.svg in every size that a system asks for. Its results are committed: `node build/packaging/write-icons.mjs` after a change. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findTestBrowser } from '../launcher/lib/test-browser.mjs';
import { makeIcns, makeIco } from './lib/icon-containers.mjs';

const FOLDER = fileURLToPath(new URL('./icon/', import.meta.url));
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_LARGEST = 256;

async function writeIcons() {
  const svg = readFileSync(join(FOLDER, 'dossier.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath: findTestBrowser()?.path, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const pictures = [];
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
  }
  await browser.close();
  const linux = join(FOLDER, 'linux');
  mkdirSync(linux, { recursive: true });
  for (const { size, png } of pictures) writeFileSync(join(linux, `${size}x${size}.png`), png);
  writeFileSync(join(FOLDER, 'dossier.ico'), makeIco(pictures.filter(({ size }) => size <= ICO_LARGEST)));
  writeFileSync(join(FOLDER, 'dossier.icns'), makeIcns(pictures));
}

await writeIcons();
