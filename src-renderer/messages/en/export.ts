/** Words of the export screen. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');
const files = (n: number): string => count(n, 'file', 'files');

export default {
  title: 'Export',
  intro: 'Your highlights, notes, claims and verdicts, as files that open without Dossier.',
  scope: 'What',
  scopes: {
    all: 'Everything',
    sources: 'Chosen sources',
    tag: 'A tag',
    status: 'Claims with a status',
  },
  sources: 'Sources',
  chosen: (n: number): string => count(n, 'source chosen', 'sources chosen'),
  filterSources: 'Filter the sources',
  noSources: 'There is no source in this notebook yet.',
  noSourceMatches: 'No source has these words.',
  tag: 'Tag',
  noTags: 'There is no tag in this notebook yet.',
  status: 'Status',
  statuses: { unreviewed: 'Unreviewed', verified: 'Verified', disputed: 'Disputed' },

  format: 'As',
  formats: {
    markdown: 'Markdown folder',
    obsidian: 'Obsidian vault',
    html: 'HTML page',
    pdf: 'PDF',
    docx: 'Word (DOCX)',
    csv: 'Tables (CSV)',
    'json-ld': 'W3C annotations',
    claimreview: 'ClaimReview',
    bibtex: 'BibTeX',
    'csl-json': 'CSL-JSON',
    ris: 'RIS',
    'refi-qda': 'REFI-QDA project',
    evidence: 'Evidence pack',
    archive: 'ZIP archive',
  },
  formatHints: {
    markdown: 'One file for each source and one for the claims; reads in any editor.',
    obsidian:
      'A folder of linked notes: one for each source, claim and tag, with properties and embedded quotations.',
    html: 'One file that holds everything and opens in any browser.',
    pdf: 'The HTML page on A4 paper, with notes in the margin; made by an installed Chromium, Chrome or Edge.',
    docx: 'A document for any word processor: highlights as shading, your notes as comments, sources as footnotes.',
    csv: 'A folder of tables: sources, highlights, claims, evidence, verdicts and notes.',
    'json-ld': 'The highlights as JSON-LD, as other annotation tools read them.',
    claimreview: 'The claims with a verdict as schema.org JSON-LD, for a web page.',
    bibtex: 'The sources, for LaTeX and reference managers.',
    'csl-json': 'The sources, for pandoc, Zotero and word processors.',
    ris: 'The sources, for reference managers.',
    'refi-qda': 'Texts, codes, coded passages and notes for NVivo, MAXQDA, ATLAS.ti, QualCoder (.qdpx).',
    evidence:
      'One page with the captures, their hashes, quotations and verdicts: it checks itself in any browser, offline.',
    archive:
      'The whole notebook with its originals, whatever is chosen above: “dossier restore” makes it anew.',
  },

  destination: 'To',
  folder: 'Choose a folder…',
  file: 'Choose a file…',
  download: 'Download',
  downloadHint: (name: string): string => `The browser saves ${name}.`,
  replace: 'Replace what is there',
  exporting: 'Exporting…',

  preview: 'Preview',
  previewFiles: 'Files of the export',
  previewOf: (path: string): string => `Preview of ${path}`,
  preparing: 'Preparing the preview…',
  nothing: 'There is nothing to export yet.',
  nothingHere: 'Nothing in this notebook is in this scope.',
  nothingHint: 'Import an article and highlight a passage: it will appear here.',
  needSources: 'Choose at least one source.',
  needTag: 'Choose a tag.',
  files,
  total: (n: number, size: string): string => `${files(n)}, ${size}`,
  cut: 'The preview stops here; the file holds the rest.',

  warnings: 'Not carried over',
  written: (n: number, place: string): string => `${files(n)} written to ${place}.`,
  downloaded: (name: string): string => `${name} was handed to the browser’s downloads.`,
  bundleName: 'dossier-notes',
};
