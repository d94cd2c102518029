/** The notebook of one run: opened at the first question, closed at the end. */
import { resolve } from 'node:path';
import type { Client } from '../../common/contract/client.ts';
import type { CommandName, Input, Output } from '../../common/contract/commands.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { CliApp } from './app.ts';
import type { Ask } from './verb.ts';

export interface Session {
  readonly ask: Ask;
  /** Whether opening was tried and failed: the exit code is then the notebook's, whatever the reason. */
  readonly failedToOpen: boolean;
  close(): Promise<void>;
}

type OpenClient = Client & { close(): Promise<void> };

export function createSession(app: CliApp, notebook: string | null, create: boolean): Session {
  let opening: Promise<OpenClient> | null = null;
  let failedToOpen = false;

  const open = (): Promise<OpenClient> =>
    (opening ??= app.open(resolve(notebook ?? app.defaultNotebook()), { create }).catch((error: unknown) => {
      failedToOpen = true;
      throw error;
    }));

  return {
    async ask<Name extends CommandName>(
      name: Name,
      input: Input<Name>,
      onProgress?: (done: number, total: number | null) => void,
    ): Promise<Output<Name>> {
      const client = await open();
      const result = await client.call(name, input, onProgress ? { onProgress } : {});
      if (!result.ok) throw new DossierError(result.error.code, result.error.details);
      return result.value;
    },
    get failedToOpen() {
      return failedToOpen;
    },
    async close() {
      if (opening && !failedToOpen) await (await opening).close();
    },
  };
}
