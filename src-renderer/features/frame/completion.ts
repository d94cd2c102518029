/** What the search field offers to go on with, from the text and where the caret stands in it. */
import { foldText } from '../../../src-main/common/language/folding.ts';
import type { Messages } from '../../messages/index.ts';
import { findKnownTag, suggestTags, writeTagPath, type TagOption } from '../../ui/tag-names.ts';

export interface Completion {
  /** What is put in place of `start` to `end`. */
  readonly text: string;
  /** Shown, where it is not what is put in. */
  readonly label?: string;
  readonly meaning?: string;
  /** An example: the part of `text` that is to be written over. */
  readonly blank?: { readonly start: number; readonly end: number };
}

export interface Offer {
  readonly start: number;
  readonly end: number;
  readonly completions: readonly Completion[];
}

interface Known {
  readonly t: Messages['search'];
  readonly tags: readonly TagOption[];
}

/** The field whose words are being written, and its value so far, with the quote if it has one. */
const IN_FIELD = /(?:^|[\s(])[+-]?(\p{L}+):("[^"]*|[^\s"]*)$/u;
const WORD = /(?:^|[\s(])[+-]?(\p{L}{2,})$/u;
const OPEN_PHRASE = /(?:^|[\s(+:-])("[^\s"]+\s[^"]*\S)\s*$/u;
const CLOSED = /"[^"]*"/g;

/** More is no query that anyone writes, and takes long to look through at each keystroke. */
const MOST = 1000;

/** Null where there is nothing to offer. Within a word nothing is: it may be right as it stands. */
export function offerCompletions(text: string, caret: number, { t, tags }: Known): Offer | null {
  if (text.length > MOST || /^\S/.test(text.slice(caret))) return null;
  const before = text.slice(0, caret);
  // What a closed quotation holds is no query; its length is kept.
  const open = before.replace(CLOSED, (whole) => 'x'.repeat(whole.length));
  const offer = (part: string, completions: readonly Completion[]): Offer | null =>
    completions.length > 0 ? { start: caret - part.length, end: caret, completions } : null;

  const [, field, value = ''] = IN_FIELD.exec(open) ?? [];
  if (field !== undefined && isTagField(field)) return offer(value, completeTag(value, tags));
  const phrase = OPEN_PHRASE.exec(open);
  if (phrase?.[1] !== undefined) {
    const start = open.lastIndexOf('"');
    const closed = `${before.slice(start).trimEnd()}"`;
    return { start, end: caret, completions: [{ text: `${closed} `, label: closed, meaning: t.inOrder }] };
  }
  if (open.includes('"')) return null;
  const word = WORD.exec(open)?.[1];
  return word === undefined ? null : offer(word, completeField(word, t));
}

/** All that a query may be made of, for an empty field. */
export function offerSyntax(text: string, { t }: Known): Offer {
  const completions = t.help.map(([example, meaning]): Completion => {
    const [start = 0, end = example.length] = blankOf(example);
    return { text: example, meaning, blank: { start, end } };
  });
  return { start: 0, end: text.length, completions };
}

/** Where the words of an example stand: after its field and signs, before its quote, star or tilde. */
function blankOf(example: string): readonly number[] {
  const words = /(?<=^|["+:-])\p{L}+(?: \p{L}+)*(?!\p{L}|:)/u.exec(example);
  return words === null ? [] : [words.index, words.index + words[0].length];
}

const isTagField = (name: string): boolean => ['tag', 'etiquette'].includes(foldText(name));

function completeField(typed: string, t: Messages['search']): readonly Completion[] {
  const wanted = foldText(typed);
  return Object.entries(t.fieldNames)
    .filter(([, name]) => foldText(name).startsWith(wanted))
    .map(([field, name]) => ({
      text: `${name}:`,
      meaning: t.fieldMeanings[field as keyof typeof t.fieldMeanings],
    }));
}

function completeTag(typed: string, tags: readonly TagOption[]): readonly Completion[] {
  const partial = typed.replace(/^"/, '');
  const found = suggestTags(partial, tags, []);
  // What is already there as it should be needs no completion.
  const [only] = found;
  if (found.length === 1 && only === typed) return [];
  return found.map((tag) => ({
    text: `${writeTag(tag)} `,
    label: writeTagPath(findKnownTag(tag, tags) ?? { name: tag }),
  }));
}

/** The words of a tag must stand together: lunr divides at spaces and hyphens. */
function writeTag(tag: string): string {
  return /^[\p{L}\p{N}_]+$/u.test(tag) ? tag : `"${tag.replaceAll('"', ' ')}"`;
}
