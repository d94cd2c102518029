import { type Source } from '../../../common/contract/entities.ts';
import { sourceJson } from '../json.ts';
import { tagText } from '../marks.ts';
import { plain } from '../terminal-text.ts';
import { operand, type Call, type Outcome } from '../verb.ts';

/** `source edit`: what is not named stays; an empty value empties a detail. */
export async function editSource(call: Call): Promise<Outcome> {
  const { options } = call;
  const detail = (name: string): string | null | undefined => {
    const value = options.get(name);
    return value === '' ? null : value;
  };
  const { source } = await call.ask('source.edit', {
    id: operand(call, 0),
    title: options.get('title'),
    byline: detail('byline'),
    site: detail('site'),
    url: detail('url'),
    publishedAt: detail('published'),
    language: detail('language'),
    translationOf: options.has('no-translation') ? null : detail('translation-of'),
    tags: options.all('tag'),
    untag: options.all('untag'),
  });
  return answer(source);
}

export async function removeSource(call: Call): Promise<Outcome> {
  return answer((await call.ask('source.remove', { id: operand(call, 0) })).source);
}

export async function restoreSource(call: Call): Promise<Outcome> {
  return answer((await call.ask('source.restore', { id: operand(call, 0) })).source);
}

function answer(source: Source): Outcome {
  const details = [source.byline, source.site, source.publishedAt, source.url, source.language];
  const known = [...details.filter((part) => part !== null), tagText(source.tags)].filter(
    (part) => part !== '',
  );
  return {
    json: { source: sourceJson(source) },
    text: () => `${source.id}  ${plain(source.title)}\n${plain(known.join(' · '))}`.trimEnd(),
  };
}
