/** The JSON of the contract: exactly these fields, whatever else the engine knows. */
import type {
  Change,
  Claim,
  Excerpt,
  Repeat,
  Source,
  SourceDetail,
  Tag,
} from '../../common/contract/entities.ts';
import type { Hit } from '../../common/contract/hits.ts';
import { describeChange } from '../../common/messages/changes.ts';
import type { Locale } from '../../common/messages/locale.ts';

export function sourceJson(source: Source) {
  const { id, title, byline, site, url, publishedAt, addedAt, language, words, tags, excerpts, claims } =
    source;
  return { id, title, byline, site, url, publishedAt, addedAt, language, words, tags, excerpts, claims };
}

export function sourceDetailJson(source: SourceDetail, html: string, repeats: readonly Repeat[]) {
  return {
    ...sourceJson(source),
    modifiedAt: source.modifiedAt,
    description: source.description,
    origins: source.origins,
    kind: source.kind,
    versions: source.versions.map(({ id, capturedAt, sha256, extractor, words, pageWords }) => ({
      ...{ id, capturedAt, sha256, extractor, words, pageWords },
    })),
    text: source.text,
    ...(source.pages ? { pages: source.pages } : {}),
    html,
    near: source.near,
    translationOf: source.translationOf?.id ?? null,
    translations: source.translations.map(({ id }) => id),
    repeats,
  };
}

export function excerptJson(excerpt: Excerpt) {
  const { id, sourceId, versionId, start, end, exact, prefix, suffix, anchor, color, note, tags } = excerpt;
  const page = excerpt.page === null ? {} : { page: excerpt.page };
  return { id, sourceId, versionId, start, end, ...page, exact, prefix, suffix, anchor, color, note, tags };
}

export function claimJson(claim: Claim) {
  const { id, statement, status, tags, sources, origins, history, createdAt } = claim;
  const evidence = claim.evidence.map(({ excerptId, sourceId, stance, origin, note }) => ({
    excerptId,
    sourceId,
    stance,
    origin,
    note,
  }));
  const { recheckBy, supersededBy } = claim;
  return {
    ...{ id, statement, status, tags, evidence, sources, origins, history, createdAt },
    ...(recheckBy === undefined ? {} : { recheckBy }),
    ...(supersededBy === undefined ? {} : { supersededBy }),
  };
}

export function tagJson({ id, name, parent, meaning, color, aliases, count }: Tag) {
  return { id, name, parent, meaning, colour: color, aliases, count };
}

export function hitJson({ kind, id, sourceId, title, score, snippet, why }: Hit) {
  return { kind, id, sourceId, title, score, snippet, why };
}

/** `summary` is said in the user's language, like every `message`. */
export function changeJson(change: Change, locale: Locale) {
  return { command: change.command, summary: describeChange(change, locale) };
}
