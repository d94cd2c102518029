/** Bundles the benchmarks for Node, as the app's own modules need a bundler. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: 'out/bench',
    emptyOutDir: true,
    target: 'node24',
    rollupOptions: {
      input: {
        search: resolve(import.meta.dirname, 'search/main.ts'),
        claims: resolve(import.meta.dirname, 'claims/main.ts'),
        capture: resolve(import.meta.dirname, 'capture/main.ts'),
        export: resolve(import.meta.dirname, 'export/main.ts'),
        reader: resolve(import.meta.dirname, 'reader/main.ts'),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
