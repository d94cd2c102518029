/** What an entry of the table of commands is made of. */
import type * as v from 'valibot';

type Schema = v.GenericSchema;

/** Answered by the engine; reads only. */
export const reading = <Input extends Schema, Output extends Schema>(input: Input, output: Output) =>
  ({ owner: 'engine', kind: 'query', input, output }) as const;

/** Written by the engine, in a transaction of its own. */
export const writing = <Input extends Schema, Output extends Schema>(input: Input, output: Output) =>
  ({ owner: 'engine', kind: 'mutation', input, output }) as const;

/** Answered by the workspace, which chooses the notebook. */
export const choosing = <Input extends Schema, Output extends Schema>(input: Input, output: Output) =>
  ({ owner: 'workspace', kind: 'query', input, output }) as const;

/** Answered by the host: it needs the shell. */
export const hosting = <Input extends Schema, Output extends Schema>(input: Input, output: Output) =>
  ({ owner: 'host', kind: 'query', input, output }) as const;
