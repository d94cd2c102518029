/** What the library is put in order by: collections, saved searches, the trash, and what is done to many sources at once. */
import * as v from 'valibot';
import { reading, writing } from './command-kinds.ts';
import { SHORT_DATE, SOURCE_ID, STATUS } from './entities.ts';
import { HIT_KIND } from './hits.ts';

const text = v.string();
const tags = v.optional(v.array(text));
const none = v.object({});
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const id = <const Name extends string>(name: Name) => v.pipe(v.string(), v.brand(name));
export const COLLECTION_ID = id('CollectionId');
export const SAVED_SEARCH_ID = id('SavedSearchId');
export type CollectionId = v.InferOutput<typeof COLLECTION_ID>;
export type SavedSearchId = v.InferOutput<typeof SAVED_SEARCH_ID>;

/** So many sources may be named in one call. */
const MOST_AT_ONCE = 100_000;
const sources = v.pipe(v.array(SOURCE_ID), v.maxLength(MOST_AT_ONCE));

export const COLLECTION = v.object({
  id: COLLECTION_ID,
  name: text,
  /** Live ones, in the order that the user gave them. */
  sources: v.array(SOURCE_ID),
  createdAt: text,
});
export type Collection = v.InferOutput<typeof COLLECTION>;

/** What narrows a search beside its words, as `search.query` takes it. */
export const SEARCH_FILTERS = v.object({
  in: v.optional(v.array(HIT_KIND)),
  tag: v.optional(text),
  status: v.optional(STATUS),
  language: v.optional(text),
  site: v.optional(text),
  from: v.optional(SHORT_DATE),
  to: v.optional(SHORT_DATE),
  collection: v.optional(COLLECTION_ID),
});
export type SavedFilters = v.InferOutput<typeof SEARCH_FILTERS>;

export const SAVED_SEARCH = v.object({
  id: SAVED_SEARCH_ID,
  name: text,
  query: text,
  filters: SEARCH_FILTERS,
  createdAt: text,
  updatedAt: text,
});
export type SavedSearch = v.InferOutput<typeof SAVED_SEARCH>;

export const TRASH_KINDS = [
  'source',
  'excerpt',
  'claim',
  'note',
  'tag',
  'collection',
  'saved-search',
  'template',
  'kept-search',
] as const;
export const TRASH_KIND = v.picklist(TRASH_KINDS);
export type TrashKind = (typeof TRASH_KINDS)[number];

export const TRASHED = v.object({
  kind: TRASH_KIND,
  id: text,
  /** Title, statement, quotation or name, shortened. */
  title: text,
  /** Of a source its outlet; of a highlight its source. */
  aside: v.nullable(text),
  deletedAt: text,
});
export type Trashed = v.InferOutput<typeof TRASHED>;

const COLLECTION_ANSWER = v.object({ collection: COLLECTION });
const SAVED_ANSWER = v.object({ search: SAVED_SEARCH });
/** How many were changed: those that already were so are not counted. */
const CHANGED = v.object({ changed: count });

const trashCounts = Object.fromEntries(TRASH_KINDS.map((kind) => [kind, count])) as Record<
  TrashKind,
  typeof count
>;

export const COLLECTION_COMMANDS = {
  /** One step of undo for all of them. Errors: not-found, and then nothing is changed. */
  'sources.tag': writing(v.object({ ids: sources, tags, untag: tags }), CHANGED),
  'sources.remove': writing(v.object({ ids: sources }), CHANGED),

  /** In the order that the user gave them. */
  'collection.list': reading(none, v.object({ collections: v.array(COLLECTION) })),
  /** Errors: duplicate where a collection is called so. */
  'collection.add': writing(v.object({ name: text, sources: v.optional(sources) }), COLLECTION_ANSWER),
  'collection.rename': writing(v.object({ id: COLLECTION_ID, name: text }), COLLECTION_ANSWER),
  /** Its sources stay. */
  'collection.remove': writing(v.object({ id: COLLECTION_ID }), v.object({ id: COLLECTION_ID })),
  /** Among the collections: `to` is its place afterwards, from 0. */
  'collection.move': writing(v.object({ id: COLLECTION_ID, to: count }), COLLECTION_ANSWER),
  /** At its end, in this order; those that it has stay where they are. */
  'collection.include': writing(v.object({ id: COLLECTION_ID, sources }), COLLECTION_ANSWER),
  'collection.exclude': writing(v.object({ id: COLLECTION_ID, sources }), COLLECTION_ANSWER),
  /** Puts one of its sources at another place, from 0. */
  'collection.arrange': writing(
    v.object({ id: COLLECTION_ID, source: SOURCE_ID, to: count }),
    COLLECTION_ANSWER,
  ),

  /** By name. */
  'saved.list': reading(none, v.object({ searches: v.array(SAVED_SEARCH) })),
  /** Errors: duplicate where a search is saved under that name. */
  'saved.add': writing(v.object({ name: text, query: text, filters: SEARCH_FILTERS }), SAVED_ANSWER),
  'saved.edit': writing(
    v.object({
      id: SAVED_SEARCH_ID,
      name: v.optional(text),
      query: v.optional(text),
      filters: v.optional(SEARCH_FILTERS),
    }),
    SAVED_ANSWER,
  ),
  'saved.remove': writing(v.object({ id: SAVED_SEARCH_ID }), v.object({ id: SAVED_SEARCH_ID })),

  /** What was deleted by itself, the newest first; what lies there with its source is not named again. */
  'trash.list': reading(none, v.object({ items: v.array(TRASHED) })),
  /** Errors: not-found; duplicate where its name was given to another one meanwhile. */
  'trash.restore': writing(
    v.object({ items: v.pipe(v.array(v.object({ kind: TRASH_KIND, id: text })), v.maxLength(MOST_AT_ONCE)) }),
    CHANGED,
  ),
  /**
   * Deletes for good some of what is in the trash, with all that belongs to it, and what of undo speaks of it; `left`
   * says how much remains: it is called until there is nothing. The one thing that cannot be undone.
   */
  'trash.empty': writing(
    v.object({ most: v.optional(v.pipe(count, v.minValue(1))) }),
    v.object({ removed: v.object(trashCounts), left: count }),
  ),
} as const;
