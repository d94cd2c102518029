/** A notebook that lives, and its index beside stock lunr's, built anew over what is live: what differs is told. */
import { foldText } from '../../src-main/common/language/folding.ts';
import { compileQuery } from '../../src-main/core/search/query/compile.ts';
import { Documents, type Entry, type SearchDocument } from '../../src-main/core/search/documents.ts';
import { allThings } from '../../src-main/core/search/upkeep/feed.ts';
import type { LiveIndex } from '../../src-main/core/search/index/live-index.ts';
import { containsLiteral, toLiteral } from '../../src-main/core/search/answer/literal.ts';
import { parseQuery, type ParsedQuery } from '../../src-main/core/search/query/parse.ts';
import type { Selection } from '../../src-main/core/search/index/search-index.ts';
import { StoredIndex } from '../../src-main/core/search/upkeep/stored-index.ts';
import type { Notebook } from '../../src-main/core/storage/connection.ts';
import { ChurnCommands, TAGS, WORDS } from './churn-commands.ts';
import type { Dice } from './dice.ts';
import { askParsed, buildStock, type StockHit } from './stock-lunr.ts';

type Stock = ReturnType<typeof buildStock>;
type Accepts = ((entry: Entry) => boolean) | null;

/** lunr's scores are sums in another order. */
const EXACT = 1e-9;

export class Churn extends ChurnCommands {
  #reading = new StoredIndex();
  #read: Notebook | null = null;

  constructor(dice: Dice, open: () => Notebook) {
    super(dice, open);
  }

  /** @returns one line for each of `count` random queries whose ids, scores or order are not stock lunr's */
  compare(count: number): string[] {
    if (this.#read !== this.notebook) this.#reading = new StoredIndex();
    this.#read = this.notebook;
    const { index, live } = this.notebook.snapshot((reader) => ({
      index: this.#reading.refresh(reader),
      live: new Map(liveDocuments(new Documents(reader)).map((one) => [one.entry.id, one])),
    }));
    const stock = buildStock(live.values());
    const differences =
      index.documentCount === live.size ? [] : [`${index.documentCount} documents, not ${live.size}`];
    for (let at = 0; at < count; at += 1) {
      const query = randomQuery(this.dice);
      const different = compareQuery({ index, stock, live, dice: this.dice }, query);
      if (different !== null) differences.push(`${query}: ${different}`);
    }
    return differences;
  }
}

function liveDocuments(documents: Documents): SearchDocument[] {
  return Array.from(allThings(documents), (thing) => thing.documents()).flat();
}

const FIELD_NAMES = ['title', 'text', 'quotation', 'note', 'tag', 'statement', 'titre', 'texte'];

/** Of one to three clauses; what lunr would reject is not among them. */
export function randomQuery(dice: Dice): string {
  return Array.from({ length: 1 + dice.below(3) }, () => randomClause(dice)).join(' ');
}

function randomClause(dice: Dice): string {
  const presence = dice.pick(['', '', '', '+', '+', '-']);
  const field = dice.chance(0.25) ? `${dice.pick(FIELD_NAMES)}:` : '';
  if (dice.chance(0.12)) return `${presence}${field}"${randomPhrase(dice)}"`;
  const boost = dice.chance(0.2) ? `^${1 + dice.below(5)}` : '';
  return `${presence}${field}${randomTerm(dice)}${boost}`;
}

function randomPhrase(dice: Dice): string {
  if (dice.chance(0.2)) return dice.pick(TAGS);
  // Numbers in quotes are a matter of their own.
  return dice.words(
    WORDS.filter((word) => /^\p{L}+$/u.test(word)),
    1 + dice.below(2),
  );
}

function randomTerm(dice: Dice): string {
  const word = dice.pick(WORDS);
  const at = 1 + dice.below(word.length - 1);
  switch (dice.below(9)) {
    case 0:
      return `${word.slice(0, at)}*`;
    case 1:
      return `*${word.slice(at)}`;
    case 2:
      return `${word.slice(0, at)}*${word.slice(at + 1)}`;
    case 3:
      return /^\p{L}+$/u.test(word) ? `${misspell(word, at)}~${1 + dice.below(2)}` : word;
    case 4:
      return dice.pick(['zzz', 'le', '46.7', '46,7', 'cafés', 'politique']);
    default:
      return word;
  }
}

const misspell = (word: string, at: number): string =>
  word.slice(0, at) + word.charAt(at - 1) + word.slice(at);

interface Both {
  readonly index: LiveIndex;
  readonly stock: Stock;
  readonly live: ReadonlyMap<string, SearchDocument>;
  readonly dice: Dice;
}

const byEntry = (accepts: Accepts): Selection['accepts'] =>
  accepts && ((part) => (document) => accepts(part.entry(document)));

/** Null where both answer the same. Phrases and filters: after filtering what lunr finds. */
function compareQuery({ index, stock, live, dice }: Both, query: string): string | null {
  const parsed = parseQuery(query, false);
  const { clauses, cut } = compileQuery(parsed, index.vocabulary);
  if (cut || parsed.plain) return `was ${cut ? 'cut' : 'not understood'}`;
  const filter = randomFilter(dice);
  const theirs = askParsed(stock, parsed).filter(({ id }) => {
    const document = live.get(id);
    return document && (filter?.(document.entry) ?? true) && holdsPhrases(document, parsed);
  });
  const accepts: Accepts = filter || parsed.phrases.length > 0 ? acceptsOurs(live, parsed, filter) : null;
  const ours = index.search(clauses, { accepts: byEntry(accepts), from: 0, to: Infinity });
  const found = ours.page.map(({ entry, score }) => ({ id: entry.id, score }));
  if (ours.total !== theirs.length) return `${ours.total} hits, not ${theirs.length}`;
  const from = dice.below(10);
  const page = index.search(clauses, { accepts: byEntry(accepts), from, to: from + 7 }).page;
  return (
    differenceOf(found, theirs) ??
    differenceOf(
      page.map(({ entry, score }) => ({ id: entry.id, score })),
      theirs.slice(from, from + 7),
    )
  );
}

function differenceOf(ours: readonly StockHit[], theirs: readonly StockHit[]): string | null {
  if (ours.length !== theirs.length) return `${ours.length} hits, not ${theirs.length}`;
  for (const [rank, { id, score }] of theirs.entries()) {
    const found = ours[rank];
    if (found?.id !== id)
      return `rank ${rank}: ${found?.id ?? 'none'} (${found?.score ?? ''}), not ${id} (${score})`;
    if (!(Math.abs(found.score - score) < EXACT)) return `${id} scores ${found.score}, not ${score}`;
  }
  return null;
}

function randomFilter(dice: Dice): Accepts {
  switch (dice.below(6)) {
    case 0: {
      const kinds = new Set([dice.pick(['passage', 'excerpt', 'claim', 'note']), 'claim']);
      return ({ kind }) => kinds.has(kind);
    }
    case 1: {
      const wanted = dice.pick(['fr', 'en']);
      return ({ language }) => language === wanted;
    }
    default:
      return null;
  }
}

/** As an answer tests it, with the product's own matching of phrases. */
function acceptsOurs(live: Both['live'], { phrases }: ParsedQuery, filter: Accepts): Accepts {
  const literals = phrases.map((phrase) => ({ ...phrase, literal: toLiteral(phrase.typed) }));
  return (entry) =>
    (filter?.(entry) ?? true) &&
    literals.every(({ literal, fields, presence }) => {
      const texts = live.get(entry.id)?.texts ?? {};
      return (
        fields.some((field) => containsLiteral(texts[field] ?? '', literal)) === (presence === 'required')
      );
    });
}

/** Words here are letters between spaces, so that this is all that a phrase is. */
function holdsPhrases({ texts }: SearchDocument, { phrases }: ParsedQuery): boolean {
  const plain = (text: string): string => ` ${foldText(text).split(/\s+/).join(' ')} `;
  return phrases.every(({ typed, fields, presence }) => {
    const holds = fields.some((field) => plain(texts[field] ?? '').includes(plain(typed)));
    return holds === (presence === 'required');
  });
}
