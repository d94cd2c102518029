/** Who a text says the speaker of a quotation is, told by the words around it. */
import { NAME, nameWords } from './names.ts';
import { ACCORDING, SAYING } from './sayings.ts';
import type { Span } from './spans.ts';

/** Units looked at on either side. */
const AROUND = 260;

const VERB = new RegExp(SAYING, 'giu');
/** Right after the quotation: the verb, and the name within some words of it, or the name and the verb. */
const AFTER = [
  String.raw`^[\s,.»”"’*_]{0,8}(?:[a-zé]{1,12}(?:-t-\p{L}{2,5})?\s){0,2}(?:${SAYING})(?![^.;!?]{0,80}\bque\b)[^.;:!?«“"]{0,80}?(?<name>NAME)`,
  String.raw`^[\s,.»”"’]{0,8}(?:${ACCORDING})\s[^.;:!?«“"]{0,60}?(?<name>NAME)`,
  String.raw`^[\s,.»”"’]{0,8}(?<name>NAME)(?:,[^,.;:«“"]{0,80},)?\s(?:\p{L}{1,12}\s)?(?:${SAYING})`,
  String.raw`^[\s,.»”"’]{0,8}\((?<name>NAME)(?=[,);])`,
  String.raw`^\s{0,4}(?:>\s?)?(?:—|–|--)\s{0,2}(?<name>NAME)`,
].map(compile);
/** The clause before it, up to its end. */
const BEFORE = [
  String.raw`(?:${ACCORDING})\s[^.;:!?«“"]{0,60}?(?<name>NAME)[^.;!?«“"]{0,100}$`,
  String.raw`(?<name>NAME)(?:,[^,.;:«“"]{0,80},|\s\([^()]{0,60}\))?(?:\s[\p{Ll}’'-]{1,16}){0,3}?\s(?:${SAYING})[^.;!?«“"]{0,100}$`,
  String.raw`(?:${SAYING})\s[^.;:!?«“"]{0,40}?(?<name>NAME)[^.;!?«“"\p{L}]{0,6}[:,]\s*$`,
  String.raw`(?<name>NAME)\s?:\s*$`,
].map(compile);

function compile(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll('NAME', NAME), 'u');
}

/** Verbs and « selon » begin sentences too: made small, they are told from names; all offsets stay. */
function lowerVerbs(text: string): string {
  const small = text.replace(VERB, (verb) =>
    verb.length === verb.toLowerCase().length ? verb.toLowerCase() : verb,
  );
  return small.replace(new RegExp(ACCORDING, 'giu'), (word) => word.toLowerCase());
}

/**
 * Null where nobody is named: no name, or a pronoun.
 * @param quotation with its marks
 * @param inside incises within it
 */
export function findSpeaker(text: string, quotation: Span, inside: readonly string[] = []): string | null {
  for (const incise of inside) {
    const named = first([AFTER[0] as RegExp], lowerVerbs(incise));
    if (named !== null) return named;
  }
  const after = lowerVerbs(afterwards(text, quotation.end));
  const before = lowerVerbs(beforehand(text, quotation.start));
  return first(AFTER, after) ?? first(BEFORE, before);
}

/** To the end of the sentence, and not beyond the paragraph. */
function afterwards(text: string, from: number): string {
  const rest = text.slice(from, from + AROUND);
  // A block quotation's speaker stands on the next line.
  const paragraph = /^\s{0,4}(?:>\s?)?(?:—|–|--)/.test(rest) ? rest : (rest.split(/\n\s*\n/, 1)[0] ?? '');
  return paragraph.replace(/\s*\n\s*(?!\s*(?:>|—|–|--))/g, ' ');
}

/** From the last end of a sentence on. */
function beforehand(text: string, to: number): string {
  const all = text.slice(Math.max(0, to - AROUND), to);
  const lines = all.split(/\n\s*\n/);
  // « X said: » may be a paragraph before a block quotation.
  const last =
    lines.at(-1)?.trim() === '' && /:\s*$/.test(lines.at(-2) ?? '')
      ? `${lines.at(-2) ?? ''} `
      : (lines.at(-1) ?? '');
  const flat = last.replace(/\s+/g, ' ');
  let from = 0;
  for (const { index, 0: stop } of flat.matchAll(
    /(?<!\b(?:M|Mme|Mr|Mrs|Ms|Dr|Pr|St|\p{Lu}))[.!?…»”"]\s+(?=[\p{Lu}«“"])/gu,
  )) {
    from = index + stop.length;
  }
  return flat.slice(from);
}

function first(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const name = pattern.exec(text)?.groups?.['name'];
    if (name !== undefined && nameWords(name).length > 0) return name.replace(/\.$/, '');
  }
  return null;
}
