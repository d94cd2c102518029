/** Where the built worker scripts lie. Bundled code may stand in `out/main` or in `out/main/chunks`. */
export type WorkerName = 'engine-worker' | 'capture-worker' | 'search-worker' | 'template-worker';

export function workerFile(name: WorkerName): URL {
  const here = new URL('.', import.meta.url);
  const base = here.pathname.endsWith('/chunks/') ? new URL('..', here) : here;
  return new URL(`${name}.js`, base);
}
