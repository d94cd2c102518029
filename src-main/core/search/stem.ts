/**
 * Stems of folded words. Folding comes first, so that what is typed without accents finds what is written with
 * them; Snowball's French rules, however, read accents (-ée, -ité, -ière), which are put back where an ending
 * can mean nothing else.
 */
import { lunr, runStemmer } from './lunr.ts';

/** Endings that Snowball knows by their accent only. */
const ACCENTED: readonly (readonly [ending: RegExp, accented: string])[] = [
  [/ees?$/, 'ée'],
  [/ites$/, 'ités'],
  [/ite$/, 'ité'],
  [/ieres?$/, 'ière'],
];

/** -oux in the plural of -ou. */
const JEWELS: ReadonlySet<string> = new Set([
  'bijoux',
  'cailloux',
  'choux',
  'genoux',
  'hiboux',
  'joujoux',
  'poux',
]);

/**
 * Adjectives in -ais: Snowball takes -ais for a verb's ending, so that « français » would be France and franc, and
 * « française » neither.
 */
const PEOPLES = new RegExp(
  `^(${[
    'franc angl irland ecoss japon polon portug holland neerland finland liban senegal cameroun congol gabon',
    'marseill lyonn bordel taiwan pakistan soudan ougand rwand mauv milan libyen mosel new-york ceyl benin',
  ]
    .join(' ')
    .replaceAll(' ', '|')})ais(?:e|es)?$`,
);

/** « affirment », « forment »: a verb in the plural, where after a vowel -ment makes nouns and adverbs. */
const PLURAL_VERB = /([lmrs]m)ent$/;

/** Verbs in -ier, whose stem keeps its i in « vérifier » and loses it in « vérifie ». */
const VERBS_IN_IER = /(if|publ|oubl|etud|negoc|assoc|apprec|licenc|remerc|multipl)i$/;

export function stemFrench(word: string): string {
  const people = PEOPLES.exec(word);
  if (people) return `${people[1] ?? ''}ais`;
  if (JEWELS.has(word)) return word.slice(0, -1);
  const stem = runStemmer(lunr.fr.stemmer, restoreAccents(word.replace(PLURAL_VERB, '$1')));
  return stem.toLowerCase().replace(/[éè]/g, 'e').replace(VERBS_IN_IER, '$1').replace(/if$/, 'iv');
}

function restoreAccents(word: string): string {
  if (word.length < 5) return word;
  for (const [ending, accented] of ACCENTED) if (ending.test(word)) return word.replace(ending, accented);
  return word;
}

/** Words that Porter takes for the plural of something else. */
const NO_PLURAL: ReadonlySet<string> = new Set(['news', 'bias', 'atlas', 'cosmos', 'chaos', 'christmas']);

export function stemEnglish(word: string): string {
  return NO_PLURAL.has(word) ? word : runStemmer(lunr.stemmer, word);
}
