import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CODEBOOK_FORMATS, LARGEST_CODEBOOK } from '../../../common/contract/codebook.ts';
import { COLORS, TAG_OWNERS, type Tag, type Warning } from '../../../common/contract/entities.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import { describeWarning } from '../../../common/messages/warnings.ts';
import { tagJson } from '../json.ts';
import { numberText } from '../marks.ts';
import { plain, table } from '../terminal-text.ts';
import { usageError } from '../usage.ts';
import { operand, type Call, type Outcome } from '../verb.ts';

/** `tag list`: parents before what is below them, which is set in. */
export async function listTags(call: Call): Promise<Outcome> {
  const { tags } = await call.ask('tag.list', {});
  return { json: { tags: tags.map(tagJson) }, text: () => codebook(tags, call) };
}

export async function addTag(call: Call): Promise<Outcome> {
  const { options } = call;
  const { tag } = await call.ask('tag.add', {
    name: operand(call, 0),
    parent: options.get('parent'),
    meaning: options.get('meaning'),
    color: colorOf(call),
    aliases: options.all('alias'),
  });
  return changed(call, tag);
}

/** `tag edit`: what is not named stays; aliases are added to those that are there. */
export async function editTag(call: Call): Promise<Outcome> {
  const { options, ask } = call;
  const tag = operand(call, 0);
  const parent = options.has('top') ? null : options.get('parent');
  if (options.has('top') && options.get('parent') !== undefined)
    throw usageError('one-way', '--parent, --top', '', 'tag edit');
  const gone = new Set((options.all('unalias') ?? []).map(fold));
  const known = (await findTag(call, tag)).aliases.filter((alias) => !gone.has(fold(alias)));
  const isAliased = options.all('alias') !== undefined || gone.size > 0;
  // First what may be refused by the tree: then nothing has been changed yet.
  if (parent !== undefined) await ask('tag.move', { tag, parent });
  const edited = await ask('tag.edit', {
    tag,
    meaning: options.get('meaning'),
    color: colorOf(call),
    ...(isAliased ? { aliases: [...known, ...(options.all('alias') ?? [])] } : {}),
  });
  return changed(call, edited.tag);
}

export async function renameTag(call: Call): Promise<Outcome> {
  const keep = call.options.has('keep-alias');
  const { tag } = await call.ask('tag.rename', { tag: operand(call, 0), name: operand(call, 1), keep });
  return changed(call, tag);
}

/** `tag move`: without a parent, to the top. */
export async function moveTag(call: Call): Promise<Outcome> {
  const [tag = '', parent = null] = call.operands;
  return changed(call, (await call.ask('tag.move', { tag, parent })).tag);
}

export async function mergeTag(call: Call): Promise<Outcome> {
  return changed(call, (await call.ask('tag.merge', { tag: operand(call, 0), into: operand(call, 1) })).tag);
}

export async function removeTag(call: Call): Promise<Outcome> {
  const { removed } = await call.ask('tag.remove', {
    tag: operand(call, 0),
    below: call.options.has('below'),
  });
  const { tags } = await call.ask('tag.list', {});
  return {
    json: { removed, tags: tags.map(tagJson) },
    text: () =>
      `${call.words.removed}${call.words.colon} ${removed.map((name) => `#${plain(name)}`).join(' ')}`,
  };
}

export async function listUses(call: Call): Promise<Outcome> {
  const { options, words } = call;
  const answer = await call.ask('tag.uses', {
    tag: operand(call, 0),
    exactTag: options.has('exact-tag'),
    kind: options.choice('kind', TAG_OWNERS),
    limit: options.number('limit'),
    offset: options.number('offset'),
  });
  return {
    json: answer,
    text: () =>
      answer.uses.length === 0
        ? words.tag.unused
        : table(
            [
              { title: words.columns.id },
              { title: words.tag.kind },
              { title: words.columns.title, limit: 72 },
            ],
            answer.uses.map(({ id, kind, label }) => [id, words.tag.kinds[kind], label]),
          ),
  };
}

/** `tag overlaps`: with a second tag, the passages that both have. */
export async function listOverlaps(call: Call): Promise<Outcome> {
  const { words, locale } = call;
  const [tag = '', other] = call.operands;
  const answer = await call.ask('tag.overlaps', { tag, other, limit: call.options.number('limit') });
  const { shared } = answer;
  if (shared) {
    const passages = shared.passages.map(({ excerpt, title, exact }) => [excerpt, title, exact]);
    const sources = shared.both.map(({ id, title }) => [id, title, '']);
    return {
      json: { tag: answer.tag, shared },
      text: () =>
        passages.length + sources.length === 0
          ? words.tag.apart
          : table(
              [
                { title: words.columns.id },
                { title: words.columns.title, limit: 40 },
                { title: words.columns.quotation, limit: 64 },
              ],
              [...passages, ...sources],
            ),
    };
  }
  const columns = ['excerpts', 'overlapping', 'sources', 'claims', 'notes'] as const;
  return {
    json: { tag: answer.tag, overlaps: answer.overlaps },
    text: () =>
      answer.overlaps.length === 0
        ? words.tag.apart
        : table(
            [
              { title: words.columns.tags, limit: 40 },
              ...columns.map((column) => ({ title: words.tag.together[column], align: 'right' as const })),
            ],
            answer.overlaps.map((row) => [
              `#${row.name}`,
              ...columns.map((column) => numberText(row[column], locale)),
            ]),
          ),
  };
}

export async function exportTags(call: Call): Promise<Outcome> {
  const { options, io, words, locale } = call;
  const { path, bytes, warnings } = await call.ask('tag.export', {
    format: options.choice('format', CODEBOOK_FORMATS) ?? 'csv',
    out: resolve(io.cwd, options.get('out') ?? ''),
    force: options.has('force'),
  });
  const told = await tell(call, warnings);
  return {
    json: { files: [{ path, bytes }], warnings: told },
    text: () =>
      table(
        [{ title: words.columns.bytes, align: 'right' }, { title: words.columns.file }],
        [[numberText(bytes, locale), path]],
      ),
  };
}

export async function importTags(call: Call): Promise<Outcome> {
  const file = operand(call, 0);
  const bytes = await readCodebook(resolve(call.io.cwd, file), file);
  const update = call.options.has('update');
  const { warnings, ...counts } = await call.ask('tag.import', { bytes, fileName: basename(file), update });
  const told = await tell(call, warnings);
  return {
    json: { ...counts, warnings: told },
    text: () =>
      (['added', 'changed', 'unchanged'] as const)
        .map((what) => `${call.words.tag[what]}${call.words.colon} ${numberText(counts[what], call.locale)}`)
        .join('\n'),
  };
}

async function readCodebook(path: string, given: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_CODEBOOK)
      throw new DossierError('too-large', { fileName: basename(path), size, limit: LARGEST_CODEBOOK });
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof DossierError) throw cause;
    throw new DossierError('not-found', { what: 'file', path: given }, { cause });
  }
}

async function tell({ say, words, locale }: Call, warnings: readonly Warning[]) {
  const told = warnings.map((warning) => ({ code: warning.code, message: describeWarning(warning, locale) }));
  for (const { message } of told) await say(`${words.warning}${words.colon} ${message}`);
  return told;
}

async function findTag(call: Call, given: string): Promise<Tag> {
  const { tags } = await call.ask('tag.list', {});
  const wanted = fold(given);
  const tag = tags.find(
    ({ id, name, aliases }) => id === given || [name, ...aliases].map(fold).includes(wanted),
  );
  if (!tag) throw new DossierError('not-found', { what: 'tag', name: given });
  return tag;
}

const fold = (name: string): string => name.normalize('NFC').replace(/^#+/, '').trim().toLowerCase();

/** Undefined where it is not to change. */
function colorOf({ options }: Call) {
  if (options.get('color') === 'none') return null;
  return options.choice('color', COLORS);
}

/** The whole codebook for scripts, as after `tag list`; the one tag for people. */
async function changed(call: Call, tag: Tag): Promise<Outcome> {
  const { tags } = await call.ask('tag.list', {});
  return { json: { tags: tags.map(tagJson) }, text: () => one(tag, call) };
}

function one(tag: Tag, { words, locale }: Call): string {
  const path = tag.parent === null ? `#${tag.name}` : `#${tag.parent} / ${tag.name}`;
  const facts = [
    tag.color === null ? '' : words.colors[tag.color],
    tag.aliases.join(', '),
    tag.meaning,
    numberText(tag.count, locale),
  ];
  return `${tag.id}  ${plain(path)}\n${plain(facts.filter((fact) => fact !== '').join(' · '))}`;
}

function codebook(tags: readonly Tag[], { words, locale }: Call): string {
  if (tags.length === 0) return words.tag.none;
  const children = Map.groupBy(tags, ({ parent }) => parent ?? '');
  const rows = (parent: string, depth: number): string[][] =>
    (children.get(parent) ?? []).flatMap((tag) => [
      [
        `${'  '.repeat(depth)}${tag.name}`,
        tag.color === null ? '' : words.colors[tag.color],
        numberText(tag.count, locale),
        tag.aliases.join(', '),
        tag.meaning.split('\n', 1)[0] ?? '',
      ],
      ...rows(tag.name, depth + 1),
    ]);
  return table(
    [
      { title: words.columns.tags, limit: 48 },
      { title: words.columns.color },
      { title: words.tag.count, align: 'right' },
      { title: words.tag.aliases, limit: 32 },
      { title: words.tag.meaning, limit: 48 },
    ],
    rows('', 0),
  );
}
