import { describe, expect, it } from 'vitest';
import { offerCompletions, offerSyntax } from '../../../src-renderer/features/frame/completion.ts';
import { catalogs } from '../../../src-renderer/messages/index.ts';

const TAGS = ['coût', 'dragage', 'deux mots', 'pré-étude'];

/** `|` is the caret. */
function offered(written: string, locale: 'en' | 'fr' = 'fr') {
  const caret = written.indexOf('|');
  const text = written.replace('|', '');
  const offer = offerCompletions(text, caret, { t: catalogs[locale].search, tags: TAGS });
  return (offer?.completions ?? []).map((each) => text.slice(0, offer?.start) + each.text);
}

describe('completion', () => {
  it('offers the names of fields in the language of the window, from two letters on', () => {
    expect(offered('ti|')).toEqual(['titre:']);
    expect(offered('ti|', 'en')).toEqual(['title:']);
    expect(offered('port -et|')).toEqual(['port -étiquette:']);
    expect(offered('t|')).toEqual([]);
    expect(offered('port|')).toEqual([]);
  });

  it('offers nothing for what was pasted and is too long to be a query', () => {
    expect(offered(`${'(a:'.repeat(100_000)}x" ti|`)).toEqual([]);
  });

  it('offers tags after the name of their field in either language, quoted where they hold more than a word', () => {
    expect(offered('tag:|')).toEqual(['tag:coût ', 'tag:"deux mots" ', 'tag:dragage ', 'tag:"pré-étude" ']);
    expect(offered('port +Étiquette:cou|')).toEqual(['port +Étiquette:coût ']);
    expect(offered('tag:"deux m|')).toEqual(['tag:"deux mots" ']);
    expect(offered('titre:dr|')).toEqual([]);
  });

  it('has nothing to add to a tag that is written out', () => {
    expect(offered('tag:dragage|')).toEqual([]);
  });

  it('closes a phrase once it is one', () => {
    expect(offered('port "coût|')).toEqual([]);
    expect(offered('port "coût du|')).toEqual(['port "coût du" ']);
    expect(offered('titre:"coût du |')).toEqual(['titre:"coût du" ']);
    expect(offered('"a b" ti|')).toEqual(['"a b" titre:']);
    expect(offered('"du ti|')).toEqual(['"du ti" ']);
  });

  it('leaves alone what the caret stands in', () => {
    expect(offered('ti|tre')).toEqual([]);
    expect(offered('ti| port')).toEqual(['titre:']);
  });
});

describe('the syntax', () => {
  it.each(['en', 'fr'] as const)(
    'is offered by examples whose words are to be written over (%s)',
    (locale) => {
      const { completions } = offerSyntax('', { t: catalogs[locale].search, tags: [] });
      const blanks = completions.map(({ text, blank }) => text.slice(blank?.start, blank?.end));
      const word = locale === 'en' ? 'word' : 'mot';
      expect(blanks).toEqual([
        locale === 'en' ? 'two words' : 'deux mots',
        word,
        word,
        word,
        word,
        word,
        word,
      ]);
    },
  );
});
