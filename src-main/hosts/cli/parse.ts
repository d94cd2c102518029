/** From words to a verb with its operands and options. */
import { parseArgs } from 'node:util';
import { isShortDate } from '../../common/contract/entities.ts';
import { Options, type OptionSpec } from './options.ts';
import { usageError } from './usage.ts';
import type { VerbSpec } from './verb.ts';
import { GLOBAL_OPTIONS, LATER_VERBS, VERBS } from './verb-table.ts';

export type Parsed =
  | { readonly kind: 'version' }
  /** Help about everything (no verbs) or about one verb or one group of them. */
  | { readonly kind: 'help'; readonly verbs: readonly VerbSpec[] }
  | {
      readonly kind: 'run';
      readonly verb: VerbSpec;
      readonly operands: readonly string[];
      readonly options: Options;
    };

type Token = ReturnType<typeof tokenize>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** Whether the answer has to be JSON, however wrong the rest of the line is. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? argv.length : end).includes('--json');
}

/** @throws DossierError usage */
export function parseCommandLine(argv: readonly string[]): Parsed {
  const { path, flags, unknown } = findVerb(argv);
  if (path[0] === 'help') return helpAbout(path.slice(1));
  if (flags.has('help')) return helpAbout(path);
  if (path.length === 0) {
    // `--version` takes a value after `show`, so it only means the app's where there is no verb.
    if (flags.has('version')) return { kind: 'version' };
    throw unknown === null ? usageError('no-verb', '') : usageError('unknown-option', unknown, '', 'dossier');
  }
  const { verb, group } = chooseVerb(path);
  if (!verb) {
    const known = group.map(({ name }) => name).join(', ');
    throw usageError('no-subverb', path[0] ?? '', known);
  }
  return readCall(argv, verb);
}

function helpAbout(path: readonly string[]): Parsed {
  if (path.length === 0) return { kind: 'help', verbs: [] };
  const { verb, group } = chooseVerb(path);
  return { kind: 'help', verbs: verb ? [verb] : group };
}

function tokenize(argv: readonly string[], specs: Readonly<Record<string, OptionSpec>>) {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { kind }]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  // Not strict: Node's own messages are English, and refuse values that begin with a dash, as quotations may.
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** One name has one kind in every verb (a test holds the table to it), so the verb is found past any option. */
function everyOption(): Readonly<Record<string, OptionSpec>> {
  const all: Record<string, OptionSpec> = {};
  for (const { options } of VERBS) Object.assign(all, options);
  return { ...all, ...GLOBAL_OPTIONS };
}

function findVerb(argv: readonly string[]) {
  const known = everyOption();
  const path: string[] = [];
  const flags = new Set<string>();
  let unknown: string | null = null;
  for (const token of tokenize(argv, known)) {
    if (token.kind === 'positional') path.push(token.value);
    if (token.kind !== 'option') continue;
    const written = argv[token.index] ?? token.rawName;
    // Alone: `-help` or `-hello` is several letters to Node, and no one's wish for help.
    if (written === '-h') flags.add('help');
    else if (Object.hasOwn(known, token.name)) flags.add(token.name);
    else unknown ??= written;
  }
  return { path, flags, unknown };
}

function chooseVerb(path: readonly string[]): { verb: VerbSpec | null; group: readonly VerbSpec[] } {
  const [first = '', second] = path;
  const single = VERBS.find(({ name }) => name === first);
  if (single) return { verb: single, group: [] };
  const group = VERBS.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length === 0) throw usageError(LATER_VERBS.includes(first) ? 'later' : 'unknown-verb', first);
  if (second === undefined) return { verb: null, group };
  const verb = group.find(({ name }) => name === `${first} ${second}`);
  if (verb) return { verb, group };
  const known = group.map(({ name }) => name).join(', ');
  throw usageError('unknown-verb', `${first} ${second}`, known);
}

function readCall(argv: readonly string[], verb: VerbSpec): Parsed {
  const specs = { ...GLOBAL_OPTIONS, ...verb.options };
  const tokens = tokenize(argv, specs);
  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'option') readOption(token, argv, verb, specs, { values, flags });
  }
  if (flags.has('version')) return { kind: 'version' };
  for (const [name, { required }] of Object.entries(verb.options)) {
    if (required && !values.has(name)) throw usageError('missing-option', `--${name}`, '', verb.name);
  }
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const operands = words.slice(verb.name.split(' ').length);
  checkOperands(operands, verb);
  return { kind: 'run', verb, operands, options: new Options(values, flags) };
}

interface Found {
  readonly values: Map<string, string[]>;
  readonly flags: Set<string>;
}

function readOption(
  token: OptionToken,
  argv: readonly string[],
  verb: VerbSpec,
  specs: Readonly<Record<string, OptionSpec>>,
  { values, flags }: Found,
): void {
  const spec = token.rawName.startsWith('--') && Object.hasOwn(specs, token.name) ? specs[token.name] : null;
  if (!spec) throw usageError('unknown-option', argv[token.index] ?? token.rawName, '', verb.name);
  if (spec.kind === 'flag') {
    if (token.value !== undefined) throw usageError('needless-value', token.rawName, '', verb.name);
    flags.add(token.name);
    return;
  }
  const { value } = token;
  const swallowed = value !== undefined && !token.inlineValue && isOption(value, specs);
  if (value === undefined || swallowed) {
    throw usageError('missing-value', token.rawName, spec.value, verb.name);
  }
  checkValue(token.rawName, value, spec, verb);
  values.set(token.name, [...(values.get(token.name) ?? []), value]);
}

function isOption(word: string, specs: Readonly<Record<string, OptionSpec>>): boolean {
  return word === '--' || (word.startsWith('--') && Object.hasOwn(specs, word.slice(2).split('=')[0] ?? ''));
}

function checkValue(name: string, value: string, spec: OptionSpec, verb: VerbSpec): void {
  const wrong = (expected: string) => usageError('wrong-value', `${name} ${value}`, expected, verb.name);
  if (spec.kind === 'choice' && !spec.choices.includes(value)) throw wrong(spec.choices.join(', '));
  if (spec.kind === 'date' && !isShortDate(value)) throw wrong('2025, 2025-08, 2025-08-13');
  if (spec.kind !== 'number') return;
  const number = /^\d+$/.test(value) ? Number(value) : -1;
  const most = spec.most === Number.MAX_SAFE_INTEGER ? '…' : String(spec.most);
  if (number < spec.least || number > spec.most) throw wrong(`${spec.least}–${most}`);
}

function checkOperands(operands: readonly string[], verb: VerbSpec): void {
  if (operands.length < verb.least) throw usageError('missing-operand', verb.operands, '', verb.name);
  const extra = operands[verb.most];
  if (extra !== undefined) throw usageError('extra-operand', extra, '', verb.name);
}
