/** What the app remembers between starts: the notebooks it had open, and what is watched for them. A lost or broken file costs only that. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { makePrivateFolder } from './private-folder.ts';

const RECENT = v.object({ path: v.string(), name: v.string(), openedAt: v.string() });
/** Of this machine and never of the notebook: a notebook from someone else must not make this machine read a folder. */
const WATCHED = v.object({
  notebook: v.string(),
  folder: v.string(),
  /** Files that came until then, in milliseconds since 1970, were taken or were there before. */
  since: v.number(),
});
const APP_STATE = v.object({ recent: v.array(RECENT), watched: v.optional(v.array(WATCHED), []) });

export type AppState = v.InferOutput<typeof APP_STATE>;
export type RecentNotebook = v.InferOutput<typeof RECENT>;

export type WatchedFolder = Pick<v.InferOutput<typeof WATCHED>, 'folder' | 'since'>;

const RECENT_LIMIT = 12;
const EMPTY: AppState = { recent: [], watched: [] };

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

/** Puts a notebook first. */
export function rememberNotebook(folder: string, notebook: RecentNotebook): void {
  const state = readAppState(folder);
  const others = state.recent.filter(({ path }) => path !== notebook.path);
  writeAppState(folder, { ...state, recent: [notebook, ...others].slice(0, RECENT_LIMIT) });
}

/** What is watched for the notebook at `path`. */
export function readWatched(folder: string, path: string): WatchedFolder | null {
  return readAppState(folder).watched.find(({ notebook }) => notebook === path) ?? null;
}

/** @param watched null where nothing is watched any more */
export function rememberWatched(folder: string, path: string, watched: WatchedFolder | null): void {
  const state = readAppState(folder);
  const others = state.watched.filter(({ notebook }) => notebook !== path);
  const own = watched ? [{ notebook: path, folder: watched.folder, since: watched.since }] : [];
  writeAppState(folder, { ...state, watched: [...others, ...own] });
}

/**
 * Written whole and renamed: a crash leaves the old list, and so does a folder that takes no file, since a notebook
 * that is open must not be closed over it.
 */
function writeAppState(folder: string, state: AppState): void {
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
