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

  readonly all: readonly Listed[] = $derived.by(() => {
    // The route is read so that the progress of the source that was left is asked for again.
    void this.app.route;
    return this.app.library.sources.map((source) => ({
      source,
      progress: readPosition(source.id)?.progress ?? null,
      tags: this.app.codebook.widen(source.tags),
    }));
  });

  readonly shown: readonly Listed[] = $derived.by(() =>
    sortSources(filterSources(this.all, this.filters), this.app.preferences.listSort, this.app.locale),
  );

  constructor(private readonly app: AppState) {}

  get filtered(): boolean {
    return (
      this.filters.text !== '' || Object.values(this.filters.facets).some((value) => value !== undefined)
    );
  }

  choose(facet: FacetName, value: string | undefined): void {
    this.filters = { ...this.filters, facets: { ...this.filters.facets, [facet]: value } };
  }

  type(text: string): void {
    this.filters = { ...this.filters, text };
  }

  clear(): void {
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
