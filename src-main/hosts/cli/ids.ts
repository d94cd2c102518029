import * as v from 'valibot';

/** A word of the command line as an id; whether it exists is the engine's to say. */
export function toId<Schema extends v.GenericSchema<string>>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> {
  return v.parse(schema, text);
}
