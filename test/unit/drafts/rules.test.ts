import { describe, expect, it } from 'vitest';
import { compareFigures, findFigures } from '../../../src-main/common/draft/figures.ts';
import { namesSame } from '../../../src-main/common/draft/names.ts';
import { plainDraft } from '../../../src-main/common/draft/plain-draft.ts';
import { findQuotations } from '../../../src-main/common/draft/quotations.ts';
import { findIncises } from '../../../src-main/common/draft/sayings.ts';
import { findSpeaker } from '../../../src-main/common/draft/speakers.ts';

const quoted = (text: string): string[] => findQuotations(plainDraft(text)).map((each) => each.text);

describe('quotations of a draft', () => {
  it.each([
    ['Il dit « la mer est haute ici ».', 'la mer est haute ici'],
    ['Il dit «\u00A0la mer est haute ici\u00A0».', 'la mer est haute ici'],
    ['He said “the sea is high here”.', 'the sea is high here'],
    ['He said "the sea is high here."', 'the sea is high here.'],
    ['He said ‘the sea’s level is high’ today.', 'the sea’s level is high'],
    ['Il note ‹ la mer est haute ici ›.', 'la mer est haute ici'],
    ['> the sea is high here', 'the sea is high here'],
    ['> « la mer est haute ici »', 'la mer est haute ici'],
    ['Il dit « la mer, “toute la mer”, est haute ».', 'la mer, “toute la mer”, est haute'],
  ])('are found in %j', (text, quotation) => {
    expect(quoted(text)).toEqual([quotation]);
  });

  it.each([
    'Le mot « mer » seul.',
    'A 5" nail and a 6" nail in it.',
    'l’eau, l’air, l’or',
    '« jamais fermé du tout',
    '```\n"not in code at all"\n```',
  ])('are not seen in %j', (text) => {
    expect(quoted(text)).toEqual([]);
  });

  it('have offsets that count in the text as it was given', () => {
    const text = 'Il *a dit* : « la mer est **haute** ici », [hier](https://example.org/"x").';
    const [found] = findQuotations(plainDraft(text));
    expect(text.slice(found?.start, found?.end)).toBe('la mer est **haute** ici');
  });

  it.each([
    [
      'each begun again',
      '« Un deux trois.\n\n« Quatre cinq six. » Fin.',
      'Un deux trois.\n\n« Quatre cinq six.',
    ],
    ['begun once', 'Il dit : « Un deux trois.\n\nQuatre cinq six. »', 'Un deux trois.\n\nQuatre cinq six.'],
    ['in English', '“One two three.\n\n“Four five six,” he said.', 'One two three.\n\n“Four five six,'],
  ])('go on over paragraphs, %s', (_, text, quotation) => {
    expect(quoted(text)).toEqual([quotation]);
  });

  it('end with their paragraph where a mark is missing', () => {
    expect(quoted('Il dit « la mer est haute.\n\nElle dit « la mer est basse ».')).toEqual([
      'la mer est basse',
    ]);
  });

  it.each(['"', '«', '“ a', '> ', '['])('of hostile drafts take no long time: %j', (sign) => {
    const text = sign.repeat(200_000);
    expect(findQuotations(plainDraft(text)).length).toBeLessThanOrEqual(2000);
  });
});

describe('incises', () => {
  it.each([
    'La guerre, dit-il, est finie',
    'La guerre, a-t-il dit, est finie',
    'La guerre, a déclaré le ministre, est finie',
    'La guerre, poursuit Marie Roy, est finie',
    'La guerre est finie, dit-elle.',
  ])('are found in %j', (text) => {
    expect(findIncises(text)).toHaveLength(1);
  });

  it('are not seen where nobody speaks', () => {
    expect(findIncises('La guerre, qui dura dix ans, est finie, et bien finie')).toEqual([]);
  });
});

describe('the speaker of a quotation', () => {
  const speaker = (text: string): string | null => {
    const [found] = findQuotations(text);
    return found ? findSpeaker(text, found.outer) : 'no quotation';
  };

  it.each([
    ['« La mer est haute ici », a déclaré le ministre Jean Dupont.', 'Jean Dupont'],
    ['Selon Reuters, « la mer est haute ici ».', 'Reuters'],
    ['“The sea is high here,” Smith told reporters.', 'Smith'],
    ['According to the geologist Ada Moss, “the sea is high here.”', 'Ada Moss'],
    ['Marie Roy explique : « La mer est haute ici. »', 'Marie Roy'],
    ['> the sea is high here\n> — Ada Moss', 'Ada Moss'],
    ['« La mer est haute ici », lâche Paul Roy, en ciré.', 'Paul Roy'],
    ['« La mer est haute ici », a fait savoir sa présidente, Anne Roy.', 'Anne Roy'],
    ['Le maire de Brest, Paul Roy, n’en revient pas : « La mer est haute ici. »', 'Paul Roy'],
    ['“The sea is high here,” the botanist Ada Moss argues.', 'Ada Moss'],
    ['“The sea is high here,” she told the Gazette.', null],
    ['« La mer est haute ici », confie-t-elle à La Gazette.', null],
    ['« La mer est haute ici », dit-elle.', null],
    ['Elle dit que « la mer est haute ici ».', null],
    ['Hier, on lisait que « la mer est haute ici ».', null],
  ])('in %j is %j', (text, name) => {
    expect(speaker(text)).toBe(name);
  });
});

describe('names', () => {
  it.each([
    ['Macron', 'Emmanuel Macron', true],
    ['M. Macron', 'le président Emmanuel Macron', true],
    ['J. Dupont', 'Jean Dupont', true],
    ['Marie Dupont', 'Jean Dupont', false],
    ['OMS', 'Organisation mondiale de la santé', true],
    ['Dupont', 'Durand', false],
    ['Tchernov', 'Yosif Chernov', true],
    ['Chevtchenko', 'Shevchenko', true],
    ['Prof. Boateng', 'Professor Nana Boateng', true],
    ['Le', 'Le Monde', false],
  ])('%j and %j: %j', (one, other, same) => {
    expect(namesSame(one, other)).toBe(same);
  });
});

describe('figures', () => {
  const figure = (text: string, language: 'fr' | 'en' = 'fr') => findFigures(text, language)[0];

  it.each([
    ['46,7 milliards de dollars', 'fr', 46.7e9, '$'],
    ['$4.5bn', 'en', 4.5e9, '$'],
    ['15 %', 'fr', 15, '%'],
    ['9.3 per cent', 'en', 9.3, '%'],
    ['300\u202F000 habitants', 'fr', 300_000, 'habit'],
    ['300,000 inhabitants', 'en', 300_000, 'inhab'],
    ['10x', 'en', 10, 'x'],
    ['2 billions d’euros', 'fr', 2e12, '€'],
  ] as const)('%j is read', (text, language, value, unit) => {
    const found = figure(text, language);
    expect(found?.value).toBeCloseTo(value);
    expect(found?.unit).toBe(unit);
  });

  it.each(['le 12 mars', 'en 2024', 'March 12', 'H20', 'à 12:30'])('%j counts nothing', (text) => {
    expect(findFigures(text, null)).toEqual([]);
  });

  it('are the same in the notation of either language', () => {
    const [one, other] = [figure('46,7 milliards de dollars'), figure('$46.7 billion', 'en')];
    if (!one || !other) throw new Error('no figure');
    expect(compareFigures(one, other)).toBe('same');
    expect(compareFigures(one, { ...other, value: 45e9 })).toBe('other');
    expect(compareFigures(one, { ...other, unit: '%' })).toBe('unlike');
  });
});
