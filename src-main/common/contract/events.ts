import type { CommandName, Output } from './commands.ts';
import type { NotebookInfo } from './entities.ts';
import type { ImportedLibrary } from './libraries.ts';
import type { Result } from './result.ts';

/** What became of a file: an article, or the library of another program. */
export type Captured = Output<'source.import'> | ImportedLibrary;

/** What travels from the engine to whoever subscribed. */
export type DossierEvent =
  /** Rows were changed, by this process (`command`, and the `call` that it was) or another one (`command` null): ask again. */
  | { readonly type: 'changed'; readonly command: CommandName | null; readonly call?: string }
  /** Long work of the call `call`: `done` of `total` (null where unknown). */
  | {
      readonly type: 'progress';
      readonly call: string;
      readonly done: number;
      readonly total: number | null;
    }
  /** Another notebook is open now. */
  | { readonly type: 'notebook'; readonly notebook: NotebookInfo }
  /** A file of the watched folder was taken, or could not be. */
  | { readonly type: 'captured'; readonly fileName: string; readonly result: Result<Captured> }
  /** Another program asks to open a thing of the notebook: an address `dossier://…`. */
  | { readonly type: 'link'; readonly address: string }
  /** A choice in the native menu: the id of an application command. */
  | { readonly type: 'menu'; readonly command: string };

export type Listener = (event: DossierEvent) => void;
