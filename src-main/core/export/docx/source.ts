/** One source in the document: its head with its citation, its text with highlights, and those that have no place in it. */
import type { Excerpt } from '../../../common/contract/entities.ts';
import { layoutText } from '../../../common/document/canonical.ts';
import type { ExportData, ExportSource } from '../model.ts';
import { addressOf, citeSource } from '../citation.ts';
import { STATUS_MARKS, sayDate, type ExportWords } from '../words.ts';
import { ArticleWriter } from './article.ts';
import { Highlights } from './highlights.ts';
import { paragraphXml, proseXml } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { rawRun, runXml } from './runs.ts';

export function sourceXml(entry: ExportSource, data: ExportData, words: ExportWords, parts: Parts): string {
  const { source, version, tree, excerpts } = entry;
  const comment = (excerpt: Excerpt): number | null =>
    isAnnotated(excerpt) ? addComment(excerpt, entry, { data, words, parts }) : null;
  const here = excerpts.filter(({ versionId }) => versionId === version.id);
  const layout = layoutText(tree);
  const leaves = [...layout.leaves].map(([leaf, start]) => [start, start + leaf.value.length] as const);
  const highlights = new Highlights(here, leaves, comment);
  const article = new ArticleWriter(tree, {
    parts,
    words,
    layout,
    highlights,
    language: source.language,
  });
  const earlier = [...excerpts.filter(({ versionId }) => versionId !== version.id), ...highlights.unplaced];
  return [headXml(entry, words, parts), article.write(), earlierXml(earlier, entry, words, comment)].join('');
}

function isAnnotated({ note, tags, claims }: Excerpt): boolean {
  return note.trim() !== '' || tags.length > 0 || claims.length > 0;
}

function headXml(entry: ExportSource, words: ExportWords, parts: Parts): string {
  const { source, version } = entry;
  const title = source.title.trim() === '' ? words.untitled : source.title;
  const citation = parts.footnotes.addCitation(
    citeSource(source, version.capturedAt, null, words),
    source.url,
  );
  const published = source.publishedAt === null ? null : sayDate(source.publishedAt, words.locale);
  const facts = [
    source.site,
    source.byline,
    published,
    ...source.tags.map((tag) => `#${tag}`),
    words.captured(sayDate(version.capturedAt, words.locale)),
    `SHA-256 ${version.sha256.slice(0, 12)}`,
  ];
  const link =
    source.url === null
      ? ''
      : parts.relations.link(source.url, runXml(words.address, { style: 'Hyperlink' }));
  const line = facts.filter((fact) => fact !== null).join(' · ');
  return (
    paragraphXml(runXml(title, { language: source.language }) + citation, {
      style: 'Heading1',
      pageBreakBefore: true,
    }) + paragraphXml(runXml(link === '' ? line : `${line} · `) + link, { style: 'Meta' })
  );
}

interface Around {
  readonly data: ExportData;
  readonly words: ExportWords;
  readonly parts: Parts;
}

function addComment(excerpt: Excerpt, entry: ExportSource, { data, words, parts }: Around): number {
  const meaning = data.colorNames[excerpt.color] ?? words.colors[excerpt.color];
  const head = [
    meaning,
    excerpt.page === null ? null : words.page(excerpt.page),
    ...excerpt.tags.map((tag) => `#${tag}`),
  ];
  const look = { style: 'CommentText' } as const;
  const claims = excerpt.claims.map(({ statement, status, stance }) =>
    paragraphXml(
      runXml(`${STATUS_MARKS[status]} ${words.statuses[status]} · ${words.stances[stance]}${words.colon} `) +
        runXml(statement, { italic: true }),
      look,
    ),
  );
  const address = addressOf(excerpt, entry);
  const way =
    address === null
      ? ''
      : runXml(' · ') + parts.comments.relations.link(address, runXml(words.address, { style: 'Hyperlink' }));
  return parts.comments.add((first) => {
    const line = paragraphXml(
      first + runXml(head.filter((part) => part !== null).join(' · '), { bold: true }) + way,
      look,
    );
    return [line, proseXml(excerpt.note, look), ...claims].join('');
  }, excerpt.updatedAt);
}

function earlierXml(
  excerpts: readonly Excerpt[],
  { source }: ExportSource,
  words: ExportWords,
  comment: (excerpt: Excerpt) => number | null,
): string {
  if (excerpts.length === 0) return '';
  const quotes = excerpts.map((excerpt) => {
    const run = runXml(excerpt.exact, { color: excerpt.color, language: source.language });
    const number = comment(excerpt);
    return paragraphXml(number === null ? run : commented(run, number), { style: 'Quote' });
  });
  return paragraphXml(runXml(words.earlier), { style: 'Heading2' }) + quotes.join('');
}

function commented(run: string, number: number): string {
  const mark = rawRun(`<w:commentReference w:id="${number}"/>`, { style: 'CommentReference' });
  return `<w:commentRangeStart w:id="${number}"/>${run}<w:commentRangeEnd w:id="${number}"/>${mark}`;
}
