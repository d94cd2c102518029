/**
 * Unit, contract and component tests; end-to-end and packaging suites are projects of their own. Quick ones are not
 * isolated: to load the app's modules anew for each of two hundred files takes more than half of their time. So no
 * test may leave a global changed.
 */
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'main',
          environment: 'node',
          isolate: false,
          // Properties of a second on an idle machine take many on a busy one.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          include: ['test/{architecture,unit,storage,migrations,contract,faults}/**/*.test.ts'],
        },
      },
      {
        resolve: { alias: { electron: resolve(root, 'test/doubles/electron.ts') } },
        test: {
          name: 'electron',
          environment: 'node',
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // A thread starts in a tenth of a second on an idle machine.
          expect: { poll: { timeout: 10_000 } },
          include: ['test/electron/**/*.test.ts'],
        },
      },
      {
        plugins: [svelte({ configFile: resolve(root, 'svelte.config.js') }), svelteTesting()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          isolate: false,
          setupFiles: ['test/support/fresh-page.ts'],
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          include: ['test/component/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'packaging',
          environment: 'node',
          include: ['test/packaging/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
