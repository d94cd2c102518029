/**
 * electron-vite's configuration: one build for the three hosts. Main is ESM and bundles everything but the
 * native module; preload is CommonJS because a sandboxed preload cannot be a module.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const main = resolve(root, 'src-main');

/**
 * What pdf.js asks for by name when it draws: character maps, standard fonts, decoders of scans (and the same as plain
 * script, should WebAssembly be refused). Not its script engine.
 */
function pdfjsData(): Plugin {
  const library = resolve(root, 'node_modules/pdfjs-dist');
  return {
    name: 'pdfjs-data',
    generateBundle() {
      for (const [folder, pattern] of [
        ['cmaps', /\.bcmap$/],
        ['standard_fonts', /\.(?:pfb|ttf)$/],
        ['wasm', /^(?:jbig2|openjpeg|qcms)\w*\.(?:wasm|js)$/],
      ] as const) {
        for (const name of readdirSync(join(library, folder)).filter((each) => pattern.test(each))) {
          const source = readFileSync(join(library, folder, name));
          this.emitFile({ type: 'asset', fileName: `pdfjs/${name}`, source });
        }
      }
    },
  };
}

export default defineConfig({
  main: {
    // Its build for Node declares a `require` of its own, which the one that electron-vite adds to a chunk collides with.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      minify: 'oxc',
      sourcemap: true,
      rollupOptions: {
        external: ['electron', 'better-sqlite3'],
        input: {
          dossier: resolve(main, 'dossier.ts'),
          electron: resolve(main, 'electron.ts'),
          'engine-worker': resolve(main, 'worker/engine-worker.ts'),
          'capture-worker': resolve(main, 'worker/capture-worker.ts'),
          'search-worker': resolve(main, 'worker/search-worker.ts'),
          'template-worker': resolve(main, 'worker/template-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { preload: resolve(main, 'hosts/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    plugins: [svelte({ configFile: resolve(root, 'svelte.config.js') }), pdfjsData()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      minify: 'oxc',
      // Fonts and icons as files: the CSP's img-src and font-src stay free of data: addresses of our own.
      assetsInlineLimit: 0,
      rollupOptions: { input: resolve(root, 'src-renderer/index.html') },
    },
  },
});
