/**
 * Stems of folded words. Folding comes first, so that what is typed without accents finds what is written with
 * them; Snowball's French rules, however, read accents (-ée, -ité, -ière), which are put back where an ending
 * can mean nothing else.
 */
import { knownFrenchStem, toCommonForm } from './french-endings.ts';
import { lunr, runStemmer } from './lunr.ts';

/** Verbs and adjectives whose -ite is no -ité. */
const NO_QUALITY =
  /(?:felic|sollic|explic|implic|illic|precip|necess|facil|debil|paras|hypocr|insol|scr|u|dro|fa)ites?$/;

/** Adjectives in -rent, which no past tense is. */
const NO_PAST = /(?:differ|coher|adher|inher|refer|affer|defer|appar)ent$/;

/** Endings that Snowball knows by their accent only. */
const ACCENTED: readonly (readonly [ending: RegExp, accented: string, except?: RegExp])[] = [
  [/ees?$/, 'ée'],
  [/ites$/, 'ités', NO_QUALITY],
  [/ite$/, 'ité', NO_QUALITY],
  [/ieres?$/, 'ière'],
  [/ierement$/, 'ièrement'],
  [/erent$/, 'èrent', NO_PAST],
];

/** Verbs in -ier, whose stem keeps its i in « vérifier » and loses it in « vérifie ». */
const VERBS_IN_IER = /(if|publ|oubl|etud|negoc|assoc|apprec|licenc|remerc|multipl)i$/;

export function stemFrench(word: string): string {
  const known = knownFrenchStem(word);
  if (known !== null) return known;
  const stem = runStemmer(lunr.fr.stemmer, restoreAccents(toCommonForm(word)));
  return stem
    .toLowerCase()
    .replace(/[éè]/g, 'e')
    .replace(VERBS_IN_IER, '$1')
    .replace(/if$/, 'iv')
    .replace(/(?<=..[aou])y$/, 'i');
}

function restoreAccents(word: string): string {
  if (word.length < 5) return word;
  for (const [ending, accented, except] of ACCENTED) {
    if (ending.test(word) && !except?.test(word)) return word.replace(ending, accented);
  }
  return word;
}

/** Plurals that Porter cannot know, the singular first; single words are no plurals, whatever their ending. */
const ENGLISH_FORMS = `
  news, bias, atlas, cosmos, chaos, christmas, france, bus buses, crisis crises, thesis theses, analysis analyses,
  hypothesis hypotheses, man men, woman women, child children, foot feet, tooth teeth, life lives, wife wives,
  knife knives, thief thieves, wolf wolves, criterion criteria, phenomenon phenomena, index indices indexes
`;

const englishForms: ReadonlyMap<string, string> = new Map(
  ENGLISH_FORMS.split(',').flatMap((family) => {
    const forms = family.trim().split(/\s+/);
    return forms.map((form) => [form, forms[0] ?? form] as const);
  }),
);

/** The letters that words of this stem begin with: its own, but where a family does not. */
export function initialsOf(stem: string): readonly string[] {
  return stem === 'oeil' ? ['o', 'y'] : [stem.charAt(0)];
}

export function stemEnglish(word: string): string {
  return englishForms.get(word) ?? runStemmer(lunr.stemmer, word);
}
