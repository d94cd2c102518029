/** Who a clause is about: the first name in it that is no place, addressee or part of a title. */
import { NAME, nameWords, namesSame } from './names.ts';
import type { Span } from './spans.ts';

const NAMES = new RegExp(NAME, 'gu');
/** Right before a name: it is where, to whom or of what. */
const ASIDE =
  /(?:^|[\s’'(-])(?:de|du|des|d[’']|à|au|aux|en|dans|sur|chez|vers|par|pour|contre|avec|depuis|of|in|at|to|from|for|on|by|with|about|against|near)\s?(?:la\s|le\s|les\s|l[’']|the\s|un\s|une\s)?$/iu;
/** From here on, the clause tells something else. */
const BARRIER =
  /(?:^|\s)(?:que|qu[’']|qui|dont|lorsque|quand|avant|après|tandis|alors|when|while|after|before|who|which|that|where|as)(?=\s|$)/iu;

/** Null where nobody is named. @param clause of one sentence, at most some hundred units */
export function subjectOf(clause: string): string | null {
  const barrier = BARRIER.exec(clause);
  let single: string | null = null;
  for (const { index, 0: name } of clause.matchAll(NAMES)) {
    if (single !== null && barrier !== null && index > barrier.index) break;
    if (/[.;!?«“"]/.test(clause.slice(0, index).replace(/\b(?:M|Mme|Mr|Mrs|Ms|Dr|Pr|Prof)\./g, ''))) break;
    if (nameWords(name).length === 0 || ASIDE.test(clause.slice(0, index))) continue;
    // « Hier Paul », « Devant la presse, Paul »: one word that begins the clause may be no name at all.
    if (index > 0 || nameWords(name).length > 1) return name.replace(/\.$/, '');
    single ??= name.replace(/\.$/, '');
  }
  return single;
}

/** Units looked at before a place for who is spoken of there. */
const BEFORE = 1500;

/**
 * Whom « he » or nobody in particular may mean at a place: the last person named before it, in its paragraph or else in
 * one before. A name of one word counts where the text has it in full somewhere: else it may be anything.
 */
export function antecedentOf(text: string, at: number): Antecedent | null {
  const from = Math.max(0, at - BEFORE);
  const paragraphs = text.slice(from, at).split(/\n\s*\n/);
  for (let back = 0; back < Math.min(4, paragraphs.length); back += 1) {
    const names = personsIn(paragraphs.at(-1 - back) ?? '', text);
    const name = names.at(-1);
    if (name !== undefined) return { name, isNear: back === 0, others: names.slice(0, -1) };
  }
  return null;
}

export interface Antecedent {
  readonly name: string;
  /** It stands in the same paragraph. */
  readonly isNear: boolean;
  /** Who else is named there. */
  readonly others: readonly string[];
}

function personsIn(paragraph: string, text: string): readonly string[] {
  return [...paragraph.matchAll(NAMES)].flatMap(({ index, 0: name }) => {
    const words = nameWords(name);
    if (words.length === 0 || ASIDE.test(paragraph.slice(0, index))) return [];
    return words.length > 1 || isKnownInFull(name, text) ? [name.replace(/\.$/, '')] : [];
  });
}

/** Looked for near the beginning, where a text introduces whom it speaks of. */
const INTRODUCED = 20_000;

function isKnownInFull(name: string, text: string): boolean {
  const last = nameWords(name).at(-1) ?? '';
  return [...text.slice(0, INTRODUCED).matchAll(NAMES)].some(({ 0: other }) => {
    const words = nameWords(other);
    return words.length > 1 && words.at(-1) === last && namesSame(name, other);
  });
}

/** The paragraph that a place stands in. */
export function paragraphAround(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', Math.max(0, start - 1));
  const to = text.indexOf('\n', end);
  return { start: from + 1, end: to < 0 ? text.length : to };
}
