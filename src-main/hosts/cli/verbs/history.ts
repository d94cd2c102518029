import { changeJson } from '../json.ts';
import { plain } from '../terminal-text.ts';
import type { Call, Outcome } from '../verb.ts';
import { fill } from '../words.ts';

/** `undo`: the last command on this notebook, whoever gave it. */
export async function undo({ ask, words, locale }: Call): Promise<Outcome> {
  const undone = changeJson((await ask('history.undo', {})).undone, locale);
  return { json: { undone }, text: () => fill(words.undone, { what: plain(undone.summary) }) };
}

export async function redo({ ask, words, locale }: Call): Promise<Outcome> {
  const redone = changeJson((await ask('history.redo', {})).redone, locale);
  return { json: { redone }, text: () => fill(words.redone, { what: plain(redone.summary) }) };
}
