/** Filters and facets the slow way: every live document by its rows, each condition by itself. */
import type { Status } from '../../src-main/common/contract/entities.ts';
import type { FacetName, Facets, HitKind } from '../../src-main/common/contract/hits.ts';
import type { SearchInput } from '../../src-main/core/ports.ts';
import { Documents } from '../../src-main/core/search/documents.ts';
import { allThings } from '../../src-main/core/search/upkeep/feed.ts';
import type { Reader } from '../../src-main/core/storage/connection.ts';

export interface PlainDocument {
  readonly kind: HitKind;
  readonly id: string;
  readonly text: string;
  readonly language: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly tags: ReadonlySet<string>;
  readonly status: Status | null;
}

export interface Expected {
  readonly ids: readonly string[];
  readonly facets: Facets;
}

const NAMES: readonly FacetName[] = ['kind', 'language', 'site', 'year', 'tag', 'status'];

export function readPlainly(reader: Reader): PlainDocument[] {
  const documents = [...allThings(new Documents(reader))].flatMap((thing) => thing.documents());
  return documents.map(({ entry, texts }) => {
    const { kind, id, sourceId, language } = entry;
    const source = reader.get<{ site: string | null; published_at: string | null }>(
      'SELECT site, published_at FROM source WHERE id = ?',
      sourceId ?? '',
    );
    const own = kind === 'passage' ? [] : tagsOf(reader, `${kind}_tag`, id);
    const ofSource = sourceId === null ? [] : tagsOf(reader, 'source_tag', sourceId);
    return {
      kind,
      id,
      language,
      text: Object.values(texts).join('\n'),
      site: source?.site ?? null,
      published: source?.published_at ?? null,
      tags: new Set([...own, ...ofSource]),
      status: kind === 'claim' ? statusOf(reader, id) : null,
    };
  });
}

interface TagRow {
  readonly name: string;
  readonly parent: string | null;
}

/** With those above each, one step after another. */
function tagsOf(reader: Reader, table: string, owner: string): string[] {
  const rows = reader.all<{ id: string }>(`SELECT tag_id AS id FROM ${table} WHERE owner_id = ?`, owner);
  const names: string[] = [];
  for (const { id } of rows) {
    let at: string | null = id;
    while (at !== null) {
      const tag: TagRow | undefined = reader.get<TagRow>(
        'SELECT name, parent_id AS parent FROM tag WHERE id = ? AND deleted_at IS NULL',
        at,
      );
      if (tag) names.push(tag.name);
      at = tag?.parent ?? null;
    }
  }
  return names;
}

function statusOf(reader: Reader, claim: string): Status {
  const rows = reader.all<{ status: Status }>(
    'SELECT status FROM verdict WHERE claim_id = ? ORDER BY seq',
    claim,
  );
  return rows.at(-1)?.status ?? 'unreviewed';
}

/** @param sites every live source's outlet: a facet spells one as most of them do */
export function expect(
  matches: readonly PlainDocument[],
  input: Partial<SearchInput>,
  sites: readonly string[],
): Expected {
  const passes = (document: PlainDocument, without: FacetName | null) =>
    NAMES.every((name) => name === without || meets(document, name, input));
  const facetOf = (name: FacetName) => {
    const counts = new Map<string, number>();
    for (const document of matches.filter((each) => passes(each, name))) {
      for (const value of valuesOf(document, name, sites)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const byValue = (a: string, b: string) => (a < b ? -1 : 1);
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) =>
        name === 'year' ? -byValue(a.value, b.value) : b.count - a.count || byValue(a.value, b.value),
      );
  };
  return {
    ids: matches.filter((each) => passes(each, null)).map(({ id }) => id),
    facets: {
      kind: facetOf('kind'),
      language: facetOf('language'),
      site: facetOf('site'),
      year: facetOf('year'),
      tag: facetOf('tag'),
      status: facetOf('status'),
    },
  };
}

function meets(document: PlainDocument, name: FacetName, input: Partial<SearchInput>): boolean {
  const { in: kinds, language, site, from, to, tag, status } = input;
  switch (name) {
    case 'kind':
      return !kinds || kinds.length === 0 || kinds.includes(document.kind);
    case 'language':
      return language === undefined || document.language?.toLowerCase() === language.toLowerCase();
    case 'site':
      return site === undefined || (document.site !== null && bare(document.site) === bare(site));
    case 'year':
      return (from === undefined && to === undefined) || isPublishedWithin(document.published, from, to);
    case 'tag':
      return tag === undefined || [...document.tags].some((each) => each.toLowerCase() === tag.toLowerCase());
    case 'status':
      return status === undefined || document.status === status;
  }
}

/** Looks at each day by itself. */
function isPublishedWithin(published: string | null, from = '0001', to = '9999'): boolean {
  if (published === null) return false;
  const [first, last] = daysOf(published);
  for (let day = first; day <= last; day += DAY) {
    if (day >= daysOf(from)[0] && day <= daysOf(to)[1]) return true;
  }
  return false;
}

const DAY = 24 * 60 * 60 * 1000;

function daysOf(date: string): [number, number] {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number);
  if (day > 0) return [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day)];
  if (month > 0) return [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 0)];
  return [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)];
}

function bare(site: string): string {
  return site.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function valuesOf(document: PlainDocument, name: FacetName, sites: readonly string[]): string[] {
  switch (name) {
    case 'tag':
      return [...document.tags];
    case 'year':
      return document.published === null ? [] : [document.published.slice(0, 4)];
    case 'site':
      return document.site === null ? [] : [commonForm(document.site, sites)];
    default:
      return document[name] === null ? [] : [document[name]];
  }
}

function commonForm(site: string, sites: readonly string[]): string {
  const forms = sites.filter((each) => bare(each) === bare(site)).sort();
  const times = (form: string) => forms.filter((each) => each === form).length;
  return forms.reduce((best, form) => (times(form) > times(best) ? form : best), forms[0] ?? site);
}
