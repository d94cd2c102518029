/** What a notebook can be exported as, and whether that is one file or a folder of them. */
export const EXPORT_LAYOUTS = {
  markdown: 'folder',
  /** A vault: one note a source, claim, tag and note, linked to each other. */
  obsidian: 'folder',
  html: 'file',
  /** The page of `html` on paper, where there is a program that prints. */
  pdf: 'file',
  /** For word processors: highlights as shading, notes as comments, sources as footnotes. */
  docx: 'file',
  csv: 'folder',
  'json-ld': 'file',
  claimreview: 'file',
  bibtex: 'file',
  'csl-json': 'file',
  ris: 'file',
  /** A project for programs of qualitative analysis (`.qdpx`). */
  'refi-qda': 'file',
  /** One page that checks itself: what was captured, its hashes, quotations with offsets, verdicts. */
  evidence: 'file',
  /** Everything, whatever the scope: what `restore` takes. */
  archive: 'file',
} as const satisfies Readonly<Record<string, 'file' | 'folder'>>;

export type ExportFormat = keyof typeof EXPORT_LAYOUTS;

export const EXPORT_FORMATS = Object.keys(EXPORT_LAYOUTS) as [ExportFormat, ...ExportFormat[]];
