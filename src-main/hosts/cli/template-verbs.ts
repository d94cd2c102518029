/** The verbs of templates. One of the notebook is named by its name or its id, one that comes with the app by its name. */
import { TEMPLATE_FORMATS } from '../../common/contract/export-commands.ts';
import { choice, text } from './options.ts';
import type { VerbSpec } from './verb.ts';
import type * as Verbs from './verbs/template.ts';

const verb = (
  name: VerbSpec['name'],
  operands: string,
  access: VerbSpec['access'],
  run: keyof typeof Verbs,
  options: VerbSpec['options'] = {},
): VerbSpec => {
  const count = operands === '' ? 0 : operands.split(' ').length;
  const load = async () => (await import('./verbs/template.ts'))[run];
  return { name, operands, least: count, most: count, access, options, load };
};

export const TEMPLATE_VERBS: readonly VerbSpec[] = [
  verb('template list', '', 'reads', 'listTemplates'),
  verb('template show', 'NAME', 'reads', 'showTemplate'),
  verb('template add', 'NAME FILE|-', 'writes', 'addTemplate', { format: choice(TEMPLATE_FORMATS) }),
  verb('template edit', 'NAME', 'writes', 'editTemplate', { name: text('NAME'), file: text('FILE|-') }),
  verb('template remove', 'NAME', 'writes', 'removeTemplate'),
];
