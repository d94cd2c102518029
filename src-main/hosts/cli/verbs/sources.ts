import type { Source } from '../../../common/contract/entities.ts';
import { sourceJson } from '../json.ts';
import { numberText, tagText } from '../marks.ts';
import { table } from '../terminal-text.ts';
import { findCollection } from './collection.ts';
import type { Call, Outcome } from '../verb.ts';

/** `sources`: the library, or the trash. */
export async function listSources({ options, ask, words, locale }: Call): Promise<Outcome> {
  const shelf = options.get('collection');
  const { sources } = await ask('source.list', {
    tag: options.get('tag'),
    exactTag: options.has('exact-tag'),
    language: options.get('language'),
    collection: shelf === undefined ? undefined : await findCollection(ask, shelf),
    trash: options.has('trash'),
  });
  const { columns } = words;
  const row = (source: Source): string[] => [
    source.id,
    source.title,
    source.site ?? '',
    source.publishedAt?.slice(0, 10) ?? '',
    source.language ?? '',
    numberText(source.words, locale),
    numberText(source.excerpts, locale),
    numberText(source.claims, locale),
    tagText(source.tags),
  ];
  return {
    json: { sources: sources.map(sourceJson) },
    text: () =>
      sources.length === 0
        ? words.noSources
        : table(
            [
              { title: columns.id },
              { title: columns.title, limit: 48 },
              { title: columns.site, limit: 24 },
              { title: columns.published },
              { title: columns.language },
              { title: columns.words, align: 'right' },
              { title: columns.excerpts, align: 'right' },
              { title: columns.claims, align: 'right' },
              { title: columns.tags, limit: 40 },
            ],
            sources.map(row),
          ),
  };
}
