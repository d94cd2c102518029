import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small built page, and beside it a file that no window may ever serve. */
export const PAGE_FILES = {
  'index.html':
    '<!doctype html><title>Dossier</title><script type="module" src="./assets/index-abcd1234.js"></script>',
  'assets/index-abcd1234.js': 'document.title = "ready";',
  'assets/index-abcd1234.css': 'body { margin: 0 }',
  'assets/letters-abcd1234.woff2': 'not really a font',
  'notes.txt': 'a kind of file that no build makes',
} as const;

export interface PageFolder {
  readonly folder: string;
  /** Outside the folder. */
  readonly secret: string;
  remove(): void;
}

export function createPageFolder(): PageFolder {
  const base = mkdtempSync(join(tmpdir(), 'dossier-page-'));
  const folder = join(base, 'renderer');
  for (const [name, text] of Object.entries(PAGE_FILES)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const secret = join(base, 'secret.html');
  writeFileSync(secret, 'SECRET');
  return {
    folder,
    secret,
    remove() {
      rmSync(base, { recursive: true, force: true });
    },
  };
}
