/** Which folder may import what. A file or package that no rule names is an error: the default is « no ». */
import type { Layer } from './layer.ts';
import { HOST_LAYERS } from './host-layers.ts';
import { PAGE_LAYERS } from './page-layers.ts';

const VALIBOT = /^valibot$/;

/** What every feature of the core stands on. */
const FOUNDATION = [
  'contract',
  'document',
  'language',
  'similarity',
  'draft',
  'ports',
  'handler',
  'storage',
  'connection',
  'slices',
] as const;

export const LAYERS: readonly Layer[] = [
  { name: 'contract', files: /^src-main\/common\/contract\//, may: ['document'], packages: [VALIBOT] },
  {
    name: 'document',
    files: /^src-main\/common\/document\//,
    may: ['language'],
    packages: [VALIBOT],
  },
  /** Markdown that the user wrote, as a closed tree. */
  {
    name: 'markdown',
    files: /^src-main\/common\/markdown\//,
    may: ['document'],
    packages: [/^(?:mdast-util-(?:from-markdown|gfm)|micromark-extension-gfm)$/],
  },
  { name: 'xml-text', files: /^src-main\/common\/xml-text\.ts$/, may: [], packages: [] },
  {
    name: 'qda-codes',
    files: /^src-main\/common\/qda-codes\.ts$/,
    may: ['contract', 'xml-text'],
    packages: [],
  },
  { name: 'origins', files: /^src-main\/common\/origins\.ts$/, may: [], packages: [] },
  { name: 'csv-cells', files: /^src-main\/common\/csv-cells\.ts$/, may: [], packages: [] },
  { name: 'language', files: /^src-main\/common\/language\//, may: [], packages: [] },
  /** What texts are compared by: whole ones, copies within one, passages that several share. */
  {
    name: 'similarity',
    files: /^src-main\/common\/similarity\//,
    may: ['document', 'language'],
    packages: [],
  },
  /** What a draft quotes and counts, and how its words differ from a source's. */
  { name: 'draft', files: /^src-main\/common\/draft\//, may: ['language'], packages: [] },
  {
    name: 'main-messages',
    files: /^src-main\/common\/messages\//,
    may: ['contract', 'language'],
    packages: [],
  },
  { name: 'security', files: /^src-main\/common\/security\.ts$/, may: [], packages: [] },

  { name: 'folders', files: /^src-main\/core\/make-folder\.ts$/, may: [], packages: [/^node:(?:fs|path)$/] },
  { name: 'slices', files: /^src-main\/core\/slices\.ts$/, may: ['contract'], packages: [] },
  {
    name: 'connection',
    files: /^src-main\/core\/storage\/connection\.ts$/,
    may: ['contract', 'notebook-file', 'storage'],
    packages: [/^node:path$/, /^better-sqlite3$/],
  },
  {
    name: 'notebook-file',
    files: /^src-main\/core\/storage\/notebook-file\.ts$/,
    may: ['contract', 'folders'],
    packages: [/^node:(?:fs|path)$/],
  },
  {
    name: 'storage',
    files: /^src-main\/core\/storage\//,
    may: ['contract', 'document', 'language', 'similarity', 'origins', 'ports', 'connection', 'migrations'],
    packages: [/^node:(?:crypto|util|zlib)$/, VALIBOT],
  },
  {
    name: 'ports',
    files: /^src-main\/core\/ports\.ts$/,
    may: ['contract', 'document', 'similarity'],
    packages: [],
  },
  {
    name: 'handler',
    files: /^src-main\/core\/handler\.ts$/,
    may: ['contract', 'ports', 'storage', 'connection'],
    packages: [],
  },
  /** Search, from the bottom: words, the index, its upkeep, the query, the answer. */
  {
    name: 'search-analysis',
    files: /^src-main\/core\/search\/analysis\//,
    may: ['language'],
    packages: [/^lunr$/, /^lunr-languages\//],
  },
  {
    name: 'search-documents',
    files: /^src-main\/core\/search\/(?:documents|known-sources|version-texts)\.ts$/,
    may: ['contract', 'language', 'storage', 'connection', 'search-analysis'],
    packages: [],
  },
  {
    name: 'search-index',
    files: /^src-main\/core\/search\/index\//,
    may: ['contract', 'search-analysis', 'search-documents'],
    packages: [],
  },
  {
    name: 'search-upkeep',
    files: /^src-main\/core\/search\/upkeep\//,
    may: [
      'contract',
      'ports',
      'storage',
      'connection',
      'slices',
      'search-analysis',
      'search-documents',
      'search-index',
    ],
    packages: [VALIBOT],
  },
  {
    name: 'search-query',
    files: /^src-main\/core\/search\/query\//,
    may: ['contract', 'language', 'search-analysis', 'search-index'],
    packages: [],
  },
  {
    name: 'search-answer',
    files: /^src-main\/core\/search\/answer\//,
    may: [
      'contract',
      'language',
      'ports',
      'storage',
      'connection',
      'search-analysis',
      'search-documents',
      'search-index',
      'search-query',
    ],
    packages: [],
  },
  {
    name: 'search',
    files: /^src-main\/core\/search\//,
    may: [...FOUNDATION, 'search-documents', 'search-index', 'search-upkeep', 'search-answer'],
    packages: [],
  },
  /** Capture, the only readers of untrusted bytes, from the bottom: pictures, details, bytes, HTML, the other formats. */
  {
    name: 'capture-images',
    files: /^src-main\/core\/capture\/images\//,
    may: ['contract', 'document', 'ports'],
    packages: [/^node:crypto$/],
  },
  {
    name: 'capture-details',
    files: /^src-main\/core\/capture\/details\//,
    may: ['contract', 'language', 'ports', 'capture-images'],
    packages: [/^(?:eld|chrono-node)\//],
  },
  {
    name: 'capture-bytes',
    files: /^src-main\/core\/capture\/bytes\//,
    may: ['contract'],
    packages: [/^(?:node:zlib|linkedom)$/],
  },
  {
    name: 'capture-html',
    files: /^src-main\/core\/capture\/html\//,
    may: ['contract', 'language', 'ports', 'capture-details', 'capture-images', 'capture-bytes'],
    packages: [/^(?:parse5|linkedom)$/, /^@mozilla\/readability$/, /^hast(?:-[a-z]+)*$/],
  },
  {
    name: 'capture-formats',
    files: /^src-main\/core\/capture\/formats\//,
    may: [
      'contract',
      'language',
      'markdown',
      'capture-details',
      'capture-images',
      'capture-bytes',
      'capture-html',
    ],
    packages: [/^(?:fflate|mammoth|yaml)$/, /^(?:hast|mdast|micromark)(?:-[a-z]+)*(?:\/|$)/],
  },
  {
    name: 'capture-pdf',
    files: /^src-main\/core\/capture\/pdf\//,
    may: ['contract', 'document', 'language', 'capture-details'],
    packages: [/^pdfjs-dist\/legacy\/build\//, /^\/node_modules\/pdfjs-dist\/cmaps\//, /^mdast$/],
  },
  /** Libraries of other programs: what they hold as articles, highlights, notes and tags. */
  {
    name: 'capture-libraries',
    files: /^src-main\/core\/capture\/libraries\//,
    may: [
      'contract',
      'document',
      'language',
      'similarity',
      'ports',
      'capture-details',
      'capture-bytes',
      'capture-html',
    ],
    packages: [/^(?:node:crypto|csv-parse\/sync|htmlparser2|mdast(?:-util-(?:to-markdown|gfm))?)$/],
  },
  {
    name: 'capture',
    files: /^src-main\/core\/capture\//,
    may: [
      ...FOUNDATION,
      'capture-details',
      'capture-images',
      'capture-bytes',
      'capture-html',
      'capture-formats',
      'capture-pdf',
      'capture-libraries',
    ],
    packages: [],
  },
  /** The codebook's files are read here: two small formats, by a table's parser and a tokenizer. */
  {
    name: 'codebook',
    files: /^src-main\/core\/codebook\//,
    may: [...FOUNDATION, 'csv-cells', 'qda-codes'],
    packages: [/^(?:csv-parse\/sync|htmlparser2)$/],
  },
  /** Archives: written, and read from anyone. */
  {
    name: 'export-archive',
    files: /^src-main\/core\/export\/archive\/(?!run\.ts)/,
    may: ['contract', 'ports', 'storage', 'connection', 'slices'],
    packages: [/^node:(?:crypto|util|zlib)$/, VALIBOT],
  },
  /** The language of templates: run by a thread of its own. */
  {
    name: 'export-liquid',
    files: /^src-main\/core\/export\/templates\/liquid\.ts$/,
    may: ['contract', 'ports', 'export'],
    packages: [/^liquidjs$/],
  },
  /** PDFs of a browser's, put together. */
  {
    name: 'export-join',
    files: /^src-main\/core\/export\/pdf\/join\.ts$/,
    may: ['export'],
    packages: [/^@cantoo\/pdf-lib$/],
  },
  {
    name: 'export',
    files: /^src-main\/core\/export\//,
    may: [...FOUNDATION, 'csv-cells', 'xml-text', 'qda-codes', 'export-archive', 'export-join'],
    packages: [/^node:crypto$/, /^yaml$/, /^mdast(?:-util-to-markdown)?$/],
  },
  {
    name: 'claims',
    files: /^src-main\/core\/claims\//,
    may: [...FOUNDATION, 'origins', 'csv-cells'],
    packages: [],
  },
  {
    name: 'feature',
    files: /^src-main\/core\/[a-z]+\//,
    features: /^src-main\/core\/([a-z]+)\//,
    may: [...FOUNDATION, 'main-messages'],
    packages: [],
  },
  {
    name: 'engine',
    files: /^src-main\/core\/(?:engine|dispatch|command-writer)\.ts$/,
    may: [
      'contract',
      'main-messages',
      'ports',
      'handler',
      'storage',
      'connection',
      'search',
      'search-upkeep',
      'capture',
      'codebook',
      'claims',
      'export',
      'feature',
    ],
    packages: [VALIBOT],
  },

  ...HOST_LAYERS,
  ...PAGE_LAYERS,

  { name: 'manifest', files: /^package\.json$/, may: [], packages: [] },
  { name: 'migrations', files: /^db\/migrations\//, may: [], packages: [] },
  { name: 'sample', files: /^db\/sample\//, may: [], packages: [] },
];
