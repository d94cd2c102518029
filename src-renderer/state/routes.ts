import type { CollectionId, SavedSearchId } from '../../src-main/common/contract/collections.ts';
import type {
  ClaimId,
  ExcerptId,
  NoteId,
  SourceId,
  Status,
  TagId,
} from '../../src-main/common/contract/entities.ts';

/** What is to be exported, where it is not everything. A tag is named. */
export type ExportScope =
  | { readonly kind: 'sources'; readonly sources: readonly SourceId[] }
  | { readonly kind: 'collection'; readonly collection: CollectionId }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'claim'; readonly claim: ClaimId }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'saved'; readonly saved: SavedSearchId };

/** Where the window is. Kept in the browser's history, so it holds plain data only. */
export type Route =
  | { readonly view: 'start' }
  | {
      readonly view: 'library';
      readonly source?: SourceId;
      readonly excerpt?: ExcerptId;
      /** UTF-16 offsets into the source's newest version. */
      readonly range?: { readonly start: number; readonly end: number };
    }
  | {
      readonly view: 'claims';
      readonly claim?: ClaimId;
      /** Opens the form for a new claim, with this evidence or statement. */
      readonly compose?: { readonly excerpt?: ExcerptId; readonly statement?: string };
    }
  /** Claims × sources. */
  | { readonly view: 'matrix'; readonly claims?: readonly ClaimId[] }
  /** Quotations that a newer version changed or lost: of a source, or one to look at first. */
  | { readonly view: 'changed'; readonly source?: SourceId; readonly excerpt?: ExcerptId }
  | { readonly view: 'notes'; readonly note?: NoteId }
  | { readonly view: 'search' }
  | { readonly view: 'draft' }
  | { readonly view: 'tags'; readonly tag?: TagId }
  | { readonly view: 'figures' }
  | { readonly view: 'export'; readonly scope?: ExportScope }
  | { readonly view: 'settings' }
  | { readonly view: 'guide' };

export type View = Route['view'];

const VIEWS: ReadonlySet<string> = new Set<View>([
  'start',
  'library',
  'claims',
  'matrix',
  'changed',
  'notes',
  'search',
  'draft',
  'tags',
  'figures',
  'export',
  'settings',
  'guide',
]);

/** Whether what a history entry holds is a route of this app (another version may have written it). */
export function isRoute(value: unknown): value is Route {
  return (
    typeof value === 'object' &&
    value !== null &&
    'view' in value &&
    typeof value.view === 'string' &&
    VIEWS.has(value.view)
  );
}
