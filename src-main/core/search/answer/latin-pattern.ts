/**
 * A folded phrase as a pattern for the text as it is written. Where each character of a text folds alone, as in nearly
 * all passages in French and English, running it costs a tenth of folding the text first.
 */

/** Up to the end of Latin Extended-B, and general punctuation. */
const RANGES: readonly (readonly [from: number, to: number])[] = [
  [0, 0x24f],
  [0x2000, 0x206f],
];
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/;

/** A character that folds to several: « œ », « … ». */
interface Ligature {
  readonly escaped: string;
  readonly folded: string;
}

interface Alphabet {
  /** What may be written for each folded character, as the inside of a class. */
  readonly writings: ReadonlyMap<string, string>;
  readonly ligatures: readonly Ligature[];
  /** Letters and digits, as a class. */
  readonly word: string;
}

type Fold = (character: string) => string;

function makeAlphabet(fold: Fold): Alphabet {
  const writings = new Map<string, string>();
  const ligatures: Ligature[] = [];
  let word = '';
  for (const character of charactersOf(RANGES)) {
    const folded = fold(character);
    const escaped = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    const isWord = WORD.test(character);
    if (folded.length === 1) {
      const key = SPACE.test(folded) ? ' ' : folded;
      writings.set(key, (writings.get(key) ?? '') + escaped);
    } else if (
      isWord === WORD.test(folded.charAt(0)) &&
      isWord === WORD.test(folded.charAt(folded.length - 1))
    ) {
      if (folded !== '') ligatures.push({ escaped, folded });
    }
    if (isWord) word += escaped;
  }
  return { writings, ligatures, word: `[${word}]` };
}

function* charactersOf(ranges: typeof RANGES): Generator<string> {
  for (const [from, to] of ranges)
    for (let code = from; code <= to; code += 1) yield String.fromCharCode(code);
}

export interface LatinPattern {
  /** Finds the phrase, from word to word; global. Null where no text that is `decisive` can hold it. */
  readonly phrase: RegExp | null;
  /** The texts for which `phrase` decides. */
  readonly decisive: RegExp;
}

let alphabet: Alphabet | null = null;

/**
 * @param form folded, with single spaces
 * @param fold how texts are folded, character by character
 */
export function latinPattern(form: string, fold: Fold): LatinPattern {
  alphabet ??= makeAlphabet(fold);
  const { writings, word } = alphabet;
  const starts = WORD.test(form.charAt(0));
  const ends = WORD.test(form.charAt(form.length - 1));
  // A phrase could begin or end within a ligature only if it did not begin and end with a word.
  const allowed = starts && ends ? ligaturesFor(form, alphabet.ligatures) : [];
  const decisive = new RegExp(
    `^[${[...writings.values(), ...allowed.map(({ escaped }) => escaped)].join('')}]*$`,
  );
  const inner = innerPattern(form, writings, allowed);
  if (inner === null) return { phrase: null, decisive };
  return {
    phrase: new RegExp(`${starts ? `(?<!${word})` : ''}${inner}${ends ? `(?!${word})` : ''}`, 'g'),
    decisive,
  };
}

/** Those that can only be matched whole: letters, or what the phrase has no part of. None where two would overlap. */
function ligaturesFor(form: string, ligatures: readonly Ligature[]): readonly Ligature[] {
  const allowed = ligatures.filter(
    ({ folded }) =>
      folded.split('').every((unit) => WORD.test(unit)) ||
      !folded.split('').some((unit) => form.includes(unit)),
  );
  const places = allowed.flatMap(({ folded }) =>
    placesOf(folded, form).map((at) => [at, at + folded.length] as const),
  );
  const overlap = places.some(([start, end]) => places.some(([from]) => from > start && from < end));
  return overlap ? [] : allowed;
}

function placesOf(part: string, whole: string): number[] {
  const places: number[] = [];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** Null where a character of the phrase is none that these texts can hold. */
function innerPattern(
  form: string,
  writings: ReadonlyMap<string, string>,
  ligatures: readonly Ligature[],
): string | null {
  let source = '';
  for (let at = 0; at < form.length;) {
    const here = ligatures.filter(({ folded }) => form.startsWith(folded, at));
    const units = form.slice(at, at + (here[0]?.folded.length ?? 1)).split('');
    const classes = units.map((unit) => writings.get(unit));
    if (classes.includes(undefined)) return null;
    const apart = classes.map((written) => `[${written}]`).join('');
    if (here.length > 0) source += `(?:${apart}|[${here.map(({ escaped }) => escaped).join('')}])`;
    else source += units[0] === ' ' ? `${apart}+` : apart;
    at += units.length;
  }
  return source;
}
