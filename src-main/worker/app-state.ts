/** What the app remembers between starts: the notebooks it had open. A lost or broken file costs only that. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { makePrivateFolder } from './private-folder.ts';

const RECENT = v.object({ path: v.string(), name: v.string(), openedAt: v.string() });
const APP_STATE = v.object({ recent: v.array(RECENT) });

export type AppState = v.InferOutput<typeof APP_STATE>;
export type RecentNotebook = v.InferOutput<typeof RECENT>;

const RECENT_LIMIT = 12;
const EMPTY: AppState = { recent: [] };

function stateFile(folder: string): string {
  return join(folder, 'state.json');
}

export function readAppState(folder: string): AppState {
  try {
    const parsed = v.safeParse(APP_STATE, JSON.parse(readFileSync(stateFile(folder), 'utf8')));
    return parsed.success ? parsed.output : EMPTY;
  } catch (error) {
    if (error instanceof SyntaxError || isRefused(error)) return EMPTY;
    throw error;
  }
}

/**
 * Puts a notebook first. Written whole and renamed: a crash leaves the old list, and so does a folder that takes
 * no file, since a notebook that is open must not be closed over it.
 */
export function rememberNotebook(folder: string, notebook: RecentNotebook): void {
  const others = readAppState(folder).recent.filter(({ path }) => path !== notebook.path);
  const state: AppState = { recent: [notebook, ...others].slice(0, RECENT_LIMIT) };
  const temporary = `${stateFile(folder)}.${process.pid}`;
  try {
    makePrivateFolder(folder);
    writeFileSync(temporary, JSON.stringify(state, null, 2), { mode: 0o600 });
    renameSync(temporary, stateFile(folder));
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}

/** The notebook last opened by the app, else `notebook.dossier` in the data folder. */
export function defaultNotebook(folder: string): string {
  const last = readAppState(folder).recent.find(({ path }) => existsSync(path));
  return last?.path ?? join(folder, 'notebook.dossier');
}

/** What a file system says to a call, against a bug of ours. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
