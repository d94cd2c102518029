/**
 * The pictures of one article: found by the addresses that it names, told by their bytes, each taken once. What is
 * too large in bytes or in points is left out and counted; what only reports that a page was opened is left out.
 */
import { createHash } from 'node:crypto';
import type { Warning } from '../../../common/contract/entities.ts';
import { IMAGE_EXTENSIONS, readImageFacts, type ImageFacts } from '../../../common/document/image-facts.ts';
import type { CapturedImage } from '../../ports.ts';
import { decodeDataUri } from './data-uri.ts';

/** The bytes that an address stands for in this file; null where it holds none. */
export type Lookup = (address: string) => Uint8Array | null;

/** As the tree names it. */
export interface Picture {
  readonly blob: string;
  readonly width: number;
  readonly height: number;
}

export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;
const MAX_COUNT = 1000;
/** Of points: unpacked, a picture takes four bytes for each. */
const MAX_POINTS = 40_000_000;
const MAX_SIDE = 20_000;
const MAX_SVG_BYTES = 2 * 1024 * 1024;
/** Longer ones are no names. */
const MAX_ADDRESS = 2000;
/** Addresses that are reported as missing. */
const MAX_WANTED = 100;

/** Whether a label promises what can be read; none may be anything. */
export const isPictureType = (label: string): boolean =>
  label === '' || Object.hasOwn(IMAGE_EXTENSIONS, label.toLowerCase());

/** A beacon, or a line that only keeps a distance. */
const isTrace = ({ mediaType, width, height }: ImageFacts): boolean =>
  mediaType !== 'image/svg+xml' && (width <= 1 || height <= 1 || (width <= 2 && height <= 2));

function isWithinLimits({ mediaType, width, height }: ImageFacts, size: number): boolean {
  const most = mediaType === 'image/svg+xml' ? MAX_SVG_BYTES : MAX_IMAGE_BYTES;
  return size <= most && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_POINTS;
}

export class Pictures {
  readonly #lookups: Lookup[] = [decodeDataUri];
  readonly #byAddress = new Map<string, Picture | null>();
  readonly #taken = new Map<string, CapturedImage>();
  readonly #wanted = new Set<string>();
  #bytes = 0;
  #leftOut = 0;

  /** What a format knows of its own pictures. */
  addLookup(lookup: Lookup): void {
    this.#lookups.push(lookup);
  }

  /**
   * The picture that the first of these addresses to be found stands for. A better one before it that is on the web
   * is wanted: pages show a stand-in until one scrolls to a picture.
   */
  take(addresses: readonly string[]): Picture | null {
    for (const [at, address] of addresses.entries()) {
      const picture = this.#find(address);
      if (!picture) continue;
      this.#want(addresses.slice(0, at));
      return picture;
    }
    this.#want(addresses);
    return null;
  }

  #want(addresses: readonly string[]): void {
    const remote = addresses.find(
      (address) => /^https?:\/\//i.test(address) && !this.#byAddress.has(address),
    );
    if (remote !== undefined && this.#wanted.size < MAX_WANTED) this.#wanted.add(remote);
  }

  /** Addresses on the web of pictures that the article names and the file does not hold. */
  get wanted(): readonly string[] {
    return [...this.#wanted];
  }

  /** Those of the taken ones that are named. */
  chosen(names: ReadonlySet<string>): readonly CapturedImage[] {
    return [...this.#taken.values()].filter(({ sha256 }) => names.has(sha256));
  }

  get warnings(): readonly Warning[] {
    if (this.#leftOut === 0) return [];
    const message = `Pictures that could not be taken: ${this.#leftOut}.`;
    return [{ code: `images-left-out-${this.#leftOut}`, message }];
  }

  #find(address: string): Picture | null {
    const known = this.#byAddress.get(address);
    if (known !== undefined) return known;
    const bytes = this.#read(address);
    if (!bytes) return null;
    const picture = this.#add(bytes, address);
    this.#byAddress.set(address, picture);
    return picture;
  }

  #read(address: string): Uint8Array | null {
    for (const lookup of this.#lookups) {
      const bytes = lookup(address);
      if (bytes) return bytes;
    }
    return null;
  }

  #add(bytes: Uint8Array, name: string): Picture | null {
    const facts = readImageFacts(bytes);
    if (facts && isTrace(facts)) return null;
    const isFull = this.#taken.size >= MAX_COUNT || this.#bytes + bytes.length > MAX_TOTAL_BYTES;
    if (!facts || isFull || !isWithinLimits(facts, bytes.length)) {
      this.#leftOut += 1;
      return null;
    }
    const { mediaType, width, height } = facts;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!this.#taken.has(sha256)) {
      this.#bytes += bytes.length;
      // A copy: what was looked up may be a part of the whole file's memory.
      const address = name.length > MAX_ADDRESS || /^data:/i.test(name) ? null : name;
      this.#taken.set(sha256, { sha256, address, mediaType, bytes: Uint8Array.from(bytes) });
    }
    return { blob: sha256, width, height };
  }
}
