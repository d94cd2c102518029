/**
 * What a template speaks of. Its names are a contract with whoever wrote one: they are never taken away, and absent
 * values are null, so that a name that is not there is a mistake that can be told.
 */
import type { Claim, Evidence, Excerpt, Note } from '../../../common/contract/entities.ts';
import { layoutText } from '../../../common/document/canonical.ts';
import { isSafeUrl } from '../../../common/document/tree.ts';
import { citeSource, createCiter, type Citer } from '../citation.ts';
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
  const cite = createCiter(data, words);
  const claims = data.claims.map((claim) => describeClaim(claim, words, cite));
  return {
    notebook: data.notebook,
    exported: data.at,
    locale: words.locale,
    t: labels(words),
    sources: data.sources.map((entry) => describeSource(entry, { ...input, cite, claims })),
    claims,
    notes: data.notes.map(describeNote),
  };
}

interface Around extends TemplateInput {
  readonly cite: Citer;
  readonly claims: readonly ReturnType<typeof describeClaim>[];
}

function describeSource(entry: ExportSource, around: Around) {
  const { source, version, excerpts } = entry;
  const { data, words, withText, claims } = around;
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
    highlights: excerpts.map((excerpt) => describeHighlight(excerpt, entry, around)),
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

function describeHighlight(excerpt: Excerpt, entry: ExportSource, { data, words, cite }: Around) {
  const { id, exact, prefix, suffix, page, color, note, tags, anchor, createdAt } = excerpt;
  const { citekey, ...cited } = cite.excerpt(excerpt, entry);
  return {
    ...{ id, prefix, suffix, page, color, note, tags, anchor },
    ...cited,
    key: citekey,
    quote: exact,
    page_word: page === null ? null : words.page(page),
    meaning: data.colorNames[color] ?? words.colors[color],
    created: createdAt,
    claims: excerpt.claims.map(({ statement, status, stance }) => ({
      statement,
      status,
      stance,
      status_word: words.statuses[status],
      stance_word: words.stances[stance],
    })),
  };
}

function describeClaim(claim: Claim, words: ExportWords, cite: Citer) {
  const { id, statement, status, note, tags, createdAt, history } = claim;
  return {
    ...{ id, statement, status, note, tags },
    status_word: words.statuses[status],
    documents: claim.sources,
    origins: claim.origins,
    created: createdAt,
    evidence: claim.evidence.map((evidence) => describeEvidence(evidence, words, cite)),
    history: history.map(({ at, status: verdict, reason }) => ({
      at,
      reason,
      status: verdict,
      status_word: words.statuses[verdict],
    })),
  };
}

function describeEvidence(evidence: Evidence, words: ExportWords, cite: Citer) {
  const { sourceId, stance, origin, note, quotation, source } = evidence;
  const { citekey: key, ...cited } = cite.evidence(evidence);
  const { title, site, byline, language, publishedAt } = source;
  return {
    ...{ stance, origin, note, key },
    ...cited,
    stance_word: words.stances[stance],
    quote: quotation.exact,
    page: quotation.page,
    page_word: quotation.page === null ? null : words.page(quotation.page),
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
