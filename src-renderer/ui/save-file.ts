/** A file that the browser saves. The address is kept for a while: it may be read after the click has returned. */
const KEEP_MS = 60_000;

/** @param content text (stored as UTF-8) or what a canvas gave */
export function saveFile(name: string, mediaType: string, content: string | Blob): void {
  const type = typeof content === 'string' ? `${mediaType};charset=utf-8` : mediaType;
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
