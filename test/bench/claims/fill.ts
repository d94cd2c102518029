/** A notebook as large as is promised: claims with evidence, verdicts and passages. */
import type { Writer } from '../../../src-main/core/storage/connection.ts';
import { Edit } from '../../../src-main/core/storage/edit.ts';
import { openNotebook } from '../../../src-main/core/storage/migrate.ts';
import { systemClock, uuidIds } from '../../../src-main/worker/node-ports.ts';
import { syntheticArticle } from '../../../src-main/worker/synthetic.ts';
import { insertSource, type SeededSource } from '../../support/insert-source.ts';

export interface Sizes {
  readonly passages: number;
  readonly claims: number;
  /** Of each claim. */
  readonly evidence: number;
}

const PASSAGES_A_SOURCE = 50;
const EXCERPTS_A_SOURCE = 3;
const QUOTED = 60;
const BATCH = 200;

export function fillNotebook(path: string, sizes: Sizes): readonly SeededSource[] {
  const notebook = openNotebook(path, { create: true });
  const inBatches = (count: number, work: (edit: Edit, at: number) => void): void => {
    for (let from = 0; from < count; from += BATCH) {
      notebook.transaction((writer: Writer) => {
        const edit = new Edit(writer, systemClock, uuidIds);
        for (let at = from; at < Math.min(count, from + BATCH); at += 1) work(edit, at);
      });
    }
  };
  const sources: SeededSource[] = [];
  const excerpts: string[] = [];
  try {
    inBatches(Math.ceil(sizes.passages / PASSAGES_A_SOURCE), (edit, at) => {
      const [title = '', ...paragraphs] = syntheticArticle(at + 1, PASSAGES_A_SOURCE).split('\n');
      const source = insertSource(edit, { title, paragraphs, language: 'fr' });
      sources.push(source);
      for (let each = 0; each < EXCERPTS_A_SOURCE; each += 1)
        excerpts.push(addExcerpt(edit, source, each * 100));
    });
    inBatches(sizes.claims, (edit, at) => {
      addClaim(
        edit,
        at,
        Array.from(
          { length: sizes.evidence },
          (_, each) => excerpts[(at * 7 + each * 11) % excerpts.length] ?? '',
        ),
      );
    });
  } finally {
    notebook.close();
  }
  return sources;
}

const times = (edit: Edit) => ({ created_at: edit.now, updated_at: edit.now, deleted_at: null });

function addExcerpt(edit: Edit, { id: source, versionId, text }: SeededSource, start: number): string {
  const id = edit.ids.next();
  edit.insert('excerpt', {
    ...{ id, source_id: source, version_id: versionId, start_offset: start, end_offset: start + QUOTED },
    ...{
      exact: text.slice(start, start + QUOTED),
      prefix: '',
      suffix: '',
      anchor: 'exact',
      color: 'yellow',
      note: '',
    },
    ...times(edit),
  });
  return id;
}

function addClaim(edit: Edit, at: number, excerpts: readonly string[]): void {
  const id = edit.ids.next();
  const statement = syntheticArticle(1_000_000 + at, 0);
  edit.insert('claim', { id, statement, note: '', ...times(edit) });
  excerpts.forEach((excerpt, each) => {
    const stance = (['supports', 'supports', 'disputes', 'mentions'] as const)[(at + each) % 4] ?? 'mentions';
    const row = { id: edit.ids.next(), claim_id: id, excerpt_id: excerpt, stance, note: '' };
    edit.insert('evidence', {
      ...row,
      origin: each % 2 === 0 ? `Origin ${at % 40}` : '',
      created_at: edit.now,
      deleted_at: null,
    });
  });
  if (at % 3 > 0) edit.verdict(id, at % 3 === 1 ? 'verified' : 'disputed', 'because');
}
