import { type Source } from '../../../common/contract/entities.ts';
import { describeWarning } from '../../../common/messages/warnings.ts';
import { sourceJson } from '../json.ts';
import { numberText, tagText } from '../marks.ts';
import { plain } from '../terminal-text.ts';
import { usageError } from '../usage.ts';
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
    modifiedAt: detail('modified'),
    language: detail('language'),
    translationOf: options.has('no-translation') ? null : detail('translation-of'),
    description: detail('description'),
    citekey: detail('citekey'),
    tags: options.all('tag'),
    untag: options.all('untag'),
  });
  return answer(source);
}

/** `source extract`: one of the three ways; the article where none is named. */
export async function extractSource(call: Call): Promise<Outcome> {
  const { options } = call;
  const selector = options.get('region');
  const named = [options.has('article'), options.has('whole'), selector !== undefined];
  if (named.filter(Boolean).length > 1)
    throw usageError('one-way', '--article, --whole, --region', '', 'source extract');
  const whole = options.has('whole') ? 'whole' : 'article';
  const how = selector === undefined ? whole : { selector };
  const { source, warnings: given } = await call.ask('source.extract', { id: operand(call, 0), how });
  const warnings = given.map((warning) => ({
    code: warning.code,
    message: describeWarning(warning, call.locale),
  }));
  for (const { message } of warnings) await call.say(`${call.words.warning}${call.words.colon} ${message}`);
  const { text } = answer(source);
  return { json: { source: sourceJson(source), warnings }, text };
}

export async function removeSource(call: Call): Promise<Outcome> {
  return answer((await call.ask('source.remove', { id: operand(call, 0) })).source);
}

export async function restoreSource(call: Call): Promise<Outcome> {
  return answer((await call.ask('source.restore', { id: operand(call, 0) })).source);
}

/** `source dedupe`: what stands twice in the text is taken out, as `show` tells it; `undo` brings it back. */
export async function dedupeSource(call: Call): Promise<Outcome> {
  const { source, removed, carried } = await call.ask('source.dedupe', { id: operand(call, 0) });
  const { words, locale } = call;
  const lines = [
    `${words.dedupe.removed}${words.colon} ${numberText(removed, locale)}`,
    `${words.dedupe.carried}${words.colon} ${numberText(carried.exact + carried.moved, locale)}`,
    ...(carried.orphan > 0
      ? [`${words.dedupe.orphan}${words.colon} ${numberText(carried.orphan, locale)}`]
      : []),
  ];
  return {
    json: { source: sourceJson(source), removed, carried },
    text: () => [`${source.id}  ${plain(source.title)}`, ...lines].join('\n'),
  };
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
