import type { SavedSearch } from '../../../common/contract/collections.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import { table } from '../terminal-text.ts';
import { operand, type Ask, type Call, type Outcome } from '../verb.ts';

const keyOf = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** By its id or its name; null where there is none. */
export async function lookUpSaved(ask: Ask, named: string): Promise<SavedSearch | null> {
  const { searches } = await ask('saved.list', {});
  return searches.find(({ id, name }) => id === named || keyOf(name) === keyOf(named)) ?? null;
}

/** @throws DossierError not-found */
export async function findSaved(ask: Ask, named: string): Promise<SavedSearch> {
  const saved = await lookUpSaved(ask, named);
  if (!saved) throw new DossierError('not-found', { what: 'saved-search', id: named });
  return saved;
}

export async function listSaved({ ask, words }: Call): Promise<Outcome> {
  const { searches } = await ask('saved.list', {});
  const { columns } = words;
  return {
    json: { searches },
    text: () =>
      searches.length === 0
        ? words.noSaved
        : table(
            [{ title: columns.id }, { title: columns.title, limit: 40 }, { title: columns.query, limit: 60 }],
            searches.map(({ id, name, query }) => [id, name, query]),
          ),
  };
}

export async function removeSaved(call: Call): Promise<Outcome> {
  const { id } = await findSaved(call.ask, operand(call, 0));
  await call.ask('saved.remove', { id });
  return { json: { removed: id }, text: () => `${call.words.removed}${call.words.colon} ${id}` };
}
