/**
 * A PDF drawn by pdf.js, loaded only once a page is asked for. It parses in a worker of its own; everything that it
 * needs beside the file (character maps, standard fonts, decoders of scans) comes from the app's own address.
 * Nothing of a PDF is run: pdf.js has no script engine here. Its decoders are WebAssembly, which the policy of the
 * worker's own script allows and the page's does not; where it is refused, they are loaded as plain script.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Pixels of one canvas, about a page of A4 at 300 dpi: pages may say that they are as large as a house. */
const MOST_PIXELS = 9_000_000;
/** Of a picture on a page: a larger one is left out. */
const LARGEST_IMAGE = 100_000_000;

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface PdfPages {
  readonly count: number;
  /** Points; only the proportion matters. */
  measure(index: number): Promise<PageSize>;
  /** Draws a page `width` pixels wide, or less where that would be too many. Ends early where `signal` says so. */
  draw(index: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** @throws Error where pdf.js cannot open it */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const data = new URL('pdfjs/', document.baseURI).href;
  const task = pdfjs.getDocument({
    data: bytes,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    cMapUrl: data,
    cMapPacked: true,
    standardFontDataUrl: data,
    wasmUrl: data,
    useWorkerFetch: true,
    useSystemFonts: false,
    disableWorkerRendering: true,
    disableAutoFetch: true,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE,
    canvasMaxAreaInBytes: MOST_PIXELS * 4,
  });
  const pdf = await task.promise;
  return {
    count: pdf.numPages,
    measure: async (index) => sizeOf(await pdf.getPage(index + 1)),
    draw: async (index, canvas, width, signal) => {
      const page = await pdf.getPage(index + 1);
      if (!signal.aborted) await draw(page, canvas, width, signal);
    },
    close: () => task.destroy(),
  };
}

function sizeOf(page: pdfjs.PDFPageProxy): PageSize {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width: Math.max(1, width), height: Math.max(1, height) };
}

async function draw(
  page: pdfjs.PDFPageProxy,
  canvas: HTMLCanvasElement,
  width: number,
  signal: AbortSignal,
): Promise<void> {
  const size = sizeOf(page);
  const scale = Math.min(width / size.width, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
  const viewport = page.getViewport({ scale });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const task = page.render({ canvas, viewport });
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    page.cleanup();
  }
}
