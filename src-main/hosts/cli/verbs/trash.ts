import { TRASH_KINDS, type TrashKind } from '../../../common/contract/collections.ts';
import { table } from '../terminal-text.ts';
import { usageError } from '../usage.ts';
import type { Call, Outcome } from '../verb.ts';

export async function listTrash({ ask, words }: Call): Promise<Outcome> {
  const { items } = await ask('trash.list', {});
  const { columns } = words;
  return {
    json: { items },
    text: () =>
      items.length === 0
        ? words.trashEmpty
        : table(
            [
              { title: columns.id },
              { title: columns.kind },
              { title: columns.title, limit: 60 },
              { title: columns.deleted },
            ],
            items.map(({ kind, id, title, deletedAt }) => [
              id,
              words.trashKinds[kind],
              title,
              deletedAt.slice(0, 10),
            ]),
          ),
  };
}

/** `trash empty --yes`: for good, the one thing that `undo` does not bring back. */
export async function emptyTrash({ ask, options, words }: Call): Promise<Outcome> {
  if (!options.has('yes')) throw usageError('missing-option', '--yes', '', 'trash empty');
  const removed = Object.fromEntries(TRASH_KINDS.map((kind) => [kind, 0])) as Record<TrashKind, number>;
  for (let left = 1; left > 0;) {
    const answer = await ask('trash.empty', {});
    for (const kind of TRASH_KINDS) removed[kind] += answer.removed[kind];
    left = answer.left;
  }
  const told = TRASH_KINDS.filter((kind) => removed[kind] > 0);
  return {
    json: { removed },
    text: () =>
      told.length === 0
        ? words.trashEmpty
        : told.map((kind) => `${words.trashKinds[kind]}${words.colon} ${removed[kind]}`).join('\n'),
  };
}
