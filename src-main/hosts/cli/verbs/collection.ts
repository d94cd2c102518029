import type { Collection, CollectionId } from '../../../common/contract/collections.ts';
import type { SourceId } from '../../../common/contract/entities.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import { numberText } from '../marks.ts';
import { plain, table } from '../terminal-text.ts';
import { operand, type Ask, type Call, type Outcome } from '../verb.ts';

const keyOf = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** By its id or its name. @throws DossierError not-found */
export async function findCollection(ask: Ask, named: string): Promise<CollectionId> {
  const { collections } = await ask('collection.list', {});
  const found = collections.find(({ id, name }) => id === named || keyOf(name) === keyOf(named));
  if (!found) throw new DossierError('not-found', { what: 'collection', id: named });
  return found.id;
}

export async function addCollection(call: Call): Promise<Outcome> {
  const [name = '', ...sources] = call.operands;
  const { collection } = await call.ask('collection.add', { name, sources: sources as SourceId[] });
  return one(collection);
}

export async function renameCollection(call: Call): Promise<Outcome> {
  const id = await findCollection(call.ask, operand(call, 0));
  return one((await call.ask('collection.rename', { id, name: operand(call, 1) })).collection);
}

/** `collection include` and `collection exclude`. */
export function putSources(how: 'include' | 'exclude') {
  return async (call: Call): Promise<Outcome> => {
    const id = await findCollection(call.ask, operand(call, 0));
    const sources = call.operands.slice(1) as SourceId[];
    return one((await call.ask(`collection.${how}`, { id, sources })).collection);
  };
}

export async function removeCollection(call: Call): Promise<Outcome> {
  const id = await findCollection(call.ask, operand(call, 0));
  await call.ask('collection.remove', { id });
  return { json: { removed: id }, text: () => `${call.words.removed}${call.words.colon} ${id}` };
}

export async function listCollections({ ask, words, locale }: Call): Promise<Outcome> {
  const { collections } = await ask('collection.list', {});
  const { columns } = words;
  return {
    json: { collections },
    text: () =>
      collections.length === 0
        ? words.noCollections
        : table(
            [
              { title: columns.id },
              { title: columns.title, limit: 60 },
              { title: columns.sources, align: 'right' },
            ],
            collections.map(({ id, name, sources }) => [id, name, numberText(sources.length, locale)]),
          ),
  };
}

function one(collection: Collection): Outcome {
  const { id, name, sources } = collection;
  return {
    json: { collection },
    text: () => [`${id}  ${plain(name)}`, ...sources.map((each) => `  ${each}`)].join('\n'),
  };
}
