/** Collections and saved searches, and what is done to many sources at once. */
import type { CollectionId, SavedSearchId } from '../../common/contract/collections.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { mutation, query, type Handlers } from '../handler.ts';
import {
  collectionPlaces,
  excludeSources,
  getCollection,
  includeSources,
  listCollections,
  membersOf,
  moveTo,
  placeAfter,
} from '../storage/collections.ts';
import type { Edit } from '../storage/edit.ts';
import { cleanName, nameKey, refuseTaken, type NamedTable } from '../storage/names.ts';
import { getSaved, listSaved } from '../storage/saved-searches.ts';
import { changeTags, type TagChange } from '../storage/tags.ts';
import { limitText } from '../storage/user-text.ts';

/** What a person types; a pasted page is no question. */
const MAX_QUERY = 10_000;

export const collectionHandlers = {
  'sources.tag': mutation((edit, { ids, ...tags }) =>
    changeEach(edit, ids, (id) => tagSource(edit, id, tags)),
  ),
  'sources.remove': mutation((edit, { ids }) =>
    changeEach(edit, ids, (id) => edit.update('source', id, { deleted_at: edit.now })),
  ),

  'collection.list': query(({ notebook }) => ({ collections: listCollections(notebook.reader) })),

  'collection.add': mutation((edit, { name, sources }) => {
    const id = edit.ids.next() as CollectionId;
    edit.insert('collection', {
      id,
      ...nameColumns(edit, 'collection', name),
      position: placeAfter(collectionPlaces(edit.reader)),
      created_at: edit.now,
      deleted_at: null,
    });
    includeSources(edit, id, sources ?? []);
    return answer(edit, id);
  }),

  'collection.rename': mutation((edit, { id, name }) => {
    getCollection(edit.reader, id);
    edit.update('collection', id, nameColumns(edit, 'collection', name, id));
    return answer(edit, id);
  }),

  'collection.remove': mutation((edit, { id }) => {
    edit.subject = getCollection(edit.reader, id).name;
    edit.update('collection', id, { deleted_at: edit.now });
    return { id };
  }),

  'collection.move': mutation((edit, { id, to }) => {
    getCollection(edit.reader, id);
    moveTo(edit, 'collection', collectionPlaces(edit.reader), id, to);
    return answer(edit, id);
  }),

  'collection.include': mutation((edit, { id, sources }) => {
    getCollection(edit.reader, id);
    includeSources(edit, id, sources);
    return answer(edit, id);
  }),

  'collection.exclude': mutation((edit, { id, sources }) => {
    getCollection(edit.reader, id);
    excludeSources(edit, id, sources);
    return answer(edit, id);
  }),

  'collection.arrange': mutation((edit, { id, source, to }) => {
    const live = new Set<string>(getCollection(edit.reader, id).sources);
    // Those in the trash have no place that could be named: a source is put among the others.
    const members = membersOf(edit.reader, id).filter((member) => !member.isGone && live.has(member.source));
    const member = members.find((each) => each.source === source);
    if (!member) throw new DossierError('not-found', { what: 'source', id: source });
    moveTo(edit, 'collection_source', members, member.id, to);
    return answer(edit, id);
  }),

  'saved.list': query(({ notebook }) => ({ searches: listSaved(notebook.reader) })),

  'saved.add': mutation((edit, { name, query: words, filters }) => {
    const id = edit.ids.next() as SavedSearchId;
    edit.insert('saved_search', {
      id,
      ...nameColumns(edit, 'saved_search', name),
      query: limitText('query', words, MAX_QUERY),
      filters: JSON.stringify(filters),
      created_at: edit.now,
      updated_at: edit.now,
      deleted_at: null,
    });
    return savedAnswer(edit, id);
  }),

  'saved.edit': mutation((edit, { id, name, query: words, filters }) => {
    getSaved(edit.reader, id);
    edit.update('saved_search', id, {
      ...(name === undefined ? {} : nameColumns(edit, 'saved_search', name, id)),
      ...(words === undefined ? {} : { query: limitText('query', words, MAX_QUERY) }),
      ...(filters === undefined ? {} : { filters: JSON.stringify(filters) }),
    });
    if (edit.patches.length > 0) edit.update('saved_search', id, { updated_at: edit.now });
    return savedAnswer(edit, id);
  }),

  'saved.remove': mutation((edit, { id }) => {
    edit.subject = getSaved(edit.reader, id).name;
    edit.update('saved_search', id, { deleted_at: edit.now });
    return { id };
  }),
} satisfies Handlers;

function nameColumns(edit: Edit, table: NamedTable, name: string, id?: string) {
  const clean = cleanName(table, name);
  refuseTaken(edit.reader, table, clean, id);
  return { name: clean, name_key: nameKey(clean) };
}

function answer(edit: Edit, id: string): { collection: ReturnType<typeof getCollection> } {
  const collection = getCollection(edit.reader, id);
  edit.subject = collection.name;
  return { collection };
}

function savedAnswer(edit: Edit, id: string): { search: ReturnType<typeof getSaved> } {
  const search = getSaved(edit.reader, id);
  edit.subject = search.name;
  return { search };
}

/** All of them or, where one is not there, none. */
function changeEach(edit: Edit, ids: readonly string[], change: (id: string) => void): { changed: number } {
  let changed = 0;
  for (const id of new Set(ids)) {
    const row = edit.reader.get<{ title: string }>('SELECT title FROM live_source WHERE id = ?', id);
    if (!row) throw new DossierError('not-found', { what: 'source', id });
    const before = edit.patches.length;
    change(id);
    if (edit.patches.length === before) continue;
    changed += 1;
    edit.subject = changed === 1 ? row.title : `× ${changed}`;
  }
  return { changed };
}

function tagSource(edit: Edit, id: string, tags: TagChange): void {
  const before = edit.patches.length;
  changeTags(edit, 'source_tag', id, tags);
  if (edit.patches.length > before) edit.update('source', id, { updated_at: edit.now });
}
