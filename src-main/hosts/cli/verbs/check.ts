import { describeFault } from '../../../common/messages/problems.ts';
import { EXIT } from '../app.ts';
import { plain } from '../terminal-text.ts';
import type { Call, Outcome } from '../verb.ts';

/** `check`: a notebook with problems is a failure, also for scripts that only look at the exit code. */
export async function check({ options, ask, words, locale }: Call): Promise<Outcome> {
  const { ok, problems, schemaVersion, sqliteVersion } = await ask('notebook.check', {
    repair: options.has('repair'),
  });
  const lines = problems.map(
    ({ code, repaired, ...fault }) =>
      `  ${plain(`${code}${words.colon} ${describeFault(fault, locale)}`)}${repaired ? ` (${words.repaired})` : ''}`,
  );
  return {
    json: { ok, problems, schemaVersion, sqliteVersion },
    text: () =>
      [ok ? words.sound : words.unsound, ...lines, `SQLite ${sqliteVersion}, schema ${schemaVersion}`].join(
        '\n',
      ),
    code: ok ? EXIT.done : EXIT.failed,
  };
}
