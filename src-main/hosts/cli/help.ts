/** Help, made from the verb table. */
import type { CliWords } from '../../common/messages/cli/en.ts';
import type { OptionSpec } from './options.ts';
import { widthOf } from './terminal-text.ts';
import type { VerbSpec } from './verb.ts';
import { GLOBAL_OPTIONS, VERBS } from './verb-table.ts';

/** @param verbs none: everything; one: that verb; several: a group */
export function renderHelp(verbs: readonly VerbSpec[], words: CliWords): string {
  const [only] = verbs;
  return only && verbs.length === 1 ? helpOf(only, words) : overview(verbs, words);
}

export function usageLine(verb: VerbSpec, words: CliWords): string {
  const required = Object.entries(verb.options)
    .filter(([, option]) => option.required)
    .map(([name, option]) => ` --${name} ${option.value}`);
  const optional = Object.values(verb.options).some((option) => !option.required) ? ' […]' : '';
  const operands = verb.operands === '' ? '' : ` ${verb.operands}`;
  return `${words.usage} dossier ${verb.name}${operands}${required.join('')}${optional}`;
}

function overview(verbs: readonly VerbSpec[], words: CliWords): string {
  const listed = verbs.length === 0 ? VERBS : verbs;
  const rows = listed.map(({ name }) => [name, words.verbs[name]] as const);
  return [
    words.about,
    '',
    `${words.usage} dossier VERB …`,
    '',
    `${words.verbsTitle}${words.colon}`,
    columns(rows),
    '',
    `${words.globalTitle}${words.colon}`,
    optionRows(GLOBAL_OPTIONS, words),
    '',
    words.more,
  ].join('\n');
}

function helpOf(verb: VerbSpec, words: CliWords): string {
  const own = Object.keys(verb.options).length > 0;
  const others = Object.fromEntries(
    Object.entries(GLOBAL_OPTIONS).filter(([name]) => !Object.hasOwn(verb.options, name)),
  );
  return [
    words.verbs[verb.name],
    '',
    usageLine(verb, words),
    ...(own ? ['', `${words.optionsTitle}${words.colon}`, optionRows(verb.options, words, verb.name)] : []),
    '',
    `${words.globalTitle}${words.colon}`,
    optionRows(others, words),
  ].join('\n');
}

/** An option that means something else in one verb is described under both names. */
function optionRows(options: Readonly<Record<string, OptionSpec>>, words: CliWords, verb = ''): string {
  return columns(
    Object.entries(options).map(([name, option]) => {
      const known = [`${verb} ${name}`, name].find((each) => isDescribed(each, words));
      const described = known === undefined ? '' : words.options[known];
      const value = option.value === '' ? '' : ` ${option.value}`;
      return [`--${name}${value}`, option.required ? `${described} (${words.required})` : described];
    }),
  );
}

function isDescribed(name: string, words: CliWords): name is keyof CliWords['options'] {
  return Object.hasOwn(words.options, name);
}

/** A first column that is too long has its description on the next line. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const limit = 28;
  const width = Math.min(limit, Math.max(...rows.map(([first]) => widthOf(first))));
  return rows
    .map(([first, second]) => {
      const space = width - widthOf(first);
      return space < 0
        ? `  ${first}\n  ${' '.repeat(width)}  ${second}`
        : `  ${first}${' '.repeat(space)}  ${second}`;
    })
    .join('\n');
}
