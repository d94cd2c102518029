/** Bundles the benchmark of search for Node, as the app's own modules need a bundler. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  logLevel: 'warn',
  build: {
    ssr: resolve(import.meta.dirname, 'search/main.ts'),
    outDir: 'out/bench',
    emptyOutDir: true,
    target: 'node24',
    rollupOptions: { output: { entryFileNames: 'search.js' } },
  },
});
