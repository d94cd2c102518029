/**
 * pdf.js, loaded only once a PDF is met (it is two megabytes of code), for text alone: nothing is drawn, fetched,
 * or compiled, and there is no worker of its own, since we run in one already.
 */
import type * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DossierError } from '../../../common/contract/errors.ts';

/** Node 24 lacks a few of the newest built-ins, hence the legacy build. */
async function load(): Promise<typeof pdfjs> {
  // On the side, pdf.js regrets that there is nothing here to draw with: of no interest to whoever reads text.
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('Warning: Cannot ')) warn(...words);
  };
  try {
    // Leaves its handler in `globalThis.pdfjsWorker`, where the library looks for it before starting a worker.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

let library: Promise<typeof pdfjs> | null = null;

interface BinaryRequest {
  readonly kind: string;
  readonly filename: string;
}

/** What pdf.js asks for beside the file: of its own data only character maps matter to text. */
class CharacterMaps {
  async fetch({ kind, filename }: BinaryRequest): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? await readCharacterMap(filename) : null;
    if (!map) throw new Error(`${filename} is not part of this application`);
    return map;
  }
}

async function readCharacterMap(fileName: string): Promise<Uint8Array | null> {
  const { loadCharacterMap } = await import('./character-maps.ts');
  return loadCharacterMap(fileName);
}

function refusal(error: unknown, fileName: string | null): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return new DossierError('unreadable', { fileName, reason: 'encrypted' }, { cause: error });
  }
  return new DossierError('unreadable', { fileName, reason: 'broken' }, { cause: error });
}

/**
 * Opens a PDF, hands it to `use`, and closes it again.
 * @throws DossierError unreadable (reason encrypted or broken), and what `use` throws
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  fileName: string | null,
  use: (document: pdfjs.PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  library ??= load();
  const { getDocument, VerbosityLevel } = await library;
  const task: pdfjs.PDFDocumentLoadingTask = getDocument({
    // A copy: pdf.js takes what it is given away from its owner, who keeps the original in the notebook.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    BinaryDataFactory: CharacterMaps,
    cMapPacked: true,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    disableAutoFetch: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw refusal(error, fileName);
    });
    return await use(document);
  } finally {
    await task.destroy();
  }
}
