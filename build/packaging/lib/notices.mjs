/** The licences of everything that is bundled: the packages that the sources import, and those that they need in turn. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

/** @typedef {{ readonly name: string, readonly version: string, readonly licence: string, readonly text: string }} Notice */

const SOURCE = /\.(?:ts|svelte|css|html)$/;
const IMPORT = /(?:from|import|import\()\s*(?:url\()?['"]([^'"]+)['"]/g;
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i;
/** Electron's own licence and Chromium's come with its binary. */
const NOT_BUNDLED = ['electron'];

/**
 * @param {string} folder
 * @returns {string[]} names of the packages that the sources below import
 */
export function importedPackages(folder) {
  const names = listSources(folder)
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? ''))
    .filter((specifier) => /^[@a-z]/.test(specifier) && !specifier.startsWith('node:'))
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return [...new Set(names)].sort();
}

/** @param {string} folder @returns {string[]} */
function listSources(folder) {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? listSources(path) : SOURCE.test(path) ? [path] : []));
}

/**
 * @param {readonly string[]} names
 * @param {string} root the folder that holds node_modules
 * @returns {Notice[]} one per package and version, sorted by name
 */
export function collectNotices(names, root) {
  /** @type {Map<string, Notice>} */
  const found = new Map();
  /** @param {string} name @param {string} from */
  const visit = (name, from) => {
    const folder = packageFolder(name, from);
    if (!folder || NOT_BUNDLED.includes(name)) return;
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const key = `${name} ${manifest.version}`;
    if (found.has(key)) return;
    found.set(key, {
      name,
      version: manifest.version,
      licence: manifest.license ?? 'see below',
      text: licenceText(folder),
    });
    for (const dependency of Object.keys(manifest.dependencies ?? {})) visit(dependency, folder);
  };
  for (const name of names) visit(name, root);
  return [...found.values()].sort((left, right) => left.name.localeCompare(right.name, 'en'));
}

/**
 * Where Node would look, without the package's `exports` having a say.
 * @param {string} name
 * @param {string} from
 */
function packageFolder(name, from) {
  const paths = createRequire(join(from, 'package.json')).resolve.paths(name) ?? [];
  return paths
    .map((path) => join(path, name))
    .find((path) => statSync(join(path, 'package.json'), { throwIfNoEntry: false }));
}

/** Of pdf.js: fonts, character maps and decoders that others have made. */
const FOLDERS_OF_OTHERS = ['cmaps', 'standard_fonts', 'wasm'];

/** @param {string} folder */
function licenceText(folder) {
  return [folder, ...FOLDERS_OF_OTHERS.map((name) => join(folder, name))]
    .filter((each) => statSync(each, { throwIfNoEntry: false })?.isDirectory())
    .flatMap((each) => readdirSync(each).map((name) => ({ name, path: join(each, name) })))
    .filter(({ name, path }) => LICENCE_FILE.test(name) && statSync(path).isFile())
    .map(({ path }) => readFileSync(path, 'utf8').trim())
    .join('\n\n');
}

/**
 * @param {readonly Notice[]} notices
 * @returns {string}
 */
export function formatNotices(notices) {
  const rule = '-'.repeat(78);
  const entries = notices.map(
    ({ name, version, licence, text }) => `${rule}\n${name} ${version} (${licence})\n\n${text}\n`,
  );
  return `Dossier contains the following software and typefaces.\n\n${entries.join('\n')}`;
}
