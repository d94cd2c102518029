/** Unit, contract and component tests; end-to-end and packaging suites are projects of their own. */
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
          // Properties of a second on an idle machine take many on a busy one.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: ['test/{architecture,unit,storage,migrations,contract,faults}/**/*.test.ts'],
        },
      },
      {
        resolve: { alias: { electron: resolve(root, 'test/doubles/electron.ts') } },
        test: {
          name: 'electron',
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // A thread starts in a tenth of a second on an idle machine.
          expect: { poll: { timeout: 10_000 } },
          include: ['test/electron/**/*.test.ts'],
        },
      },
      {
        plugins: [svelte({ configFile: resolve(root, 'svelte.config.js') }), svelteTesting()],
        test: { name: 'component', environment: 'happy-dom', include: ['test/component/**/*.test.ts'] },
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
