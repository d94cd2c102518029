/** Who a text says the speaker of a quotation is, told by the words around it. */
import { NAME, nameWords } from './names.ts';
import { ACCORDING, SAYING } from './sayings.ts';
import type { Span } from './spans.ts';
import { subjectOf } from './subjects.ts';

/** Units looked at on either side. */
const AROUND = 260;

const VERB = new RegExp(SAYING, 'giu');
const LEAD = String.raw`^[\s,.»”"’*_]{0,8}`;
const PRONOUN = String.raw`(?:t-)?(?:il|elle|on|ils|elles|je|nous)`;
/** « dit-elle », « a-t-il ajouté », “she told the paper”: the name that follows is not who speaks. */
const BY_PRONOUN = new RegExp(
  String.raw`${LEAD}(?:(?:he|she|they|it|i|we)\s(?:\p{Ll}{1,12}\s)?\p{Ll}{2,20}|[\p{Ll}’']{1,24}-${PRONOUN})(?!\p{L})`,
  'iu',
);
/** Right after the quotation: the verb, and then who. */
const VERB_FIRST = new RegExp(
  String.raw`${LEAD}(?:[a-zé]{1,12}(?:-t-\p{L}{2,5})?\s){0,2}(?:${SAYING})(?=[\s,])`,
  'u',
);
/** Any verb does where a comma, or what is asked or called out, leads on to it: « …, lâche Paul ». */
const ANY_VERB =
  /^[»”"’\s]{0,4},\s?[»”"’]{0,2}\s?(?!(?:et|ou|mais|car|or|ni|comme|dans|sur|sous|par|avec|sans|chez|contre|vers|avant|après|pendant|selon|pour|qui|que|dont|où|le|la|les|l|un|une|des|du|de|ce|cette|son|sa|ses|leur|leurs|à|au|aux|en|and|or|but|as|in|on|at|by|with|from|for|of|to|the|an|his|her|their|its|who|which|that|when|where|while|after|before)[\s’'])(?:s[’']|n[’']|se\s|ne\s|a\s|ont\s|avait\s)?\p{Ll}{2,20}(?=\s)/u;
const AFTER = [
  String.raw`${LEAD}(?:${ACCORDING})\s[^.;:!?«“"]{0,60}?(?<name>NAME)`,
  String.raw`${LEAD}(?<name>NAME)(?:,[^,.;:«“"]{0,80},)?\s(?:\p{L}{1,12}\s)?(?:${SAYING})`,
  String.raw`${LEAD}(?:the|its|his|her|their|a|an|le|la|l[’']|un|une)\s?[\p{Ll}\s’'-]{1,60},?\s(?<name>NAME),?\s(?:\p{Ll}{1,12}\s)?(?:${SAYING})`,
  String.raw`^[\s,.»”"’]{0,8}\((?<name>NAME)(?=[,);])`,
  String.raw`^\s{0,4}(?:>\s?)?(?:—|–|--)\s{0,2}(?<name>NAME)`,
].map(compile);
/** The clause before it, up to its end. */
const BEFORE = [
  String.raw`(?<name>NAME)(?:,[^,.;:«“"]{0,80},|\s\([^()]{0,60}\)|,)?(?:\s[\p{Ll}’'-]{1,16}){0,3}?\s(?:${SAYING})[^.;!?«“"]{0,100}$`,
  String.raw`(?:${SAYING})\s[^.;:!?«“"]{0,40}?(?<name>NAME)[^.;!?«“"\p{L}]{0,6}[:,]\s*$`,
  String.raw`(?<name>NAME)\s?:\s*$`,
].map(compile);
const ACCORDING_TO = new RegExp(String.raw`(?:${ACCORDING})\s(?<rest>[^.;:!?«“"]{1,160})$`, 'u');

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
    const named = speakerAfter(lowerVerbs(incise));
    if (named !== null) return named;
  }
  const ending = text.slice(Math.max(quotation.start, quotation.end - 3), quotation.end);
  const after = lowerVerbs(afterwards(text, quotation.end));
  // The comma of an English quotation stands within its marks; what was asked or called out needs none.
  const led = /[,?!]\s?[»”"]$/.test(ending) ? `,${after}` : after;
  return speakerAfter(led) ?? speakerBefore(lowerVerbs(beforehand(text, quotation.start)));
}

function speakerAfter(after: string): string | null {
  if (BY_PRONOUN.test(after)) return null;
  const verb = VERB_FIRST.exec(after) ?? ANY_VERB.exec(after);
  const subject = verb && subjectOf(after.slice(verb[0].length));
  return subject ?? first(AFTER, after);
}

function speakerBefore(before: string): string | null {
  const according = ACCORDING_TO.exec(before)?.groups?.['rest'];
  const named = according === undefined ? null : subjectOf(according);
  // Whatever leads to a colon, its subject speaks: « Anne Roy n’en revient pas : ».
  return named ?? first(BEFORE, before) ?? (/:\s*$/.test(before) ? subjectOf(before) : null);
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
    /(?<!\b(?:M|Mme|Mr|Mrs|Ms|Dr|Pr|Prof|St|\p{Lu}))[.!?…»”"]\s+(?=[\p{Lu}«“"])/gu,
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
