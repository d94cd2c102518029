/** The note of a source: its details as properties, pictures, and its highlights, each with an anchor of its own. */
import type { Excerpt } from '../../../common/contract/entities.ts';
import { isSafeUrl } from '../../../common/document/tree.ts';
import { addressOf } from '../citation.ts';
import { placeImages, type ImageFiles } from '../markdown/images.ts';
import { bullets, joined, oneLine, paragraph, type MarkdownBlock, type Phrase } from '../markdown/write.ts';
import type { ExportSource } from '../model.ts';
import { STATUS_MARKS, sayDate } from '../words.ts';
import { tagLinks, tagProperties, vaultWriter as write, wikilink, type Vault } from './vault.ts';

export function sourceProperties({ source, version }: ExportSource, vault: Vault): object {
  return {
    aliases: [oneLine(source.title)],
    tags: tagProperties(vault, source.tags),
    byline: source.byline,
    site: source.site,
    url: source.url,
    published: source.publishedAt,
    captured: version.capturedAt.slice(0, 10),
    language: source.language,
    citekey: vault.data.keys.get(source.id) ?? null,
    sha256: version.sha256,
    id: source.id,
  };
}

export function sourceNote(entry: ExportSource, vault: Vault, files: ImageFiles): MarkdownBlock[] {
  const { source, version, excerpts } = entry;
  const { words, data } = vault;
  const here = excerpts.filter(({ versionId }) => versionId === version.id);
  const earlier = excerpts.filter(({ versionId }) => versionId !== version.id);
  const address =
    source.url !== null && isSafeUrl(source.url) ? addressLink(source.url, words.address) : null;
  const details = [source.byline, source.site].filter((part) => part !== null).map(oneLine);
  const published = source.publishedAt === null ? [] : [sayDate(source.publishedAt, words.locale)];
  const pictures = placeImages(entry.tree, data.images, files);
  const notes = (list: readonly Excerpt[]): MarkdownBlock[] =>
    list.flatMap((excerpt) => excerptBlocks(excerpt, entry, vault));
  return [
    write.heading(1, source.title),
    joined(...[...details, ...published].map(write.text), address, ...tagLinks(vault, source.tags)),
    write.heading(2, words.highlights),
    ...(excerpts.length === 0 ? [paragraph(write.text(words.noHighlights))] : notes(here)),
    ...(earlier.length === 0 ? [] : [write.heading(2, words.earlier), ...notes(earlier)]),
    ...(pictures.length === 0 ? [] : [write.heading(2, words.pictures)]),
    ...pictures.flatMap(({ path, alt, caption }) => [
      paragraph(`![[${path}]]` as Phrase),
      ...[caption === '' ? alt : caption].filter(Boolean).map((each) => paragraph(write.text(oneLine(each)))),
    ]),
  ];
}

/** As it is parsed: no sign of it can end the link. */
function addressLink(url: string, label: string): Phrase | null {
  if (!URL.canParse(url)) return null;
  const href = new URL(url).href.replace(/[<>\\\s]/g, encodeURIComponent);
  return `[${label}](<${href.replace(/&(?=[#\w]+;)/g, '&amp;')}>)` as Phrase;
}

/** Where a claim's note finds the quotation. */
export const anchorOf = (id: string): string => `#^${anchorName(id)}`;

/** Obsidian takes letters of Latin, digits and dashes. */
const anchorName = (id: string): string => `h-${id.replace(/[^A-Za-z0-9]+/g, '-')}`;

function excerptBlocks(excerpt: Excerpt, entry: ExportSource, vault: Vault): MarkdownBlock[] {
  const { words, data } = vault;
  const meaning = oneLine(data.colorNames[excerpt.color] ?? words.colors[excerpt.color]);
  const page = excerpt.page === null ? null : write.text(words.page(oneLine(excerpt.page)));
  const passage = addressOf(excerpt, entry);
  const claims = excerpt.claims.map(({ id, statement, status, stance }) => [
    joined(
      write.strong(words.stances[stance]),
      wikilink(vault, id, statement),
      write.text(`${STATUS_MARKS[status]} ${words.statuses[status]}`),
    ),
  ]);
  return [
    write.quotation(excerpt.exact),
    // On a line of its own: the anchor is the whole quotation’s.
    `^${anchorName(excerpt.id)}` as MarkdownBlock,
    joined(
      write.strong(meaning),
      page,
      passage === null ? null : addressLink(passage, words.source),
      ...tagLinks(vault, excerpt.tags),
    ),
    ...write.prose(excerpt.note),
    ...(claims.length === 0 ? [] : [bullets(claims)]),
  ];
}
