/** The verbs of the codebook. A tag is named by its name, an alias or its id. */
import { CODEBOOK_FORMATS } from '../../common/contract/codebook.ts';
import { COLORS, TAG_OWNERS } from '../../common/contract/entities.ts';
import { choice, flag, number, required, text, texts } from './options.ts';
import type { VerbSpec } from './verb.ts';
import type * as Verbs from './verbs/tag.ts';

const MANY = Number.MAX_SAFE_INTEGER;
const COLOR_OR_NONE = [...COLORS, 'none'] as const;
const told = {
  parent: text('TAG'),
  meaning: text('TEXT'),
  color: choice(COLOR_OR_NONE),
  alias: texts('NAME'),
};

type Verb = keyof typeof Verbs;

const verb = (
  name: VerbSpec['name'],
  [operands, least, most]: readonly [operands: string, least: number, most: number],
  access: VerbSpec['access'],
  options: VerbSpec['options'],
  run: Verb,
): VerbSpec => ({
  name,
  operands,
  least,
  most,
  access,
  options,
  load: async () => (await import('./verbs/tag.ts'))[run],
});

export const TAG_VERBS: readonly VerbSpec[] = [
  verb('tag list', ['', 0, 0], 'reads', {}, 'listTags'),
  verb('tag add', ['NAME', 1, 1], 'writes', told, 'addTag'),
  verb('tag edit', ['TAG', 1, 1], 'writes', { ...told, top: flag, unalias: texts('NAME') }, 'editTag'),
  verb('tag rename', ['TAG NAME', 2, 2], 'writes', { 'keep-alias': flag }, 'renameTag'),
  verb('tag move', ['TAG [PARENT]', 1, 2], 'writes', {}, 'moveTag'),
  verb('tag merge', ['TAG INTO', 2, 2], 'writes', {}, 'mergeTag'),
  verb('tag remove', ['TAG', 1, 1], 'writes', { below: flag }, 'removeTag'),
  verb(
    'tag uses',
    ['TAG', 1, 1],
    'reads',
    { 'exact-tag': flag, kind: choice(TAG_OWNERS), limit: number(0, 1000), offset: number(0, MANY) },
    'listUses',
  ),
  verb('tag overlaps', ['TAG [TAG]', 1, 2], 'reads', { limit: number(0, 1000) }, 'listOverlaps'),
  verb(
    'tag export',
    ['', 0, 0],
    'reads',
    { format: required(choice(CODEBOOK_FORMATS)), out: required(text('PATH')), force: flag },
    'exportTags',
  ),
  verb('tag import', ['FILE', 1, 1], 'writes', { update: flag }, 'importTags'),
];
