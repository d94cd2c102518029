/** Annotated notes as Markdown: one file a source, and an index with the ledger of claims. */
import { stringify } from 'yaml';
import type { Excerpt } from '../../../common/contract/entities.ts';
import { safeNames } from '../file-names.ts';
import { pageOf, renderClaim, statusWord, tagList } from './claims.ts';
import { renderImages, type ImageFiles } from './images.ts';
import {
  bullets,
  heading,
  joined,
  link,
  oneLine,
  paragraph,
  prose,
  quotation,
  serialize,
  strong,
  text,
  type MarkdownBlock,
} from './write.ts';
import type { ExportData, ExportSource, Rendered } from '../model.ts';
import { sayDate, type ExportWords } from '../words.ts';

const INDEX = 'index';

export function renderMarkdown(data: ExportData, words: ExportWords): Rendered[] {
  const titles = data.sources.map(({ source }) => source.title);
  const names = safeNames(titles, words.untitled, [INDEX]).map((name) => `${name}.md`);
  const paths: ReadonlyMap<string, string> = new Map(
    data.sources.map(({ source }, at) => [source.id, names[at] ?? '']),
  );
  const files: ImageFiles = new Map();
  const claims = renderClaims(data, words, paths);
  const bySource = groupBySource(data);
  return [
    { path: `${INDEX}.md`, content: renderIndex(data, words, paths, [...claims.values()].flat()) },
    ...data.sources.map((entry) => ({
      path: paths.get(entry.source.id) ?? '',
      content:
        frontMatter(entry) +
        serialize([
          ...renderSource(entry, data, words, claimsOf(entry, bySource, claims)),
          ...section(words.pictures, renderImages(entry.tree, data.images, files)),
        ]),
    })),
    ...files.values(),
  ];
}

/** Each once, by its id: it stands in the index and with every source that it rests on. */
function renderClaims(
  { claims }: ExportData,
  words: ExportWords,
  paths: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly MarkdownBlock[]> {
  return new Map(claims.map((claim) => [claim.id, renderClaim(claim, words, paths)]));
}

/** Ids of the claims that rest on an exported highlight of each source, in their order. */
function groupBySource({ sources, claims }: ExportData): ReadonlyMap<string, ReadonlySet<string>> {
  const exported = new Set<string>(sources.flatMap(({ excerpts }) => excerpts.map(({ id }) => id)));
  const groups = new Map<string, Set<string>>();
  for (const { id, evidence } of claims)
    for (const { excerptId, sourceId } of evidence) {
      if (!exported.has(excerptId)) continue;
      const group = groups.get(sourceId);
      if (group) group.add(id);
      else groups.set(sourceId, new Set([id]));
    }
  return groups;
}

function claimsOf(
  { source }: ExportSource,
  groups: ReadonlyMap<string, ReadonlySet<string>>,
  rendered: ReadonlyMap<string, readonly MarkdownBlock[]>,
): MarkdownBlock[] {
  return [...(groups.get(source.id) ?? [])].flatMap((id) => rendered.get(id) ?? []);
}

function renderIndex(
  data: ExportData,
  words: ExportWords,
  paths: ReadonlyMap<string, string>,
  claims: readonly MarkdownBlock[],
): string {
  const empty = data.sources.length + data.claims.length + data.notes.length === 0;
  return serialize([
    heading(1, data.notebook),
    paragraph(text(words.exported(sayDate(data.at, words.locale)))),
    ...(empty ? [paragraph(text(words.nothing))] : []),
    ...section(words.claims, claims),
    ...section(words.sources, [bullets(data.sources.map((entry) => [sourceLine(entry, words, paths)]))]),
    ...section(
      words.notes,
      data.notes.flatMap(({ title, body, tags }) => [
        heading(3, title),
        ...tagList(tags).map((tag) => paragraph(tag)),
        ...prose(body),
      ]),
    ),
  ]);
}

/** Nothing where there is nothing under the heading. */
function section(title: string, children: readonly MarkdownBlock[]): MarkdownBlock[] {
  return children.every((child) => child === '') ? [] : [heading(2, title), ...children];
}

function sourceLine(
  { source, excerpts }: ExportSource,
  words: ExportWords,
  paths: ReadonlyMap<string, string>,
) {
  const count = excerpts.length;
  return joined(
    link(paths.get(source.id) ?? '', source.title),
    source.site === null ? null : text(oneLine(source.site)),
    source.publishedAt === null ? null : text(sayDate(source.publishedAt, words.locale)),
    count === 0 ? null : text(words.highlightCount(count)),
  );
}

/** Keys are for programs, so they are the same in every language. */
function frontMatter({ source, version }: ExportSource): string {
  const fields = {
    title: source.title,
    byline: source.byline,
    site: source.site,
    url: source.url,
    published: source.publishedAt,
    captured: version.capturedAt,
    language: source.language,
    tags: source.tags,
    sha256: version.sha256,
    id: source.id,
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n`;
}

function renderSource(
  { source, version, excerpts }: ExportSource,
  data: ExportData,
  words: ExportWords,
  claims: readonly MarkdownBlock[],
): MarkdownBlock[] {
  const here = excerpts.filter(({ versionId }) => versionId === version.id);
  const earlier = excerpts.filter(({ versionId }) => versionId !== version.id);
  const byline = [source.byline, source.site].filter((part) => part !== null).map(oneLine);
  const published = source.publishedAt === null ? [] : [sayDate(source.publishedAt, words.locale)];
  const details = [...byline, ...published];
  const notes = (list: readonly Excerpt[]): MarkdownBlock[] =>
    list.flatMap((excerpt) => renderExcerpt(excerpt, data, words));
  return [
    heading(1, source.title),
    ...(details.length > 0 ? [paragraph(text(details.join(' · ')))] : []),
    heading(2, words.highlights),
    ...(excerpts.length === 0 ? [paragraph(text(words.noHighlights))] : notes(here)),
    ...section(words.earlier, notes(earlier)),
    ...section(words.claims, claims),
  ];
}

function renderExcerpt(excerpt: Excerpt, data: ExportData, words: ExportWords): MarkdownBlock[] {
  const meaning = data.colorNames[excerpt.color] ?? words.colors[excerpt.color];
  const claims = excerpt.claims.map(({ statement, status, stance }) => [
    paragraph(
      text(`${words.stances[stance]}${words.colon} ${oneLine(statement)} (`),
      text(statusWord(status, words)),
      text(')'),
    ),
  ]);
  return [
    quotation(excerpt.exact),
    joined(strong(oneLine(meaning)), pageOf(excerpt.page, words), ...tagList(excerpt.tags)),
    ...prose(excerpt.note),
    ...(claims.length > 0 ? [bullets(claims)] : []),
  ];
}
