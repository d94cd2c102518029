/** The matrix on screen: what was read of it, which cell is looked at, and what its passages say. */
import type { Output } from '../../../src-main/common/contract/commands.ts';
import type { Claim, ClaimId, Evidence } from '../../../src-main/common/contract/entities.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { type GridPlace, type MatrixModel, buildModel, cellAt, locate, orderRows, placeAt } from './model.ts';

type Matrix = Output<'claim.matrix'>;

const EMPTY: MatrixModel = { rows: [], columns: [], groups: [] };
/** Claims whose passages are kept: a pointer goes over many. */
const MOST_READ = 60;

export class MatrixState {
  #matrix = $state.raw<Matrix | null>(null);
  #pointed = $state.raw<GridPlace | null>(null);
  #read = $state.raw<ReadonlyMap<ClaimId, Claim>>(new Map());
  readonly model: MatrixModel = $derived.by(() => this.#build());
  /** Of the cell that keys act on. */
  readonly focus: GridPlace = $derived.by(() => this.#locate());

  constructor(private readonly app: AppState) {}

  #build(): MatrixModel {
    if (!this.#matrix) return EMPTY;
    const model = buildModel(this.#matrix, this.app.t.library.untitled);
    return { ...model, rows: orderRows(model.rows, this.app.matrix.order, this.app.locale) };
  }

  #locate(): GridPlace {
    return locate(this.model, this.app.matrix.place);
  }

  /** Null until the first answer. */
  get matrix(): Matrix | null {
    return this.#matrix;
  }

  /** Reads what the view asks for. @returns a function that gives it up */
  load(): () => void {
    const stopping = new AbortController();
    const { query } = this.app.matrix;
    void this.app.call('claim.matrix', query, { signal: stopping.signal }).then((answer) => {
      if (answer === null || stopping.signal.aborted) return;
      this.#matrix = answer;
      this.#read = new Map();
    });
    return () => stopping.abort();
  }

  /** What is pointed at, else what keys act on; null for the corner. */
  get shown(): GridPlace | null {
    const place = this.#pointed ?? this.focus;
    return place.row < 0 && place.column < 0 ? null : place;
  }

  /** The cell under the pointer. */
  get pointed(): GridPlace | null {
    return this.#pointed;
  }

  point(place: GridPlace | null): void {
    this.#pointed = place;
  }

  move(place: GridPlace): void {
    this.app.matrix.place = placeAt(this.model, place);
  }

  /** Passages of a cell; null while they are read, or where it has none. */
  evidenceOf(place: GridPlace): readonly Evidence[] | null {
    const { claim, source } = placeAt(this.model, place);
    const read = claim === null ? undefined : this.#read.get(claim);
    return read ? read.evidence.filter(({ sourceId }) => sourceId === source) : null;
  }

  async read(place: GridPlace): Promise<readonly Evidence[] | null> {
    const id = cellAt(this.model, place)?.cell.claim;
    if (id !== undefined && !this.#read.has(id)) {
      const answer = await this.app.client.call('claim.get', { id });
      if (answer.ok) {
        this.#read = new Map([...[...this.#read].slice(1 - MOST_READ), [id, answer.value.claim]]);
      }
    }
    return this.evidenceOf(place);
  }

  /** The first passage of a cell in its source; of an empty cell or a row's header the claim, of a column's the source. */
  async open(place: GridPlace): Promise<void> {
    const { app } = this;
    const { claim, source } = placeAt(this.model, place);
    // Asked before anything is waited for: which pane is meant is known while the key is handled.
    const isBeside = app.panes.isAskedBeside;
    const [first] = (await this.read(place)) ?? [];
    const route = first
      ? ({ view: 'library', source: first.sourceId, excerpt: first.excerptId } as const)
      : claim !== null
        ? ({ view: 'claims', claim } as const)
        : source !== null
          ? ({ view: 'library', source } as const)
          : null;
    if (!route) return;
    if (isBeside) app.panes.openBeside(app.pane, route);
    else app.go(route);
  }

  openClaim({ row }: GridPlace): void {
    const claim = this.model.rows[row]?.claim.id;
    if (claim !== undefined) this.app.go({ view: 'claims', claim });
  }
}
