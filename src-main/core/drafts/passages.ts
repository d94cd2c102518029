/** Passages that may hold what a draft says: found by the search index, read from the notebook. */
import type { CheckedQuotation } from '../../common/contract/drafts.ts';
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { tokenise } from '../../common/language/tokens.ts';
import type { Context } from '../handler.ts';
import type { Reader } from '../storage/connection.ts';

export interface FoundPassage {
  readonly sourceId: SourceId;
  readonly versionId: VersionId;
  readonly title: string;
  /** Of the passage. */
  readonly start: number;
  readonly end: number;
  /** Of the whole version. */
  readonly text: string;
}

/** In UTF-16 code units of texts kept for the next question. */
const KEPT = 20_000_000;
/** Terms asked for at once: a search that is typed meanwhile waits for no more than these. */
const ASKED = 5000;
/** Distinct words of a draft; of those beyond, nothing is known, as of words that the notebook does not hold. */
const MOST_TERMS = 100_000;

export class Passages {
  readonly #texts = new Map<string, string>();
  readonly #frequencies = new Map<string, number>();
  readonly #authors = new Map<string, { readonly byline: string | null; readonly site: string | null }>();
  #kept = 0;

  constructor(readonly context: Context) {}

  get reader(): Reader {
    return this.context.notebook.reader;
  }

  /** How rare the words of a draft are in the notebook, once for all. @throws DossierError cancelled */
  async learn(draft: string): Promise<void> {
    const { searcher, signal } = this.context;
    const terms = [...new Set(tokenise(draft).map(({ term }) => term))].slice(0, MOST_TERMS);
    for (let from = 0; from < terms.length; from += ASKED) {
      const some = terms.slice(from, from + ASKED);
      const frequencies = await searcher.frequencies(some, signal);
      some.forEach((term, at) => this.#frequencies.set(term, frequencies[at] ?? 0));
    }
  }

  readonly frequencyOf = (term: string): number => this.#frequencies.get(term) ?? 0;

  /** The best first. @throws DossierError cancelled */
  async find(query: string, limit: number): Promise<readonly FoundPassage[]> {
    const { searcher, signal } = this.context;
    if (signal.aborted) throw new DossierError('cancelled');
    if (query === '') return [];
    const { hits } = await searcher.query({ query, in: ['passage'], limit }, signal);
    return hits.flatMap(({ sourceId, versionId, start, end, title }) =>
      sourceId === null || versionId === null || start === null || end === null
        ? []
        : [{ sourceId, versionId, start, end, title, text: this.#textOf(versionId) }],
    );
  }

  /** A stretch of a passage's text as it is answered. */
  placeOf(passage: FoundPassage, start: number, end: number): NonNullable<CheckedQuotation['place']> {
    const { sourceId, versionId, title, text } = passage;
    return {
      ...{ versionId, start, end, title, ...this.#authorsOf(sourceId) },
      ...{ words: text.slice(start, Math.min(end, start + LONGEST_WORDS)), ...aroundOf(text, start, end) },
    };
  }

  #authorsOf(source: SourceId): { readonly byline: string | null; readonly site: string | null } {
    const known = this.#authors.get(source);
    if (known) return known;
    const sql = 'SELECT byline, site FROM source WHERE id = ?';
    const row = this.reader.get<{ byline: string | null; site: string | null }>(sql, source);
    const authors = { byline: row?.byline ?? null, site: row?.site ?? null };
    this.#authors.set(source, authors);
    return authors;
  }

  #textOf(version: VersionId): string {
    const known = this.#texts.get(version);
    if (known !== undefined) return known;
    const sql = 'SELECT text FROM version WHERE id = ?';
    const text = this.reader.get<{ text: string }>(sql, version)?.text ?? '';
    if (this.#kept + text.length > KEPT) {
      this.#texts.clear();
      this.#kept = 0;
    }
    this.#texts.set(version, text);
    this.#kept += text.length;
    return text;
  }
}

const LONGEST_WORDS = 2000;
const AROUND = 200;

/** Of the same paragraph, from and to a whole word. */
function aroundOf(
  text: string,
  start: number,
  end: number,
): { readonly before: string; readonly after: string } {
  const left = text.slice(Math.max(0, start - AROUND), start);
  const right = text.slice(end, end + AROUND);
  const line = left.slice(left.lastIndexOf('\n') + 1);
  const [rest = ''] = right.split('\n', 1);
  return {
    before: line.length < AROUND ? line : line.replace(/^\S*\s/, ''),
    after: rest.length < AROUND ? rest : rest.replace(/\s\S*$/, ''),
  };
}

export const anyOf = (words: readonly string[]): string => words.map((word) => `text:${word}`).join(' ');
export const allOf = (words: readonly string[]): string => words.map((word) => `+text:${word}`).join(' ');
