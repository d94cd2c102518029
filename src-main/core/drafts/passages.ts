/** Passages that may hold what a draft says: found by the search index, read from the notebook. */
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
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

export class Passages {
  readonly #texts = new Map<string, string>();
  #kept = 0;

  constructor(readonly context: Context) {}

  get reader(): Reader {
    return this.context.notebook.reader;
  }

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

export const anyOf = (words: readonly string[]): string => words.map((word) => `text:${word}`).join(' ');
export const allOf = (words: readonly string[]): string => words.map((word) => `+text:${word}`).join(' ');
