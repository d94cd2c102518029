/** What the command line needs from whoever starts it: the engine behind a client, and the streams. */
import type { Client } from '../../common/contract/client.ts';
import type { Output } from '../../common/contract/commands.ts';
import type { Locale } from '../../common/messages/locale.ts';

/** 0 done; 1 something asked for failed; 2 wrong usage; 3 the notebook cannot be opened. */
export const EXIT = { done: 0, failed: 1, usage: 2, notebook: 3 } as const;

export interface OutputStream {
  /** `isTTY` and `columns` are those of a terminal. */
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string, done: (error?: Error | null) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface CliIo {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person watches standard error: only then is there a progress bar. */
  readonly isTty: boolean;
  readonly cwd: string;
  /** Node's `process.platform`. */
  readonly platform: string;
}

export interface ServeRequest {
  /** Absolute; null opens what was open last. */
  readonly notebook: string | null;
  readonly port: number | undefined;
  /** Whether to open a window. */
  readonly open: boolean;
  readonly sample: boolean;
  readonly locale: Locale;
}

export interface BenchRequest {
  readonly size: number | undefined;
  readonly json: boolean;
  readonly locale: Locale;
}

export interface CliApp {
  /** @throws DossierError notebook-missing, -damaged, -foreign, -newer, -locked, target-unwritable */
  open(notebook: string, options: { readonly create: boolean }): Promise<Client & { close(): Promise<void> }>;
  /** Prints one line of JSON, `{"url"}`, on standard output; returns the exit code when it has ended. */
  serve(request: ServeRequest): Promise<number>;
  /** Both paths absolute. @throws DossierError those of `workspace.restore`, and not-found */
  restore(
    request: { readonly archive: string; readonly notebook: string },
    progress: (done: number, total: number) => void,
  ): Promise<Output<'workspace.restore'>>;
  defaultNotebook(): string;
  readonly version: string;
  /** Prints the report on standard output and returns the exit code. */
  bench(request: BenchRequest): Promise<number>;
}
