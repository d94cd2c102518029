/** How a feature answers commands: thin functions over stores, registered by name. */
import type { Checked, EngineQueryName, MutationName, Output } from '../common/contract/commands.ts';
import type { Ports, Searcher } from './ports.ts';
import type { Edit } from './storage/edit.ts';
import type { Notebook } from './storage/connection.ts';

export interface Context {
  readonly notebook: Notebook;
  readonly searcher: Searcher;
  readonly ports: Ports;
  readonly signal: AbortSignal;
  progress(done: number, total: number | null): void;
}

/** Reads only. May await. */
export interface QueryHandler<Name extends EngineQueryName> {
  readonly kind: 'query';
  run(context: Context, input: Checked<Name>): Output<Name> | Promise<Output<Name>>;
}

/**
 * A mutation: `prepare` may await and must not write; `apply` runs in one synchronous transaction, writes only
 * through `edit`, which records how to undo it, and returns the answer.
 */
export interface MutationHandler<Name extends MutationName, Prepared = undefined> {
  readonly kind: 'mutation';
  prepare?(context: Context, input: Checked<Name>): Promise<Prepared>;
  apply(edit: Edit, input: Checked<Name>, prepared: Prepared): Output<Name>;
}

/** The handlers of one feature; `never` lets differently prepared mutations share one map. */
export type Handlers = {
  readonly [Name in EngineQueryName]?: QueryHandler<Name>;
} & {
  readonly [Name in MutationName]?: MutationHandler<Name, never>;
};

export function query<Name extends EngineQueryName>(run: QueryHandler<Name>['run']): QueryHandler<Name> {
  return { kind: 'query', run };
}

export function mutation<Name extends MutationName>(
  apply: (edit: Edit, input: Checked<Name>) => Output<Name>,
): MutationHandler<Name> {
  return { kind: 'mutation', apply };
}
