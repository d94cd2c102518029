/**
 * What a picture is, told by its own bytes: a label may say anything. Only heads are read, so that a picture of a
 * million million points is known before anything unpacks it.
 */
export type ImageType =
  'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/bmp' | 'image/svg+xml';

export interface ImageFacts {
  readonly mediaType: ImageType;
  /** In points; 0 where a drawing does not say. */
  readonly width: number;
  readonly height: number;
}

/** What a file of each type is called. */
export const IMAGE_EXTENSIONS: Readonly<Record<ImageType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/svg+xml': 'svg',
};

type Read = (view: DataView) => readonly [width: number, height: number] | null;

/** Bytes that are looked at for where a size is written; photographs have their previews before it. */
const LONGEST_HEAD = 1024 * 1024;
const SVG_HEAD = 4096;

const starts = (view: DataView, at: number, text: string): boolean =>
  at + text.length <= view.byteLength &&
  [...text].every((sign, index) => view.getUint8(at + index) === sign.charCodeAt(0));

const FORMATS: readonly (readonly [ImageType, (view: DataView) => boolean, Read])[] = [
  ['image/png', (view) => starts(view, 0, '\x89PNG\r\n\x1a\n'), readPng],
  ['image/jpeg', (view) => starts(view, 0, '\xff\xd8\xff'), readJpeg],
  ['image/gif', (view) => starts(view, 0, 'GIF87a') || starts(view, 0, 'GIF89a'), readGif],
  ['image/webp', (view) => starts(view, 0, 'RIFF') && starts(view, 8, 'WEBP'), readWebp],
  ['image/avif', (view) => starts(view, 4, 'ftypavif') || starts(view, 4, 'ftypavis'), readAvif],
  ['image/bmp', (view) => starts(view, 0, 'BM'), readBmp],
];

/** Null for what is no picture of a known kind, or too damaged to say how large it is. */
export function readImageFacts(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LONGEST_HEAD));
  try {
    for (const [mediaType, isSuch, read] of FORMATS) {
      const size = isSuch(view) ? read(view) : null;
      if (size) return { mediaType, width: size[0], height: size[1] };
    }
  } catch (cause) {
    // The head ends before its size.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
  const size = readSvg(bytes);
  return size && { mediaType: 'image/svg+xml', width: size[0], height: size[1] };
}

function readPng(view: DataView): readonly [number, number] {
  return [view.getUint32(16), view.getUint32(20)];
}

function readGif(view: DataView): readonly [number, number] {
  return [view.getUint16(6, true), view.getUint16(8, true)];
}

function readBmp(view: DataView): readonly [number, number] | null {
  const head = view.getUint32(14, true);
  if (head === 12) return [view.getUint16(18, true), view.getUint16(20, true)];
  // Upside down where the height is negative.
  return head < 40 ? null : [Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))];
}

/** Segments one after the other, until the one that begins a frame. */
function readJpeg(view: DataView): readonly [number, number] | null {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    // Padding, and markers that stand alone.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function readWebp(view: DataView): readonly [number, number] | null {
  if (starts(view, 12, 'VP8 ')) {
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  }
  if (starts(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  if (!starts(view, 12, 'VP8X')) return null;
  const of = (at: number): number => (view.getUint8(at) | (view.getUint16(at + 1, true) << 8)) + 1;
  return [of(24), of(27)];
}

/** The largest of the sizes that its properties name: tiles and previews have theirs too. */
function readAvif(view: DataView): readonly [number, number] | null {
  let largest: readonly [number, number] | null = null;
  for (let at = 12; at + 16 <= view.byteLength; at += 1) {
    if (view.getUint8(at) !== 0x69 || !starts(view, at, 'ispe')) continue;
    const size = [view.getUint32(at + 8), view.getUint32(at + 12)] as const;
    if (!largest || size[0] * size[1] > largest[0] * largest[1]) largest = size;
  }
  return largest;
}

/** A drawing is XML: what may stand before its root is little. A comment ends at its first `-->`, so that there is one way to read it. */
const SVG_START =
  /^(?:\ufeff|\s|<\?xml[^>]{0,200}\?>|<!--(?:(?!-->)[^]){0,1000}-->|<!doctype svg[^>[]{0,300}>){0,8}<svg[\s>]/i;

function readSvg(bytes: Uint8Array): readonly [number, number] | null {
  const head = new TextDecoder().decode(bytes.subarray(0, SVG_HEAD));
  const start = SVG_START.exec(head);
  if (!start) return null;
  const tag = head.slice(start[0].length - 1).split('>', 1)[0] ?? '';
  const lengthOf = (name: string): number => {
    const found = new RegExp(
      String.raw`\s${name}\s*=\s*["']\s*(\d{1,6}(?:\.\d{1,6})?)(?:px)?\s*["']`,
      'i',
    ).exec(tag);
    return Math.round(Number(found?.[1] ?? 0));
  };
  const [width, height] = [lengthOf('width'), lengthOf('height')];
  if (width > 0 && height > 0) return [width, height];
  const box =
    /\sviewBox\s*=\s*["']\s*[-\d.]{1,12}[\s,]+[-\d.]{1,12}[\s,]+(\d{1,6})[\d.]{0,12}[\s,]+(\d{1,6})/i.exec(
      tag,
    );
  return [Number(box?.[1] ?? 0), Number(box?.[2] ?? 0)];
}
