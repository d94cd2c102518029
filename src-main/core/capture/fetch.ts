/**
 * `source.fetch`: the address that the user asked for, and, where they asked for them, the pictures that its article
 * names. The article is parsed once to know them and again with them; nothing else of a page is ever asked for.
 */
import type { Checked } from '../../common/contract/commands.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { SOURCE_FORMATS } from '../../common/contract/source-formats.ts';
import { IMAGE_EXTENSIONS } from '../../common/document/image-facts.ts';
import type { Context, MutationHandler } from '../handler.ts';
import type { CaptureInput, Fetched, ParsedArticle } from '../ports.ts';
import { hashOf, packBlob } from '../storage/blobs.ts';
import { isoTime } from '../storage/columns.ts';
import { detailColumns } from '../storage/source-details.ts';
import { MAX_IMAGE_BYTES } from './images/pictures.ts';
import { rememberAddress, storeCapture } from './store.ts';

type Input = Checked<'source.fetch'>;

const MAX_BYTES = 50 * 1024 * 1024;
const MAX_IMAGES_BYTES = 50 * 1024 * 1024;
/** For all pictures together. */
const IMAGES_MS = 20_000;
const AT_ONCE = 4;

const HTML_TYPES: readonly string[] = ['text/html', 'application/xhtml+xml'];
/** What no format is named by, but servers send files of all kinds as; bytes and names tell then what they are. */
const UNNAMED: readonly string[] = ['', 'application/octet-stream', 'binary/octet-stream'];
const ARTICLE = {
  accept:
    'text/html,application/xhtml+xml,application/pdf,application/epub+zip,text/markdown,text/plain;q=0.9,*/*;q=0.5',
  types: [
    ...Object.values(SOURCE_FORMATS).map(({ mediaType }) => mediaType),
    ...HTML_TYPES,
    ...['text/x-markdown', 'message/rfc822', 'application/x-mimearchive', 'application/x-pdf'],
    ...UNNAMED,
  ],
};
const IMAGE = {
  accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/svg+xml;q=0.9,image/*;q=0.8',
  types: [...Object.keys(IMAGE_EXTENSIONS), 'image/jpg', ...UNNAMED],
};

export const fetchSource: MutationHandler<'source.fetch'> = {
  kind: 'mutation',

  async prepare(context, input) {
    const { ports, signal } = context;
    const { url, allowPrivate = false, ...given } = input;
    detailColumns(given);
    const fetched = await ports.fetcher.fetch({ ...ARTICLE, url, allowPrivate, maxBytes: MAX_BYTES }, signal);
    const capture = toCapture(fetched, input, isoTime(ports.clock.now()));
    const article = await parseWithImages(context, capture, fetched, input);
    const prepared = { article, blob: await packBlob(fetched.bytes, hashOf(fetched.bytes)) };
    const details = { ...given, url: article.url ?? fetched.url, fileName: capture.fileName };
    return (edit) => {
      const answer = storeCapture(edit, details, prepared, [url]);
      rememberAddress(edit, answer.id, url);
      return answer;
    };
  },
};

function toCapture(fetched: Fetched, { as }: Input, now: string): CaptureInput {
  const { bytes, url, charset, fileName, mediaType } = fetched;
  // The last part of a page's address is no file's name: `/read/notes.md` may well be a page about one.
  const isPage = HTML_TYPES.includes(mediaType);
  return {
    bytes,
    url,
    charset,
    fileName: isPage ? null : fileName,
    as: as ?? (isPage && !isPdf(bytes) ? 'html' : undefined),
    now,
  };
}

const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

async function parseWithImages(
  context: Context,
  capture: CaptureInput,
  page: Fetched,
  input: Input,
): Promise<ParsedArticle> {
  const { ports, signal } = context;
  const article = await ports.parser.parse(capture, signal);
  if (!input.images || article.missingImages.length === 0) return article;
  const resources = await fetchImages(context, article.missingImages, page.isPrivate);
  return ports.parser.parse({ ...capture, resources }, signal);
}

/** Each that cannot be had is empty: it is then left out, and counted. */
async function fetchImages(
  { ports, signal, progress }: Context,
  addresses: readonly string[],
  allowPrivate: boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>(addresses.map((address) => [address, new Uint8Array()]));
  const end = ports.clock.now() + IMAGES_MS;
  const waiting = [...addresses];
  let left = MAX_IMAGES_BYTES;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const totalMs = end - ports.clock.now();
      if (totalMs <= 0 || left <= 0) return;
      const maxBytes = Math.min(MAX_IMAGE_BYTES, left);
      const image = await ports.fetcher
        .fetch({ ...IMAGE, url, allowPrivate, maxBytes, totalMs }, signal)
        .catch(orNothing);
      if (image && image.bytes.length <= left) found.set(url, image.bytes);
      left -= image?.bytes.length ?? 0;
      progress((done += 1), addresses.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

/** A picture less is no reason to have no article. */
function orNothing(error: unknown): null {
  if (error instanceof DossierError && error.code !== 'cancelled') return null;
  throw error;
}
