import { describe, expect, it } from 'vitest';
import { fieldNamed } from '../../../src-main/core/search/analysis/fields.ts';
import { parseQuery } from '../../../src-main/core/search/query/parse.ts';
import { findMistake } from '../../../src-renderer/features/search/mistakes.ts';
import { catalogs } from '../../../src-renderer/messages/index.ts';

/** The mistake as the window finds it, given what the engine makes of the query. */
const mistakeIn = (query: string) => findMistake(query, parseQuery(query, false).plain);

describe('a mistake in a query', () => {
  it.each([
    ['auteur:dupont', 'unknownField', 'auteur'],
    ['port https://example.org', 'unknownField', 'https'],
    ['-12:30', 'unknownField', '12'],
    ['titre:', 'emptyField', 'titre:'],
    ['quai -Étiquette:', 'emptyField', 'Étiquette:'],
    ['++quai', 'loneSign', '++quai'],
    ['tag:+quai', 'loneSign', 'tag:+quai'],
    ['quai~x', 'noDistance', 'quai~x'],
    ['quai~', 'noDistance', 'quai~'],
    ['quai^z', 'noBoost', 'quai^z'],
  ])('is found in %s', (query, kind, part) => {
    expect(mistakeIn(query)).toEqual({ kind, part });
  });

  it.each([
    ['"coût du', 'coût du'],
    ['port "a b" tag:"deux m', 'deux m'],
    ['« le port', 'le port'],
  ])('is an open quotation in %s, which no engine rejects', (query, part) => {
    expect(mistakeIn(query)).toEqual({ kind: 'openQuote', part });
  });

  it.each([
    '',
    'port',
    '"a b" c',
    'titre:port -quai +x',
    'un écran 19"',
    'a – b - c',
    'port~1^2',
    'étiquette:"x y"',
  ])('is not found in %s', (query) => {
    expect(mistakeIn(query)).toBeNull();
  });

  it('is looked for in no more than the engine reads, whatever is pasted', () => {
    expect(findMistake(`${'“a '.repeat(100_000)}»`, false)?.part.length).toBeLessThan(1000);
    expect(findMistake(`${'port '.repeat(100_000)}titre:`, true)).toBeNull();
  });

  it('may have no sentence of its own', () => {
    expect(findMistake('port', true)).toBeNull();
  });
});

describe('the names of fields', () => {
  it.each(['en', 'fr'] as const)('are those that the engine understands (%s)', (locale) => {
    for (const [field, name] of Object.entries(catalogs[locale].search.fieldNames)) {
      expect(fieldNamed(name), name).toBe(field);
    }
  });
});
