/** Texts with known answers: made-up articles in two languages, edited, cut, put together, translated word by word. */
import { Dice } from './dice.ts';

export type Language = 'en' | 'fr';

/** Words that prose is made of, by how often: a text of few words only would share its shingles with all others. */
const COMMON: Readonly<Record<Language, readonly string[]>> = {
  en: 'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so said what up its about into than them can only other'.split(
    ' ',
  ),
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux ont été cette mais ou comme on nous leur sans tout être fait aussi même ces deux entre était peut dont elle depuis selon après'.split(
    ' ',
  ),
};
const SYLLABLES =
  'ba ce di fo gu la me ni po ru sa te vi xo zu tra ple cri blo gran vé côt nor mil ter'.split(' ');
const LEXICON = 8000;

export class TextMaker {
  readonly #dice: Dice;

  constructor(seed: number) {
    this.#dice = new Dice(seed);
  }

  /** Paragraphs of about sixty words. */
  article(words: number, language: Language = 'en'): string {
    const paragraphs: string[] = [];
    for (let left = words; left > 0; left -= 60) paragraphs.push(this.sentence(Math.min(60, left), language));
    return paragraphs.join('\n\n');
  }

  sentence(words: number, language: Language = 'en'): string {
    return `${Array.from({ length: words }, () => this.#word(language)).join(' ')}.`;
  }

  /** Replaces, leaves out and adds words, a third each. */
  edited(text: string, share: number, language: Language = 'en'): string {
    return text.replace(/[^\s.]+/g, (word) => {
      if (!this.#dice.chance(share)) return word;
      const way = this.#dice.below(3);
      return way === 0 ? '' : way === 1 ? this.#word(language) : `${word} ${this.#word(language)}`;
    });
  }

  /** Each word has one other in the other language; names and numbers stay. */
  translated(text: string): string {
    return text.replace(/\p{L}+/gu, (word) => (this.#hash(word) % 12 === 0 ? word : `${word.slice(1)}o`));
  }

  #word(language: Language): string {
    if (this.#dice.chance(0.45)) return this.#dice.pick(COMMON[language]);
    // Frequent words are far more frequent than rare ones, as in any language.
    const rank = Math.floor(LEXICON * this.#dice.random() ** 2.2);
    const parts = [rank % 25, Math.floor(rank / 25) % 25, Math.floor(rank / 625) % 25];
    return parts.map((at) => SYLLABLES[at]).join('') + (language === 'fr' ? 'é' : '');
  }

  #hash(word: string): number {
    let hash = 7;
    for (const character of word) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
    return hash;
  }
}
