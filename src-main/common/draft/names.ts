/** Names of people and outlets, as far as capitals tell them, and whether two of them may be the same. */
import { foldText } from '../language/folding.ts';

/** Capital only because a sentence begins, or part of no name. */
const NO_NAMES = new Set(
  'le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos il elle ils elles on je nous vous qui que quand lorsque si mais et ou or ni car donc alors ainsi puis enfin hier demain aujourd selon pour apres avant depuis dans en sur sous par avec sans chez comme dont ou pas plus tout tous toute meme aussi interroge interrogee m mme mlle dr pr me the a an this that these those his her its their our my he she it they we you who which when while where if but and or so then yesterday today tomorrow according for after before since in on at by with without as mr mrs ms sir dame lord in to of not no there here asked'.split(
    ' ',
  ),
);
const TITLES = new Set(
  'president premier ministre minister secretary senator senateur depute directeur directrice director prof commissioner commissaire captain capitaine professor professeur prof commissioner commissaire captain capitaine chairman chairwoman deputy judge juge general colonel doctor chancellor pope pape roi reine king queen maire mayor gouverneur governor'.split(
    ' ',
  ),
);

const PART = String.raw`\p{Lu}[\p{L}\p{M}\p{N}]{0,40}(?:[’'\-.&]\p{L}[\p{L}\p{M}\p{N}]{0,40}){0,4}`;
const LINK = String.raw`(?:de|du|des|la|le|les|d[’']|van|von|der|den|di|da|bin|ben|al|el|of|the|and|et|&)`;
export const NAME = String.raw`${PART}\.?(?:\s(?:${LINK}\s?){0,3}${PART}){0,5}`;

/** The words by which a name is known; empty for what is none. */
export function nameWords(name: string): readonly string[] {
  return (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .map((word) => foldText(word))
    .filter((word) => word.length > 1 && !NO_NAMES.has(word) && !TITLES.has(word))
    .filter((word) => !/^(?:van|von|der|den|bin|ben|al|el)$/.test(word));
}

/** Whether words that somebody is named by may name who is called so in full: a surname, a part, the initials. */
export function namesSame(name: string, other: string): boolean {
  const wanted = nameWords(name);
  const known = nameWords(other);
  const last = wanted.at(-1);
  if (last === undefined || known.length === 0) return false;
  if (isInitials(last, other) || isInitials(known.at(-1) ?? '', name)) return true;
  const [sounds, knownSounds] = [wanted.map(soundOf), known.map(soundOf)];
  if (!knownSounds.includes(soundOf(last)) && !sounds.includes(knownSounds.at(-1) ?? '')) return false;
  return !haveOtherFirstNames(sounds, knownSounds);
}

/**
 * What French, English and German make of a name from another script is brought together: Tchernov and Chernov,
 * Youssef and Yussef. It need not be what anybody says.
 */
function soundOf(word: string): string {
  return word
    .replace(/tsch|tch|sch|sh|ch/g, 'c')
    .replace(/kh|ck|q|k/g, 'k')
    .replace(/ou|oo/g, 'u')
    .replace(/ph/g, 'f')
    .replace(/[yj]/g, 'i')
    .replace(/w|ff$/g, 'v')
    .replace(/(.)\1/g, '$1');
}

/** Whether a text speaks of who is named so. */
export function namedIn(name: string, text: string): boolean {
  const last = nameWords(name).at(-1);
  if (last === undefined) return false;
  return new Set((text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => foldText(word))).has(last);
}

function haveOtherFirstNames(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== 2 || other.length !== 2 || one[1] !== other[1]) return false;
  const [first = '', second = ''] = [one[0], other[0]];
  return !first.startsWith(second) && !second.startsWith(first);
}

function isInitials(short: string, full: string): boolean {
  if (short.length < 2 || short.length > 8) return false;
  const words = (full.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => foldText(word));
  const all = words.map((word) => word.charAt(0)).join('');
  const strong = words
    .filter((word) => !NO_NAMES.has(word))
    .map((word) => word.charAt(0))
    .join('');
  return words.length > 1 && (short === all || short === strong);
}
