import type { Call, Outcome } from '../verb.ts';

/** `serve`: prints its own line of JSON when it is ready, and runs until it is told to stop. */
export async function serve({ app, options, notebook, locale }: Call): Promise<Outcome> {
  const code = await app.serve({
    notebook,
    port: options.number('port'),
    open: !options.has('no-open'),
    sample: options.has('sample'),
    locale,
  });
  return { code };
}
