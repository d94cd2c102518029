/** The layers of the threads, the hosts and what they are started by, src-main: see `layers.ts`. */
import type { Layer } from './layer.ts';

const NODE = /^node:/;
const VALIBOT = /^valibot$/;

export const HOST_LAYERS: readonly Layer[] = [
  /** The three threads that run a feature by itself, beside the engine that runs all of them. */
  {
    name: 'capture-thread',
    files: /^src-main\/worker\/(?:capture-worker|serve-capture)\.ts$/,
    may: ['contract', 'ports', 'capture', 'threads', 'ranks'],
    packages: [/^node:worker_threads$/],
  },
  { name: 'ranks', files: /^src-main\/worker\/give-way\.ts$/, may: [], packages: [/^node:os$/] },
  {
    name: 'search-thread',
    files: /^src-main\/worker\/search-(?:client|thread|worker)\.ts$/,
    may: ['contract', 'ports', 'search', 'threads'],
    packages: [/^node:worker_threads$/],
  },
  {
    name: 'template-thread',
    files: /^src-main\/worker\/template-worker\.ts$/,
    may: ['contract', 'ports', 'export-liquid', 'threads'],
    packages: [/^node:worker_threads$/],
  },
  /** The only files that send anything to another machine. */
  {
    name: 'fetcher',
    files: /^src-main\/worker\/fetch\//,
    may: ['contract', 'ports'],
    packages: [/^node:(?:dns\/promises|https?|net|stream|zlib)$/],
  },
  /** Installed browsers: where they are, and what they print. */
  {
    name: 'installed-browsers',
    files: /^src-main\/worker\/(?:find-browser|quiet-browser)\.ts$/,
    may: [],
    packages: [/^node:(?:fs|path)$/],
  },
  {
    name: 'printer',
    files: /^src-main\/worker\/print-page\.ts$/,
    may: ['contract', 'ports', 'installed-browsers'],
    packages: [/^node:(?:child_process|fs\/promises|os|path|url)$/],
  },
  /** Workers, their clients and the ports on Node: for the workspace and the entry points, not for a host. */
  {
    name: 'threads',
    files:
      /^src-main\/worker\/(?:channel|engine-[a-z]+|serve-engine|tending|capture-(?:client|memory)|template-client|restore(?:-client)?|worker-files|host-printer|node-ports|files)\.ts$/,
    may: [
      'ranks',
      'contract',
      'main-messages',
      'ports',
      'folders',
      'engine',
      'search-thread',
      'fetcher',
      'printer',
      'export-archive',
    ],
    packages: [/^node:(?:worker_threads|crypto|os|path|fs|fs\/promises)$/, /^uuid$/],
  },
  /** Files and the folder beside a saved page: read by every host that is given paths. */
  {
    name: 'reading',
    files: /^src-main\/worker\/(?:page-pictures|read-file)\.ts$/,
    may: ['contract', 'document'],
    packages: [/^node:(?:path|fs\/promises)$/],
  },
  {
    name: 'sample-maker',
    files: /^src-main\/worker\/sample\.ts$/,
    may: ['contract', 'sample', 'threads', 'worker'],
    packages: [/^node:(?:fs|path)$/, VALIBOT],
  },
  /** What hosts share: the workspace and what stands around it. */
  {
    name: 'worker',
    files: /^src-main\/worker\//,
    may: ['contract', 'ports', 'main-messages', 'folders', 'threads', 'sample-maker', 'reading'],
    packages: [NODE, VALIBOT],
  },

  {
    name: 'preload',
    files: /^src-main\/hosts\/electron\/preload\.ts$/,
    may: ['contract'],
    packages: [/^electron$/],
  },
  {
    name: 'electron-host',
    files: /^src-main\/hosts\/electron\//,
    may: ['contract', 'document', 'main-messages', 'security', 'worker'],
    packages: [NODE, VALIBOT, /^electron$/],
  },
  {
    name: 'browser-host',
    files: /^src-main\/hosts\/browser\//,
    may: ['contract', 'main-messages', 'security', 'installed-browsers', 'worker'],
    packages: [NODE],
  },
  {
    name: 'cli-host',
    files: /^src-main\/hosts\/cli\//,
    may: ['contract', 'document', 'language', 'main-messages', 'reading'],
    packages: [NODE],
  },
  /** The composition roots: the only modules that know several hosts. */
  {
    name: 'entry',
    files: /^src-main\/(?:dossier|electron)\.ts$/,
    may: ['contract', 'worker', 'threads', 'electron-host', 'browser-host', 'cli-host', 'manifest'],
    packages: [NODE],
  },
];
