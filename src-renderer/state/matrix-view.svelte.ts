/**
 * How the matrix is seen: what it is narrowed to, how large, and which cell is looked at. It outlives the screen, so that
 * going to a passage and back finds it as it was left.
 */
import type { CollectionId } from '../../src-main/common/contract/collections.ts';
import type { Input } from '../../src-main/common/contract/commands.ts';
import type { ClaimId, SourceId, Status } from '../../src-main/common/contract/entities.ts';

/** `whole`: as small as it has to be to be seen at once. */
export const MATRIX_SIZES = ['large', 'small', 'whole'] as const;
export type MatrixSize = (typeof MATRIX_SIZES)[number];

/** `fragile`: what stands or falls with somebody first. */
export const MATRIX_ORDERS = ['newest', 'statement', 'status', 'fragile'] as const;
export type MatrixOrder = (typeof MATRIX_ORDERS)[number];

/** Null is a header: of a row where the source is, of a column where the claim is. */
export interface MatrixPlace {
  readonly claim: ClaimId | null;
  readonly source: SourceId | null;
}

export class MatrixView {
  /** Null is all of them; so in the next four. */
  status = $state<Status | null>(null);
  tag = $state<string | null>(null);
  collection = $state<CollectionId | null>(null);
  claims = $state.raw<readonly ClaimId[] | null>(null);
  sources = $state.raw<readonly SourceId[] | null>(null);
  size = $state<MatrixSize>('large');
  order = $state<MatrixOrder>('newest');
  isTable = $state(false);
  place = $state.raw<MatrixPlace>({ claim: null, source: null });
  #notebook = '';

  /** Another notebook: ids of the last one mean nothing in it. */
  enter(notebook: string): void {
    if (notebook === this.#notebook) return;
    this.#notebook = notebook;
    this.showAll();
    this.place = { claim: null, source: null };
  }

  get isNarrowed(): boolean {
    return [this.status, this.tag, this.collection, this.claims, this.sources].some((each) => each !== null);
  }

  showAll(): void {
    this.status = this.tag = this.collection = this.claims = this.sources = null;
  }

  get query(): Input<'claim.matrix'> {
    const { status, tag, collection, claims, sources } = this;
    return {
      ...(status === null ? {} : { status }),
      ...(tag === null ? {} : { tag }),
      ...(collection === null ? {} : { collection }),
      ...(claims === null ? {} : { claims: [...claims] }),
      ...(sources === null ? {} : { sources: [...sources] }),
    };
  }
}
