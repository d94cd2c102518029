/** Rows of a source as importing leaves them, without a parser: for tests of what only reads them. */
import type { Edit } from '../../src-main/core/storage/edit.ts';
import { changeTags } from '../../src-main/core/storage/tags.ts';

export interface SourceSeed {
  readonly title?: string;
  /** A passage each. */
  readonly paragraphs: readonly string[];
  readonly language?: string | null;
  readonly tags?: readonly string[];
}

export interface SeededSource {
  readonly id: string;
  readonly versionId: string;
  readonly text: string;
}

export function insertSource(
  edit: Edit,
  { title = 'Untitled', paragraphs, language = null, tags }: SourceSeed,
): SeededSource {
  const [id, versionId] = [edit.ids.next(), edit.ids.next()];
  edit.insert('source', {
    id,
    kind: 'text',
    title,
    language,
    version_id: versionId,
    added_at: edit.now,
    updated_at: edit.now,
    deleted_at: null,
  });
  insertVersion(edit, { id: versionId, sourceId: id, paragraphs });
  changeTags(edit, 'source_tag', id, { tags });
  return { id, versionId, text: paragraphs.join('\n\n') };
}

export interface VersionSeed {
  readonly id: string;
  readonly sourceId: string;
  /** A passage each. */
  readonly paragraphs: readonly string[];
}

/** With its passages; which version is the source's current one is not said here. */
export function insertVersion(edit: Edit, { id, sourceId, paragraphs }: VersionSeed): void {
  // The blob stands for the original bytes, which nothing reads here; its key must be unique.
  const sha256 = id.replaceAll('-', '').padEnd(64, '0');
  edit.insertPart('blob', {
    sha256,
    media_type: 'text/plain',
    size: 0,
    encoding: 'identity',
    bytes: new Uint8Array(),
  });
  edit.insertPart('version', {
    id,
    source_id: sourceId,
    captured_at: edit.now,
    sha256,
    media_type: 'text/plain',
    charset: 'utf-8',
    extractor: 'test',
    words: 0,
    tree: '{"type":"root","children":[]}',
    text: paragraphs.join('\n\n'),
  });
  passagesOf(paragraphs).forEach(({ start, end }, ordinal) => {
    edit.insertPart('passage', { version_id: id, ordinal, start_offset: start, end_offset: end });
  });
}

function passagesOf(paragraphs: readonly string[]): { start: number; end: number }[] {
  let at = 0;
  return paragraphs.flatMap((paragraph) => {
    const start = at;
    at += paragraph.length + 2;
    return paragraph === '' ? [] : [{ start, end: start + paragraph.length }];
  });
}
