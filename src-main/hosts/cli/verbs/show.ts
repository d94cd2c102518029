import { type SourceDetail } from '../../../common/contract/entities.ts';
import { renderHtml } from '../../../common/document/html.ts';
import { sourceDetailJson } from '../json.ts';
import { numberText, shareText, tagText } from '../marks.ts';
import { plain, plainLines, table } from '../terminal-text.ts';
import { operand, type Call, type Outcome } from '../verb.ts';

/** `show`: one source whole; its text is what offsets count in. */
export async function showSource(call: Call): Promise<Outcome> {
  const id = operand(call, 0);
  const version = call.options.get('version');
  const { source } = await call.ask('source.get', { id, version });
  const { versionId, repeats } = await call.ask('source.repeats', { id: source.id });
  // Told of the current version only, whose copies can be taken out.
  const told = version === undefined || version === versionId ? repeats : [];
  const titles = call.json || source.near.length === 0 ? [] : (await call.ask('source.list', {})).sources;
  const titleOf = (near: string): string => titles.find((each) => each.id === near)?.title ?? '';
  return {
    json: { source: sourceDetailJson(source, renderHtml(source.tree), told) },
    text: () =>
      `${plain(source.title)}\n\n${detailLines(source, titleOf, call)}\n\n${plainLines(source.text)}`,
  };
}

function linkedText(linked: SourceDetail['translationOf']): string | null {
  return linked && `${linked.title}  ${linked.id}`;
}

function detailLines(source: SourceDetail, titleOf: (id: string) => string, { words, locale }: Call): string {
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
    [columns.kept, keptText(source, locale)],
    [columns.tags, tagText(source.tags)],
    [columns.excerpts, numberText(source.excerpts, locale)],
    [columns.claims, numberText(source.claims, locale)],
    ...source.versions.map(({ id, capturedAt }) => [columns.captured, `${capturedAt}  ${id}`]),
    ...source.near.map(({ id, kind, share }) => [
      columns.near,
      `${titleOf(id)}  ${id}  ${words.nearKinds[kind](shareText(share, locale))}`.trimStart(),
    ]),
    [columns.repeated, source.repeated > 0 ? shareText(source.repeated, locale) : ''],
    [columns.translationOf, linkedText(source.translationOf)],
    ...source.translations.map((one) => [columns.translation, linkedText(one)]),
    [columns.id, source.id],
  ].flatMap(([name, value]) => (name && value ? [[name, value]] : []));
  return table([{ title: '' }, { title: '' }], rows).trimStart();
}

/** How much of the page the current version took; nothing where it is all of it, or no page. */
function keptText({ versions, versionId }: SourceDetail, locale: string): string | null {
  const version = versions.find(({ id }) => id === versionId);
  if (!version?.pageWords || version.words >= version.pageWords) return null;
  return shareText(version.words / version.pageWords, locale);
}
