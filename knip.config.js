/** What is used by name only, so that the rest that nobody uses is found. */

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    'src-main/{dossier,electron}.ts',
    'src-main/hosts/electron/preload.ts',
    'src-main/worker/*-worker.ts',
    'src-renderer/main.ts',
    'build/launcher/*.mjs',
    'build/packaging/*.mjs',
    'build/scripts/*.mjs',
    'electron.config.ts',
    'test/**/*.test.ts',
    'test/doubles/*.ts',
    'test/bench/*.ts',
    'test/bench/{search,claims}/main.ts',
    'test/bench/capture/{main,pdf,repeats}.ts',
    'test/bench/export/main.ts',
    'test/bench/reader/main.ts',
    'test/bench/reader/page/{reader,peer}.ts',
    'test/bench/claims/page/matrix.ts',
  ],
  project: ['src-main/**/*.ts', 'src-renderer/**/*.{ts,svelte}', 'test/**/*.ts', 'build/**/*.mjs'],
  ignoreExportsUsedInFile: true,
  exclude: ['types'],
  ignoreDependencies: [
    '@electron/get',
    '@fontsource(-variable)?/.*',
    '@sparticuz/chromium',
    'electron-builder',
  ],
};
