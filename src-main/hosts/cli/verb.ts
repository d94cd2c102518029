/** What a verb is: how it is called, and what it answers. */
import type { CommandName, Input, Output } from '../../common/contract/commands.ts';
import type { CliWords } from '../../common/messages/cli/en.ts';
import type { Locale } from '../../common/messages/locale.ts';
import type { CliApp, CliIo } from './app.ts';
import type { OptionSpec, Options } from './options.ts';

export interface VerbSpec {
  readonly name: keyof CliWords['verbs'];
  /** As in the usage line. */
  readonly operands: string;
  readonly least: number;
  readonly most: number;
  /** A verb that writes makes the notebook where it is missing. */
  readonly access: 'reads' | 'writes' | 'none';
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Loaded when it is called: starting has to stay quick however many verbs there are. */
  readonly load: () => Promise<Run>;
}

export type Run = (call: Call) => Promise<Outcome>;

/** A typed call that throws what the envelope says. */
export type Ask = <Name extends CommandName>(
  name: Name,
  input: Input<Name>,
  onProgress?: (done: number, total: number | null) => void,
) => Promise<Output<Name>>;

export interface Call {
  readonly operands: readonly string[];
  readonly options: Options;
  readonly json: boolean;
  readonly io: CliIo;
  readonly app: CliApp;
  readonly words: CliWords;
  readonly locale: Locale;
  /** Absolute; null where `--notebook` was not given. */
  readonly notebook: string | null;
  /** Opens the notebook at its first use, so that wrong usage is told before. */
  readonly ask: Ask;
  /** One line for the person, on standard error. */
  say(line: string): Promise<void>;
}

export interface Outcome {
  /** Absent where the verb has answered by itself. */
  readonly json?: unknown;
  readonly text?: () => string;
  readonly code?: number;
}

/** An operand that `least` promises. */
export function operand(call: Call, at: number): string {
  return call.operands[at] ?? '';
}
