/** The files that can be captured: what each kind is called on disk and on the web. Adding a kind begins here. */
import type { FileKind, SourceKind } from './entities.ts';

export interface SourceFormat {
  readonly mediaType: string;
  /** Lower case, without the dot; the usual one first. */
  readonly extensions: readonly string[];
}

export const SOURCE_FORMATS: Readonly<Record<FileKind, SourceFormat>> = {
  html: { mediaType: 'text/html', extensions: ['html', 'htm', 'xhtml'] },
  text: { mediaType: 'text/plain', extensions: ['txt', 'text'] },
  mhtml: { mediaType: 'multipart/related', extensions: ['mhtml', 'mht'] },
  epub: { mediaType: 'application/epub+zip', extensions: ['epub'] },
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  markdown: { mediaType: 'text/markdown', extensions: ['md', 'markdown', 'mkd'] },
};

/** Whether its bytes hold more than the article: only of pages another part can be taken. */
export function isPageKind(kind: SourceKind): kind is 'html' | 'mhtml' {
  return kind === 'html' || kind === 'mhtml';
}

/**
 * Whether a file is called as notebooks and their companions are. Those must not even be opened to look: a descriptor
 * that is closed gives up the locks of the process that has the notebook open.
 */
export function isNotebookName(name: string): boolean {
  return /\.dossier(?:-(?:wal|shm|journal))?$/i.test(name);
}

/** What the libraries of other programs are exported as, beside those: what a file dialog offers too. */
export const LIBRARY_EXTENSIONS: readonly string[] = ['.rdf', '.json', '.jsonld', '.csv', '.zip'];

/** `.html`, `.htm`, … of every kind: what a folder is walked for, and what a file dialog offers. */
export const FILE_EXTENSIONS: readonly string[] = Object.values(SOURCE_FORMATS).flatMap(({ extensions }) =>
  extensions.map((extension) => `.${extension}`),
);
