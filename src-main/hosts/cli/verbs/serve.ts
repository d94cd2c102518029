import { DossierError } from '../../../common/contract/errors.ts';
import { OpeningFailure } from '../session.ts';
import type { Call, Outcome } from '../verb.ts';

/** `serve`: prints its own line of JSON when it is ready, and runs until it is told to stop. */
export async function serve({ app, options, notebook, locale }: Call): Promise<Outcome> {
  const port = options.number('port');
  try {
    const code = await app.serve({
      notebook,
      port,
      open: !options.has('no-open'),
      sample: options.has('sample'),
      locale,
    });
    return { code };
  } catch (error) {
    throw explain(error, port);
  }
}

/** What it cannot read or write here is the notebook; and a port is refused by the system, in Node's own words. */
function explain(error: unknown, port: number | undefined): unknown {
  if (error instanceof DossierError) {
    const isOpening = error.code === 'target-unwritable' || error.code === 'unreadable';
    return isOpening ? new OpeningFailure(error) : error;
  }
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (reason !== 'EADDRINUSE' && reason !== 'EACCES') return error;
  return new DossierError('invalid', { what: 'port', value: port ?? null, reason }, { cause: error });
}
