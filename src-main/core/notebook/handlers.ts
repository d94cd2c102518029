/** The notebook as a whole: what it holds, whether it is sound, its settings. */
import type { NotebookInfo } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { mutation, query, type Context, type Handlers } from '../handler.ts';
import type { IndexKeeper } from '../storage/index-keeper.ts';
import { collectInSlices } from '../slices.ts';
import type { Notebook, Reader } from '../storage/connection.ts';
import { startLongReading } from '../storage/long-reading.ts';
import { countToReview } from '../storage/anchors.ts';
import { readSettings, writeSetting } from '../storage/settings.ts';
import { countTrash } from '../storage/trash.ts';
import { checkNotebook, countSteps, toProblem } from './check.ts';

const SETTING_KEY = /^[a-z]+(?:[.-][a-z0-9]+)*$/;

export const notebookHandlers = {
  'notebook.info': query(({ notebook }) => describeNotebook(notebook)),

  'notebook.check': query(async (context, { repair }) => {
    const { notebook, searcher, index, progress, signal } = context;
    const repairs = (repair ?? false) && !notebook.readOnly;
    const problems = await findProblems(context, repairs);
    // The index is derived: making it anew answers every doubt about it, so repair always does.
    if (repairs) await index.rebuild(progress, signal);
    if (repair) await searcher.rebuild();
    return {
      ok: problems.every(({ repaired }) => repaired),
      problems,
      schemaVersion: notebook.schemaVersion(),
      sqliteVersion: notebook.sqliteVersion,
    };
  }),

  'setting.all': query(({ notebook }) => ({ settings: readSettings(notebook.reader) })),

  'setting.set': mutation((edit, { key, value }) => {
    if (!SETTING_KEY.test(key)) throw new DossierError('invalid', { what: 'setting', value: key });
    writeSetting(edit, key, value);
    return {};
  }),
} satisfies Handlers;

/** In one state of the notebook; what is written meanwhile waits for nothing. */
async function findProblems({ notebook, index, progress, signal }: Context, repairs: boolean) {
  const reading = startLongReading(notebook);
  try {
    const { reader } = reading;
    const total = countSteps(reader);
    const onSteps = (done: number): void => {
      progress(Math.min(done, total ?? done), total);
    };
    return await collectInSlices(stepsOf(reader, notebook.path, index, repairs), { signal, onSteps });
  } finally {
    reading.close();
  }
}

function* stepsOf(reader: Reader, path: string, index: IndexKeeper, repaired: boolean) {
  yield* checkNotebook(reader, path);
  for (const fault of index.check(reader)) yield fault && { ...toProblem('index', fault), repaired };
}

const COUNTS = `SELECT
  (SELECT count(*) FROM live_source) AS sources,
  (SELECT count(*) FROM passage JOIN live_source ON live_source.version_id = passage.version_id) AS passages,
  (SELECT count(*) FROM live_excerpt) AS excerpts,
  (SELECT count(*) FROM claim WHERE deleted_at IS NULL) AS claims,
  (SELECT count(*) FROM note WHERE deleted_at IS NULL) AS notes,
  (SELECT count(*) FROM tag WHERE deleted_at IS NULL) AS tags`;

export function describeNotebook(notebook: Notebook): NotebookInfo {
  const counts = notebook.reader.get<Omit<NotebookInfo['counts'], 'trash' | 'toReview'>>(COUNTS);
  if (!counts) throw new DossierError('notebook-damaged', { path: notebook.path });
  return {
    path: notebook.path,
    name: notebook.name,
    readOnly: notebook.readOnly,
    schemaVersion: notebook.schemaVersion(),
    sqliteVersion: notebook.sqliteVersion,
    counts: { ...counts, trash: countTrash(notebook.reader), toReview: countToReview(notebook.reader) },
  };
}
