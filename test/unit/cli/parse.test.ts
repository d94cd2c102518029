import { describe, expect, it } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import { parseCommandLine } from '../../../src-main/hosts/cli/parse.ts';
import { GLOBAL_OPTIONS, VERBS } from '../../../src-main/hosts/cli/verb-table.ts';

function parsed(...argv: readonly string[]) {
  const result = parseCommandLine(argv);
  if (result.kind !== 'run') throw new Error(result.kind);
  return result;
}

function problemOf(...argv: readonly string[]): unknown {
  try {
    return parseCommandLine(argv).kind;
  } catch (error) {
    if (!(error instanceof DossierError)) throw error;
    expect(error.code).toBe('usage');
    return error.details.problem;
  }
}

describe('reading a command line', () => {
  it('takes values apart or joined, before or after the operands, repeated where several are taken', () => {
    const { verb, operands, options } = parsed(
      'import',
      '--title=A = B',
      'a.txt',
      '--tag',
      'one',
      '--tag=two',
      'b.txt',
    );
    expect(verb.name).toBe('import');
    expect(operands).toEqual(['a.txt', 'b.txt']);
    expect(options.get('title')).toBe('A = B');
    expect(options.all('tag')).toEqual(['one', 'two']);
    expect(options.all('author')).toBeUndefined();
  });

  it('finds the verb after global options', () => {
    expect(parsed('--notebook', 'n.dossier', '--json', 'claim', 'list').verb.name).toBe('claim list');
  });

  it('lets everything after -- be an operand', () => {
    const { operands } = parsed('claim', 'add', '--tag', 't', '--', '--json is a word');
    expect(operands).toEqual(['--json is a word']);
  });

  it('takes a value that begins with a dash, as a quotation may', () => {
    expect(parsed('excerpt', 'add', 'S', '--quote', '- Non, dit-il').options.get('quote')).toBe(
      '- Non, dit-il',
    );
    expect(parsed('excerpt', 'add', 'S', '--quote=--json').options.get('quote')).toBe('--json');
  });

  it('takes the last value of an option that was given twice', () => {
    expect(parsed('search', 'q', '--limit', '1', '--limit', '2').options.number('limit')).toBe(2);
  });

  it('keeps an empty value apart from an absent one', () => {
    expect(parsed('source', 'edit', 'S', '--byline', '').options.get('byline')).toBe('');
  });

  it('knows standard input as an operand', () => {
    expect(parsed('import', '-').operands).toEqual(['-']);
  });

  it('tells show --version from the version of the app', () => {
    expect(parsed('show', 'S', '--version', 'V').options.get('version')).toBe('V');
    expect(parseCommandLine(['--version']).kind).toBe('version');
    expect(parseCommandLine(['sources', '--version']).kind).toBe('version');
  });

  it.each([
    [[], 'no-verb'],
    [['frobnicate'], 'unknown-verb'],
    [['claim'], 'no-subverb'],
    [['claim', 'burn'], 'unknown-verb'],
    [['figures'], 'later'],
    [['backup'], 'later'],
    [['sources', '--colour', 'x'], 'unknown-option'],
    [['sources', '-x'], 'unknown-option'],
    [['claim', 'add', '-5 %'], 'unknown-option'],
    [['sources', '--trash=yes'], 'needless-value'],
    [['sources', '--tag'], 'missing-value'],
    [['import', 'a', '--title', '--json'], 'missing-value'],
    [['claim', 'verify', 'C'], 'missing-option'],
    [['export', '--format', 'markdown'], 'missing-option'],
    [['export', '--format', 'odt', '--out', 'x'], 'wrong-value'],
    [['search', 'q', '--limit', 'ten'], 'wrong-value'],
    [['search', 'q', '--limit', '-1'], 'wrong-value'],
    [['search', 'q', '--limit', '1001'], 'wrong-value'],
    [['search', 'q', '--in', 'tags'], 'wrong-value'],
    [['search', 'q', '--from', 'May 2018'], 'wrong-value'],
    [['search', 'q', '--to', '2018-13'], 'wrong-value'],
    [['search', 'q', '--facets=tag'], 'needless-value'],
    [['serve', '--port', '65536'], 'wrong-value'],
    [['excerpt', 'add', 'S', '--quote', 'q', '--color', 'red'], 'wrong-value'],
    [['import'], 'missing-operand'],
    [['claim', 'evidence', 'C', '--stance', 'supports'], 'missing-operand'],
    [['show', 'a', 'b'], 'extra-operand'],
    [['claim', 'add', 'two', 'words'], 'extra-operand'],
  ])('refuses %j: %s', (argv, problem) => {
    expect(problemOf(...argv)).toBe(problem);
  });

  it('gives help wherever it is asked for, even where the rest is incomplete', () => {
    for (const argv of [
      ['--help'],
      ['claim', '--help'],
      ['claim', 'verify', '--help'],
      ['import', '--help'],
      ['-h'],
      ['search', '-h'],
      ['help'],
      ['help', 'claim'],
      ['help', 'claim', 'verify'],
    ]) {
      expect(problemOf(...argv)).toBe('help');
    }
  });

  it('takes -h for help only where it stands alone as an option', () => {
    expect(problemOf('search', '-hello')).toBe('unknown-option');
    expect(problemOf('search', '--', '-h')).toBe('run');
    expect(problemOf('excerpt', 'add', 'S', '--quote', '-h')).toBe('run');
    expect(problemOf('search', 'help')).toBe('run');
    expect(problemOf('help', 'nonsense')).toBe('unknown-verb');
  });

  it('names an option that does not exist also where the verb is missing', () => {
    expect(problemOf('--bogus')).toBe('unknown-option');
    expect(problemOf('--notebook', 'x')).toBe('no-verb');
  });
});

describe('the verb table', () => {
  it('gives one kind to one option name, but for the version, so that the verb is found past any option', () => {
    const kinds = new Map(Object.entries(GLOBAL_OPTIONS).map(([name, { kind }]) => [name, kind === 'flag']));
    for (const { name: verb, options } of VERBS) {
      for (const [name, { kind }] of Object.entries(options)) {
        if (verb === 'show' && name === 'version') continue;
        expect([name, kinds.get(name) ?? kind === 'flag']).toEqual([name, kind === 'flag']);
        kinds.set(name, kind === 'flag');
      }
    }
  });

  it('loads what it names', async () => {
    for (const { load } of VERBS) expect(await load()).toBeTypeOf('function');
  });
});
