import * as v from 'valibot';
import type { CallRequest } from './client.ts';

/** Longer ids and names are nobody's: they would only fill logs and maps. */
const LONGEST_NAME = 200;
const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
const SHAPE = v.strictObject({ id: name, name, input: v.unknown() });

/** The request where `value`, which came from outside, has its shape; else null. The input is checked by the command. */
export function parseCallRequest(value: unknown): CallRequest | null {
  const parsed = v.safeParse(SHAPE, value);
  return parsed.success
    ? { id: parsed.output.id, name: parsed.output.name, input: parsed.output.input }
    : null;
}
