/** What a note can link to, found by words of its title, statement or quotation. */
import type { HitKind } from '../../src-main/common/contract/hits.ts';
import type { LinkKind } from '../../src-main/common/document/internal-links.ts';
import { foldText } from '../../src-main/common/language/folding.ts';
import { shorten } from '../../src-main/common/language/shorten.ts';
import type { AppState } from './app.svelte.ts';

export interface LinkTarget {
  readonly kind: LinkKind;
  readonly id: string;
  readonly title: string;
}

/** Of sources, and of all else together. */
const MOST = 6;
/** Of a quotation or a statement, as the words of a link. */
const TITLE_LENGTH = 100;
const KINDS: HitKind[] = ['claim', 'excerpt', 'note'];

/** @returns none where the question was given up */
export async function findLinkTargets(
  app: AppState,
  typed: string,
  signal: AbortSignal,
): Promise<readonly LinkTarget[]> {
  const sources = findSources(app, typed);
  if (typed.trim() === '') return sources;
  const input = { query: typed, in: KINDS, limit: MOST, typing: true };
  const answer = await app.client.call('search.query', input, { signal });
  if (signal.aborted) return [];
  const hits = answer.ok ? answer.value.hits : [];
  return [
    ...sources,
    ...hits.flatMap(({ kind, id, title, snippet }) => target(kind, id, title, snippet.text)),
  ];
}

function findSources(app: AppState, typed: string): readonly LinkTarget[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  return app.library.sources
    .filter(({ title }) => words.every((word) => foldText(title).includes(word)))
    .slice(0, MOST)
    .map(({ id, title }) => ({ kind: 'source', id, title: shorten(title, TITLE_LENGTH) }));
}

function target(kind: HitKind, id: string, title: string, text: string): readonly LinkTarget[] {
  if (kind === 'passage') return [];
  // An excerpt's title is its source's: what tells it from others is what it quotes.
  const name = kind === 'excerpt' || title === '' ? text : title;
  return [{ kind, id, title: shorten(name.replace(/\s+/g, ' ').trim(), TITLE_LENGTH) }];
}
