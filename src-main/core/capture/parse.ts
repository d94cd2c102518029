/**
 * Capture: untrusted bytes in, an article out. Pure: it runs in a worker with limits of heap and time, which is the
 * guard against what the limits here do not foresee.
 */
import type { Warning } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { SOURCE_FORMATS } from '../../common/contract/source-formats.ts';
import { layoutText } from '../../common/document/canonical.ts';
import { closeTree } from '../../common/document/close-tree.ts';
import { imagesOf } from '../../common/document/tree.ts';
import { splitPassages } from '../../common/document/passages.ts';
import { countWords } from '../../common/language/tokens.ts';
import type { Root } from '../../common/document/tree.ts';
import { notableRepeats, fingerprintOf, type Fingerprint } from '../../common/similarity/fingerprint.ts';
import type { CaptureInput, PageRange, ParsedArticle, Progress } from '../ports.ts';
import { cleanAddress } from './details/addresses.ts';
import { originsOf } from './details/origins.ts';
import { normaliseDate } from './details/dates.ts';
import type { Details, Extracted } from './details/details.ts';
import { readFormat } from './formats.ts';
import { locatePages } from './pdf/pages.ts';
import { Pictures } from './images/pictures.ts';
import { detectLanguage } from './details/language.ts';
import { recogniseLibrary } from './libraries/libraries.ts';

/** `www.example.org` as an outlet where nothing better is known. */
function hostOf(url: string | null): string | null {
  return url === null ? null : (URL.parse(url)?.hostname.replace(/^www\./, '') ?? null);
}

/** What stands for a title where the article has none: the file's name, or how the text begins. */
function titleFor({ title }: Details, fileName: string | null, text: string): string {
  const name = fileName?.replace(/\.[a-z0-9]{1,8}$/i, '').trim();
  return title ?? (name || text.slice(0, 80).replace(/\s+/g, ' ').toWellFormed());
}

/** By the name as it is written, or as that of a file beside the page. */
function findResource(resources: CaptureInput['resources'], name: string): Uint8Array | null {
  if (!resources || name.startsWith('data:')) return null;
  return resources.get(name) ?? resources.get(plainPath(name)) ?? null;
}

function plainPath(name: string): string {
  try {
    return decodeURIComponent(name).replace(/^\.\//, '').normalize();
  } catch (cause) {
    // A lone percent sign: the name as it is written.
    if (cause instanceof URIError) return name;
    throw cause;
  }
}

const isRange = (how: CaptureInput['how']): how is PageRange => typeof how === 'object' && 'from' in how;

/** Words of the page that `words` are a part of; null for what is no page. */
function pageWordsOf({ leftWords, pageWords }: Extracted, words: number): number | null {
  if (leftWords !== undefined) return words + leftWords;
  return pageWords === undefined ? null : Math.max(pageWords, words);
}

/** A region of a whole page. @throws DossierError invalid where it is outside of it */
function cutTree(tree: Root, how: CaptureInput['how']): Root {
  if (!isRange(how)) return tree;
  const children = tree.children.slice(Math.max(0, how.from), how.to + 1);
  if (children.length === 0)
    throw new DossierError('invalid', { what: 'region', value: `${how.from}–${how.to}` });
  return { type: 'root', children };
}

/** Told, not mended: what stands twice may stand so in the original. */
function warnOfRepeats({ signature, repeated }: Fingerprint): Warning[] {
  const share = notableRepeats({ words: signature.words, repeated });
  if (share === 0) return [];
  const percent = Math.max(1, Math.round(share * 100));
  return [{ code: 'text-twice', message: `${percent} % of this text appears twice.`, details: { percent } }];
}

/** @throws DossierError unreadable (reason empty, binary or no-text), too-large, unsupported (a library, too) */
export async function parseCapture(input: CaptureInput, progress?: Progress): Promise<ParsedArticle> {
  const { bytes, fileName, now } = input;
  const library = input.as === undefined ? recogniseLibrary(bytes) : null;
  if (library) throw new DossierError('unsupported', { what: 'library', id: library, fileName });
  const address = cleanAddress(input.url);
  const pictures = new Pictures();
  pictures.addLookup((name) => findResource(input.resources, name));
  const { kind, charset, extracted, warnings } = await readFormat(
    { bytes, fileName, url: address, charset: input.charset ?? null, now, pictures },
    input.as,
    input.how,
    progress,
  );
  const { details } = extracted;
  const url = address ?? details.url;
  const whole = closeTree(extracted.tree);
  const tree = cutTree(whole, input.how);
  const layout = layoutText(tree);
  if (layout.text.trim() === '') throw new DossierError('unreadable', { fileName, reason: 'no-text' });
  const isWordless = extracted.isWordless ?? false;
  const words = isWordless ? 0 : countWords(layout.text);
  const fingerprint = fingerprintOf(layout, words);
  const language = detectLanguage(isWordless ? '' : layout.text, details.language);
  const title = titleFor(details, fileName, layout.text);
  const publishedAt = normaliseDate(details.published, language, now);
  const modifiedAt = normaliseDate(details.modified, language, now);
  const site = details.site ?? hostOf(url);
  return {
    kind,
    mediaType: SOURCE_FORMATS[kind].mediaType,
    charset,
    title,
    byline: details.byline,
    site,
    url,
    publishedAt,
    modifiedAt,
    description: details.description ?? null,
    language,
    origins: originsOf(details, { address, site, url, publishedAt, modifiedAt, language }),
    tree,
    text: layout.text,
    words,
    passages: isWordless ? [{ start: 0, end: layout.blocks[0]?.end ?? 0 }] : splitPassages(layout),
    pages: extracted.pages ? locatePages(layout, extracted.pages) : null,
    fingerprint,
    warnings: [...warnings, ...extracted.warnings, ...pictures.warnings, ...warnOfRepeats(fingerprint)],
    extractor: isRange(input.how) ? 'region 1' : extracted.extractor,
    images: pictures.chosen(imagesOf(tree)),
    missingImages: pictures.wanted,
    pageWords: isRange(input.how) ? countWords(layoutText(whole).text) : pageWordsOf(extracted, words),
  };
}
