/**
 * Which things an export carries. Without a filter: all. `sources` keeps those sources and the claims that rest
 * on them; `status` and `claims` keep those claims and the passages that are their evidence; `tag` keeps what
 * carries the tag, and what hangs together with it: all passages of a tagged source, the claims that rest on a
 * tagged passage, the passages that a tagged claim rests on. What a search finds is kept as what carries a tag is.
 * Filters narrow each other.
 */
import type { Claim, Excerpt, Note, Source } from '../../common/contract/entities.ts';
import type { ExportCounts } from '../../common/contract/export-commands.ts';
import type { Found, Scope } from './model.ts';

export interface Everything {
  readonly sources: readonly Source[];
  readonly excerpts: readonly Excerpt[];
  readonly claims: readonly Claim[];
  readonly notes: readonly Note[];
}

export function applyScope(all: Everything, scope: Scope, keyOf: (tag: string) => string): Everything {
  const bySource = keepSources(all, scope);
  const byTag = keepTag(bySource, scope, keyOf);
  const byFound = keepFound(byTag, scope);
  return keepClaims(byFound, scope);
}

export function countThings({ sources, excerpts, claims, notes }: Everything): ExportCounts {
  return {
    sources: sources.length,
    excerpts: excerpts.length,
    claims: claims.length,
    notes: notes.length,
  };
}

/** The beginning: so many sources with what of the others hangs together with them. */
export function beginningOf(all: Everything, most: ExportCounts): Everything {
  const sources = all.sources.slice(0, most.sources);
  const shown = idsOf(sources);
  const excerpts = all.excerpts.filter(({ sourceId }) => shown.has(sourceId)).slice(0, most.excerpts);
  const quoted = idsOf(excerpts);
  const resting = all.claims.filter(({ evidence }) =>
    evidence.some(({ excerptId }) => quoted.has(excerptId)),
  );
  const claims = [...new Set([...resting, ...all.claims])].slice(0, most.claims);
  return { sources, excerpts, claims, notes: all.notes.slice(0, most.notes) };
}

function keepSources(all: Everything, { sources: ids }: Scope): Everything {
  if (!ids) return all;
  const wanted = new Set<string>(ids);
  return {
    sources: all.sources.filter(({ id }) => wanted.has(id)),
    excerpts: all.excerpts.filter(({ sourceId }) => wanted.has(sourceId)),
    claims: all.claims.filter(({ evidence }) => evidence.some(({ sourceId }) => wanted.has(sourceId))),
    notes: [],
  };
}

function keepTag(all: Everything, { tag }: Scope, keyOf: (tag: string) => string): Everything {
  if (tag === undefined) return all;
  const key = keyOf(tag);
  const carries = ({ tags }: { readonly tags: readonly string[] }): boolean =>
    tags.some((name) => keyOf(name) === key);
  return keepMarked(all, { source: carries, excerpt: carries, claim: carries, note: carries });
}

function keepFound(all: Everything, { found }: Scope): Everything {
  if (!found) return all;
  const isIn =
    (ids: Found[keyof Found]) =>
    ({ id }: { readonly id: string }): boolean =>
      ids.has(id);
  return keepMarked(all, {
    source: isIn(found.sources),
    excerpt: isIn(found.excerpts),
    claim: isIn(found.claims),
    note: isIn(found.notes),
  });
}

interface Marks {
  readonly source: (source: Source) => boolean;
  readonly excerpt: (excerpt: Excerpt) => boolean;
  readonly claim: (claim: Claim) => boolean;
  readonly note: (note: Note) => boolean;
}

/** What is marked, and what hangs together with it. */
function keepMarked(all: Everything, is: Marks): Everything {
  const sources = idsOf(all.sources.filter(is.source));
  const marked = idsOf(all.excerpts.filter(is.excerpt));
  const claims = all.claims.filter(
    (claim) => is.claim(claim) || claim.evidence.some(({ excerptId }) => marked.has(excerptId)),
  );
  const cited = citedBy(claims.filter(is.claim));
  const excerpts = all.excerpts.filter(
    ({ id, sourceId }) => sources.has(sourceId) || marked.has(id) || cited.has(id),
  );
  const withExcerpts = new Set<string>(excerpts.map(({ sourceId }) => sourceId));
  return {
    sources: all.sources.filter(({ id }) => sources.has(id) || withExcerpts.has(id)),
    excerpts,
    claims,
    notes: all.notes.filter(is.note),
  };
}

function keepClaims(all: Everything, { status, claims: ids }: Scope): Everything {
  if (status === undefined && ids === undefined) return all;
  const wanted = ids && new Set<string>(ids);
  const claims = all.claims.filter(
    (claim) => (status === undefined || claim.status === status) && (!wanted || wanted.has(claim.id)),
  );
  const cited = citedBy(claims);
  const excerpts = all.excerpts.filter(({ id }) => cited.has(id));
  const sources = new Set<string>(excerpts.map(({ sourceId }) => sourceId));
  return { sources: all.sources.filter(({ id }) => sources.has(id)), excerpts, claims, notes: [] };
}

function idsOf(things: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(things.map(({ id }) => id));
}

function citedBy(claims: readonly Claim[]): ReadonlySet<string> {
  return new Set(claims.flatMap(({ evidence }) => evidence.map(({ excerptId }) => excerptId)));
}
