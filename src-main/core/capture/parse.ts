/**
 * Capture: untrusted bytes in, an article out. Pure: it runs in a worker with limits of heap and time, which is the
 * guard against what the limits here do not foresee.
 */
import { DossierError } from '../../common/contract/errors.ts';
import { SOURCE_FORMATS } from '../../common/contract/source-formats.ts';
import { layoutText } from '../../common/document/canonical.ts';
import { closeTree } from '../../common/document/close-tree.ts';
import { imagesOf } from '../../common/document/tree.ts';
import { splitPassages } from '../../common/document/passages.ts';
import { countWords } from '../../common/language/tokens.ts';
import type { CaptureInput, ParsedArticle } from '../ports.ts';
import { cleanAddress } from './details/addresses.ts';
import { normaliseDate } from './details/dates.ts';
import type { Details } from './details/details.ts';
import { readFormat } from './formats.ts';
import { Pictures } from './images/pictures.ts';
import { detectLanguage } from './details/language.ts';

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

/** @throws DossierError unreadable (reason empty, binary or no-text), too-large, unsupported */
export async function parseCapture(input: CaptureInput): Promise<ParsedArticle> {
  const { bytes, fileName, now } = input;
  const address = cleanAddress(input.url);
  const pictures = new Pictures();
  pictures.addLookup((name) => findResource(input.resources, name));
  const { kind, charset, extracted, warnings } = await readFormat(
    { bytes, fileName, url: address, charset: input.charset ?? null, now, pictures },
    input.as,
  );
  const { details } = extracted;
  const url = address ?? details.url;
  const tree = closeTree(extracted.tree);
  const layout = layoutText(tree);
  if (layout.text.trim() === '') throw new DossierError('unreadable', { fileName, reason: 'no-text' });
  const language = detectLanguage(layout.text, details.language);
  return {
    kind,
    mediaType: SOURCE_FORMATS[kind].mediaType,
    charset,
    title: titleFor(details, fileName, layout.text),
    byline: details.byline,
    site: details.site ?? hostOf(url),
    url,
    publishedAt: normaliseDate(details.published, language, now),
    language,
    tree,
    text: layout.text,
    words: countWords(layout.text),
    passages: splitPassages(layout),
    warnings: [...warnings, ...extracted.warnings, ...pictures.warnings],
    extractor: extracted.extractor,
    images: pictures.chosen(imagesOf(tree)),
    missingImages: pictures.wanted,
  };
}
