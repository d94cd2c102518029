/** The text of a query made ready for lunr's parser: bounded, phrases taken out, French and numbers put its way. */
import { tokenise } from '../../../common/language/tokens.ts';
import { fieldNamed, FIELDS, type Field } from '../analysis/fields.ts';

const MAX_LENGTH = 1000;

export interface Phrase {
  readonly typed: string;
  readonly fields: readonly Field[];
  readonly presence: 'required' | 'prohibited';
}

/** Cut between words where there is one to cut at. */
export function shorten(query: string): string {
  if (query.length <= MAX_LENGTH) return query;
  const start = query.slice(0, MAX_LENGTH);
  const space = start.search(/\s\S*$/);
  return (space > 0 ? start.slice(0, space) : start).replace(/[\ud800-\udbff]$/, '');
}

/** Quotes of both languages; one that is not closed is no phrase yet. */
const PHRASE = /(?<=^|[\s(])([+-]?)(?:(\p{L}+):)?(?:"([^"]*)"|“([^”]*)”|«([^»]*)»|„([^“”]*)[“”])/gu;
const QUOTES = /["“”«»„]/g;

/** A quote that is still open: what follows it is going to be a phrase. */
const OPEN = /(?<=^|[\s(])([+-]?)(?:(\p{L}+):)?["“«„]([^"“”«»„]*)$/u;

/** What is being typed of a phrase: its words, wherever they stand. */
export interface OpenPhrase {
  readonly typed: string;
  readonly fields: readonly Field[];
}

interface TakenPhrases {
  readonly phrases: readonly Phrase[];
  readonly open: OpenPhrase | null;
  /** What is left for lunr. */
  readonly rest: string;
}

/** @param typing whether a quote that is not closed is going to be */
export function takePhrases(query: string, typing: boolean): TakenPhrases {
  const { phrases, rest } = takeClosed(query);
  const [whole = '', sign, name, typed = ''] = (typing && OPEN.exec(rest)) || [];
  const field = name === undefined ? null : fieldNamed(name);
  const known = name === undefined || field !== null;
  const taken = whole === '' || !known ? rest : rest.slice(0, -whole.length);
  // Of a phrase that is to be excluded nothing is, before it is whole.
  const open = taken === rest || sign === '-' ? null : { typed, fields: field ? [field] : FIELDS };
  return { phrases, open, rest: taken.replace(QUOTES, ' ') };
}

function takeClosed(query: string): { phrases: Phrase[]; rest: string } {
  const phrases: Phrase[] = [];
  const rest = query.replace(
    PHRASE,
    (whole: string, sign: string, name: string | undefined, ...quoted: (string | undefined)[]) => {
      const typed = (quoted[0] ?? quoted[1] ?? quoted[2] ?? quoted[3] ?? '').trim();
      const field = name === undefined ? null : fieldNamed(name);
      // An unknown field is left for lunr to reject.
      if (name !== undefined && !field) return whole;
      if (typed !== '') {
        const presence = sign === '-' ? 'prohibited' : 'required';
        phrases.push({ typed, fields: field ? [field] : FIELDS, presence });
      }
      return ' ';
    },
  );
  return { phrases, rest };
}

const FIELD_NAME = /(?<=^|[\s+-])(\p{L}+)(?=:\S)/gu;
/** A dash or plus between spaces is punctuation; lunr would exclude the word after it. */
const LONE_SIGN = /(?<=^|\s)[+-]+(?=\s|$)/g;
/** What a user is about to go on with. */
const TRAILING_SIGNS = /[\s+\-~^:]+$/;

interface Prepared {
  readonly text: string;
  /** Numbers in their normal form, as they were typed. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** lunr's lexer divides at spaces and knows the English field names: numbers become one word, names English. */
export function prepare(query: string, typing: boolean): Prepared {
  let text = query.replace(FIELD_NAME, (name) => fieldNamed(name) ?? name).replace(LONE_SIGN, ' ');
  if (typing) text = text.replace(TRAILING_SIGNS, '');
  const numbers = new Map<string, string>();
  for (const { term, start, end } of tokenise(text).toReversed()) {
    if (!/^\d/.test(term) || /[~^]/.test(text.charAt(start - 1))) continue;
    numbers.set(term, text.slice(start, end));
    text = text.slice(0, start) + term + text.slice(end);
  }
  return { text, numbers };
}
