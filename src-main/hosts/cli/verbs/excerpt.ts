import { ANCHORS, COLORS, type Excerpt } from '../../../common/contract/entities.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import { describeWarning } from '../../../common/messages/warnings.ts';
import { excerptJson } from '../json.ts';
import { tagText } from '../marks.ts';
import { plain, table } from '../terminal-text.ts';
import { operand, type Call, type Outcome } from '../verb.ts';

/** `excerpt add`: a quotation that is absent or ambiguous is an error that says so. */
export async function addExcerpt(call: Call): Promise<Outcome> {
  const { options, words, locale } = call;
  const answer = await call.ask('excerpt.add', {
    source: operand(call, 0),
    quote: options.get('quote') ?? '',
    prefix: options.get('prefix'),
    suffix: options.get('suffix'),
    color: options.choice('color', COLORS),
    note: options.get('note'),
    tags: options.all('tag'),
  });
  const warnings = answer.warnings.map((warning) => ({
    code: warning.code,
    message: describeWarning(warning, locale),
  }));
  for (const { message } of warnings) await call.say(`${words.warning}${words.colon} ${message}`);
  return {
    json: { excerpt: excerptJson(answer.excerpt), warnings },
    text: () => excerptText(answer.excerpt, call),
  };
}

export async function listExcerpts(call: Call): Promise<Outcome> {
  const [source] = call.operands;
  const { excerpts } = await call.ask('excerpt.list', {
    source,
    tag: call.options.get('tag'),
    exactTag: call.options.has('exact-tag'),
    color: call.options.choice('color', COLORS),
    anchor: call.options.choice('anchor', ANCHORS),
  });
  return { json: { excerpts: excerpts.map(excerptJson) }, text: () => excerptTable(excerpts, call) };
}

export async function editExcerpt(call: Call): Promise<Outcome> {
  const { options } = call;
  const { excerpt } = await call.ask('excerpt.edit', {
    id: operand(call, 0),
    note: options.get('note'),
    color: options.choice('color', COLORS),
    tags: options.all('tag'),
    untag: options.all('untag'),
  });
  return { json: { excerpt: excerptJson(excerpt) }, text: () => excerptText(excerpt, call) };
}

/** `excerpt remove`: answers with what was removed, so that a script can put it back. */
export async function removeExcerpt(call: Call): Promise<Outcome> {
  const id = operand(call, 0);
  const { excerpts } = await call.ask('excerpt.list', {});
  const removed = excerpts.filter((excerpt) => excerpt.id === id);
  if (removed.length === 0) throw new DossierError('not-found', { what: 'excerpt', id });
  await call.ask('excerpt.remove', { id });
  return {
    json: { excerpts: removed.map(excerptJson) },
    text: () =>
      removed
        .map((excerpt) => `${call.words.removed}${call.words.colon} ${excerptText(excerpt, call)}`)
        .join('\n'),
  };
}

export function excerptText(excerpt: Excerpt, { words }: Call): string {
  const facts = [
    words.colors[excerpt.color],
    words.anchors[excerpt.anchor],
    tagText(excerpt.tags),
    excerpt.note,
  ];
  const shown = facts.filter((fact) => fact !== '').join(' · ');
  return `${excerpt.id}  ${plain(excerpt.exact)}\n${plain(shown)}`;
}

export function excerptTable(excerpts: readonly Excerpt[], { words }: Call): string {
  if (excerpts.length === 0) return words.noExcerpts;
  const { columns } = words;
  return table(
    [
      { title: columns.id },
      { title: columns.quotation, limit: 56 },
      { title: columns.color },
      { title: columns.status },
      { title: columns.tags, limit: 32 },
      { title: columns.note, limit: 40 },
    ],
    excerpts.map((excerpt) => [
      excerpt.id,
      excerpt.exact,
      words.colors[excerpt.color],
      words.anchors[excerpt.anchor],
      tagText(excerpt.tags),
      excerpt.note,
    ]),
  );
}
