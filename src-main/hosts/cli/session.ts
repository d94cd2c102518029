/** The notebook of one run: opened at the first question, closed at the end. */
import { resolve } from 'node:path';
import type { Client } from '../../common/contract/client.ts';
import type { CommandName, Input, Output } from '../../common/contract/commands.ts';
import { unwrap } from '../../common/contract/result.ts';
import type { CliApp } from './app.ts';
import type { Ask } from './verb.ts';

export interface Session {
  readonly ask: Ask;
  close(): Promise<void>;
}

/** An error met on opening: the exit code is then the notebook's, whatever its own code is. */
export class OpeningFailure extends Error {
  constructor(override readonly cause: unknown) {
    super('the notebook could not be opened');
  }
}

type OpenClient = Client & { close(): Promise<void> };

export function createSession(app: CliApp, notebook: string | null, create: boolean): Session {
  let client: Promise<OpenClient> | null = null;

  async function open(): Promise<OpenClient> {
    try {
      return await app.open(resolve(notebook ?? app.defaultNotebook()), { create });
    } catch (error) {
      throw new OpeningFailure(error);
    }
  }

  return {
    async ask<Name extends CommandName>(
      name: Name,
      input: Input<Name>,
      onProgress?: (done: number, total: number | null) => void,
    ): Promise<Output<Name>> {
      client ??= open();
      const opened = await client;
      return unwrap(await opened.call(name, input, onProgress ? { onProgress } : {}));
    },
    async close() {
      // One that could not be opened has been told of by who asked.
      const opened = await client?.catch(() => null);
      await opened?.close();
    },
  };
}
