import type { CollectionId } from '../../../src-main/common/contract/collections.ts';
import type { Source, SourceId } from '../../../src-main/common/contract/entities.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { readPosition } from '../../state/reading-positions.ts';
import {
  type FacetName,
  type Filters,
  type Listed,
  NO_FILTERS,
  filterSources,
  sortSources,
} from './list-rules.ts';

/** The list as the user has set it: filtered, sorted, or the trash. */
export class ListState {
  filters = $state.raw<Filters>(NO_FILTERS);
  /** Whether the filter field is shown. */
  filtering = $state(false);
  trash = $state(false);
  /** Null is all of the library. */
  #collection = $state<CollectionId | null>(null);
  /** Sources in the order of the collection rather than by the preference. */
  arranged = $state(true);
  #marked = $state.raw<ReadonlySet<string>>(new Set());
  /** A new collection is being named, for these sources; null while none is. */
  naming = $state.raw<readonly SourceId[] | null>(null);

  readonly all: readonly Listed[] = $derived.by(() => {
    // The route is read so that the progress of the source that was left is asked for again.
    void this.app.route;
    return this.app.library.sources.map((source) => ({
      source,
      progress: readPosition(source.id)?.progress ?? null,
      tags: this.app.codebook.widen(source.tags),
    }));
  });

  readonly shown: readonly Listed[] = $derived.by(() => {
    const found = filterSources(this.within, this.filters);
    return this.places !== null && this.arranged
      ? found
      : sortSources(found, this.app.preferences.listSort, this.app.locale);
  });

  constructor(private readonly app: AppState) {}

  /** The open collection; null too where it was deleted meanwhile. */
  get collection(): CollectionId | null {
    return this.#collection !== null && this.app.shelves.find(this.#collection) ? this.#collection : null;
  }

  set collection(id: CollectionId | null) {
    this.#collection = id;
    this.arranged = true;
    this.mark(new Set());
  }

  /** Of the open collection, in its order. */
  get places(): readonly SourceId[] | null {
    const id = this.collection;
    return id === null ? null : (this.app.shelves.find(id)?.sources ?? []);
  }

  /** What there is to filter: the library, or the open collection in its order. */
  get within(): readonly Listed[] {
    const { places } = this;
    if (places === null) return this.all;
    const listed = new Map(this.all.map((each) => [each.source.id, each]));
    return places.flatMap((id) => listed.get(id) ?? []);
  }

  /** Of what is shown: a source that is filtered out is not treated unseen. */
  get marked(): ReadonlySet<string> {
    return this.#marked;
  }

  get markedIds(): SourceId[] {
    return this.shown.map(({ source }) => source.id).filter((id) => this.#marked.has(id));
  }

  mark(keys: ReadonlySet<string>): void {
    this.#marked = keys;
  }

  get filtered(): boolean {
    return (
      this.filters.text !== '' || Object.values(this.filters.facets).some((value) => value !== undefined)
    );
  }

  choose(facet: FacetName, value: string | undefined): void {
    this.mark(new Set());
    this.filters = { ...this.filters, facets: { ...this.filters.facets, [facet]: value } };
  }

  type(text: string): void {
    this.mark(new Set());
    this.filters = { ...this.filters, text };
  }

  clear(): void {
    this.mark(new Set());
    this.filters = NO_FILTERS;
    this.filtering = false;
  }

  /** Reading begins: the tray of imports, once it is done, no longer stands before the text. */
  open(source: Source): void {
    this.app.imports.open &&= this.app.imports.busy;
    this.app.go({ view: 'library', source: source.id });
  }

  /** Opens the source `by` rows below the open one; the first where none is open. */
  step(by: 1 | -1, from: SourceId | undefined): void {
    const at = this.shown.findIndex(({ source }) => source.id === from);
    const next = at < 0 ? this.shown[0] : this.shown[at + by];
    if (next) this.open(next.source);
  }
}
