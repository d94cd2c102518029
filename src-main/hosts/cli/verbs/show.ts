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

function linkedText(linked: SourceDetail['translationOf']): string | null {
  return linked && `${linked.title}  ${linked.id}`;
}

function detailLines(source: SourceDetail, { words, locale }: Call): string {
  const { columns } = words;
  const rows = [
    [columns.byline, source.byline],
    [columns.site, source.site],
    [columns.published, source.publishedAt],
    [columns.url, source.url],
    [columns.language, source.language],
    [columns.words, numberText(source.words, locale)],
    [columns.tags, tagText(source.tags)],
    [columns.excerpts, numberText(source.excerpts, locale)],
    [columns.claims, numberText(source.claims, locale)],
    ...source.versions.map(({ id, capturedAt }) => [columns.captured, `${capturedAt}  ${id}`]),
    ...source.near.map(({ id, similarity }) => [columns.near, `${id}  ${Math.round(similarity * 100)} %`]),
    [columns.translationOf, linkedText(source.translationOf)],
    ...source.translations.map((one) => [columns.translation, linkedText(one)]),
    [columns.id, source.id],
  ].flatMap(([name, value]) => (name && value ? [[name, value]] : []));
  return table([{ title: '' }, { title: '' }], rows).trimStart();
}
