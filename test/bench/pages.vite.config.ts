/** Bundles the pages that benchmarks open in a browser: the reader and its peer, and the matrix. */
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  base: './',
  logLevel: 'warn',
  plugins: [svelte({ configFile: resolve(root, 'svelte.config.js') })],
  build: {
    outDir: 'out/bench-pages',
    emptyOutDir: true,
    target: 'esnext',
    rollupOptions: {
      input: {
        reader: resolve(import.meta.dirname, 'reader/page/reader.ts'),
        peer: resolve(import.meta.dirname, 'reader/page/peer.ts'),
        matrix: resolve(import.meta.dirname, 'claims/page/matrix.ts'),
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
