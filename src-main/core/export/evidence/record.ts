/** What the page of an evidence pack says of itself, for its script to compute again. */
import { createHash } from 'node:crypto';
import type { Claim, Excerpt } from '../../../common/contract/entities.ts';
import type { ExportData, ExportOriginals, ExportSource } from '../model.ts';

interface Quotation {
  readonly id: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** UTF-16 offsets into `text`; null where the passage stands in another version, or nowhere. */
  readonly start: number | null;
  readonly end: number | null;
  readonly anchor: Excerpt['anchor'];
  readonly page: string | null;
  readonly color: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly createdAt: string;
}

interface Capture {
  readonly id: string;
  readonly title: string;
  readonly byline: string | null;
  readonly site: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly capturedAt: string;
  readonly mediaType: string;
  readonly extractor: string;
  /** SHA-256 of the captured bytes, and whether they are in the page. */
  readonly original: string;
  readonly isEnclosed: boolean;
  readonly text: string;
  readonly textSha256: string;
  readonly shownSha256: string;
  readonly quotations: readonly Quotation[];
}

interface Judged {
  readonly id: string;
  readonly statement: string;
  readonly note: string;
  readonly status: string;
  readonly evidence: readonly {
    readonly excerpt: string;
    readonly stance: string;
    readonly origin: string;
    readonly note: string;
  }[];
  /** Each with the hash of all up to it. */
  readonly verdicts: readonly {
    readonly at: string;
    readonly status: string;
    readonly reason: string;
    readonly sha256: string;
  }[];
}

export interface EvidenceRecord {
  readonly format: 'dossier-evidence';
  readonly version: 1;
  readonly notebook: string;
  readonly exportedAt: string;
  readonly sources: readonly Capture[];
  readonly claims: readonly Judged[];
  /** Of the part of the page that tells of the claims. */
  readonly claimsShownSha256: string;
}

interface Evidence {
  readonly record: EvidenceRecord;
  /** Bytes, by their hash. */
  readonly enclosed: ReadonlyMap<string, Uint8Array>;
}

/** What the page shows, in the order of the data. */
interface ShownParts {
  readonly claims: string;
  readonly sources: readonly string[];
}

export function makeRecord(data: ExportData, parts: ShownParts, originals: ExportOriginals): Evidence {
  const enclosed = new Map<string, Uint8Array>();
  for (const { version } of data.sources) {
    const bytes = enclosed.has(version.sha256) ? null : originals.take(version.sha256);
    if (bytes) enclosed.set(version.sha256, bytes);
  }
  return {
    record: {
      format: 'dossier-evidence',
      version: 1,
      notebook: data.notebook,
      exportedAt: data.at,
      sources: data.sources.map((entry, at) => describeCapture(entry, parts.sources[at] ?? '', enclosed)),
      claims: data.claims.map(describeClaim),
      claimsShownSha256: hashOf(shownText(parts.claims)),
    },
    enclosed,
  };
}

function describeCapture(
  { source, version, text, excerpts }: ExportSource,
  html: string,
  enclosed: ReadonlyMap<string, Uint8Array>,
): Capture {
  const { id, title, byline, site, url, publishedAt } = source;
  return {
    ...{ id, title, byline, site, url, publishedAt },
    capturedAt: version.capturedAt,
    mediaType: version.mediaType,
    extractor: version.extractor,
    original: version.sha256,
    isEnclosed: enclosed.has(version.sha256),
    text,
    textSha256: hashOf(text),
    shownSha256: hashOf(shownText(html)),
    quotations: excerpts.map((excerpt) => describeQuotation(excerpt, version.id)),
  };
}

function describeQuotation(excerpt: Excerpt, version: string): Quotation {
  const { id, exact, prefix, suffix, anchor, page, color, note, tags, createdAt } = excerpt;
  const stands = excerpt.versionId === version && anchor !== 'orphan';
  return {
    ...{ id, exact, prefix, suffix, anchor, page, color, note, tags, createdAt },
    start: stands ? excerpt.start : null,
    end: stands ? excerpt.end : null,
  };
}

function describeClaim({ id, statement, note, status, evidence, history }: Claim): Judged {
  let before = id as string;
  return {
    ...{ id, statement, note, status },
    evidence: evidence.map(({ excerptId, stance, origin, note: why }) => ({
      excerpt: excerptId,
      stance,
      origin,
      note: why,
    })),
    verdicts: history.map(({ at, status: verdict, reason }) => {
      before = hashOf(JSON.stringify([before, at, verdict, reason]));
      return { at, status: verdict, reason, sha256: before };
    }),
  };
}

const NAMES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/**
 * The signs of a part of the page without its spaces, then its pictures, as its script reads them from the document:
 * in what the renderers write, no `>` stands within a tag and these are all the entities.
 */
function shownText(html: string): string {
  const signs = html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => NAMES[name] ?? name)
    .replace(/\s+/g, '');
  const pictures = [...html.matchAll(/<img src="([^"]*)"/g)].map(([, address]) => address);
  return [signs, ...pictures].join('\n');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
