/**
 * Adobe's character maps, which PDFs in Chinese, Japanese and Korean name without bringing them along. They are part
 * of the build, one chunk each, loaded when a file asks for it. A file of its own, since only a bundler reads globs.
 */

/** Those for UTF-8 and UTF-32 are left out: the PDF standard does not name them. */
const MAPS = import.meta.glob<string>(
  ['/node_modules/pdfjs-dist/cmaps/*.bcmap', '!/node_modules/pdfjs-dist/cmaps/*-UTF{8,32}-*'],
  { query: '?url&inline', import: 'default' },
);

/** The bytes of a map (`90ms-RKSJ-H.bcmap`), or null of one that is not part of the build. */
export async function loadCharacterMap(fileName: string): Promise<Uint8Array | null> {
  const url = await MAPS[`/node_modules/pdfjs-dist/cmaps/${fileName}`]?.();
  if (url === undefined) return null;
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (char) => char.charCodeAt(0));
}
