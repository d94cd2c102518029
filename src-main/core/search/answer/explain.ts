/** Why a hit is one: each word of the query, what it met in the document, by which step, and what that gave. */
import type { Match } from '../../../common/contract/hits.ts';
import { tokenise } from '../../../common/language/tokens.ts';
import { tokenTerms } from '../analysis/analysis.ts';
import type { CompiledQuery, Route } from '../query/compile.ts';
import type { SearchDocument } from '../documents.ts';
import type { Field } from '../analysis/fields.ts';
import type { Share } from '../index/search-index.ts';

type How = Match['how'];

/** The shares of `document`, joined where one word of the text was met in several forms; they add up to its score. */
export function explainHit(
  document: SearchDocument,
  query: CompiledQuery,
  shares: readonly Share[],
): Match[] {
  const written = new WrittenForms(document);
  const matches = new Map<string, Match>();
  for (const share of shares) {
    const clause = query.clauses[share.clause];
    if (!clause) continue;
    const route = clause.routes.get(share.term) ?? 'stem';
    const form = written.of(share.field, share.term, clause.typed);
    const term = form.text;
    const match: Match = {
      query: clause.typed,
      term,
      field: share.field,
      how: howOf(route, form, clause.typed),
      score: share.score,
    };
    const key = JSON.stringify([share.clause, match.term, match.field]);
    const known = matches.get(key);
    matches.set(key, known ? join(known, match) : match);
  }
  return [...matches.values()].sort((a, b) => b.score - a.score);
}

const DIRECT: readonly How[] = ['phrase', 'exact', 'fold', 'stem', 'prefix', 'fuzzy'];

/** A word met both as written and by its stem was met as written. */
function join(known: Match, match: Match): Match {
  const how = DIRECT.indexOf(match.how) < DIRECT.indexOf(known.how) ? match.how : known.how;
  return { ...known, how, score: known.score + match.score };
}

function howOf(route: Route, form: WrittenForm, typed: string): How {
  if (route === 'prefix' || route === 'fuzzy' || route === 'phrase') return route;
  if (form.text === typed) return 'exact';
  // What was typed may itself be the stem of what is written.
  return route === 'stem' || form.stemmed ? 'stem' : 'fold';
}

interface WrittenForm {
  /** In lower case. */
  readonly text: string;
  /** The index term is this word's stem, not the word itself. */
  readonly stemmed: boolean;
}

/** In UTF-16 code units. */
const READ = 200_000;

/** Index terms as the document writes them. */
class WrittenForms {
  readonly #byField = new Map<Field, ReadonlyMap<string, readonly WrittenForm[]>>();

  constructor(readonly document: SearchDocument) {}

  /** The form equal to `typed` if there is one, else the first that is no stem, else the first. */
  of(field: Field, term: string, typed: string): WrittenForm {
    let forms = this.#byField.get(field);
    if (!forms) {
      forms = this.#read(field);
      this.#byField.set(field, forms);
    }
    const found = forms.get(term) ?? [];
    const best =
      found.find(({ text }) => text === typed) ?? found.find(({ stemmed }) => !stemmed) ?? found[0];
    return best ?? { text: term, stemmed: false };
  }

  #read(field: Field): ReadonlyMap<string, readonly WrittenForm[]> {
    const { texts, entry } = this.document;
    // Of an endless text, terms that are first met further on are told as the index has them.
    const whole = (texts[field] ?? '').slice(0, READ);
    const forms = new Map<string, WrittenForm[]>();
    for (const token of tokenise(whole)) {
      const text = whole.slice(token.start, token.end).normalize('NFC').toLowerCase();
      for (const term of tokenTerms(token, entry.language)) {
        const known = forms.get(term) ?? [];
        if (!known.some((form) => form.text === text)) known.push({ text, stemmed: term !== token.term });
        forms.set(term, known);
      }
    }
    return forms;
  }
}
