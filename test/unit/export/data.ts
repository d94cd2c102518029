/** Export data made by hand, for the renderers. */
import * as v from 'valibot';
import {
  CLAIM_ID,
  EXCERPT_ID,
  NOTE_ID,
  SOURCE_ID,
  VERSION_ID,
  type Claim,
  type Excerpt,
} from '../../../src-main/common/contract/entities.ts';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import type { Block, Root } from '../../../src-main/common/document/tree.ts';
import { textOf } from '../../../src-main/core/export/deliver.ts';
import { TagTree } from '../../../src-main/core/storage/tag-tree.ts';
import { citekeys } from '../../../src-main/common/language/citekeys.ts';
import type { ExportData, ExportSource, Rendered } from '../../../src-main/core/export/model.ts';

const AT = '2026-03-01T09:00:00.000Z';

export function paragraphs(...texts: readonly string[]): Root {
  return {
    type: 'root',
    children: texts.map((value): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  };
}

export interface SourceSeed {
  readonly id?: string;
  readonly title?: string;
  readonly tree?: Root;
  readonly url?: string | null;
  readonly tags?: readonly string[];
  readonly excerpts?: readonly Partial<Excerpt>[];
}

export function exportSource(seed: SourceSeed = {}): ExportSource {
  const id = seed.id ?? 'source-1';
  const tree = seed.tree ?? paragraphs('The plant will cost 412 million euros, the council says.');
  const { text } = layoutText(tree);
  const excerpts = (seed.excerpts ?? []).map((excerpt, at) => exportExcerpt(excerpt, id, text, at));
  return {
    source: {
      id: v.parse(SOURCE_ID, id),
      kind: 'html',
      title: seed.title ?? 'The plant',
      byline: 'A. Writer',
      site: 'The Observer',
      url: seed.url === undefined ? 'https://example.org/plant' : seed.url,
      publishedAt: '2025-10-14',
      modifiedAt: null,
      description: null,
      origins: {},
      addedAt: AT,
      language: 'en',
      words: 10,
      tags: [...(seed.tags ?? [])],
      excerpts: excerpts.length,
      claims: 0,
      versionId: v.parse(VERSION_ID, `${id}-v`),
      deletedAt: null,
    },
    version: {
      id: v.parse(VERSION_ID, `${id}-v`),
      capturedAt: AT,
      sha256: 'ab'.repeat(32),
      fileName: null,
      mediaType: 'text/html',
      extractor: 'readability 0.6.0',
      words: 10,
      pageWords: null,
      bytes: 1,
    },
    text,
    tree,
    excerpts,
  };
}

function exportExcerpt(seed: Partial<Excerpt>, source: string, text: string, at: number): Excerpt {
  const exact = seed.exact ?? text;
  const start = seed.start ?? text.indexOf(exact);
  return {
    id: v.parse(EXCERPT_ID, `${source}-e${at}`),
    sourceId: v.parse(SOURCE_ID, source),
    versionId: v.parse(VERSION_ID, `${source}-v`),
    start,
    end: start + exact.length,
    prefix: '',
    suffix: '',
    anchor: 'exact',
    page: null,
    color: 'yellow',
    note: '',
    tags: [],
    claims: [],
    createdAt: AT,
    updatedAt: AT,
    ...seed,
    exact,
  };
}

export function exportClaim(seed: Partial<Claim> = {}): Claim {
  return {
    id: v.parse(CLAIM_ID, 'claim-1'),
    statement: 'The plant costs 412 million.',
    note: '',
    status: 'disputed',
    tags: [],
    evidence: [],
    sources: 0,
    origins: 0,
    history: [],
    createdAt: AT,
    updatedAt: AT,
    ...seed,
  };
}

export function exportEvidence(
  entry: ExportSource,
  at: number,
  stance: 'supports' | 'disputes' = 'supports',
) {
  const excerpt = entry.excerpts[at];
  if (!excerpt) throw new Error(`no excerpt ${at}`);
  const { exact, prefix, suffix, color, anchor, page } = excerpt;
  const { title, site, byline, publishedAt, language } = entry.source;
  return {
    excerptId: excerpt.id,
    sourceId: entry.source.id,
    stance,
    origin: '',
    note: '',
    quotation: { exact, prefix, suffix, color, anchor, page },
    source: { title, site, byline, publishedAt, language },
  };
}

export function exportNote(title: string, body: string) {
  return { id: v.parse(NOTE_ID, 'note-1'), title, body, tags: [], createdAt: AT, updatedAt: AT };
}

export function exportData(seed: Partial<ExportData> = {}): ExportData {
  return {
    notebook: 'Grand-Sel',
    at: AT,
    colorNames: {},
    sources: [],
    claims: [],
    notes: [],
    keys: citekeys((seed.sources ?? []).map(({ source }) => source)),
    tags: new TagTree([]),
    author: null,
    images: { take: () => null, refuse: () => undefined, leftOut: 0 },
    ...seed,
  };
}

/** Of a format that makes one text. */
export function onlyText(files: Iterable<Rendered>): string {
  const [file, ...others] = files;
  if (others.length > 0 || !file || 'bytes' in file) throw new Error('not one text');
  return textOf(file);
}

/** Of a format that makes one file that is no text. */
export async function onlyBytes(files: Iterable<Rendered>): Promise<Uint8Array> {
  const [file] = files;
  if (!file || !('bytes' in file)) throw new Error('no bytes');
  if (file.bytes instanceof Uint8Array) return file.bytes;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.bytes) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
