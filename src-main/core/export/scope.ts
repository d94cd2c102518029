/**
 * Which things an export carries. Without a filter: all. `sources` keeps those sources and the claims that rest
 * on them; `status` keeps claims of that status and the passages that are their evidence; `tag` keeps what
 * carries the tag, and what hangs together with it: all passages of a tagged source, the claims that rest on a
 * tagged passage, the passages that a tagged claim rests on. Filters narrow each other.
 */
import type { Claim, Excerpt, Note, Source } from '../../common/contract/entities.ts';
import type { Scope } from './model.ts';

export interface Everything {
  readonly sources: readonly Source[];
  readonly excerpts: readonly Excerpt[];
  readonly claims: readonly Claim[];
  readonly notes: readonly Note[];
}

export function applyScope(all: Everything, scope: Scope, keyOf: (tag: string) => string): Everything {
  const bySource = keepSources(all, scope);
  const byTag = keepTag(bySource, scope, keyOf);
  return keepStatus(byTag, scope);
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
  const sources = idsOf(all.sources.filter(carries));
  const tagged = idsOf(all.excerpts.filter(carries));
  const claims = all.claims.filter(
    (claim) => carries(claim) || claim.evidence.some(({ excerptId }) => tagged.has(excerptId)),
  );
  const cited = citedBy(claims.filter(carries));
  const excerpts = all.excerpts.filter(
    ({ id, sourceId }) => sources.has(sourceId) || tagged.has(id) || cited.has(id),
  );
  const withExcerpts = new Set<string>(excerpts.map(({ sourceId }) => sourceId));
  return {
    sources: all.sources.filter(({ id }) => sources.has(id) || withExcerpts.has(id)),
    excerpts,
    claims,
    notes: all.notes.filter(carries),
  };
}

function keepStatus(all: Everything, { status }: Scope): Everything {
  if (status === undefined) return all;
  const claims = all.claims.filter((claim) => claim.status === status);
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
