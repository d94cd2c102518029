/** Scripts of the built app (`npm run build`), for tests that start the real workers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkerName } from '../../src-main/worker/worker-files.ts';

export const outFolder = join(import.meta.dirname, '../../out');

/** @throws Error that says what to do where the app was not built */
export function builtFile(path: string): string {
  const file = join(outFolder, path);
  if (!existsSync(file)) throw new Error(`${path} is not built: run npm test, or npm run build first`);
  return file;
}

export function builtWorker(name: WorkerName): URL {
  return pathToFileURL(builtFile(`main/${name}.js`));
}
