/** Annotated notes as Markdown: one file a source, and an index with the ledger of claims. */
import { stringify } from 'yaml';
import type { Excerpt } from '../../../common/contract/entities.ts';
import { safeNames } from '../file-names.ts';
import { citeSource, createCiter, type Citer } from '../citation.ts';
import { renderClaim, statusWord, tagList } from './claims.ts';
import { renderImages, type ImageFiles } from './images.ts';
import {
  bullets,
  citekey,
  footnote,
  footnoteCall,
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
  webLink,
  type MarkdownBlock,
  type Phrase,
} from './write.ts';
import type { ExportData, ExportSource, Rendered } from '../model.ts';
import { sayDate, type ExportWords } from '../words.ts';

const INDEX = 'index';

export function* renderMarkdown(data: ExportData, words: ExportWords): Generator<Rendered> {
  const cite = createCiter(data, words);
  const titles = data.sources.map(({ source }) => source.title);
  const names = safeNames(titles, words.untitled, [INDEX]).map((name) => `${name}.md`);
  const paths: ReadonlyMap<string, string> = new Map(
    data.sources.map(({ source }, at) => [source.id, names[at] ?? '']),
  );
  const files: ImageFiles = new Map();
  const claims = renderClaims(data, words, paths);
  const bySource = groupBySource(data);
  const notes = createFootnotes(data, cite, words);
  yield {
    path: `${INDEX}.md`,
    content: renderIndex(data, words, paths, [...claims.values()].flat()) + notes(null, claims.keys()),
  };
  for (const entry of data.sources)
    yield {
      path: paths.get(entry.source.id) ?? '',
      content:
        frontMatter(entry, data) +
        serialize([
          ...renderSource(entry, { data, words, cite }, claimsOf(entry, bySource, claims)),
          ...section(words.pictures, renderImages(entry.tree, data.images, files)),
        ]) +
        notes(entry, bySource.get(entry.source.id) ?? []),
    };
  yield* files.values();
}

/** Each once, by its id: it stands in the index and with every source that it rests on. */
function renderClaims(
  { claims, keys }: ExportData,
  words: ExportWords,
  paths: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly MarkdownBlock[]> {
  return new Map(claims.map((claim) => [claim.id, renderClaim(claim, words, paths, keys)]));
}

/**
 * The footnotes of a file: of its own source, where that is quoted, and of those that its claims rest on.
 * @returns what follows the file's text
 */
function createFootnotes({ sources, claims, keys }: ExportData, cite: Citer, words: ExportWords) {
  const citations = new Map<string, string>(sources.map((entry) => [entry.source.id, cite.source(entry)]));
  const cited = new Map<string, ReadonlySet<string>>();
  for (const { id, evidence } of claims) {
    cited.set(id, new Set(evidence.map(({ sourceId }) => sourceId)));
    for (const { sourceId, source } of evidence)
      if (!citations.has(sourceId)) citations.set(sourceId, citeSource(source, null, null, words));
  }
  return (own: ExportSource | null, claimIds: Iterable<string>): string => {
    const ids = new Set(own && own.excerpts.length > 0 ? [own.source.id as string] : []);
    for (const claim of claimIds) for (const id of cited.get(claim) ?? []) ids.add(id);
    const notes = [...ids].flatMap((id) => {
      const key = keys.get(id);
      return key === undefined ? [] : [footnote(key, citations.get(id) ?? '')];
    });
    return notes.length === 0 ? '' : `\n${serialize(notes)}`;
  };
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
function frontMatter({ source, version }: ExportSource, { keys }: ExportData): string {
  const fields = {
    citekey: keys.get(source.id) ?? null,
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

interface Around {
  readonly data: ExportData;
  readonly words: ExportWords;
  readonly cite: Citer;
}

function renderSource(
  entry: ExportSource,
  around: Around,
  claims: readonly MarkdownBlock[],
): MarkdownBlock[] {
  const { source, version, excerpts } = entry;
  const { words, cite } = around;
  const here = excerpts.filter(({ versionId }) => versionId === version.id);
  const earlier = excerpts.filter(({ versionId }) => versionId !== version.id);
  const notes = (list: readonly Excerpt[]): MarkdownBlock[] =>
    list.flatMap((excerpt) => renderExcerpt(excerpt, entry, around));
  return [
    heading(1, source.title),
    paragraph(text(cite.source(entry))),
    heading(2, words.highlights),
    ...(excerpts.length === 0 ? [paragraph(text(words.noHighlights))] : notes(here)),
    ...section(words.earlier, notes(earlier)),
    ...section(words.claims, claims),
  ];
}

function renderExcerpt(
  excerpt: Excerpt,
  entry: ExportSource,
  { data, words, cite }: Around,
): MarkdownBlock[] {
  const { citekey: key, link: address } = cite.excerpt(excerpt, entry);
  const page = excerpt.page === null ? null : words.page(oneLine(excerpt.page));
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
    joined(
      strong(oneLine(meaning)),
      `${citekey(key, page)} ${footnoteCall(key)}` as Phrase,
      address === null ? null : webLink(address, words.source),
      ...tagList(excerpt.tags),
    ),
    ...prose(excerpt.note),
    ...(claims.length > 0 ? [bullets(claims)] : []),
  ];
}
