import type { Change } from '../../../common/contract/entities.ts';
import { changeJson } from '../json.ts';
import { plain } from '../terminal-text.ts';
import type { Call, Outcome } from '../verb.ts';
import { fill } from '../words.ts';

/** `undo`: the last command on this notebook, whoever gave it. */
export async function undo({ ask, words }: Call): Promise<Outcome> {
  const { undone } = await ask('history.undo', {});
  return { json: { undone: changeJson(undone) }, text: () => sentence(words.undone, undone) };
}

export async function redo({ ask, words }: Call): Promise<Outcome> {
  const { redone } = await ask('history.redo', {});
  return { json: { redone: changeJson(redone) }, text: () => sentence(words.redone, redone) };
}

function sentence(words: string, { command, summary }: Change): string {
  return fill(words, { what: plain(summary === '' ? command : summary) });
}
