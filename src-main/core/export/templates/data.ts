/**
 * What a template speaks of. Its names are a contract with whoever wrote one: they are never taken away, and absent
 * values are null, so that a name that is not there is a mistake that can be told.
 */
import type { Claim, Evidence, Excerpt, Note } from '../../../common/contract/entities.ts';
import { layoutText } from '../../../common/document/canonical.ts';
import { isSafeUrl } from '../../../common/document/tree.ts';
import { addressOf, citeSource } from '../citation.ts';
import type { ExportData, ExportSource } from '../model.ts';
import type { ExportWords } from '../words.ts';

/** Plain values only: it is handed to another thread. */
export type TemplateData = Readonly<Record<string, unknown>>;

export interface TemplateInput {
  readonly data: ExportData;
  readonly words: ExportWords;
  /** Whole texts are many megabytes: they go along where the template names them. */
  readonly withText: boolean;
}

export function templateData(input: TemplateInput): TemplateData {
  const { data, words } = input;
  const bySource = new Map(data.sources.map((entry) => [entry.source.id as string, entry]));
  const claims = data.claims.map((claim) => describeClaim(claim, input, bySource));
  return {
    notebook: data.notebook,
    exported: data.at,
    locale: words.locale,
    t: labels(words),
    sources: data.sources.map((entry) => describeSource(entry, input, claims)),
    claims,
    notes: data.notes.map(describeNote),
  };
}

type Described = ReturnType<typeof describeClaim>;

function describeSource(entry: ExportSource, input: TemplateInput, claims: readonly Described[]) {
  const { source, version, excerpts } = entry;
  const { data, words, withText } = input;
  return {
    ...headOf(entry, data),
    kind: source.kind,
    words: source.words,
    added: source.addedAt,
    modified: source.modifiedAt,
    description: source.description,
    tags: source.tags,
    sha256: version.sha256,
    citation: citeSource({ ...source, url: safe(source.url) }, version.capturedAt, null, words),
    text: withText ? layoutText(entry.tree).text : null,
    highlights: excerpts.map((excerpt) => describeHighlight(excerpt, entry, input)),
    claims: claims.filter(({ evidence }) => evidence.some(({ source: { id } }) => id === source.id)),
  };
}

/** Only an address that may stand in a link. */
const safe = (url: string | null): string | null => (url !== null && isSafeUrl(url) ? url : null);

function headOf({ source, version }: ExportSource, { keys }: ExportData) {
  const { id, title, byline, site, language } = source;
  return {
    ...{ id, title, byline, site, language },
    key: keys.get(id) ?? id,
    url: safe(source.url),
    published: source.publishedAt,
    captured: version.capturedAt,
  };
}

function describeHighlight(excerpt: Excerpt, entry: ExportSource, { data, words }: TemplateInput) {
  const { id, exact, prefix, suffix, page, color, note, tags, anchor, createdAt } = excerpt;
  const { source, version } = entry;
  const link = addressOf(excerpt, entry);
  return {
    ...{ id, prefix, suffix, page, color, note, tags, anchor, link },
    quote: exact,
    page_word: page === null ? null : words.page(page),
    meaning: data.colorNames[color] ?? words.colors[color],
    created: createdAt,
    key: data.keys.get(source.id) ?? source.id,
    citation: citeSource({ ...source, url: link }, version.capturedAt, page, words),
    claims: excerpt.claims.map(({ statement, status, stance }) => ({
      statement,
      status,
      stance,
      status_word: words.statuses[status],
      stance_word: words.stances[stance],
    })),
  };
}

function describeClaim(claim: Claim, input: TemplateInput, sources: ReadonlyMap<string, ExportSource>) {
  const { id, statement, status, note, tags, createdAt, history } = claim;
  const { words } = input;
  return {
    ...{ id, statement, status, note, tags },
    status_word: words.statuses[status],
    documents: claim.sources,
    origins: claim.origins,
    created: createdAt,
    evidence: claim.evidence.map((evidence) => describeEvidence(evidence, input, sources)),
    history: history.map(({ at, status: verdict, reason }) => ({
      at,
      reason,
      status: verdict,
      status_word: words.statuses[verdict],
    })),
  };
}

function describeEvidence(
  { excerptId, sourceId, stance, origin, note, quotation, source }: Evidence,
  { data, words }: TemplateInput,
  sources: ReadonlyMap<string, ExportSource>,
) {
  const entry = sources.get(sourceId);
  const excerpt = entry?.excerpts.find(({ id }) => id === excerptId);
  const link = entry && excerpt ? addressOf(excerpt, entry) : null;
  const captured = entry?.version.capturedAt ?? null;
  const key = data.keys.get(sourceId) ?? sourceId;
  const { title, site, byline, language, publishedAt } = source;
  return {
    ...{ stance, origin, note, link, key },
    stance_word: words.stances[stance],
    quote: quotation.exact,
    page: quotation.page,
    page_word: quotation.page === null ? null : words.page(quotation.page),
    citation: citeSource({ ...source, url: link }, captured, quotation.page, words),
    source: { id: sourceId, ...{ key, title, site, byline, language }, published: publishedAt },
  };
}

const describeNote = ({ title, body, tags, createdAt, updatedAt }: Note) => ({
  ...{ title, body, tags },
  created: createdAt,
  updated: updatedAt,
});

/** The words of the export's language, for templates that are read in either. */
function labels(words: ExportWords) {
  const { sources, highlights, claims, evidence, verdicts, notes, source, contents } = words;
  const { noVerdict, noHighlights, address } = words;
  return {
    ...{ sources, highlights, claims, evidence, verdicts, notes, source, contents, address },
    no_verdict: noVerdict,
    no_highlights: noHighlights,
  };
}
