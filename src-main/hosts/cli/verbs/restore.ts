import { resolve } from 'node:path';
import { numberText } from '../marks.ts';
import { createOutput, createProgress } from '../output.ts';
import { table } from '../terminal-text.ts';
import { usageError } from '../usage.ts';
import { operand, type Call, type Outcome } from '../verb.ts';

const COLUMNS = ['sources', 'excerpts', 'claims', 'tags'] as const;

/** `restore`: the notebook has to be named, since nothing may be there yet. */
export async function restore(call: Call): Promise<Outcome> {
  const { app, io, words, locale, notebook, json } = call;
  if (notebook === null) throw usageError('missing-option', '--notebook', '', 'restore');
  const progress = createProgress(createOutput(io.stderr, 'stderr'), words.restoring, io.isTty && !json);
  const counts = await app.restore(
    { archive: resolve(io.cwd, operand(call, 0)), notebook },
    (done, total) => void progress.draw(done, total),
  );
  await progress.clear();
  return {
    json: counts,
    text: () =>
      table(
        COLUMNS.map((name) => ({ title: words.columns[name], align: 'right' })),
        [COLUMNS.map((name) => numberText(counts[name], locale))],
      ),
  };
}
