/** Each phase runs in a process of its own, so that its memory is its own: `time` is a median, in milliseconds. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import schema from '../../../db/schema.sql?raw';
import { createEngine } from '../../../src-main/core/engine.ts';
import { restoreNotebook } from '../../../src-main/worker/restore.ts';
import { enginePorts } from '../engine-ports.ts';
import { median, time } from '../search/statistics.ts';

export interface Measured {
  readonly ms: number;
  readonly peakMb: number;
}

interface Place {
  readonly folder: string;
  readonly rounds: number;
}

const notebookOf = ({ folder }: Place): string => join(folder, 'notebook.dossier');
const archiveOf = ({ folder }: Place): string => join(folder, 'archive.zip');
/** Of the user's own words and what is captured, as both ways of reading and inserting have them. */
const TABLES =
  'blob source source_address version version_image passage excerpt claim evidence verdict note tag tag_alias source_tag excerpt_tag claim_tag note_tag change setting library_item'.split(
    ' ',
  );
/** What annotated notes are made of. */
const NOTES =
  'source version excerpt claim evidence verdict note tag source_tag excerpt_tag claim_tag note_tag'.split(
    ' ',
  );

async function inRounds({ rounds }: Place, work: (round: number) => unknown): Promise<number> {
  const times: number[] = [];
  // The first warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const took = await time(() => work(round));
    if (round > 0) times.push(took);
  }
  return median(times);
}

function readTables(path: string, tables: readonly string[]): Map<string, unknown[][]> {
  const database = new Database(path, { readonly: true });
  try {
    return new Map(
      tables.map((table) => [table, database.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]]),
    );
  } finally {
    database.close();
  }
}

async function exportAs(
  place: Place,
  input: { format: 'markdown' | 'archive'; out?: string },
): Promise<number> {
  const engine = createEngine({ path: notebookOf(place), create: false }, enginePorts);
  try {
    return await inRounds(place, async () => {
      const call = {
        id: 'bench',
        name: 'export.run',
        input: { ...input, ...(input.out && { force: true }) },
      };
      const answer = await engine.call(call);
      if (!answer.ok) throw new Error(answer.error.message);
    });
  } finally {
    await engine.close();
  }
}

function insertAll(path: string, rows: ReadonlyMap<string, unknown[][]>): void {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(schema);
  database.pragma('foreign_keys = OFF');
  database.transaction(() => {
    for (const [table, all] of rows) {
      const width = all[0]?.length ?? 0;
      if (width === 0) continue;
      const insert = database.prepare(`INSERT INTO "${table}" VALUES (${Array(width).fill('?').join(', ')})`);
      for (const row of all) insert.run(...row);
    }
  })();
  database.close();
}

export const PHASES: Readonly<Record<string, (place: Place) => Promise<number>>> = {
  'read rows': (place) => inRounds(place, () => readTables(notebookOf(place), NOTES)),
  markdown: (place) => exportAs(place, { format: 'markdown' }),
  archive: (place) => exportAs(place, { format: 'archive', out: archiveOf(place) }),
  zip: (place) => {
    const entries = Object.values(unzipSync(readFileSync(archiveOf(place))));
    return inRounds(place, () => entries.map((bytes) => deflateRawSync(bytes)));
  },
  restore: (place) =>
    inRounds(place, async (round) => {
      const notebook = join(place.folder, `restored-${round}.dossier`);
      await restoreNotebook(
        { archive: archiveOf(place), notebook },
        new AbortController().signal,
        () => undefined,
      );
      rmSync(notebook);
    }),
  insert: (place) => {
    const rows = readTables(notebookOf(place), TABLES);
    return inRounds(place, (round) => {
      const path = join(place.folder, `inserted-${round}.sqlite`);
      insertAll(path, rows);
      rmSync(path);
    });
  },
};

export async function runPhase(name: string, place: Place): Promise<Measured> {
  const phase = PHASES[name];
  if (!phase) throw new Error(`no such phase: ${name}`);
  const ms = await phase(place);
  return { ms, peakMb: process.resourceUsage().maxRSS / 1024 };
}
