/**
 * Numbers for index terms. A word is folded and stemmed when it is first met; from then on, one look-up of the word as
 * it is written gives the numbers of all its terms. So a text is counted without spelling out a term.
 */
import { termOfWord, visitWords } from '../../../common/language/tokens.ts';
import { stemsIn } from './analysis.ts';
import { WordTable } from './word-table.ts';

/** How often a text holds each term, by its number. Made to be used again: what was counted is taken back to 0. */
export class TermCounts {
  #counts = new Uint32Array(4096);
  #numbers = new Uint32Array(1024);
  #length = 0;

  add(number: number): void {
    if (number >= this.#counts.length) this.#counts = grown(this.#counts, number);
    const count = this.#counts[number] ?? 0;
    this.#counts[number] = count + 1;
    if (count > 0) return;
    if (this.#length === this.#numbers.length) this.#numbers = grown(this.#numbers, this.#length);
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** Each number once, in the order in which they came. */
  drain(take: (number: number, count: number) => void): void {
    for (let at = 0; at < this.#length; at += 1) {
      const number = this.#numbers[at] ?? 0;
      take(number, this.#counts[number] ?? 0);
      this.#counts[number] = 0;
    }
    this.#length = 0;
  }
}

/** The same numbers with room for the position `at`, and for as much again. */
export function grown(column: Uint32Array<ArrayBuffer>, at: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * (at + 1));
  larger.set(column);
  return larger;
}

export class Lexicon {
  readonly #terms: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** By language, since stems are; each word as it is written, with the numbers of its terms. */
  readonly #words = new Map<string | null, WordTable<readonly number[]>>();

  get size(): number {
    return this.#terms.length;
  }

  term(number: number): string {
    return this.#terms[number] ?? '';
  }

  number(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) this.#numbers.set(term, (number = this.#terms.push(term) - 1));
    return number;
  }

  /** Adds what `analyseText` would give to `counts`. */
  count(text: string, language: string | null, counts: TermCounts): void {
    const words = this.#wordsOf(language);
    const toNumbers = (word: string) => this.#numbersOf(termOfWord(word), language);
    visitWords(text, {
      word(start, end) {
        const numbers = words.get(text, start, end, toNumbers);
        for (let at = 0; at < numbers.length; at += 1) counts.add(numbers[at] ?? 0);
      },
      term: (term) => {
        for (const number of this.#numbersOf(term, language)) counts.add(number);
      },
    });
  }

  #wordsOf(language: string | null): WordTable<readonly number[]> {
    let words = this.#words.get(language);
    if (!words) this.#words.set(language, (words = new WordTable()));
    return words;
  }

  #numbersOf(term: string, language: string | null): readonly number[] {
    if (term === '') return [];
    return [term, ...stemsIn(term, language)].map((each) => this.number(each));
  }
}
