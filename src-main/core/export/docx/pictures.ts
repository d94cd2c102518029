/** Pictures within the text, each a part of the package. */
import { IMAGE_EXTENSIONS, readImageFacts, type ImageType } from '../../../common/document/image-facts.ts';
import type { Image } from '../../../common/document/tree.ts';
import type { PackableFile } from '../archive/pack-files.ts';
import type { ExportImages } from '../model.ts';
import { xmlAttribute } from '../../../common/xml-text.ts';
import type { Relations } from './links.ts';
import { rawRun } from './runs.ts';

/** What word processors show. */
const SHOWN: ReadonlySet<ImageType> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/bmp']);
/** Of all pictures together: the package is put together in memory. */
const MOST_BYTES = 64 * 1024 * 1024;
/** English Metric Units of a point of a screen, and of the page between its margins. */
const EMU = 9525;
const WIDEST = 16 * 360_000;
const HIGHEST = 22 * 360_000;
const UNKNOWN = 320;

interface Part {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export class Pictures {
  readonly #parts = new Map<string, Part | null>();
  #left = MOST_BYTES;
  #count = 0;

  constructor(private readonly images: ExportImages) {}

  /** A run; null where the picture is missing or of a kind that is not shown. */
  run({ blob, alt, width, height }: Image, relations: Relations): string | null {
    const part = blob === null ? null : this.#part(blob);
    if (!part) return null;
    this.#count += 1;
    const id = relations.add('image', part.path);
    return rawRun(drawingXml(id, this.#count, alt, extent(width ?? part.width, height ?? part.height)));
  }

  files(): PackableFile[] {
    return [...this.#parts.values()]
      .filter((part) => part !== null)
      .map(({ path, bytes }) => ({ path: `word/${path}`, content: bytes }));
  }

  #part(blob: string): Part | null {
    const known = this.#parts.get(blob);
    if (known !== undefined) return known;
    const part = this.#read(blob);
    this.#parts.set(blob, part);
    return part;
  }

  #read(blob: string): Part | null {
    const stored = this.images.take(blob);
    if (!stored) return null;
    const { mediaType, bytes } = stored;
    if (!SHOWN.has(mediaType) || bytes.length > this.#left) {
      this.images.refuse(blob);
      return null;
    }
    this.#left -= bytes.length;
    const facts = readImageFacts(bytes);
    const path = `media/${this.#parts.size + 1}.${IMAGE_EXTENSIONS[mediaType]}`;
    return { path, bytes, width: facts?.width ?? 0, height: facts?.height ?? 0 };
  }
}

/** Within the page, as wide for its height as it was. */
function extent(width: number, height: number): string {
  const isKnown = width >= 1 && height >= 1 && width < 1e6 && height < 1e6;
  const [wide, high] = (isKnown ? [width, height] : [UNKNOWN, UNKNOWN]).map((size) => size * EMU) as [
    number,
    number,
  ];
  const scale = Math.min(1, WIDEST / wide, HIGHEST / high);
  const sizes = [wide, high].map((size) => Math.max(1, Math.round(size * scale)));
  return `cx="${sizes[0]}" cy="${sizes[1]}"`;
}

function drawingXml(relation: string, number: number, alt: string, size: string): string {
  const name = `name="Picture ${number}"`;
  return (
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>` +
    `<wp:docPr id="${number}" ${name} descr="${xmlAttribute(alt.slice(0, 1000))}"/>` +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
    `<pic:nvPicPr><pic:cNvPr id="${number}" ${name}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>' +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  );
}
