import { type SourceDetail } from '../../../common/contract/entities.ts';
import { renderHtml } from '../../../common/document/html.ts';
import { sourceDetailJson } from '../json.ts';
import { numberText, tagText } from '../marks.ts';
import { plain, plainLines, table } from '../terminal-text.ts';
import { operand, type Call, type Outcome } from '../verb.ts';

/** `show`: one source whole; its text is what offsets count in. */
export async function showSource(call: Call): Promise<Outcome> {
  const { source } = await call.ask('source.get', {
    id: operand(call, 0),
    version: call.options.get('version'),
  });
  return {
    json: { source: sourceDetailJson(source, renderHtml(source.tree)) },
    text: () => `${plain(source.title)}\n\n${detailLines(source, call)}\n\n${plainLines(source.text)}`,
  };
}

function detailLines(source: SourceDetail, { words, locale }: Call): string {
  const { columns } = words;
  const rows = [
    [columns.byline, source.byline],
    [columns.site, source.site],
    [columns.published, source.publishedAt],
    [columns.modified, source.modifiedAt],
    [columns.description, source.description],
    [columns.url, source.url],
    [columns.language, source.language],
    [columns.words, numberText(source.words, locale)],
    [columns.kept, shareText(source, locale)],
    [columns.tags, tagText(source.tags)],
    [columns.excerpts, numberText(source.excerpts, locale)],
    [columns.claims, numberText(source.claims, locale)],
    ...source.versions.map(({ id, capturedAt }) => [columns.captured, `${capturedAt}  ${id}`]),
    ...source.near.map(({ id, similarity }) => [columns.near, `${id}  ${Math.round(similarity * 100)} %`]),
    [columns.id, source.id],
  ].flatMap(([name, value]) => (name && value ? [[name, value]] : []));
  return table([{ title: '' }, { title: '' }], rows).trimStart();
}

/** How much of the page the current version took; nothing where it is all of it, or no page. */
function shareText({ versions, versionId }: SourceDetail, locale: string): string | null {
  const version = versions.find(({ id }) => id === versionId);
  if (!version?.pageWords || version.words >= version.pageWords) return null;
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(version.words / version.pageWords);
}
