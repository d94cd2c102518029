import type { Call, Outcome } from '../verb.ts';

/** `bench`: the report is printed by what measures. */
export async function bench({ app, options, json, locale }: Call): Promise<Outcome> {
  return { code: await app.bench({ size: options.number('size'), json, locale }) };
}
