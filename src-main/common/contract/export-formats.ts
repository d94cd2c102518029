/** What a notebook can be exported as, and whether that is one file or a folder of them. */
export const EXPORT_LAYOUTS = {
  markdown: 'folder',
  html: 'file',
  csv: 'folder',
  'json-ld': 'file',
  claimreview: 'file',
  bibtex: 'file',
  'csl-json': 'file',
  ris: 'file',
  /** One page that checks itself: what was captured, its hashes, quotations with offsets, verdicts. */
  evidence: 'file',
  /** Everything, whatever the scope: what `restore` takes. */
  archive: 'file',
} as const satisfies Readonly<Record<string, 'file' | 'folder'>>;

export type ExportFormat = keyof typeof EXPORT_LAYOUTS;

export const EXPORT_FORMATS = Object.keys(EXPORT_LAYOUTS) as [ExportFormat, ...ExportFormat[]];
