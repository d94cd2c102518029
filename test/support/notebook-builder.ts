/** Fills a notebook through the storage layer, without the engine: for tests of what only reads it. */
import { onTestFinished } from 'vitest';
import type { Notebook } from '../../src-main/core/storage/connection.ts';
import { logChange } from '../../src-main/core/storage/changes.ts';
import { Edit } from '../../src-main/core/storage/edit.ts';
import { openNotebook } from '../../src-main/core/storage/migrate.ts';
import { changeTags } from '../../src-main/core/storage/tags.ts';
import { uuidIds } from '../../src-main/worker/node-ports.ts';
import { insertSource, type SeededSource, type SourceSeed } from './insert-source.ts';
import { tempNotebook } from './temp.ts';

export interface ExcerptSeed {
  readonly source: SeededSource;
  readonly exact: string;
  readonly note?: string;
  readonly tags?: readonly string[];
}

export class NotebookBuilder {
  private constructor(
    readonly path: string,
    readonly notebook: Notebook,
  ) {}

  /** Closed and deleted when the test ends. */
  static temporary(): NotebookBuilder {
    const builder = NotebookBuilder.at(tempNotebook());
    onTestFinished(() => {
      builder.notebook.close();
    });
    return builder;
  }

  /** For the caller to close. */
  static at(path: string): NotebookBuilder {
    return new NotebookBuilder(path, openNotebook(path, { create: true }));
  }

  /** One mutation: one transaction and one row of the change log. */
  edit<T>(work: (edit: Edit) => T): T {
    const answer = this.notebook.transaction((writer) => {
      const edit = new Edit(writer, { now: () => 1_700_000_000_000 }, uuidIds);
      const value = work(edit);
      logChange(edit, 'source.import');
      return { value };
    });
    return answer.value;
  }

  source(seed: SourceSeed): SeededSource {
    return this.edit((edit) => insertSource(edit, seed));
  }

  excerpt({ source, exact, note = '', tags }: ExcerptSeed): string {
    return this.edit((edit) => {
      const id = edit.ids.next();
      const start = source.text.indexOf(exact);
      edit.insert('excerpt', {
        id,
        source_id: source.id,
        version_id: source.versionId,
        start_offset: start,
        end_offset: start + exact.length,
        exact,
        prefix: '',
        suffix: '',
        anchor: 'exact',
        color: 'yellow',
        note,
        ...times(edit),
      });
      changeTags(edit, 'excerpt_tag', id, { tags });
      return id;
    });
  }

  claim(statement: string, options: { note?: string; tags?: readonly string[] } = {}): string {
    return this.edit((edit) => {
      const id = edit.ids.next();
      edit.insert('claim', { id, statement, note: options.note ?? '', ...times(edit) });
      changeTags(edit, 'claim_tag', id, { tags: options.tags });
      return id;
    });
  }

  note(title: string, body: string, tags?: readonly string[]): string {
    return this.edit((edit) => {
      const id = edit.ids.next();
      edit.insert('note', { id, title, body, ...times(edit) });
      changeTags(edit, 'note_tag', id, { tags });
      return id;
    });
  }

  verdict(claim: string, status: 'verified' | 'disputed'): void {
    this.edit((edit) => {
      edit.verdict(claim, status, 'because');
    });
  }

  /** To the trash. */
  remove(table: 'source' | 'excerpt' | 'claim' | 'note', id: string): void {
    this.edit((edit) => {
      edit.update(table, id, { deleted_at: edit.now });
    });
  }
}

const times = (edit: Edit) => ({ created_at: edit.now, updated_at: edit.now, deleted_at: null });
