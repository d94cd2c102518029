/** What is measured: each search engine behind the same few calls. */
import type { Corpus, Passage } from './corpus.ts';

export const LOADS = ['one', 'two', 'prefix', 'fuzzy', 'rare'] as const;
export type Load = (typeof LOADS)[number];

export interface BenchQuery {
  readonly load: Load;
  /** Words as typed: two of `two` are both required; of `prefix` the beginning; of `fuzzy` one edit away. */
  readonly words: readonly string[];
}

/** An index made ready to answer. */
export interface Loaded {
  /** @returns how many hits the first page of twenty has */
  query(query: BenchQuery): Promise<number> | number;
  /** Later queries find it. @returns the id that `remove` takes */
  add?(passage: Passage): Promise<string> | string;
  remove?(id: string): Promise<void> | void;
  close(): Promise<void> | void;
}

export interface Subject {
  readonly name: string;
  readonly loads: readonly Load[];
  /** Not measured. */
  prepare?(corpus: Corpus, folder: string): Promise<void>;
  /** Not measured: takes away what `build` would find of an earlier one. */
  clear?(folder: string): Promise<void>;
  /** Measured; saves nothing by itself unless it cannot do otherwise. Absent where another subject's index is read. */
  build?(corpus: Corpus, folder: string): Promise<Built>;
  load(folder: string): Promise<Loaded>;
}

export interface Built {
  /** What is left to be done when nobody waits, such as merging; answers are whole without it. */
  settle?(): Promise<void> | void;
  /** @returns bytes on disk */
  save(): Promise<number> | number;
}

/** As each engine's own query language or options would have it. */
export function toLunr({ load, words }: BenchQuery): string {
  switch (load) {
    case 'one':
    case 'rare':
      return words.join(' ');
    case 'two':
      return words.map((word) => `+${word}`).join(' ');
    case 'prefix':
      return `${words.join(' ')}*`;
    case 'fuzzy':
      return `${words.join(' ')}~1`;
  }
}

export const PAGE = 20;
