/** How a feature answers commands: thin functions over stores, registered by name. */
import type { Checked, EngineQueryName, MutationName, Output } from '../common/contract/commands.ts';
import type { Ports, Searcher } from './ports.ts';
import type { IndexKeeper } from './storage/index-keeper.ts';
import type { Edit } from './storage/edit.ts';
import type { Notebook } from './storage/connection.ts';

export interface Context {
  readonly notebook: Notebook;
  readonly searcher: Searcher;
  readonly index: IndexKeeper;
  readonly ports: Ports;
  readonly signal: AbortSignal;
  progress(done: number, total: number | null): void;
}

/** Reads only. May await. */
export interface QueryHandler<Name extends EngineQueryName> {
  readonly kind: 'query';
  run(context: Context, input: Checked<Name>): Output<Name> | Promise<Output<Name>>;
}

/** Writes a prepared mutation: synchronous, and only through `edit`, which records how to undo it. */
export type Apply<Name extends MutationName> = (edit: Edit) => Output<Name>;

/**
 * A mutation that is too large for one transaction: each commit that it yields is one, and is told what it came to when
 * it is stored. Others are written in between. All of them together are one step of undo, which is whole after each.
 */
export type ApplyInParts<Name extends MutationName> = AsyncGenerator<
  (edit: Edit) => unknown,
  Output<Name>,
  unknown
>;

type Prepared<Name extends MutationName> = Apply<Name> | ApplyInParts<Name>;

/** `prepare` may await and must not write; what it returns runs in one transaction. */
export interface MutationHandler<Name extends MutationName> {
  readonly kind: 'mutation';
  /** Calls of this command are written in the order in which they were made, whichever is prepared first. */
  readonly inOrder?: boolean;
  prepare(context: Context, input: Checked<Name>): Prepared<Name> | Promise<Prepared<Name>>;
}

/** The handlers of one feature. */
export type Handlers = {
  readonly [Name in EngineQueryName]?: QueryHandler<Name>;
} & {
  readonly [Name in MutationName]?: MutationHandler<Name>;
};

export function query<Name extends EngineQueryName>(run: QueryHandler<Name>['run']): QueryHandler<Name> {
  return { kind: 'query', run };
}

/** A mutation that needs no preparation. */
export function mutation<Name extends MutationName>(
  apply: (edit: Edit, input: Checked<Name>) => Output<Name>,
): MutationHandler<Name> {
  return { kind: 'mutation', prepare: (_context, input) => (edit) => apply(edit, input) };
}
