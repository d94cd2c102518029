/**
 * How far our stems agree with Snowball's published ones:
 *
 *     node test/bench/stemmers.ts fr FOLDER
 *
 * FOLDER holds `voc.txt` and `output.txt` as Snowball publishes them for the language (fr or en), a word and its stem
 * on the same line. Nothing of it belongs in the repository.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../../src-main/common/language/folding.ts';
import { tokenise } from '../../src-main/common/language/tokens.ts';
import { lunr, runStemmer } from '../../src-main/core/search/analysis/lunr.ts';
import { stemEnglish, stemFrench } from '../../src-main/core/search/analysis/stem.ts';

type Stem = (word: string) => string;

interface Entry {
  readonly word: string;
  readonly stem: string;
}

const OURS: Readonly<Record<string, Stem>> = { fr: stemFrench, en: stemEnglish };
const STOCK: Readonly<Record<string, Stem>> = {
  fr: (word) => runStemmer(lunr.fr.stemmer, word),
  en: (word) => runStemmer(lunr.stemmer, word),
};

function readVocabulary(folder: string): Entry[] {
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n');
  const stems = lines('output.txt');
  return lines('voc.txt').map((word, at) => ({ word, stem: stems[at] ?? '' }));
}

/** Without the elided words in front, as the tokeniser leaves it; null for what it makes no single word of. */
function withoutElision({ word, stem }: Entry): Entry | null {
  const [token, more] = tokenise(word);
  if (!token || more) return null;
  return { word: word.slice(token.start, token.end), stem: stem.slice(token.start) };
}

/** Two words are a pair where both stemmers' or only one's stems are equal. */
function comparePairs(entries: readonly Entry[], stem: Stem) {
  const words = new Map(entries.map((entry) => [entry.word, entry]));
  const theirs = countPairs([...words.values()].map((entry) => entry.stem));
  const ours = countPairs([...words.values()].map(({ word }) => stem(word)));
  const both = countPairs([...words.values()].map((entry) => `${entry.stem} ${stem(entry.word)}`));
  return { found: both / theirs, right: both / ours };
}

function countPairs(keys: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

function report(name: string, entries: readonly Entry[], stem: Stem): void {
  const same = entries.filter((entry) => stem(entry.word) === entry.stem).length / entries.length;
  const { found, right } = comparePairs(entries, stem);
  console.log(
    `${name}: same stem ${percent(same)}; of Snowball's pairs ${percent(found)}; ` +
      `of its own pairs ${percent(right)} are Snowball's`,
  );
}

const [, , language = '', folder = ''] = process.argv;
const stock = STOCK[language];
const ours = OURS[language];
if (!stock || !ours || folder === '') throw new Error('usage: node test/bench/stemmers.ts fr|en FOLDER');
const vocabulary = readVocabulary(folder);
const split = vocabulary.flatMap((entry) => withoutElision(entry) ?? []);
const folded = split.map(({ word, stem }) => ({ word: foldText(word), stem: foldText(stem) }));
console.log(`${vocabulary.length} words`);
report('lunr, as it is', vocabulary, stock);
report('lunr, elisions split', split, stock);
report('lunr, folded', folded, stock);
report('ours, folded', folded, ours);
