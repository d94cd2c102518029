import { describe, expect, it } from 'vitest';
import { ERROR_CODES, type ErrorDetails } from '../../../src-main/common/contract/errors.ts';
import { describeError } from '../../../src-main/common/messages/errors.ts';
import { LOCALES, pickLocale } from '../../../src-main/common/messages/locale.ts';
import { describeWarning } from '../../../src-main/common/messages/warnings.ts';
import { catalogs } from '../../../src-renderer/messages/index.ts';

/** Every plain text of a catalogue with the way to it; what functions say is not looked at. */
function textsOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  // What is typed in a template is no language of people.
  if (typeof value === 'string') return /^\{[{%]/.test(value) ? [] : [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

/** What French typography forbids: straight apostrophes, plain spaces at high signs and inside guillemets. */
const FAULTS = [/\p{L}'\p{L}/u, / [;:!?»]/, /« /, /\p{L}[;!?]/u];

const faultsIn = (text: string): boolean => FAULTS.some((fault) => fault.test(text));

describe('French texts', () => {
  it('have typographic apostrophes and no-break spaces', () => {
    const wrong = textsOf(catalogs.fr, 'fr').filter(([, text]) => faultsIn(text));
    expect(wrong).toEqual([]);
  });

  it('are held to rules that see a fault', () => {
    expect(["l'eau", 'quoi ?', '« oui\u00A0»', 'oui!'].every(faultsIn)).toBe(true);
    expect(faultsIn('l’eau\u00A0: «\u00A0oui\u00A0»')).toBe(false);
  });

  it('differ from the English ones in every sentence', () => {
    const english = new Map(textsOf(catalogs.en, '').map(([path, text]) => [path, text]));
    const same = textsOf(catalogs.fr, '').filter(
      ([path, text]) => /\p{L}{3}.* /u.test(text) && english.get(path) === text,
    );
    expect(same).toEqual([]);
  });
});

describe('errors and warnings', () => {
  const details = {
    what: 'claim',
    id: 'c1',
    path: '/a/b',
    quote: 'un mot',
    count: 3,
    bytes: 5e7,
    limit: 1e7,
  };

  it.each(LOCALES)('have a sentence for each code, with and without details (%s)', (locale) => {
    for (const code of ERROR_CODES) {
      const each: readonly ErrorDetails[] = [{}, details, { reason: 'empty' }, { what: 'undo' }];
      for (const known of each) {
        const text = describeError({ code, details: known }, locale);
        expect(text, code).toMatch(/^[\p{Lu}«“].+\.$/u);
        expect(text, code).not.toMatch(/undefined|null|\s{2}/);
        if (locale === 'fr') expect(faultsIn(text), text).toBe(false);
      }
    }
  });

  it('name the thing, and cut long quotations', () => {
    const missing = { code: 'not-found', details: { what: 'claim', id: 'c1' } } as const;
    expect(describeError(missing, 'en')).toBe('This notebook has no claim “c1”.');
    expect(describeError(missing, 'fr')).toBe('Ce carnet ne contient aucune affirmation «\u00A0c1\u00A0».');
    const long = { code: 'quotation-not-found', details: { quote: 'x'.repeat(500) } } as const;
    expect(describeError(long, 'en').length).toBeLessThan(200);
  });

  it('say an unknown warning as the engine said it, and name an encoding', () => {
    expect(describeWarning({ code: 'new-one', message: 'As said.' }, 'fr')).toBe('As said.');
    expect(describeWarning({ code: 'decoded-utf-16le', message: '' }, 'fr')).toContain('utf-16le');
  });
});

describe('the language', () => {
  it('is the first of the preferred ones that the app speaks, else English', () => {
    expect(pickLocale(['de-DE', 'fr-CA', 'en'])).toBe('fr');
    expect(pickLocale(['fr_FR.UTF-8'])).toBe('fr');
    expect(pickLocale(['de', 'C.UTF-8'])).toBe('en');
  });
});
