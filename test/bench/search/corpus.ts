/** Passages of synthetic French and the queries asked of them: the same for every engine, from fixed seeds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom, syntheticArticle } from '../../../src-main/worker/synthetic.ts';
import type { BenchQuery } from './subject.ts';

export interface Passage {
  readonly id: string;
  readonly text: string;
}

export interface Corpus {
  /** Whole texts, a title and a line for each passage. */
  readonly articles: readonly string[];
  readonly passages: readonly Passage[];
  readonly queries: readonly BenchQuery[];
}

const PASSAGES_AN_ARTICLE = 50;
const QUERIES_A_LOAD = 40;

/** Made once a run: the children read it. */
export function saveCorpus(folder: string, size: number): void {
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify(makeCorpus(size)));
}

export function readCorpus(folder: string): Corpus {
  return JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8')) as Corpus;
}

function makeCorpus(size: number): Corpus {
  const articles: string[] = [];
  const passages: Passage[] = [];
  for (let article = 0; passages.length < size; article += 1) {
    const text = syntheticArticle(article + 1, Math.min(PASSAGES_AN_ARTICLE, size - passages.length));
    articles.push(text);
    text
      .split('\n')
      .slice(1)
      .forEach((line, at) => passages.push({ id: `${article}-${at}`, text: line }));
  }
  return { articles, passages, queries: makeQueries(passages) };
}

export const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

function makeQueries(passages: readonly Passage[]): BenchQuery[] {
  const random = seededRandom(42);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const { common, rare } = vocabularyOf(passages);
  const make = (load: BenchQuery['load'], words: () => readonly string[]) =>
    Array.from({ length: QUERIES_A_LOAD }, () => ({ load, words: words() }));
  const long = common.filter((word) => word.length >= 6);
  return [
    ...make('one', () => [pick(common)]),
    ...make('two', () => twoWords(pick(passages), random)),
    ...make('prefix', () => [pick(long).slice(0, 3 + Math.floor(random() * 2))]),
    ...make('fuzzy', () => [misspell(pick(long), random)]),
    ...make('rare', () => [pick(rare)]),
  ];
}

/** Words of many passages, evenly over the logarithm of how many; and words of one or two. */
function vocabularyOf(passages: readonly Passage[]): { common: string[]; rare: string[] } {
  const counts = new Map<string, number>();
  for (const { text } of passages) {
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const ranks = Array.from({ length: 200 }, (_, at) => Math.floor(sorted.length ** (at / 220)));
  const common = [...new Set(ranks)]
    .flatMap((rank) => sorted[rank]?.[0] ?? [])
    .filter((word) => word.length > 3);
  return {
    common,
    rare: sorted.filter(([word, count]) => count <= 2 && word.length > 5).map(([word]) => word),
  };
}

function twoWords({ text }: Passage, random: () => number): string[] {
  const words = wordsOf(text).filter((word) => word.length > 3);
  const first = words[Math.floor(random() * words.length)] ?? '';
  return [first, words.find((word) => word !== first) ?? first];
}

/** One letter doubled: an edit away from the word. */
function misspell(word: string, random: () => number): string {
  const at = 2 + Math.floor(random() * (word.length - 3));
  return word.slice(0, at) + word.charAt(at) + word.slice(at);
}
