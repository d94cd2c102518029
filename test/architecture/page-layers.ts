/** The page's layers, src-renderer: see `layers.ts`. */
import type { Layer } from './layer.ts';

export const PAGE_LAYERS: readonly Layer[] = [
  { name: 'words', files: /^src-renderer\/messages\//, may: ['main-messages', 'contract'], packages: [] },
  {
    name: 'ui',
    files: /^src-renderer\/ui\//,
    may: ['words'],
    packages: [/^svelte(?:\/|$)/, /^@lucide\/svelte\/icons\//],
  },
  { name: 'bridge', files: /^src-renderer\/bridge\//, may: ['contract'], packages: [] },
  {
    name: 'state',
    files: /^src-renderer\/state\//,
    may: ['bridge', 'words', 'contract', 'document', 'language', 'main-messages'],
    packages: [/^svelte(?:\/|$)/],
  },
  {
    name: 'anchoring',
    files: /^src-renderer\/anchoring\//,
    may: ['contract', 'document', 'language'],
    packages: [],
  },
  /** What is written by hand on several screens: notes as they are read and typed, and what they link to. */
  {
    name: 'writing',
    files: /^src-renderer\/writing\//,
    may: ['state', 'ui', 'words', 'contract', 'document', 'language', 'markdown'],
    packages: [/^svelte(?:\/|$)/, /^@lucide\/svelte\/icons\//],
  },
  /** Quotations on any screen: in their context, and beside what a newer version says. */
  {
    name: 'quoting',
    files: /^src-renderer\/quoting\//,
    may: ['state', 'ui', 'words', 'contract', 'language'],
    packages: [/^svelte(?:\/|$)/, /^@lucide\/svelte\/icons\//],
  },
  /** What more than one screen shows of collections and saved searches. */
  {
    name: 'shelves',
    files: /^src-renderer\/shelves\//,
    may: ['state', 'ui', 'words', 'contract'],
    packages: [/^svelte(?:\/|$)/, /^@lucide\/svelte\/icons\//],
  },
  /** The choice of a claim, from whatever screen something is added to one. */
  {
    name: 'claiming',
    files: /^src-renderer\/claiming\//,
    may: ['state', 'ui', 'words', 'contract'],
    packages: [/^svelte(?:\/|$)/, /^@lucide\/svelte\/icons\//],
  },
  /** The one drawer of untrusted files in the page. */
  {
    name: 'pdf-view',
    files: /^src-renderer\/features\/reader\/pages\/pdf-document\.ts$/,
    may: [],
    packages: [/^pdfjs-dist\/legacy\/build\//],
  },
  {
    name: 'screen',
    files: /^src-renderer\/features\/[a-z]+\//,
    features: /^src-renderer\/features\/([a-z]+)\//,
    may: [
      'state',
      'ui',
      'writing',
      'quoting',
      'shelves',
      'claiming',
      'csv-cells',
      'origins',
      'markdown',
      'anchoring',
      'words',
      'contract',
      'document',
      'language',
      'main-messages',
      'pdf-view',
    ],
    packages: [/^svelte(?:\/|$)/, /^@lucide\/svelte\/icons\//, /^fflate$/],
  },
  {
    name: 'styles',
    files: /^src-renderer\/styles\//,
    may: [],
    packages: [/^@fontsource(?:-variable)?\//],
  },
  {
    name: 'window',
    files: /^src-renderer\/[^/]+$/,
    may: ['screen', 'state', 'ui', 'bridge', 'words', 'contract', 'styles', 'main-messages'],
    packages: [/^svelte(?:\/|$)/, /^@fontsource-variable\//, /^@lucide\/svelte\/icons\//],
  },
];
