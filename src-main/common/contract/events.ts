import type { CommandName } from './commands.ts';
import type { NotebookInfo } from './entities.ts';

/** What travels from the engine to whoever subscribed. */
export type DossierEvent =
  /** Rows were changed, by this process (`command`) or another one (`command` null): ask again. */
  | { readonly type: 'changed'; readonly command: CommandName | null }
  /** Long work of the call `call`: `done` of `total` (null where unknown). */
  | {
      readonly type: 'progress';
      readonly call: string;
      readonly done: number;
      readonly total: number | null;
    }
  /** Another notebook is open now. */
  | { readonly type: 'notebook'; readonly notebook: NotebookInfo }
  /** A choice in the native menu: the id of an application command. */
  | { readonly type: 'menu'; readonly command: string };

export type Listener = (event: DossierEvent) => void;
