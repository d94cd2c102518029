/** Goes to what an address of the notebook names. Where it is not there, a notice says so. */
import type {
  ClaimId,
  ExcerptId,
  NoteId,
  SourceDetail,
  SourceId,
} from '../../src-main/common/contract/entities.ts';
import type { InternalLink, LinkedPassage } from '../../src-main/common/document/internal-links.ts';
import { findQuotation } from '../../src-main/common/document/quote-match.ts';
import type { AppPort } from './port.ts';
import type { Route } from './routes.ts';

/** What this needs of the window's state. */
interface Owner extends AppPort {
  readonly notebook: object | null;
  go(route: Route): void;
}

export async function openLink(app: Owner, link: InternalLink): Promise<void> {
  if (!app.notebook) {
    app.notices.show({ kind: 'info', text: app.t.reader.linked.noNotebook });
    return;
  }
  const route = await routeOf(app, link);
  if (route) app.go(route);
}

async function routeOf(app: Owner, { kind, id, passage }: InternalLink): Promise<Route | null> {
  switch (kind) {
    case 'excerpt': {
      const answer = await app.call('excerpt.get', { id: id as ExcerptId });
      return answer && { view: 'library', source: answer.excerpt.sourceId, excerpt: answer.excerpt.id };
    }
    case 'claim': {
      const answer = await app.call('claim.get', { id: id as ClaimId });
      return answer && { view: 'claims', claim: answer.claim.id };
    }
    case 'source': {
      const answer = await app.call('source.get', { id: id as SourceId });
      return answer && sourceRoute(app, answer.source, passage);
    }
    case 'note': {
      const answer = await app.call('note.get', { id: id as NoteId });
      return answer && { view: 'notes', note: answer.note.id };
    }
  }
}

function sourceRoute(app: Owner, source: SourceDetail, passage: LinkedPassage | null): Route {
  const range = passage && findPassage(source.text, passage);
  if (passage && !range) app.notices.show({ kind: 'info', text: app.t.reader.linked.passageGone });
  return { view: 'library', source: source.id, ...(range ? { range } : {}) };
}

/** Where it stood if its beginning still stands there, else where its beginning stands nearest to that. */
export function findPassage(
  text: string,
  { start, end, quote }: LinkedPassage,
): { readonly start: number; readonly end: number } | null {
  const last = Math.min(end, text.length);
  if (text.startsWith(quote, start)) return start < last ? { start, end: last } : null;
  const match = findQuotation(text, { quote, near: start });
  if (match.kind !== 'found') return null;
  return { start: match.start, end: Math.min(text.length, match.start + end - start) };
}
