/** The window's own files, listed once at start. Both windows serve from this list; no path is made from a request. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';

export interface PageFile {
  readonly path: string;
  readonly mediaType: string;
  /** Its name carries a digest of its content, so it may be kept for ever. */
  readonly immutable: boolean;
  /** The script of the worker that decodes PDFs, which has a policy of its own. */
  readonly isDecoder: boolean;
}

/** By address path (`/`, `/assets/index-1a2b.js`). */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** The kinds of file that a build makes; one of another kind is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
};

const INDEX = 'index.html';
/** As the build names it, after pdf.js's own file. */
const DECODER = /^pdf\.worker\.min-[\w-]+\.mjs$/;
const HASHED = /-[\w-]{8,}\.\w+$/;

/** @throws Error where `folder` holds no built page */
export function listPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mediaType = MEDIA_TYPES[extname(entry.name)];
    // A link is not a file here: it could lead out of the folder.
    if (!entry.isFile() || !mediaType) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(addressOf(relative(folder, path)), {
      path,
      mediaType,
      immutable: HASHED.test(entry.name),
      isDecoder: DECODER.test(entry.name),
    });
  }
  if (!files.has('/')) throw new Error(`There is no ${INDEX} in ${folder}: run \`npm run build\`.`);
  return files;
}

function addressOf(name: string): string {
  return name === INDEX ? '/' : `/${name.split(sep).map(encodeURIComponent).join('/')}`;
}

/**
 * The built page near `from`: beside the main bundle, or in `out` of a checkout. Looked for upwards, because a
 * bundler decides which folder a module ends up in.
 * @throws Error where there is none
 */
export function findPageFolder(from: string): string {
  for (let at = from, above = dirname(at); ; at = above, above = dirname(at)) {
    const found = [join(at, 'renderer'), join(at, 'out', 'renderer')].find((folder) =>
      existsSync(join(folder, INDEX)),
    );
    if (found) return found;
    if (above === at) throw new Error('The page is not built: run `npm run build`.');
  }
}
